//! Reads CSV files: the encoding, the separator, the rows as a spreadsheet counts them, and the cells.

mod decode;
mod error;
mod formula_guard;
mod other_file;
mod read;
mod rows;
mod separator;

pub use error::CsvError;

pub(crate) use formula_guard::guarded;
pub(crate) use read::read;
