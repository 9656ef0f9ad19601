//! The words of a date key, kept as written.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DateContext, DateReading, read};

/// The words of a date key, exactly as a council wrote them.
///
/// Reading never alters them, and two are equal only when their words are the same character for character. In JSON a
/// date key is a string, and nothing else.
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
// Not `transparent`: a walk over a document knows a date by this newtype.
pub struct DueDate(String);

impl DueDate {
    /// Keeps `text` as it is.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The words as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the words say, given what `context` adds to them.
    ///
    /// Letter case, runs of space, line breaks, the kind of hyphen, a weekday, a lead such as `by` or `due:`, a note in
    /// brackets that holds no digit, and a closing full stop make no difference. Takes time in proportion to the length
    /// of the words, whatever they are; a day written `2018-03-31` is read without allocation.
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

    /// The phases of a phased cell, as written and in order; the whole text, as one, of any other.
    ///
    /// A cell is phased when a piece of it begins with `Phase` or `Stage` and a number. Pieces are divided by line
    /// breaks, `;`, ` / `, `,` or the next phase. Of a phased cell [`read`](Self::read) gives the last phase that has a
    /// due day; where none has, the last that begins, is ongoing, or is to be confirmed.
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
        read::phases(&self.0).unwrap_or_else(|| vec![self.as_str()])
    }
}

impl From<&str> for DueDate {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for DueDate {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// The day in ISO figures, `2018-03-31`.
impl From<NaiveDate> for DueDate {
    fn from(day: NaiveDate) -> Self {
        Self(day.to_string())
    }
}

/// The words as written.
impl fmt::Display for DueDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
