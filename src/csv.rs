//! Plans in CSV files: as councils keep them, a flat file for people, and tables for analysts.
//!
//! [`read`] takes a table in any usual encoding and with any usual separator, and says which. What is
//! wrong is told at its row, numbered as a spreadsheet numbers it, and under its heading.
//!
//! ```
//! use improvement_plan::import::ReadOptions;
//! use improvement_plan::csv;
//!
//! let table = "No.,Recommendation,Action,Lead,By when\n\
//!              1,Reduce caseloads.,Recruit ten social workers,Director of HR,End Nov 2026\n\
//!              ,,Cap caseloads at 16,,TBC\n";
//! let options = ReadOptions::new()
//!     .with_authority("Anyshire")
//!     .with_reference("anyshire-2026")
//!     .with_title("Improvement plan");
//! let import = csv::read(table.as_bytes(), &options)?;
//! let plan = import.build()?;
//! assert_eq!(plan.coverage("2026-11-02".parse()?).addressed().to_string(), "1 of 1 (100%)");
//! assert_eq!(plan.action_count(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`write_actions`] writes one row for each action; [`star`] the tables that Power BI and analysts join,
//! with the data package that describes them. It knows encodings, separators, quotation marks and the
//! mark against formulas, and not what a table means.

use std::io::Read;

use crate::cells;
use crate::import::{self, Import, ReadOptions};

pub use crate::cells::csv::CsvError;
pub use crate::export::{StarFile, Utf8, star, write_actions};

/// Reads a plan from a CSV file: UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or upright
/// strokes between its cells.
///
/// Rows are numbered as a spreadsheet shows them: blank lines count, a line break inside quotation
/// marks does not, and a first line `sep=;` is no row.
///
/// # Errors
///
/// [`CsvError`] where it is not a sound table of sensible size. What is wrong with the plan in a sound
/// table is said in the [`Import`].
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, CsvError> {
    Ok(import::read(cells::csv::read(reader, &options.limits)?, options))
}
