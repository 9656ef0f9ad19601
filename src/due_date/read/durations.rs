//! Parses a length of time, and adds it to a range of days.

use chrono::{Days, Months, NaiveDate};

use super::cursor::Cursor;
use super::vocabulary::{Unit, Word};
use crate::due_date::DateSpan;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Length {
    count: u32,
    unit: Unit,
}

impl Length {
    /// Adds this length to `span`; a day too late for its month becomes its last day. `None` beyond the calendar.
    pub(super) fn after(self, span: DateSpan) -> Option<DateSpan> {
        DateSpan::new(self.after_day(span.earliest())?, self.after_day(span.latest())?)
    }

    fn after_day(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            Unit::Days => day.checked_add_days(Days::new(u64::from(self.count))),
            Unit::Weeks => day.checked_add_days(Days::new(u64::from(self.count) * 7)),
            Unit::Months => day.checked_add_months(Months::new(self.count)),
            Unit::Years => day.checked_add_months(Months::new(self.count.checked_mul(12)?)),
        }
    }
}

/// Parses `6 months`, `six months`.
pub(super) fn length(cursor: &mut Cursor<'_>) -> Option<Length> {
    cursor.attempt(|cursor| {
        let count = match cursor.cardinal() {
            Some(number) => number.value?,
            None => match cursor.word()? {
                Word::Count(count) => count,
                _ => return None,
            },
        };
        match cursor.word()? {
            Word::Unit(unit) => Some(Length { count, unit }),
            _ => None,
        }
    })
}

/// Parses `for 6 months`, `for a period of 6 months`.
pub(super) fn for_length(cursor: &mut Cursor<'_>) -> Option<Length> {
    cursor.attempt(|cursor| {
        cursor.eat(Word::For).then_some(())?;
        cursor.eat_all(&[Word::Letter(b'a'), Word::Period, Word::Of]);
        length(cursor)
    })
}
