//! The acceptance of a diagnostic by a waiver.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::text::day;

/// Why and for how long a waiver of the document accepts a diagnostic.
///
/// If several waivers accept it, this is of the one that lasts longest. Displays as `Post filled 1 December (until
/// 1 December 2026)`. `Debug` does not show the reason.
///
/// Serialises as `reason` (as written, or null) and `expires` (the last day on which it is accepted, or null if
/// there is none).
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Waived {
    reason: Option<String>,
    expires: Option<NaiveDate>,
}

impl Waived {
    pub(crate) fn new(reason: Option<String>, expires: Option<NaiveDate>) -> Self {
        Self { reason, expires }
    }

    /// Returns the reason, unless the waiver gives none.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// Returns the last day on which it is accepted, or `None` if the waiver has no end.
    #[must_use]
    pub fn expires(&self) -> Option<NaiveDate> {
        self.expires
    }
}

impl fmt::Display for Waived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason().map_or("no reason is given", str::trim))?;
        match self.expires {
            Some(expires) => write!(f, " (until {})", day(expires)),
            None => f.write_str(" (no end is given)"),
        }
    }
}

/// Shows no text of the plan.
impl fmt::Debug for Waived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waived").field("expires", &self.expires).finish_non_exhaustive()
    }
}
