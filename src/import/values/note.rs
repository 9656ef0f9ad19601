//! Something to be said of one cell, before it is known where the cell is.

use crate::diagnostic::CodeEntry;

/// What is to be said of a cell: the caller adds the place and the subject.
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
