//! Read handles: small, copied freely, each a record of a plan that knows its relations.
//!
//! Every handle borrows its plan for one lifetime, `'p`. Relations are in document order, and a
//! repeated link counts once.

mod action;
mod handle;
mod item;
mod measure;
mod milestone;
mod recommendation;
mod source;
mod workstream;

pub use action::ActionRef;
pub use item::{Item, ItemKind};
pub use measure::MeasureRef;
pub use milestone::MilestoneRef;
pub use recommendation::RecommendationRef;
pub use source::SourceRef;
pub use workstream::WorkstreamRef;
