//! Improvement plans and Ofsted recommendations, typed, checked and traceable.
//!
//! Ofsted inspects a council's children's services and makes recommendations. The council answers
//! with a plan, and for years afterwards a board, councillors, inspectors and the Department for
//! Education ask the same questions of it: is **every recommendation answered**, what is **late**,
//! whose is it, and when it says *done*, who has checked? This crate makes the plan a thing that holds
//! together, and makes each of those answers one call.
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
//! - A [`PlanDoc`] is the document: what is on the wire, and what one edits. Read one from JSON, or
//!   make one in code with [`PlanDoc::new`] and the `with_…` methods of every record.
//! - [`Plan::build`] makes it a [`Plan`], or gives a [`RejectedPlan`] with **everything** that is
//!   wrong, each problem with its place and what to do. A `Plan` that exists holds together.
//! - A plan is asked **facts** for a day: [`coverage`](Plan::coverage),
//!   [`timeliness`](Plan::timeliness), [`overdue`](Plan::overdue), [`due_within`](Plan::due_within),
//!   [`slippage`](Plan::slippage), [`rag`](Plan::rag), [`trace`](Plan::trace),
//!   [`workload`](Plan::workload), [`interim`](Plan::interim), [`resources`](Plan::resources),
//!   [`measure_states`](Plan::measure_states). There is no clock in this crate: the day is yours.
//! - [`Plan::check`] asks **rules**, which are opinions about the facts: each has a code, a severity
//!   and an explanation that a councillor understands, and can be switched off or waived.
//! - A plan that is kept in a spreadsheet is read by [`workbook::read`] or [`csv::read`] into an
//!   [`Import`]: the document, everything to be said of the table, each with its cell, and what was
//!   understood. Nothing is dropped in silence.
//! - A [`CoverageReport`] lays both out for people, as text or Markdown, and for programs as JSON.
//!
//! # Where everything is
//!
//! The names of daily use are here at the root. Each of them, and every other name, has its home in one
//! module:
//!
//! | module | what is in it |
//! |---|---|
//! | [`model`] | the records of a document and the words they may hold |
//! | [`due_date`] | dates in the words councils write, and how they are read |
//! | [`ids`] | the typed id of each kind of record |
//! | [`plan`] | the document, the plan that is built from it, and handles on its records |
//! | [`facts`] | the answers a plan gives |
//! | [`rules`] | which checks are run, and with what severity |
//! | [`diagnostic`] | what is wrong, where it is, and what to do |
//! | [`json`] | the errors of reading JSON, with the place of each |
//! | [`csv`], [`workbook`] | plans in CSV files and in Excel workbooks, read and written |
//! | [`import`] | how a table is read, and what was understood of it |
//! | [`report`] | what is printed for people, or written for programs |
//! | [`codes`] | every code the checks may give, with its explanation |
//! | [`strategy`] | random plans for your property tests |
//!
//! # What the words mean
//!
//! An **action** *answers* recommendations, or *enables* the whole response to a source (a board, a
//! programme team): honest work that covers nothing. **Coverage** is a ladder: has an action; has a
//! lead and a date; linked actions complete; completion assured. A rung says what the plan holds,
//! never that a recommendation is *met*: that only a dated assessment says. **Overdue** is open, not
//! awaiting sign-off, and due before the day asked about: due today is not overdue. Dates are the
//! words councils write (`End Oct 2017`, `Q3 2017/18`, `TBC`): see [`due_date`].
//!
//! # Lifetimes and threads
//!
//! - The lifetime `'p` of a handle or an answer is the plan's: it borrows the [`Plan`] and copies nothing.
//! - Plans, handles and answers are `Send + Sync`: many threads may ask one plan at once.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `json` | yes | reading and writing documents and reports as JSON |
//! | `csv` | no | [`csv::read`], [`csv::write_actions`] and [`csv::star`] |
//! | `workbook` | no | [`workbook::read`], [`workbook::write_working`] and [`CoverageReport::write_workbook`] |
//! | `proptest` | no | [`strategy`]: valid plans, and one breaker for each structural code |
//!
//! # What is not supported
//!
//! - No data about children, and officers by post alone.
//! - No judgement of a council, and no ranking of officers; nothing derives that a recommendation is met.
//! - No clock, no network, no global state: the day is an argument of every question.
//! - A plan is not edited in place: take its document, change it, and build it again.
//! - Of workbooks, `.xlsx` alone: not `.xls`, not `.ods`, nothing encrypted; formulas and macros are never
//!   run. Plans in Word and PDF are not read.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
pub mod strategy;

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

/// Every code that is said of a plan, with what it means and what to do about it.
#[doc = include_str!("codes.md")]
#[expect(clippy::doc_markdown, reason = "the words are those that the checks print")]
pub mod codes {}

pub mod due_date;
mod id;
pub mod ids;
mod text;

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
