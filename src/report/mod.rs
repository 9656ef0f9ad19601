//! What people are given: the facts of one plan on one day, and what the rules say of it, laid out as
//! plain text, Markdown or JSON. The only code that lays anything out; it works nothing out itself.
//!
//! Text and Markdown come from one small [`document`] of headings, paragraphs, items and tables, so
//! that nothing is written twice. They are made for people who listen to them as well: no drawing, no
//! colour, a word beside every number. Updates and other free text are never printed, because people
//! may be named in them.

mod ahead;
mod awaiting;
mod bodies;
mod check_report;
mod checks;
mod colours;
mod counts;
mod coverage_report;
mod document;
mod gaps;
#[cfg(all(feature = "json", any(feature = "csv", feature = "workbook")))]
mod import_json;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod import_report;
mod interim;
#[cfg(feature = "json")]
mod json;
mod ladder;
mod late;
mod markdown;
mod measures;
mod not_shown;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod rows;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod sheet_told;
mod summary;
mod text;
mod undated;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod unused;
mod views;
mod words;
#[cfg(feature = "workbook")]
mod workbook;
mod wrap;

pub use check_report::CheckReport;
pub use coverage_report::CoverageReport;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub use import_report::ImportReport;
#[cfg(feature = "workbook")]
pub use workbook::PublishError;
