//! Why a workbook was refused.

use crate::cells::{Excess, SheetLimits};
use crate::diagnostic::Location;
use crate::text::thousands;

/// Why a workbook was refused, in text for the person who sent it: what is wrong, where, and what to do.
///
/// It is neither `Clone` nor `PartialEq`, because [`std::io::Error`] is neither.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// The file could not be read.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
    /// The file is of another kind.
    #[error("this is {what}: {help}")]
    #[non_exhaustive]
    OtherFile {
        /// What the file is: `a PDF`.
        what: String,
        /// What to do.
        help: &'static str,
    },
    /// The workbook is encrypted, so nothing in it can be read.
    #[error(
        "this workbook is locked with a password or a protection label: open it, take the \
         protection off (File, Info, Protect Workbook) and save it again"
    )]
    Locked,
    /// The workbook is damaged, or no spreadsheet wrote it.
    #[error(
        "{problem}, so the file is damaged or was not written by a spreadsheet: open it in a \
         spreadsheet, save it as a new .xlsx workbook and give that"
    )]
    #[non_exhaustive]
    Damaged {
        /// What is broken, and where.
        problem: String,
    },
    /// The workbook exceeds a limit.
    #[error("{problem}: {help}")]
    #[non_exhaustive]
    TooLarge {
        /// What is too large, where, and the limit.
        problem: String,
        /// What to do.
        help: &'static str,
    },
    /// The workbook contains something that no spreadsheet writes and that could do harm.
    #[error(
        "{problem}, which no spreadsheet writes and which could do harm: if it comes from a source \
         that you trust, open it in a spreadsheet, save it as a new .xlsx workbook and give that"
    )]
    #[non_exhaustive]
    Unsafe {
        /// What was found, and where.
        problem: String,
    },
    /// No cell has content.
    #[error("no cell of this workbook holds anything: check that it is the right file")]
    Empty,
    /// A text of the document is longer than a cell can hold.
    #[error(
        "{cell} would hold {units} characters, and a cell holds 32,767 at most: shorten the text or keep the plan as JSON"
    )]
    #[non_exhaustive]
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
    #[non_exhaustive]
    TooManyRows {
        /// The name of the sheet.
        sheet: &'static str,
        /// How many rows there would be, including the headings.
        rows: usize,
    },
    /// The workbook could not be written.
    #[error("the workbook could not be written")]
    Write(#[source] std::io::Error),
}

impl WorkbookError {
    pub(super) fn damaged(problem: impl Into<String>) -> Self {
        Self::Damaged { problem: problem.into() }
    }

    pub(super) fn harmful(problem: impl Into<String>) -> Self {
        Self::Unsafe { problem: problem.into() }
    }

    pub(super) fn too_large(problem: impl Into<String>, help: &'static str) -> Self {
        Self::TooLarge { problem: problem.into(), help }
    }

    /// Builds the error of a cell that takes the workbook over a limit.
    pub(super) fn excess(excess: Excess, limits: &SheetLimits, place: &Location) -> Self {
        match excess {
            Excess::Cells => Self::too_large(
                format!(
                    "with {place} the workbook has more than {} cells that hold something or have \
                     a colour, the most that are read",
                    thousands(limits.cells)
                ),
                "keep only the sheets of the plan, and save it again",
            ),
            Excess::TextBytes => Self::too_large(
                format!(
                    "with {place} the texts of all cells together take more than {}, the most that \
                     is read",
                    size(u64::try_from(limits.text_bytes).unwrap_or(u64::MAX))
                ),
                "keep only the sheets of the plan, and save it again",
            ),
            Excess::CellUnits => Self::too_large(
                format!(
                    "{place} holds a text of more than {} characters, the most that a cell may hold",
                    thousands(limits.cell_units)
                ),
                "shorten it, or put part of it into another cell, and save it again",
            ),
        }
    }
}

/// Formats a size: `64 MB`, or the exact bytes if it is not round.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        bytes if bytes >= 1_000_000 && bytes % 1_000_000 == 0 => {
            format!("{} MB", bytes / 1_000_000)
        }
        bytes if bytes >= 1_000 && bytes % 1_000 == 0 => format!("{} kB", bytes / 1_000),
        bytes => format!("{} bytes", thousands(bytes)),
    }
}
