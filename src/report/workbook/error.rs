//! Why a report could not be written as a workbook.

use std::io;

use crate::diagnostic::Location;

/// Why a report could not be written as a workbook.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// It could not be written to where it should go.
    #[error("the workbook could not be written")]
    Io(#[from] io::Error),
    /// A cell would hold more text than a spreadsheet allows. Nothing is cut.
    #[error(
        "{place} would hold {units} characters, and a cell of a spreadsheet holds {limit}: shorten \
         the text in the plan"
    )]
    TooLong {
        /// The cell.
        place: Location,
        /// How long its text is, in UTF-16 units as spreadsheets count.
        units: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A sheet would have more rows than a spreadsheet allows.
    #[error(
        "the sheet {sheet} would have {rows} rows, and a sheet of a spreadsheet has {limit}: publish \
         the plan in parts"
    )]
    TooManyRows {
        /// The sheet.
        sheet: &'static str,
        /// How many rows it would have.
        rows: usize,
        /// How many it may have.
        limit: usize,
    },
}
