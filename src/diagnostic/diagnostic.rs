//! A single diagnostic.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::{Code, Location, Severity};

/// A report about a document: what it is, where, how much it matters and what to do.
///
/// Displays as one line, `warning[green-but-overdue] actions[7].rag: …`, without the help.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Diagnostic {
    code: Code,
    severity: Severity,
    location: Location,
    subject: String,
    message: String,
    help: Cow<'static, str>,
}

impl Diagnostic {
    pub(crate) fn new(
        code: Code,
        severity: Severity,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            code,
            severity,
            location,
            subject: subject.into(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns the severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns where in the document it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Returns what it is about, as people call it: `action 3.1`. A waiver names its subject in the
    /// same way.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Returns what was found.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn at(self, location: Location) -> Self {
        Self { location, ..self }
    }

    /// Replaces the message and the help, if given.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn with_wording(self, message: Option<String>, help: Option<String>) -> Self {
        Self {
            message: message.unwrap_or(self.message),
            help: help.map_or(self.help, Cow::Owned),
            ..self
        }
    }

    pub(crate) fn set_severity(&mut self, severity: Severity) {
        self.severity = severity;
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {}: {}", self.severity, self.code, self.location, self.message)
    }
}
