//! Plans: a [`PlanDoc`] is the serialised document, a [`Plan`] is a document that has been checked.
//! Use this module to build a plan, to follow the links between its records, and to create the
//! version for publication.
//!
//! Building returns either a plan or a [`RejectedPlan`] with every problem. The records of a plan
//! are accessed through handles such as [`ActionRef`]: small `Copy` types with methods for a
//! record's relations. They borrow the plan for the lifetime `'p`. Building checks that a plan is
//! consistent; the [`rules`](crate::rules) check whether it follows good practice.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc, Recommendation};
//!
//! let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
//!     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("2")])
//!     .with_actions([Action::new("Cap caseloads at 16")
//!         .with_reference("2.1")
//!         .with_answers(["2"])
//!         .with_owners(["Head of Service"])]);
//! let plan = Plan::build(doc)?;
//! for recommendation in plan.recommendations() {
//!     for action in recommendation.actions() {
//!         assert_eq!(format!("{}: {}", action.reference(), action.lead()), "2.1: Head of Service");
//!     }
//! }
//! # Ok::<(), improvement_plan::RejectedPlan>(())
//! ```

mod adjacency;
mod build;
mod cycles;
mod dates;
mod doc;
mod edit;
mod explicit_ids;
mod handles;
mod ids;
mod index;
mod key;
mod labels;
mod limits;
mod links;
mod lookup;
mod name_table;
mod names;
mod order;
#[cfg(feature = "json")]
mod partly_read;
mod pin_ids;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod plan;
mod published;
mod record_list;
mod record_names;
mod rejected;
mod restricted_words;
mod structural;
mod subject;
mod text_checks;
mod walk;

pub use doc::{Format, PlanDoc};
pub use edit::ReviseError;
#[cfg(feature = "json")]
pub(crate) use handles::ItemIds;
pub use handles::{
    ActionRef, Item, ItemKind, MeasureRef, MilestoneRef, RecommendationRef, SourceRef,
    WorkstreamRef,
};
pub use key::Key;
pub use labels::{Lead, Reference};
pub use limits::Limits;
pub use plan::Plan;
pub use published::{Published, Withheld};
pub use rejected::RejectedPlan;

pub(crate) use build::rebuild;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use dates::context as date_context;
pub(crate) use dates::{EvidenceDates, ItemDates, RevisionDates};
#[cfg(any(feature = "csv", feature = "proptest", feature = "workbook"))]
pub(crate) use ids::Namespaces;
#[cfg(feature = "json")]
pub(crate) use partly_read::{Omission, judge};
pub(crate) use subject::quoted;
#[cfg(feature = "workbook")]
pub(crate) use subject::{milestone_subject, subject, subject_of};
#[cfg(feature = "json")]
pub(crate) use text_checks::{Texts, is_surely_right};
