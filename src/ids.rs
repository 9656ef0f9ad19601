//! The ids of records, with one type for each kind of record so that they cannot be mixed up. Use
//! them to follow a record from one version of a plan to the next.
//!
//! An id is a UUID. If the document does not give one, it is derived from the references that
//! people use. The derivation never changes, so the same record has the same id next month.
//!
//! ```
//! use improvement_plan::{ActionId, Plan, PlanDoc, Action, Source};
//!
//! let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
//!     .with_sources([Source::new("Inspection").with_reference("ofsted")])
//!     .with_actions([Action::new("Set up a board").with_reference("1").with_enables(["ofsted"])]);
//! let plan = Plan::build(doc)?;
//! let id: ActionId = plan.action_by_reference("1").ok_or("no action 1")?.id();
//! let kept = id.to_string();
//! assert_eq!(plan.action(kept.parse()?).map(|action| action.title()), Some("Set up a board"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub use crate::model::record::RecordId;

pub use crate::id::{
    ActionId, ItemId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId,
};
