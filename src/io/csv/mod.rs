//! CSV files in and out: encodings, separators, quotation marks, and the mark against formulas. It
//! knows cells, and not what they mean.

mod decode;
mod error;
mod guard;
mod other;
mod read;
mod rows;
mod separator;

pub use error::CsvError;
pub use read::read;
