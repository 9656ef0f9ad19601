//! Plans in CSV files.
//!
//! [`read`] reads a table in any common encoding and with any common separator, and reports which it
//! found. Problems are reported at their row, numbered as in a spreadsheet, and column heading.
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
//! [`write_actions`] writes one row for each action. [`star`] returns tables for Power BI and for
//! analysts, with the data package that describes them.

use std::io::Read;

use crate::cells;
use crate::import::{self, Import, ReadOptions};

pub use crate::cells::csv::CsvError;
pub use crate::export::{ByteOrderMark, StarFile, star, write_actions};

/// Reads a plan from a CSV file in UTF-8, UTF-16 or Windows-1252, separated by commas, semicolons, tabs
/// or pipes.
///
/// Rows are numbered as a spreadsheet shows them: blank lines count, line breaks inside quotation marks
/// do not, and a first line such as `sep=;` is not a row.
///
/// # Errors
///
/// Returns a [`CsvError`] if the file is not a valid table or exceeds the limits in the options. Problems
/// in the plan itself are diagnostics of the [`Import`].
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, CsvError> {
    Ok(import::read(cells::csv::read(reader, &options.limits)?, options))
}
