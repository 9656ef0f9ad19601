//! Opens any workbook: one of ours is read back exactly, in any other the tables are looked for.

use std::io::Read;

use super::read as working;
use crate::cells::xlsx::{self, WorkbookError};
use crate::import::{self, Import, ReadOptions};

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
    let grid = xlsx::read(reader, &options.limits)?;
    if working::is_working(&grid) {
        return Ok(working::read(&grid, options));
    }
    Ok(import::read(grid, options))
}
