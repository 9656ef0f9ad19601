//! How many cells and how much text all sheets together may still hold.

use super::WorkbookError;
use super::words::bytes;
use crate::cells::SheetLimits;
use crate::diagnostic::Location;
use crate::text::thousands;

/// What all sheets together have held so far.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
}

/// Which limit a cell passes.
#[derive(Debug)]
pub(super) enum Over {
    Cells(usize),
    Text(usize),
    Units(usize),
}

impl Budget {
    pub(super) fn cell(&mut self, limits: &SheetLimits) -> Result<(), Over> {
        self.cells += 1;
        if self.cells > limits.cells { Err(Over::Cells(limits.cells)) } else { Ok(()) }
    }

    pub(super) fn text(&mut self, text: &str, limits: &SheetLimits) -> Result<(), Over> {
        // A text has at most as many units as bytes.
        if text.len() > limits.cell_units && text.encode_utf16().count() > limits.cell_units {
            return Err(Over::Units(limits.cell_units));
        }
        self.text += text.len();
        if self.text > limits.text_bytes { Err(Over::Text(limits.text_bytes)) } else { Ok(()) }
    }
}

impl Over {
    pub(super) fn error(self, place: &Location) -> WorkbookError {
        match self {
            Self::Cells(most) => WorkbookError::too_large(
                format!(
                    "with {place} the workbook has more than {} cells that hold something or have \
                     a colour, the most that are read",
                    thousands(most)
                ),
                "keep only the sheets of the plan, and save it again",
            ),
            Self::Text(most) => WorkbookError::too_large(
                format!(
                    "with {place} the texts of all cells together take more than {}, the most that \
                     is read",
                    bytes(u64::try_from(most).unwrap_or(u64::MAX))
                ),
                "keep only the sheets of the plan, and save it again",
            ),
            Self::Units(most) => WorkbookError::too_large(
                format!(
                    "{place} holds a text of more than {} letters, the most that a cell may hold",
                    thousands(most)
                ),
                "shorten it, or put part of it into another cell, and save it again",
            ),
        }
    }
}
