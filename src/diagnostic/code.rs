//! Diagnostic codes, their severities, and the entries of the code tables.

use std::fmt;

use serde::Serialize;

use crate::vocabulary::closed_words;

/// The stable kebab-case name of a kind of diagnostic, such as `green-but-overdue`. A code never
/// changes once released, so it is safe to search for, waive and switch off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(&'static str);

impl Code {
    pub(crate) const fn new(code: &'static str) -> Self {
        Self(code)
    }

    /// Returns the code as text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.0)
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

closed_words! {
    /// How much a diagnostic matters, in ascending order.
    Severity {
        /// Worth knowing: good practice that is missing.
        Advice = "advice",
        /// Somebody should look at it before the plan goes to a board.
        Warning = "warning",
        /// The plan contradicts itself, or an inspectorate's recommendation has no action.
        Error = "error",
    }
}

/// Defines a table of codes: a constant for each, and one for all of them.
macro_rules! code_table {
    ($(#[$doc:meta])* $table:ident;
     $($name:ident = $code:literal, $severity:ident, $explanation:literal, $help:literal;)+) => {
        $(pub(crate) const $name: $crate::diagnostic::CodeEntry = $crate::diagnostic::CodeEntry::new(
            $code,
            $crate::diagnostic::Severity::$severity,
            $explanation,
            $help,
        );)+

        $(#[$doc])*
        pub(crate) const $table: &[$crate::diagnostic::CodeEntry] = &[$($name,)+];
    };
}

pub(crate) use code_table;

/// The meaning of a code: an entry of the tables behind the diagnostics and their documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeEntry {
    code: Code,
    severity: Severity,
    explanation: &'static str,
    help: &'static str,
}

impl CodeEntry {
    pub(crate) const fn new(
        code: &'static str,
        severity: Severity,
        explanation: &'static str,
        help: &'static str,
    ) -> Self {
        Self { code: Code::new(code), severity, explanation, help }
    }

    /// Returns the code.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// Returns the default severity.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns what it means and why it matters, in plain language.
    #[must_use]
    pub const fn explanation(&self) -> &'static str {
        self.explanation
    }

    /// Returns what to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        self.help
    }
}
