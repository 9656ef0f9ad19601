//! CSV files in and out.

mod error;

pub use error::CsvError;

use std::io::Read;

use crate::table::{Grid, Import, ReadOptions, read as read_grid};

/// Reads a plan from a CSV file.
///
/// # Errors
///
/// [`CsvError`] where it is not a sound table of sensible size.
pub fn read(mut reader: impl Read, options: &ReadOptions) -> Result<Import, CsvError> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(read_grid(Grid::default(), options))
}
