//! The reading of a due date: a range of days, a state without a day, or the reason it has neither.

use chrono::NaiveDate;

use super::Unreadable;

/// A range of days, including both ends. A single day is a range of one.
///
/// ```
/// use improvement_plan::due_date::DateSpan;
///
/// let (first, last) = ("2018-03-01".parse()?, "2018-03-31".parse()?);
/// let march = DateSpan::new(first, last).unwrap();
/// assert_eq!((march.earliest(), march.latest()), (first, last));
/// assert_eq!(DateSpan::new(last, first), None);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateSpan {
    earliest: NaiveDate,
    latest: NaiveDate,
}

impl DateSpan {
    /// Creates a range of one day.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self { earliest: day, latest: day }
    }

    /// Creates the range from `earliest` to `latest`, inclusive. Returns `None` if `latest` is before `earliest`.
    #[must_use]
    pub fn new(earliest: NaiveDate, latest: NaiveDate) -> Option<Self> {
        (earliest <= latest).then_some(Self { earliest, latest })
    }

    /// Returns the first day.
    #[must_use]
    pub const fn earliest(self) -> NaiveDate {
        self.earliest
    }

    /// Returns the last day, which is never before the first.
    #[must_use]
    pub const fn latest(self) -> NaiveDate {
        self.latest
    }

    /// Returns the day, if the range is a single one.
    #[must_use]
    pub fn single_day(self) -> Option<NaiveDate> {
        (self.earliest == self.latest).then_some(self.latest)
    }
}

/// The reading of a due date, as returned by [`DueDate::read`](super::DueDate::read).
///
/// Only [`Due`](Self::Due) has a due day. *Ongoing* and *to be confirmed* are never overdue; they are separate
/// variants so that they can be counted and shown.
///
/// ```
/// use improvement_plan::due_date::{DateContext, DateReading, DueDate};
///
/// let read = |text: &str| DueDate::new(text).read(&DateContext::new());
/// assert_eq!(read("TBC"), DateReading::ToBeConfirmed);
/// assert_eq!(read("  "), DateReading::Missing);
/// assert_eq!(read("31/03/2918"), DateReading::OutOfRange);
/// assert_eq!(read("mid-Nov 2017").due_day().unwrap().to_string(), "2017-11-20");
/// ```
#[non_exhaustive]
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum DateReading {
    /// Due on the last of these days.
    Due(DateSpan),
    /// Starts on one of these days and has no stated end: `From Oct 03`, `April 2018 onwards`.
    From(DateSpan),
    /// In the week that starts on the stated day: `w/c 9 October 2017`. The start of a week is not a due day.
    WeekCommencing(DateSpan),
    /// Has no end: `ongoing`, `continuous`, `rolling programme`.
    Ongoing,
    /// Not yet decided: `TBC`, `to be agreed`.
    ToBeConfirmed,
    /// As soon as possible, which is not a day that can be checked: `ASAP`, `immediately`.
    AsSoonAsPossible,
    /// Empty, or only spaces.
    Missing,
    /// A date without a year, where the period of the context allows no year or more than one.
    YearUnstated,
    /// A date whose year is outside [`DateContext::years`](super::DateContext::years). For a date in digits, this
    /// includes years with any number of digits and takes precedence over every other problem with the date.
    OutOfRange,
    /// None of the above, with the reason.
    Unreadable(Unreadable),
}

impl DateReading {
    /// Returns the due day: the last day of [`Due`](Self::Due), `None` for any other reading.
    #[must_use]
    pub const fn due_day(self) -> Option<NaiveDate> {
        match self.span() {
            Some(span) => Some(span.latest()),
            None => None,
        }
    }

    /// Returns whether the words can be read, whether or not they give a day. False for a text that is
    /// empty or unreadable, and for a date whose year is not stated or out of range.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate};
    ///
    /// let is_readable = |text: &str| DueDate::new(text).read(&DateContext::new()).is_readable();
    /// assert!(is_readable("30 April 2018") && is_readable("TBC"));
    /// assert!(!is_readable("31/02/2018") && !is_readable("30 April 2918") && !is_readable(" "));
    /// ```
    #[must_use]
    pub const fn is_readable(self) -> bool {
        !matches!(self, Self::Missing | Self::YearUnstated | Self::OutOfRange | Self::Unreadable(_))
    }

    /// Returns the first possible day, for `Due`, `From` and `WeekCommencing`.
    #[must_use]
    pub const fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Due(span) | Self::From(span) | Self::WeekCommencing(span) => {
                Some(span.earliest())
            }
            _ => None,
        }
    }

    /// Returns the last possible day, for `Due` and `WeekCommencing`. `From` has none, because it has no stated end.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate};
    ///
    /// let from = DueDate::new("From Oct 03").read(&DateContext::new());
    /// assert_eq!(from.earliest().unwrap().to_string(), "2003-10-01");
    /// assert_eq!(from.latest(), None);
    /// ```
    #[must_use]
    pub const fn latest(self) -> Option<NaiveDate> {
        match self {
            Self::Due(span) | Self::WeekCommencing(span) => Some(span.latest()),
            _ => None,
        }
    }

    /// Returns the day of [`Due`](Self::Due), if it is a single one.
    ///
    /// ```
    /// use improvement_plan::due_date::{DateContext, DueDate};
    ///
    /// let read = |text: &str| DueDate::new(text).read(&DateContext::new());
    /// assert_eq!(read("3 May 2017").single_day(), read("2017-05-03").due_day());
    /// assert_eq!(read("May 2017").single_day(), None);
    /// ```
    #[must_use]
    pub fn single_day(self) -> Option<NaiveDate> {
        self.span().and_then(DateSpan::single_day)
    }

    /// Returns the days of [`Due`](Self::Due), `None` for any other reading.
    #[must_use]
    pub const fn span(self) -> Option<DateSpan> {
        match self {
            Self::Due(span) => Some(span),
            _ => None,
        }
    }
}
