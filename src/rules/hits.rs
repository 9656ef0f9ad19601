//! The diagnostics of one rule. If a field is empty everywhere, one line replaces many.

use crate::diagnostic::{CodeEntry, Diagnostic, Location, Severity, Step};

/// The diagnostics of one rule.
pub(crate) struct Hits {
    entry: CodeEntry,
    found: Vec<Diagnostic>,
    /// The number of diagnostics that can no longer be folded.
    settled: usize,
}

impl Hits {
    pub(crate) fn new(entry: CodeEntry) -> Self {
        Self { entry, found: Vec::new(), settled: 0 }
    }

    /// Adds a diagnostic with the severity of the table.
    pub(crate) fn add(
        &mut self,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.add_as(self.entry.severity, location, subject, message);
    }

    /// Adds a diagnostic with another severity than the rule's usual one.
    pub(crate) fn add_as(
        &mut self,
        severity: Severity,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.found.push(Diagnostic::new(
            self.entry.code,
            severity,
            location,
            subject,
            message,
            self.entry.help,
        ));
    }

    /// Adds a diagnostic with its own help.
    pub(crate) fn add_with_help(
        &mut self,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        help: &'static str,
    ) {
        let (code, severity) = (self.entry.code, self.entry.severity);
        self.found.push(Diagnostic::new(code, severity, location, subject, message, help));
    }

    /// If all of several records have a diagnostic, replaces these with one for the whole plan (`none
    /// of the 41 actions has a RAG`). Considers the diagnostics added since the last call, so that
    /// actions can be folded first and then milestones.
    pub(crate) fn fold_if_all(
        &mut self,
        looked_at: usize,
        list: &'static str,
        message: impl FnOnce(usize) -> String,
    ) {
        if looked_at > 1 && self.found.len() - self.settled == looked_at {
            let new = self.found.iter().skip(self.settled);
            let severity = new.map(Diagnostic::severity).max();
            self.found.truncate(self.settled);
            let location = Location::new([Step::Key(list)]);
            let severity = severity.unwrap_or(self.entry.severity);
            self.add_as(severity, location, "the plan", message(looked_at));
        }
        self.settled = self.found.len();
    }

    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }
}
