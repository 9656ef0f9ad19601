//! The error of publishing a report as a workbook.

use std::io;

use crate::diagnostic::Location;

/// The error of publishing a report as a workbook. It is neither `Clone` nor `PartialEq`, because
/// [`io::Error`] is neither.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The workbook could not be written to its destination.
    #[error("the workbook could not be written")]
    Io(#[from] io::Error),
    /// A cell would hold more text than a spreadsheet allows. Text is never cut.
    #[error(
        "{place} would hold {units} characters, and a cell of a spreadsheet holds {limit}: shorten \
         the text in the plan"
    )]
    TooLong {
        /// The cell.
        place: Location,
        /// The length of its text, in UTF-16 units as spreadsheets count.
        units: usize,
        /// The maximum length.
        limit: usize,
    },
    /// A sheet would have more rows than a spreadsheet allows.
    #[error(
        "the sheet {sheet} would have {rows} rows, and a sheet of a spreadsheet has {limit}: publish \
         the plan in parts"
    )]
    TooManyRows {
        /// The name of the sheet.
        sheet: &'static str,
        /// The number of rows it would have.
        rows: usize,
        /// The maximum number of rows.
        limit: usize,
    },
}
