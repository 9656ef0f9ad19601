//! Reports for people: the facts about a plan as of a date and the results of the rules, as plain
//! text, Markdown, HTML, JSON or a workbook to publish.
//!
//! - [`CoverageReport`] is for a board: which recommendations have no action, what is late, what
//!   falls due next, and what the plan cannot show yet.
//! - [`CheckReport`] is for the person who corrects a plan: every diagnostic, with what to do about
//!   it.
#![cfg_attr(
    any(feature = "csv", feature = "workbook"),
    doc = "- [`ImportReport`] is for whoever sent a file: what was read of it, and what was not."
)]
//!
//! ```standalone_crate
//! use improvement_plan::report::{CheckReport, CoverageReport};
//! use improvement_plan::{NaiveDate, Plan, Rules};
//!
//! # #[cfg(feature = "json")] {
//! let plan = Plan::from_json(include_str!("../../examples/data/croydon-2017.json"))?;
//! let as_of: NaiveDate = "2017-11-07".parse()?;
//! let rules = Rules::standard();
//!
//! let report = CoverageReport::new(&plan, as_of, &rules);
//! let [coverage, late] = report.headline();
//! println!("{coverage} {late}");
//! println!("{}", report.to_text());
//!
//! let check = CheckReport::of_plan(&plan, as_of, &rules);
//! println!("{}", check.to_text());
//! # assert!(report.to_text().starts_with("Coverage report: "));
//! # assert!(check.to_text().contains("\nChecked as of 7 November 2017 by the "));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The same plan as of the same date gives the same bytes. The layouts also suit people who use a
//! screen reader: no drawings, no colours, and a label beside every number. Updates and other free
//! text are never printed, because they may name people.

// Each report is data, then blocks (`document`), then a layout of the blocks (`plain_text`,
// `markdown`, `html`). `sections` has one file for each section of the coverage report; `coverage_document`
// lists them. The published workbook is laid out from pages (`page`), which the sections also make.

#![cfg_attr(
    not(all(feature = "html", feature = "workbook")),
    allow(
        dead_code,
        reason = "only HTML shows pictures, marks and anchors, and only the published workbook shows pages"
    )
)]

mod anchors;
mod check_report;
mod coverage_document;
mod coverage_report;
mod dates;
mod document;
mod grammar;
#[cfg(feature = "html")]
mod html;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod import_report;
mod indirect_links;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_text;
mod layouts;
mod line;
mod markdown;
mod names;
mod page;
mod picture;
mod plain_text;
mod progress;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod row_runs;
mod sections;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod sheet_interpretation;
mod source_groups;
mod tag;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod unused_cells;
#[cfg(feature = "workbook")]
mod workbook;
mod wrap;

/// Who is responsible for which accessibility duty, and how the HTML page meets the guidelines.
#[doc = include_str!("accessibility.md")]
#[cfg(feature = "html")]
#[cfg_attr(docsrs, doc(cfg(feature = "html")))]
pub mod accessibility {}

pub use check_report::CheckReport;
pub use coverage_report::CoverageReport;
#[cfg(feature = "html")]
pub use html::{HtmlError, HtmlOptions, HtmlView};
#[cfg(any(feature = "csv", feature = "workbook"))]
pub use import_report::ImportReport;
pub use progress::ProgressReport;
#[cfg(feature = "workbook")]
pub use workbook::PublishError;
