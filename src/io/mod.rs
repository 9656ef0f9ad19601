//! The only code that knows a file format: from bytes or text to a document and back, with errors
//! that say where and in plain words. It holds no opinion on what the document says.

#[cfg(feature = "csv")]
pub mod csv;
#[cfg(feature = "json")]
mod json;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod sniff;
#[cfg(feature = "workbook")]
pub mod workbook;

#[cfg(feature = "json")]
pub use json::{JsonError, LoadError};
