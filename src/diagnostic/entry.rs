//! One row of a table of codes.

use super::{Code, Severity};

/// What a code means: one row of the tables from which the diagnostics and their documentation are
/// made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeEntry {
    /// The code.
    pub code: Code,
    /// How much it matters unless told otherwise.
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
