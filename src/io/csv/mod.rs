//! Plans in CSV files: as councils keep them, a flat file for people, and tables for analysts.
//!
//! [`read`] takes a table in any usual encoding and with any usual separator, and says which. What is
//! wrong is told at its row, numbered as a spreadsheet numbers it, and under its heading.
//!
//! ```
//! use improvement_plan::{ReadOptions, csv};
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

mod actions;
mod decode;
mod error;
mod guard;
mod letters;
mod other;
mod read;
mod rows;
mod separator;
mod sizes;
mod star;
mod write;

pub use actions::{Utf8, write_actions};
pub use error::CsvError;
pub use read::read;
pub use star::{StarFile, star};
