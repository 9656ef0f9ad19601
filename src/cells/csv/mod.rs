//! Reads CSV files: the encoding, the separator, the rows as a spreadsheet counts them, and the cells.

mod decode;
mod error;
mod guard;
mod letters;
mod other;
mod read;
mod rows;
mod separator;
mod sizes;

pub use error::CsvError;

pub(crate) use guard::guarded;
pub(crate) use read::read;
