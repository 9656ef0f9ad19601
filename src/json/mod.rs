//! JSON: documents and plans in and out, with errors that name their place in words.

mod error;
mod expected;
mod format;
mod load_error;
mod objects_only;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod options;
mod place;
mod read;
mod slowly;
mod slowly_access;
mod syntax;
mod told;
mod wording;

pub use error::JsonError;
pub use load_error::LoadError;
