//! The reasons why a text cannot be read as a date.

use std::fmt;

/// The reason why a date cannot be read as a day or a known state.
///
/// The `Display` form is a clause for council officers, to be printed after the text of the date.
///
/// ```
/// use improvement_plan::due_date::{DateContext, DateReading, DueDate, Unreadable};
///
/// let due = DueDate::new("31/02/2018");
/// let DateReading::Unreadable(reason) = due.read(&DateContext::new()) else { unreachable!() };
/// assert_eq!(reason, Unreadable::NotADay);
/// assert_eq!(format!("\"{due}\": {reason}"), "\"31/02/2018\": there is no such day");
/// ```
#[non_exhaustive]
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unreadable {
    /// A day, month or quarter that does not exist: `31/02/2018`, `04/13/2018`, `13/2018`, `Q5 2017/18`.
    NotADay,
    /// A season: `Spring 2018`. Councils do not agree on when a season ends.
    Season,
    /// A school term, holiday or year: `October half term`, `Autumn term 2017`, `Easter`. These vary by area and year.
    SchoolTerm,
    /// A length of time without a known start: `for 6 months` where the context has no start.
    NoKnownStart,
    /// More than one date, as neither a range nor phases: `31/03/2018 and 30/06/2018`.
    SeveralDates,
    /// Any other text, including dates that could be read in two ways: `17/18`, `Oct 3`.
    Words,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::NotADay => "there is no such day",
            Self::Season => "a season has no agreed last day",
            Self::SchoolTerm => "it names a school term or a holiday, and not a day",
            Self::NoKnownStart => "it counts from a start that is not known",
            Self::SeveralDates => "it gives several dates where one is needed",
            Self::Words => "the words do not give one clear date",
        })
    }
}
