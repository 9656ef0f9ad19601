//! CSV files in and out: encodings, separators, quotation marks, and the mark against formulas. It
//! knows cells, and not what they mean.

mod actions;
mod decode;
mod error;
mod guard;
mod other;
mod read;
mod rows;
mod separator;
mod star;
mod write;

pub use actions::{Utf8, write_actions};
pub use error::CsvError;
pub use read::read;
pub use star::{StarFile, star};
