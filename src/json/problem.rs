//! A problem of a text, before its line and column are counted.

use super::codes;
use super::findings::{Finding, LISTED};
use super::message::explain;
use crate::diagnostic::{CodeEntry, Diagnostic, Location, Step};

/// A problem at a byte offset of the text.
#[derive(Clone)]
pub(super) struct Problem {
    pub(super) entry: &'static CodeEntry,
    pub(super) path: Vec<Step>,
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) help: String,
}

impl Problem {
    pub(super) fn of(finding: Finding, text: &str) -> Self {
        let written = text.get(finding.bytes.clone()).unwrap_or_default();
        let (entry, message, help) = explain(&finding.kind, written);
        Self { entry, path: finding.path, offset: finding.bytes.start, message, help }
    }

    /// Converts to a diagnostic of the whole document.
    pub(super) fn into_diagnostic(self) -> Diagnostic {
        let Self { entry, path, message, help, .. } = self;
        let (code, severity) = (entry.code(), entry.severity());
        Diagnostic::new(code, severity, Location::new(path), "the plan", message, help)
    }
}

/// Returns the diagnostic that stands for those that are not listed.
pub(super) fn more(number: usize) -> Diagnostic {
    let (code, severity, help) = (codes::MORE.code(), codes::MORE.severity(), codes::MORE.help());
    let number = crate::text::thousands(number);
    let message = format!(
        "{number} more problems are not listed, and links and references were not checked, because \
         the text has more than {LISTED} problems"
    );
    Diagnostic::new(code, severity, Location::default(), "the plan", message, help)
}
