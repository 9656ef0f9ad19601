//! Handles: small `Copy` references to the records of a plan, with methods for their relations.
//!
//! Every handle borrows its plan for the lifetime `'p`. Relations are in document order, and a
//! repeated link counts once. A handle serialises as the id and the reference of its record, so that an
//! answer can be linked back to the document.

mod action;
mod handle;
mod item;
#[cfg(feature = "json")]
mod item_ids;
mod measure;
mod milestone;
mod recommendation;
mod source;
mod workstream;

pub use action::ActionRef;
pub use item::{Item, ItemKind};
#[cfg(feature = "json")]
pub(crate) use item_ids::ItemIds;
pub use measure::MeasureRef;
pub use milestone::MilestoneRef;
pub use recommendation::RecommendationRef;
pub use source::SourceRef;
pub use workstream::WorkstreamRef;
