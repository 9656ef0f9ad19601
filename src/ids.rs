//! The ids of records: one type for each kind, so that they cannot be mixed up. Use them to keep hold
//! of a record from one version of a plan to the next.
//!
//! An id is a UUID. A document may give one; where it does not, the id is made from the references
//! that people use, by a recipe that never changes: so the same record has the same id next month.
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

pub use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId,
};
