//! A diagnostic about one cell whose location is not known yet.

use crate::diagnostic::CodeEntry;

/// A diagnostic of a cell; the caller adds the location and the subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) entry: &'static CodeEntry,
    pub(crate) message: String,
}

impl Note {
    pub(crate) fn new(entry: &'static CodeEntry, message: impl Into<String>) -> Self {
        Self { entry, message: message.into() }
    }
}
