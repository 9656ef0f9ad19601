//! Improvement plans and Ofsted recommendations, typed, checked and traceable.
//!
//! Ofsted inspects a council's children's services and makes recommendations. The council answers
//! with a plan, and for years afterwards a board, councillors, inspectors and the Department for
//! Education ask the same questions of it: is **every recommendation answered**, what is **late**,
//! whose is it, and when it says *done*, who has checked? This crate makes the plan a thing that holds
//! together, and makes each of those answers one call.
//!
//! ```
//! use improvement_plan::{NaiveDate, Plan, Rules, Severity};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let plan = Plan::from_json(include_str!("../examples/data/croydon-2017.json"))?;
//! let as_of: NaiveDate = "2017-11-07".parse()?;
//!
//! let coverage = plan.coverage(as_of);
//! println!("{} recommendations have an action", coverage.addressed());      // "11 of 26 (42%)"
//! for gap in coverage.uncovered() {
//!     println!("{}: {}", gap.reference(), gap.text());
//! }
//! for item in plan.overdue(as_of) {
//!     println!("{} is {} days late ({})", item.reference(), item.days_late(), item.lead());
//! }
//! for diagnostic in plan.check(&Rules::standard(), as_of).at_least(Severity::Warning) {
//!     println!("{diagnostic}");       // warning[owner-missing] actions[3]: no owner is named
//! }
//! # assert_eq!(coverage.addressed().to_string(), "11 of 26 (42%)");
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
//! # What the words mean
//!
//! An **action** *answers* recommendations, or *enables* the whole response to a source (a board, a
//! programme team): honest work that covers nothing. **Coverage** is a ladder: has an action; has a
//! lead and a date; linked actions complete; completion assured. A rung says what the plan holds,
//! never that a recommendation is *met*: that only a dated assessment says. **Overdue** is open, not
//! awaiting sign-off, and due before the day asked about: due today is not overdue. Dates are the
//! words councils write (`End Oct 2017`, `Q3 2017/18`, `TBC`): see [`due_date`].
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `json` | yes | reading and writing documents and reports as JSON |
//! | `csv` | no | [`csv::read`]: plans from CSV files as councils keep them; [`csv::write_actions`] and [`csv::star`] |
//! | `workbook` | no | [`workbook::read`]: plans from workbooks as councils keep them; [`workbook::write_working`] and [`CoverageReport::write_workbook`] |
//! | `proptest` | no | [`strategy`]: valid plans for property tests, and one breaker for each structural code |
//!
//! Every code the checks may say, with its explanation, is listed in [`codes`].
//!
//! # What it does not do
//!
//! It holds no data about children. It does not judge a council, derive that a recommendation is
//! met, or rank officers. It reads no clock and no network, and keeps no state.

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
