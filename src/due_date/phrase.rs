//! The text of a due date, kept as written.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, ToSmolStr};

use super::{DateContext, DateReading, read};

/// A due date, or any other date of a plan, exactly as the council wrote it.
///
/// Reading never changes the text, and two values are equal only if their texts are identical. In JSON it is a string.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use improvement_plan::due_date::{DateContext, DueDate};
///
/// let due: DueDate = serde_json::from_str("\" End  Oct 03\"")?;
/// assert_eq!(due.as_str(), " End  Oct 03");
/// assert_eq!(due.read(&DateContext::new()).due_day().unwrap().to_string(), "2003-10-31");
/// assert!(serde_json::from_str::<DueDate>("20031031").is_err());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
// Not `transparent`: code that walks a document recognises a date by this newtype. A plan has several dates an action,
// nearly all of them short, so a short text is kept in place and not allocated.
pub struct DueDate(#[cfg_attr(feature = "schema", schemars(with = "String"))] SmolStr);

impl DueDate {
    /// The name by which serde knows a date.
    pub(crate) const NAME: &str = "DueDate";

    /// Creates a date from its text, which is kept as it is.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into())
    }

    /// Returns the text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Interprets the text, using `context` for what the text does not state.
    ///
    /// These make no difference: letter case, repeated spaces, line breaks, the kind of hyphen, a weekday, an
    /// introduction such as `by` or `due:`, a note in brackets without a digit, and a final full stop. The time taken
    /// is linear in the length of the text. A date written as `2018-03-31` or `31/03/2018` is read without
    /// allocation.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate};
    ///
    /// let context = DateContext::new();
    /// for words in ["2018-04-03", "03/04/2018", "3.4.18", "by Tues 3rd of April 2018.", "APRIL 3, 2018 (LOGI)"] {
    ///     assert_eq!(DueDate::new(words).read(&context).due_day(), Some("2018-04-03".parse()?), "{words}");
    /// }
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn read(&self, context: &DateContext) -> DateReading {
        read::reading(&self.0, context)
    }

    /// Returns the phases of a phased date as written and in order, or the whole text if the date has no phases.
    ///
    /// A date is phased if one of its parts begins with `Phase` or `Stage` and a number. Line breaks, `;`, ` / `, `,`
    /// and the next phase separate the parts. For a phased date, [`read`](Self::read) returns the last phase with a due
    /// day or, if there is none, the last phase that has a start, is ongoing or is to be confirmed. A year out of range
    /// in any phase gives [`DateReading::OutOfRange`].
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate};
    ///
    /// let due = DueDate::new("Phase 1 completed / Phase 2 Mar 2017");
    /// assert_eq!(due.phases(), ["Phase 1 completed", "Phase 2 Mar 2017"]);
    /// assert_eq!(due.read(&DateContext::new()).due_day(), Some("2017-03-31".parse()?));
    /// assert_eq!(DueDate::new("June/July 2012").phases(), ["June/July 2012"]);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn phases(&self) -> Vec<&str> {
        read::written_phases(&self.0).unwrap_or_else(|| vec![self.as_str()])
    }
}

impl From<&str> for DueDate {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for DueDate {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// Writes the day in ISO format, `2018-03-31`.
impl From<NaiveDate> for DueDate {
    fn from(day: NaiveDate) -> Self {
        Self(day.to_smolstr())
    }
}

/// Writes the text as written.
impl fmt::Display for DueDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
