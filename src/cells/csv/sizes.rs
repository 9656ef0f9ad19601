//! How large a table is while it is read, against the limits.

use super::CsvError;
use super::rows::place;
use crate::cells::SheetLimits;

/// What has been read so far, against the limits.
#[derive(Default)]
pub(super) struct Sizes {
    cells: usize,
    bytes: usize,
}

impl Sizes {
    /// Counts a cell that holds something, and gives its column.
    pub(super) fn take(
        &mut self,
        row: u32,
        column: usize,
        text: &str,
        limits: &SheetLimits,
    ) -> Result<u16, CsvError> {
        if row > limits.rows {
            let what = format!("row {row}: the table has more rows");
            return Err(too_large(&what, limits.rows.into()));
        }
        let narrow = u16::try_from(column).ok().filter(|column| *column < limits.columns);
        let Some(narrow) = narrow else {
            let what = format!("row {row}: the table has more columns");
            return Err(too_large(&what, limits.columns.into()));
        };
        self.cells += 1;
        self.bytes = self.bytes.saturating_add(text.len());
        if self.cells > limits.cells {
            let what = format!("row {row}: the table has more cells that hold something");
            return Err(too_large(&what, limits.cells as u64));
        }
        if self.bytes > limits.text_bytes {
            let what = format!("row {row}: the table has more text, in bytes,");
            return Err(too_large(&what, limits.text_bytes as u64));
        }
        // A letter of several bytes has fewer units than bytes.
        if text.len() > limits.cell_units && text.encode_utf16().count() > limits.cell_units {
            let what = format!("{}: this cell has more letters", place(row, Some(narrow)));
            return Err(too_large(&what, limits.cell_units as u64));
        }
        Ok(narrow)
    }
}

/// What is larger than a limit.
pub(super) fn too_large(what: &str, limit: u64) -> CsvError {
    CsvError::TooLarge { what: what.to_owned(), limit }
}
