//! Collections of diagnostics: finished, in document order, and still growing while a table is
//! read.

use std::fmt;
use std::slice;
use std::vec;

use serde::Serialize;

use super::{Code, Diagnostic, Severity};
#[cfg(any(feature = "csv", feature = "workbook"))]
use super::{CodeEntry, Location};

/// Diagnostics in document order. Displays one a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
#[must_use]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>) -> Self {
        Self(diagnostics)
    }

    /// Returns the number of diagnostics.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the diagnostics in document order.
    pub fn iter(&self) -> slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Counts the diagnostics of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Keeps the diagnostics of at least this severity.
    pub fn at_least(self, severity: Severity) -> Self {
        let mut kept = self.0;
        kept.retain(|diagnostic| diagnostic.severity() >= severity);
        Self(kept)
    }

    /// Iterates over the diagnostics with a code, in document order.
    pub fn of_code<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Diagnostic> {
        self.iter().filter(move |diagnostic| diagnostic.code() == code)
    }

    /// Groups the diagnostics by code. Groups are ordered by severity (most severe first), then by
    /// frequency (most frequent first), then by code.
    #[must_use]
    pub fn by_code(&self) -> Vec<(Code, Vec<&Diagnostic>)> {
        let mut sorted: Vec<&Diagnostic> = self.iter().collect();
        sorted.sort_by_key(|diagnostic| diagnostic.code());
        let mut groups: Vec<(Code, Vec<&Diagnostic>)> = sorted
            .chunk_by(|left, right| left.code() == right.code())
            .filter_map(|group| Some((group.first()?.code(), group.to_vec())))
            .collect();
        groups.sort_by_key(|(code, group)| {
            let worst = group.iter().map(|diagnostic| diagnostic.severity()).max();
            (std::cmp::Reverse(worst), std::cmp::Reverse(group.len()), *code)
        });
        groups
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, diagnostic) in self.iter().enumerate() {
            if position > 0 {
                writeln!(f)?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

/// The diagnostics reported while a table is read, in the order they occur.
#[cfg(any(feature = "csv", feature = "workbook"))]
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Diagnostic>);

#[cfg(any(feature = "csv", feature = "workbook"))]
impl Problems {
    /// Adds a diagnostic for a place, with the severity and help of its code.
    pub(crate) fn report(
        &mut self,
        entry: &CodeEntry,
        place: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        let (code, severity) = (entry.code(), entry.severity());
        self.0.push(Diagnostic::new(code, severity, place, subject, message, entry.help()));
    }

    /// Returns whether a code was reported for a place.
    pub(crate) fn has_reported(&self, entry: &CodeEntry, place: &Location) -> bool {
        self.0.iter().any(|one| one.code() == entry.code() && one.location() == place)
    }

    pub(crate) fn add(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(diagnostics);
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
