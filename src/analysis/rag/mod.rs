//! The colours of actions: those declared, those derived from the dates, and how they differ.

mod counts;
mod declared;
mod derived;
mod rag_report;
mod reason;

pub use counts::RagCounts;
pub use declared::Declared;
pub use derived::Derived;
pub(super) use derived::derived_colours;
pub use rag_report::{RagDifference, RagItem, RagReport};
pub use reason::RagReason;
