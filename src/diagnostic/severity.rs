//! How much a diagnostic matters.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a diagnostic matters, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing: good practice that is missing.
    Advice,
    /// Somebody should look at it before the plan goes to a board.
    Warning,
    /// The plan contradicts itself, or an inspector's recommendation has nobody on it.
    Error,
}

impl Severity {
    /// Every severity, from the least to the most.
    pub const ALL: &'static [Self] = &[Self::Advice, Self::Warning, Self::Error];

    /// The word that is printed and written to JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
