//! The stable name of a kind of diagnostic, and what it means: one row of a table of codes.

use std::fmt;

use serde::Serialize;

use super::Severity;

/// The stable kebab-case name of a kind of diagnostic, such as `green-but-overdue`. It never changes
/// once released, so that it can be searched for, waived and switched off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(&'static str);

impl Code {
    pub(crate) const fn new(code: &'static str) -> Self {
        Self(code)
    }

    /// The code as it is printed.
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

/// What a code means: one row of the tables from which the diagnostics and their documentation are
/// made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CodeEntry {
    /// The code.
    pub code: Code,
    /// How much it matters unless it is overridden.
    pub severity: Severity,
    /// What it means and why it matters, in words a councillor understands.
    pub explanation: &'static str,
    /// What to do about it.
    pub help: &'static str,
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
}
