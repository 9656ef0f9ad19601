//! Why a workbook was refused.

use crate::diagnostic::Location;

/// Why a workbook was refused, in words for the person who sent it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// It could not be read from where it is.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),

    /// A text of the document is longer than a cell holds.
    #[error(
        "{cell} would hold {units} characters, and a cell holds 32,767 at most: shorten the text or keep the plan as JSON"
    )]
    CellTooLong {
        /// The cell, as a spreadsheet names it.
        cell: Location,
        /// Its length in UTF-16 units, as spreadsheets count.
        units: usize,
    },
    /// There are more records than a sheet has rows.
    #[error(
        "the sheet {sheet} would have {rows} rows, and a sheet has 1,048,576 at most: keep the plan as JSON"
    )]
    TooManyRows {
        /// The name of the sheet.
        sheet: &'static str,
        /// How many rows there would be, its headings among them.
        rows: usize,
    },
    /// It could not be written to where it should go.
    #[error("the workbook could not be written")]
    Write(#[source] std::io::Error),
}
