//! What is said about a document: a stable code, a severity, a place, a subject, a message with the
//! value that was found, and help that says what to do. It knows nothing of plans or rules.
//!
//! Errors stop a call; diagnostics describe data. They are different types.

mod code;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod diagnostic;
mod diagnostics;
mod entry;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) mod import_codes;
mod location;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod problems;
mod severity;

pub use code::Code;
pub use diagnostic::Diagnostic;
pub use diagnostics::Diagnostics;
pub use entry::CodeEntry;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use location::column_letters;
pub use location::{Location, Step};
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use problems::Problems;
pub use severity::Severity;
