//! Why a CSV file was refused.

use crate::diagnostic::Location;
use crate::text::thousands;

/// Why a CSV file was refused, in words for the person who sent it: what it is or what is wrong in it,
/// where, and what to do.
///
/// It is neither `Clone` nor `PartialEq`, because [`std::io::Error`] is neither.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// It could not be read from where it is.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
    /// It holds not one byte.
    #[error("the file is empty; save the table again as CSV UTF-8")]
    Empty,
    /// No cell of it holds anything.
    #[error("no cell of this file holds anything; save the sheet with the plan as CSV UTF-8")]
    Blank,
    /// It is some other kind of file, whatever its name says.
    #[error("this is {what}, not a CSV file; {help}")]
    #[non_exhaustive]
    OtherFile {
        /// What it is.
        what: &'static str,
        /// What to do with it.
        help: &'static str,
    },
    /// It, or something in it, is larger than what is read. Nothing is cut.
    #[error(
        "{what} than the limit, which is {}; remove what is not part of the plan, or raise the limit",
        thousands(*limit)
    )]
    #[non_exhaustive]
    TooLarge {
        /// What is too large, and where: `row 7, column "C": this cell has more characters`.
        what: String,
        /// The limit that it passes.
        limit: u64,
    },
    /// Something in it is no letter of a text.
    #[error("{place}: {what}; {help}")]
    #[non_exhaustive]
    Unreadable {
        /// Where it is.
        place: Location,
        /// What stands there.
        what: String,
        /// What to do.
        help: &'static str,
    },
    /// A quotation mark opens a cell and no other closes it.
    #[error(
        "{place}: a quotation mark opens this cell and none closes it, so everything after it would \
         be one cell; close it, or write a quotation mark that is part of the words twice"
    )]
    #[non_exhaustive]
    UnclosedQuote {
        /// Where it is.
        place: Location,
    },
}

impl CsvError {
    pub(super) fn too_large(what: impl Into<String>, limit: u64) -> Self {
        Self::TooLarge { what: what.into(), limit }
    }
}
