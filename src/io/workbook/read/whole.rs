//! Reads a whole workbook.

use std::io::Read;

use super::super::{WorkbookError, template};
use super::grid::grid;
use super::words::bytes as in_words;
use crate::table::{Grid, Import, ReadOptions, SheetLimits, read as read_grid};

/// Reads a plan from a workbook (`.xlsx` or `.xlsm`).
///
/// What a formula gave when the workbook was last saved is what counts. Hidden sheets and rows are read.
///
/// # Errors
///
/// [`WorkbookError`] where it is another kind of file, locked, damaged, or larger than the limits of
/// the options, and where no cell holds anything. What can be read and is odd is no error: the
/// [`Import`] says it.
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, WorkbookError> {
    let grid = cells(reader, &options.limits)?;
    if template::is_working(&grid) {
        return Ok(template::read(&grid, options));
    }
    Ok(read_grid(grid, options))
}

/// The cells of a workbook.
fn cells(reader: impl Read, limits: &SheetLimits) -> Result<Grid, WorkbookError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file_bytes {
        return Err(WorkbookError::too_large(
            format!(
                "the file is larger than {}, the most that is read",
                in_words(limits.file_bytes)
            ),
            "delete pictures and sheets that are not part of the plan, and save it again",
        ));
    }
    grid(bytes, limits)
}
