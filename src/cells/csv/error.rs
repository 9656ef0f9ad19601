//! Why a CSV file was refused.

use crate::diagnostic::Location;
use crate::text::thousands;

/// Why a CSV file was refused, in text for the person who sent it: what the file is or what is wrong in
/// it, where, and what to do.
///
/// It is neither `Clone` nor `PartialEq`, because [`std::io::Error`] is neither.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The file could not be read.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
    /// The file is empty.
    #[error("the file is empty; save the table again as CSV UTF-8")]
    Empty,
    /// No cell has content.
    #[error("no cell of this file holds anything; save the sheet with the plan as CSV UTF-8")]
    Blank,
    /// The file is of another kind, whatever its name says.
    #[error("this is {what}, not a CSV file; {help}")]
    #[non_exhaustive]
    OtherFile {
        /// What the file is.
        what: &'static str,
        /// What to do with it.
        help: &'static str,
    },
    /// The file, or something in it, exceeds a limit. Nothing is truncated.
    #[error(
        "{what} than the limit, which is {}; remove what is not part of the plan, or raise the limit",
        thousands(*limit)
    )]
    #[non_exhaustive]
    TooLarge {
        /// What is too large, and where: `row 7, column "C": this cell has more characters`.
        what: String,
        /// The limit that was exceeded.
        limit: u64,
    },
    /// The file contains bytes or characters that are not text.
    #[error("{place}: {what}; {help}")]
    #[non_exhaustive]
    Unreadable {
        /// The location.
        place: Location,
        /// What is there.
        what: String,
        /// What to do.
        help: &'static str,
    },
    /// A quotation mark opens a cell and is never closed.
    #[error(
        "{place}: a quotation mark opens this cell and none closes it, so everything after it would \
         be one cell; close it, or write a quotation mark that is part of the words twice"
    )]
    #[non_exhaustive]
    UnclosedQuote {
        /// The location.
        place: Location,
    },
}

impl CsvError {
    pub(super) fn too_large(what: impl Into<String>, limit: u64) -> Self {
        Self::TooLarge { what: what.into(), limit }
    }
}
