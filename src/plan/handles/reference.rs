//! What a record is quoted by, ready to print.

use std::fmt;

use crate::text::written;

/// The reference of a record, as written. Printed, a record without one says so: a recommendation
/// names its source (`ofsted-2026, unnumbered`), another says `no reference`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference<'p> {
    written: Option<&'p str>,
    source: Option<&'p str>,
}

impl<'p> Reference<'p> {
    pub(crate) fn new(reference: Option<&'p String>) -> Self {
        Self { written: written(reference), source: None }
    }

    pub(crate) fn within(self, source: Option<&'p str>) -> Self {
        Self { source: source.map(str::trim), ..self }
    }

    /// The reference exactly as written, where there is one.
    #[must_use]
    pub fn as_str(self) -> Option<&'p str> {
        self.written
    }
}

impl fmt::Display for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.written, self.source) {
            (Some(reference), _) => f.pad(reference.trim()),
            (None, Some(source)) => f.pad(&format!("{source}, unnumbered")),
            (None, None) => f.pad("no reference"),
        }
    }
}
