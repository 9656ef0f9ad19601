//! What a phrase needs to be read that its own words leave out.

use std::ops::RangeInclusive;

use super::DateSpan;
use crate::vocabulary::closed_words;
use chrono::NaiveDate;

/// The first and last year of dates that are believed unless the caller says otherwise.
const USUAL_YEARS: (i32, i32) = (1900, 2199);

/// Years that four digits can write; no context widens what is read beyond them.
const WRITABLE_YEARS: RangeInclusive<i32> = 0..=9999;

closed_words! {
    /// Which quarters `Q1` to `Q4` are.
    ///
    /// English councils count them from April, with their financial year, so that is the default. A label such as
    /// `2017/18` is a financial year under either convention.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate, Quarters};
    ///
    /// let q1 = DueDate::new("Q1 2017");
    /// let financial = DateContext::new();
    /// let calendar = DateContext::new().with_quarters(Quarters::Calendar);
    /// assert_eq!(q1.read(&financial).due_day().unwrap().to_string(), "2017-06-30");
    /// assert_eq!(q1.read(&calendar).due_day().unwrap().to_string(), "2017-03-31");
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Quarters {
        /// Q1 is April to June and Q4 is January to March of the next year; `Q1 2017` is in the year that begins in 2017.
        #[default]
        Financial = "financial",
        /// Q1 is January to March.
        Calendar = "calendar",
    }
}

/// What is known about a plan that helps to read its dates.
///
/// A new context knows nothing but the defaults: no period, financial quarters, no start, the years 1900 to 2199.
///
/// ```
/// use improvement_plan::due_date::{DateContext, DateReading, DueDate};
///
/// let march = DueDate::new("31 March");
/// assert_eq!(march.read(&DateContext::new()), DateReading::YearUnstated);
///
/// let plan = DateContext::new().with_period("2017-09-01".parse()?, "2018-08-31".parse()?);
/// assert_eq!(march.read(&plan).due_day(), Some("2018-03-31".parse()?));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateContext {
    period: Option<(NaiveDate, NaiveDate)>,
    quarters: Quarters,
    start: Option<DateSpan>,
    first_year: i32,
    last_year: i32,
}

impl Default for DateContext {
    fn default() -> Self {
        Self::new()
    }
}

impl DateContext {
    /// A context with no period, financial quarters, no start, and the years 1900 to 2199.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            period: None,
            quarters: Quarters::Financial,
            start: None,
            first_year: USUAL_YEARS.0,
            last_year: USUAL_YEARS.1,
        }
    }

    /// Sets the period, both days included, within which a missing year is found.
    ///
    /// A year is filled in when exactly one choice puts the whole of the date inside the period; when none does, when
    /// exactly one overlaps it. A period that ends before it starts holds no day, so no year is found.
    #[must_use]
    pub const fn with_period(mut self, start: NaiveDate, end: NaiveDate) -> Self {
        self.period = Some((start, end));
        self
    }

    /// Sets which quarters `Q1` to `Q4` are.
    #[must_use]
    pub const fn with_quarters(mut self, quarters: Quarters) -> Self {
        self.quarters = quarters;
        self
    }

    /// Sets the day, or the stretch of days, from which a length such as `for 6 months` is counted.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DateSpan, DueDate};
    ///
    /// let context = DateContext::new().with_start(DateSpan::day("2017-10-02".parse()?));
    /// assert_eq!(DueDate::new("for 6 months").read(&context).due_day(), Some("2018-04-02".parse()?));
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn with_start(mut self, start: DateSpan) -> Self {
        self.start = Some(start);
        self
    }

    /// Sets the years, both included, outside which a date is [`OutOfRange`](super::DateReading::OutOfRange).
    ///
    /// Years that four digits cannot write (before 0 or after 9999) stay out of range whatever is set here.
    #[must_use]
    pub const fn with_years(mut self, years: RangeInclusive<i32>) -> Self {
        self.first_year = *years.start();
        self.last_year = *years.end();
        self
    }

    /// The first and last day of the period, where one is set.
    #[must_use]
    pub const fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.period
    }

    /// Which quarters `Q1` to `Q4` are.
    #[must_use]
    pub const fn quarters(&self) -> Quarters {
        self.quarters
    }

    /// The day or days from which a length of time is counted, where they are known.
    #[must_use]
    pub const fn start(&self) -> Option<DateSpan> {
        self.start
    }

    /// The years that are believed.
    #[must_use]
    pub const fn years(&self) -> RangeInclusive<i32> {
        self.first_year..=self.last_year
    }

    pub(super) fn allows(&self, year: i32) -> bool {
        WRITABLE_YEARS.contains(&year) && self.years().contains(&year)
    }
}
