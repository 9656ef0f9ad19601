//! The records of a plan and their vocabularies: sources, recommendations, workstreams, actions
//! with their milestones, measures, and everything inside them. Use this module to write a plan in
//! code, or to read the fields of a record returned by a handle of [`plan`](crate::plan).
//!
//! Records are plain data with public fields, exactly as in the document. Links are not resolved
//! and nothing is checked until a [`Plan`](crate::Plan) is built.
//!
//! Records print themselves: their `Debug` shows every text, restricted ones too. Keep them out of logs.
//!
//! Every record has a constructor that takes its required fields and a `with_…` method for each
//! optional one:
//!
//! ```
//! use improvement_plan::{Action, DeliveryStatus, Milestone};
//!
//! let action = Action::new("Recruit 12 permanent social workers")
//!     .with_reference("3.1")
//!     .with_answers(["2a"])
//!     .with_owners(["Head of Recruitment"])
//!     .with_due("End Nov 2026")
//!     .with_status(DeliveryStatus::InProgress)
//!     .with_milestones([Milestone::new("Advert live").with_due("2026-10-01")]);
//! assert_eq!(action.answers, ["2a"]);
//! ```
//!
//! A closed vocabulary, such as the delivery status, implements [`FromStr`](std::str::FromStr) and
//! [`Display`](std::fmt::Display) with the words of the document; parsing any other word fails with
//! [`UnknownWord`]. An open vocabulary, such as [`SourceKind`], keeps an unknown word in its
//! variant `Other`.
//!
//! ```
//! use improvement_plan::DeliveryStatus;
//! use improvement_plan::model::SourceKind;
//!
//! let status: DeliveryStatus = "in-progress".parse()?;
//! assert_eq!(status, DeliveryStatus::InProgress);
//! assert_eq!(SourceKind::from("a letter").to_string(), "a letter");
//! # Ok::<(), improvement_plan::model::UnknownWord>(())
//! ```

mod action;
mod assessment;
mod authority;
mod evidence;
mod fields;
mod measure;
mod milestone;
mod number;
mod owner;
mod rag;
mod recommendation;
pub(crate) mod record;
mod resource;
mod revision;
mod source;
mod status;
mod update;
mod waiver;
mod workstream;

pub use action::{Action, Every, InForce, Recurrence};
pub use assessment::{Assessment, AssessmentKind, Judgement};
pub use authority::{Authority, Period, Purpose, Role};
pub use evidence::{Evidence, EvidenceKind, Voice};
pub use measure::{Baseline, Comparator, Measure, Polarity, Reading, Statistic, Target};
pub use milestone::Milestone;
pub use number::{Number, NumberError};
pub use owner::{Owner, OwnerRole, Post};
pub use rag::{LegendEntry, LegendMeaning, RagPolicy, RagStatus};
pub use recommendation::{Addressee, Decision, Recommendation, Response, Tier, Urgency};
pub use resource::{Basis, Funding, Resource};
pub use revision::{Revision, Stopped};
pub use source::{Framework, Grade, Source, SourceKind};
pub use status::{DeliveryStatus, SignOff};
pub use update::{Update, UpdateKind};
pub use waiver::Waiver;
pub use workstream::Workstream;

pub use crate::vocabulary::UnknownWord;

pub(crate) use fields::{list, setters};
pub(crate) use record::{ByKind, Record, RecordKind};
