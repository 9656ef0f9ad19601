//! From the document (`PlanDoc`) to the plan (`Plan`): what is written becomes, all at once, either
//! something consistent or the whole list of what is wrong with it. It knows the records and their
//! links, and holds no opinion on whether the plan is a good one.

mod build;
mod cycles;
mod dates;
mod doc;
mod explicit_ids;
mod handles;
mod ids;
mod index;
mod limits;
mod links;
mod names;
mod order;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod plan;
mod published;
mod rejected;
mod structural;
mod subject;
mod text_checks;
mod walk;

pub use doc::{Format, PlanDoc};
pub use handles::{
    ActionRef, Item, ItemKind, Lead, MeasureRef, MilestoneRef, RecommendationRef, Reference,
    SourceRef, WorkstreamRef,
};
pub use limits::Limits;
pub use plan::Plan;
pub use published::{Published, Withheld};
pub use rejected::RejectedPlan;

pub(crate) use dates::{ActionDates, EvidenceDates, ItemDates, RevisionDates};
#[cfg(any(feature = "csv", feature = "proptest", feature = "workbook"))]
pub(crate) use ids::Namespaces;
pub(crate) use order::in_document_order;
#[cfg(feature = "workbook")]
pub(crate) use subject::milestone_subject;
pub(crate) use subject::{quoted, subject};
