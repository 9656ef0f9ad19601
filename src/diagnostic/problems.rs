//! Collects what is said while a table is read.

use crate::diagnostic::{CodeEntry, Diagnostic, Location};

/// What is said while a table is read, in the order in which it is met.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Diagnostic>);

impl Problems {
    /// Says something of a place, with the help of its table.
    pub(crate) fn report(
        &mut self,
        entry: &CodeEntry,
        place: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        let CodeEntry { code, severity, help, .. } = *entry;
        self.0.push(Diagnostic::new(code, severity, place, subject, message, help));
    }

    /// Whether something was said of a place.
    pub(crate) fn has_reported(&self, entry: &CodeEntry, place: &Location) -> bool {
        self.0.iter().any(|one| one.code() == entry.code && one.location() == place)
    }

    pub(crate) fn add(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(diagnostics);
    }

    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
