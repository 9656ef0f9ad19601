//! What a date key says: a stretch of days, a state without a day, or why it says neither.

use chrono::NaiveDate;

use super::Unreadable;

/// A stretch of days, both ends included; a single day is a stretch of one.
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
    /// The stretch that is one day.
    #[must_use]
    pub const fn day(day: NaiveDate) -> Self {
        Self { earliest: day, latest: day }
    }

    /// The stretch from `earliest` to `latest`, both included; `None` when `latest` comes first.
    #[must_use]
    pub fn new(earliest: NaiveDate, latest: NaiveDate) -> Option<Self> {
        (earliest <= latest).then_some(Self { earliest, latest })
    }

    /// The first day.
    #[must_use]
    pub const fn earliest(self) -> NaiveDate {
        self.earliest
    }

    /// The last day, never before the first.
    #[must_use]
    pub const fn latest(self) -> NaiveDate {
        self.latest
    }
}

/// What the words of a date key say.
///
/// Only [`Due`](Self::Due) has a due day. *Ongoing* and *to be confirmed* can never be overdue, but are states of
/// their own so that they can be counted and shown.
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
    /// Due within these days, and so on the last of them.
    Due(DateSpan),
    /// Begins within these days and has no stated end: `From Oct 03`, `April 2018 onwards`.
    From(DateSpan),
    /// Some day of the seven that begin on the stated one: `w/c 9 October 2017`. The start of a week is not a due day.
    WeekCommencing(DateSpan),
    /// Goes on without end: `ongoing`, `continuous`, `rolling programme`.
    Ongoing,
    /// Not decided yet: `TBC`, `to be agreed`.
    ToBeConfirmed,
    /// Wanted at once, with no day that could be checked: `ASAP`, `immediately`.
    AsSoonAsPossible,
    /// Nothing was written.
    Missing,
    /// A date without its year, where the context's period leaves no choice or more than one.
    YearUnstated,
    /// A date whose year is outside [`DateContext::years`](super::DateContext::years). In figures this holds for a
    /// year of any number of digits, and comes before every other fault of the date.
    OutOfRange,
    /// None of these, and why.
    Unreadable(Unreadable),
}

impl DateReading {
    /// The day it falls due: the last day of [`Due`](Self::Due), and of nothing else.
    #[must_use]
    pub const fn due_day(self) -> Option<NaiveDate> {
        match self.span() {
            Some(span) => Some(span.latest()),
            None => None,
        }
    }

    /// The first day the words allow: of `Due`, `From` and `WeekCommencing`.
    #[must_use]
    pub const fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Due(span) | Self::From(span) | Self::WeekCommencing(span) => {
                Some(span.earliest())
            }
            _ => None,
        }
    }

    /// The last day the words allow: of `Due` and `WeekCommencing`. What begins and has no stated end has none.
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

    /// The days within which it falls due: of [`Due`](Self::Due), and of nothing else.
    #[must_use]
    pub const fn span(self) -> Option<DateSpan> {
        match self {
            Self::Due(span) => Some(span),
            _ => None,
        }
    }
}
