//! What is said about a document: a stable code, a severity, a place, a subject, a message with the
//! value that was found, and help that says what to do. It knows nothing of plans or rules.
//!
//! Errors stop a call; diagnostics describe data. They are different types.

mod code;
mod entry;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) mod import_codes;
mod list;
mod location;
mod one;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod problems;
mod severity;

pub use code::Code;
pub use entry::CodeEntry;
pub use list::Diagnostics;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use location::column_letters;
pub use location::{Location, Step};
pub use one::Diagnostic;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use problems::Problems;
pub use severity::Severity;
