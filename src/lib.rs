//! Improvement plans and Ofsted recommendations, typed, checked and traceable.
//!
//! Ofsted inspects a council's children's services and makes recommendations. The council responds
//! with a plan. For years afterwards a board, councillors, inspectors and the Department for Education
//! ask the same questions: is **every recommendation answered**, what is **late**, who owns it, and who
//! has checked what is reported as *done*? This crate checks that the plan is consistent and answers
//! each of these questions with one call.
//!
//! ```standalone_crate
//! use improvement_plan::{NaiveDate, Plan, Rules, Severity};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let plan = Plan::from_json(include_str!("../examples/data/croydon-2017.json"))?;
//! let as_of: NaiveDate = "2017-11-07".parse()?;
//!
//! let coverage = plan.coverage(as_of);
//! println!("{} recommendations have an action", coverage.addressed());      // "10 of 26 (38%)"
//! for gap in coverage.uncovered() {
//!     println!("{}: {}", gap.reference(), gap.text());
//! }
//! for item in plan.overdue(as_of) {
//!     println!("{} is {} days late ({})", item.reference(), item.days_late(), item.lead());
//! }
//! for diagnostic in plan.check(&Rules::standard(), as_of).at_least(Severity::Warning) {
//!     println!("{diagnostic}");       // warning[owner-missing] actions[3]: no owner is named
//! }
//! # assert_eq!(coverage.addressed().to_string(), "10 of 26 (38%)");
//! # Ok(())
//! # }
//! ```
//!
//! # How it fits together
//!
//! - A [`PlanDoc`] is the document: the form that is stored and edited. Read one from JSON, or make one
//!   in code with [`PlanDoc::new`] and the `with_…` methods of every record.
//! - [`Plan::build`] turns a document into a [`Plan`], or returns a [`RejectedPlan`] with **every**
//!   problem, its place and what to do about it. A `Plan` is always consistent.
//! - A plan answers questions of **fact** as of a date: [`coverage`](Plan::coverage),
//!   [`timeliness`](Plan::timeliness), [`overdue`](Plan::overdue), [`due_within`](Plan::due_within),
//!   [`slippage`](Plan::slippage), [`rag`](Plan::rag), [`trace`](Plan::trace),
//!   [`workload`](Plan::workload), [`interim`](Plan::interim), [`resources`](Plan::resources),
//!   [`measure_states`](Plan::measure_states), [`snapshot`](Plan::snapshot). This crate has no clock: you supply the date.
//! - [`Plan::progress_since`] says what has changed since an earlier plan, and why dates were moved.
//!   [`ProgressReport`](report::ProgressReport) is a covering note of it.
//! - [`Plan::check`] applies **rules**, which are opinions about the facts. Each has a code, a severity
//!   and an explanation that a councillor understands, and can be switched off or waived.
//! - [`workbook::read`] and [`csv::read`] read a plan from a spreadsheet into an
//!   [`Import`](import::Import): the document, a diagnostic at its cell for each problem, and an account
//!   of how every column and cell was understood. Nothing is dropped silently.
//! - Every answer is `Serialize`, each record in it by its id and reference; see [`facts`].
//! - A [`CoverageReport`] presents facts and diagnostics to people as text or Markdown, and to programs
//!   as JSON.
//!
//! # Where everything is
//!
//! The root re-exports the names in daily use. Every name belongs to exactly one module:
//!
//! | module | contents |
//! |---|---|
//! | [`model`] | the records of a document and their vocabularies |
//! | [`due_date`] | dates as councils write them, and how they are read |
//! | [`working_days`] | working days in England and Wales |
//! | [`ids`] | the typed id of each kind of record |
//! | [`plan`] | the document, the plan built from it, and handles on its records |
//! | [`facts`] | the answers to questions about a plan |
//! | [`rules`] | which checks run, and with what severity |
//! | [`diagnostic`] | problems: what is wrong, where, and what to do |
//! | [`json`] | errors in reading JSON, each with its position |
//! | [`csv`], [`workbook`] | reading and writing plans as CSV files and Excel workbooks |
//! | [`import`] | options for reading a table, and how it was understood |
//! | [`report`] | reports for people and for programs |
//! | [`codes`] | every diagnostic code, with its explanation |
//! | [`cookbook`] | recipes for common tasks |
//! | [`mod@format`] | the document format: every key, its words and its default, and what reads it |
//! | [`schema`] | JSON Schemas of the document, the reading options and the reports |
//! | [`strategy`] | random plans for your property tests |
//!
//! # Terms
//!
//! - An **action** *answers* recommendations, or *enables* the whole response to a source, as a board or a
//!   programme team does. An enabling action covers no recommendation.
//! - **Coverage** is a ladder: has an action; has a lead and a date; linked actions complete; completion
//!   assured. A rung reports what the plan contains, never that a recommendation is *met*: only a dated
//!   assessment says that.
//! - **Overdue** means open, not awaiting sign-off, and due before the date asked about. An item due on
//!   that date is not overdue.
//! - **Due dates** are written as councils write them (`End Oct 2017`, `Q3 2017/18`, `TBC`): see
//!   [`due_date`].
//!
//! # Lifetimes and threads
//!
//! - The lifetime `'p` of a handle or an answer is that of the [`Plan`] it borrows from. Nothing is copied.
//! - Plans, handles and answers are `Send + Sync`, so many threads can query one plan at once.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `json` | yes | documents and reports as JSON |
//! | `csv` | no | [`csv::read`], [`csv::write_actions`] and [`csv::star`] |
//! | `workbook` | no | [`workbook::read`], [`workbook::write_working`] and [`CoverageReport::write_workbook`] |
//! | `html` | no | [`CoverageReport::to_html`]: the report as one accessible page with pictures |
//! | `schema` | no | [`schema`]: JSON Schemas, and `JsonSchema` of [schemars](https://docs.rs/schemars/1) for every record |
//! | `proptest` | no | [`strategy`]: valid plans, and one breaker for each structural code |
//!
//! # What is not supported
//!
//! - Data about children. Officers are named by post only.
//! - Judging a council, ranking officers, or inferring that a recommendation is met.
//! - A clock, network access or global state: every question takes the date as an argument.
//! - Editing a plan in place: [`Plan::edit`] and [`Plan::revise`] return another plan.
//! - Workbooks other than `.xlsx` and `.xlsm`: `.xls`, `.ods` and encrypted files are refused. Formulas and
//!   macros are never run. Plans in Word and PDF are not read.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
pub mod strategy;

#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub mod schema;

#[cfg(feature = "csv")]
#[cfg_attr(docsrs, doc(cfg(feature = "csv")))]
pub mod csv;
#[cfg(feature = "csv")]
mod export;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod json;
pub mod report;
#[cfg(feature = "workbook")]
#[cfg_attr(docsrs, doc(cfg(feature = "workbook")))]
pub mod workbook;

#[cfg(any(feature = "csv", feature = "workbook"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "csv", feature = "workbook"))))]
pub mod import;
pub mod rules;

mod analysis;
pub mod facts;

#[cfg(any(feature = "csv", feature = "workbook"))]
mod cells;
pub mod plan;

pub mod diagnostic;

pub mod model;

/// Every diagnostic code, with what it means and what to do about it.
#[doc = include_str!("codes.md")]
#[expect(clippy::doc_markdown, reason = "the words are those that the checks print")]
pub mod codes {}

pub mod cookbook;
#[doc = include_str!("format.md")]
#[expect(clippy::doc_markdown, reason = "headings are the names of records and vocabularies")]
pub mod format {}

pub mod due_date;
mod id;
pub mod ids;
pub mod working_days;

mod text;
mod vocabulary;

pub use chrono::NaiveDate;
pub use uuid::Uuid;

pub use diagnostic::{Code, Diagnostic, Diagnostics, Location, Severity};
pub use due_date::DueDate;
pub use ids::{ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId};
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub use json::LoadError;
pub use model::{
    Action, Assessment, DeliveryStatus, Evidence, Measure, Milestone, Owner, RagStatus,
    Recommendation, Revision, Source, Update, Workstream,
};
pub use plan::{Plan, PlanDoc, RejectedPlan};
pub use report::{CheckReport, CoverageReport};
pub use rules::Rules;
