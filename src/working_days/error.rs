//! What cannot be known: a day outside the years whose bank holidays are known, and years that are missing.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::text;

/// The error for a question that needs a day whose bank holidays are not known.
///
/// ```
/// use improvement_plan::NaiveDate;
/// use improvement_plan::working_days::WorkingDays;
///
/// let days = WorkingDays::england_and_wales();
/// let new_year: NaiveDate = "2028-01-03".parse()?;
/// let outside = days.is_working_day(new_year).unwrap_err();
/// assert_eq!(outside.day(), new_year);
/// assert_eq!(
///     outside.to_string(),
///     "3 January 2028 is outside the range of known bank holidays, 1 January 2010 to 31 December 2027"
/// );
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error(
    "{} is outside the range of known bank holidays, {} to {}",
    text::day(self.day), text::day(self.first), text::day(self.last)
)]
pub struct OutsideRange {
    day: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
}

impl OutsideRange {
    pub(super) const fn new(day: NaiveDate, first: NaiveDate, last: NaiveDate) -> Self {
        Self { day, first, last }
    }

    /// Returns the day that was needed. For a count that leads out of the range, this is the first day beyond
    /// it.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        self.day
    }

    /// Returns the days whose bank holidays are known, both ends included.
    #[must_use]
    pub const fn range(self) -> RangeInclusive<NaiveDate> {
        self.first..=self.last
    }
}

/// The error for joining two ranges of years with a gap between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the bank holidays of {} are missing; add a file that has them", years(*.first, *.last))]
pub struct MissingYears {
    first: i32,
    last: i32,
}

impl MissingYears {
    pub(super) const fn new(first: i32, last: i32) -> Self {
        Self { first, last }
    }

    /// Returns the years that are missing, both ends included.
    #[must_use]
    pub const fn years(self) -> RangeInclusive<i32> {
        self.first..=self.last
    }
}

fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}
