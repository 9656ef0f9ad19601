//! Size limits for tables from outside.

use serde::{Deserialize, Serialize};

use crate::model::setters;
use crate::text::CELL_UNITS;

/// The most rows that a sheet of a workbook can have.
#[cfg(feature = "workbook")]
pub(crate) const SHEET_ROWS: usize = 1_048_576;

/// The most columns that a sheet of a workbook can have.
pub(crate) const SHEET_COLUMNS: usize = 16_384;

/// The size limits of a workbook or a CSV file. A file that exceeds one is refused, with a message that
/// names the limit; nothing is truncated. The defaults are far above any plan and far below what could
/// exhaust a small server.
///
/// ```
/// # use improvement_plan::import::SheetLimits;
/// let limits = SheetLimits::default().with_rows(2_000);
/// assert_eq!(limits.rows, 2_000);
/// assert_eq!(limits.columns, 256);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "limits: an object with numbers")]
#[non_exhaustive]
pub struct SheetLimits {
    /// The largest file, in bytes: 20 MB.
    pub file_bytes: u64,
    /// The most parts in the zip of a workbook: 2,000.
    pub parts: usize,
    /// The largest part once unpacked, in bytes: 64 MB.
    pub part_bytes: u64,
    /// All parts unpacked together, in bytes: 128 MB.
    pub unpacked_bytes: u64,
    /// The most sheets: 100.
    pub sheets: usize,
    /// The last row of a sheet: 50,000.
    pub rows: u32,
    /// The most columns: 256.
    pub columns: u16,
    /// The most cells with content, in all sheets together: 500,000.
    pub cells: usize,
    /// The text of all cells together, in bytes: 32 MB.
    pub text_bytes: usize,
    /// The longest text of a cell, in UTF-16 units as spreadsheets count: 32,767.
    pub cell_units: usize,
}

impl Default for SheetLimits {
    fn default() -> Self {
        Self {
            file_bytes: 20_000_000,
            parts: 2_000,
            part_bytes: 64_000_000,
            unpacked_bytes: 128_000_000,
            sheets: 100,
            rows: 50_000,
            columns: 256,
            cells: 500_000,
            text_bytes: 32_000_000,
            cell_units: CELL_UNITS,
        }
    }
}

setters!(SheetLimits {
    value with_file_bytes(file_bytes: u64);
    value with_parts(parts: usize);
    value with_part_bytes(part_bytes: u64);
    value with_unpacked_bytes(unpacked_bytes: u64);
    value with_sheets(sheets: usize);
    value with_rows(rows: u32);
    value with_columns(columns: u16);
    value with_cells(cells: usize);
    value with_text_bytes(text_bytes: usize);
    value with_cell_units(cell_units: usize);
});

/// The limit that a cell exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excess {
    Cells,
    TextBytes,
    CellUnits,
}

impl SheetLimits {
    /// Refuses a text that is too long for a cell.
    pub(crate) fn check_length(&self, text: &str) -> Result<(), Excess> {
        // A text has at most as many units as bytes.
        let is_short =
            text.len() <= self.cell_units || text.encode_utf16().count() <= self.cell_units;
        if is_short { Ok(()) } else { Err(Excess::CellUnits) }
    }
}

/// Running totals over all sheets of a file.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    cells: usize,
    text_bytes: usize,
}

impl Totals {
    pub(crate) fn add_cell(&mut self, limits: &SheetLimits) -> Result<(), Excess> {
        self.cells += 1;
        if self.cells > limits.cells { Err(Excess::Cells) } else { Ok(()) }
    }

    pub(crate) fn add_text(&mut self, text: &str, limits: &SheetLimits) -> Result<(), Excess> {
        self.text_bytes = self.text_bytes.saturating_add(text.len());
        if self.text_bytes > limits.text_bytes { Err(Excess::TextBytes) } else { Ok(()) }
    }
}
