//! Reads the bank holidays that GOV.UK publishes.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::JsonError;
use super::diagnose::record_error;
use super::strict::read_strictly;
use crate::working_days::{BankHoliday, WorkingDays};

/// The error of reading the bank holidays that GOV.UK publishes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BankHolidaysError {
    /// The text is not JSON, or not a list of bank holidays.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The date of an event is not a day.
    #[error(
        "england-and-wales.events[{position}].date: \u{201c}{date}\u{201d} is not a day; write it like \
         2028-01-03"
    )]
    Date {
        /// The index of the event, counted from 0.
        position: usize,
        /// The date as written.
        date: String,
    },
    /// The division has no events, so no year is known.
    #[error("england-and-wales.events: there is no bank holiday; use the whole file of GOV.UK")]
    Empty,
    /// No event is in a year between the first and the last event. No year is without bank holidays, so the list
    /// is not whole.
    #[error(
        "england-and-wales.events: there is no bank holiday in {year}, though there are some before and \
         after; use the whole file of GOV.UK"
    )]
    YearWithoutEvents {
        /// The first such year.
        year: i32,
    },
}

/// The file of GOV.UK. Only what is needed of it is read: it is not a format of this library.
#[derive(Deserialize)]
#[serde(expecting = "the bank holidays of GOV.UK: an object with england-and-wales")]
struct File {
    #[serde(rename = "england-and-wales")]
    england_and_wales: Division,
}

#[derive(Deserialize)]
#[serde(expecting = "a division: an object with events")]
struct Division {
    events: Vec<Event>,
}

#[derive(Deserialize)]
#[serde(expecting = "a bank holiday: an object with date and title")]
struct Event {
    date: String,
    title: String,
}

/// # JSON (feature `json`)
impl WorkingDays {
    /// Reads the bank holidays of England and Wales from the file that GOV.UK publishes at
    /// <https://www.gov.uk/bank-holidays.json>.
    ///
    /// They are known from 1 January of the first event's year to 31 December of the last event's. Keys other than
    /// the division `england-and-wales`, its `events` and their `date` and `title` are passed over. Christmas Day
    /// and Good Friday are no working days even where the file leaves them out.
    ///
    /// ```
    /// use improvement_plan::working_days::WorkingDays;
    ///
    /// let newer = WorkingDays::from_gov_uk_json(r#"{ "england-and-wales": { "events": [
    ///     { "date": "2028-01-03", "title": "New Year’s Day", "notes": "Substitute day" }
    /// ] } }"#)?;
    /// let days = WorkingDays::england_and_wales().then(newer)?;
    /// assert_eq!(days.after("2027-12-24".parse()?, 3)?, "2027-12-31".parse()?);
    /// assert_eq!(days.after("2027-12-24".parse()?, 4)?, "2028-01-04".parse()?);
    /// assert_eq!(days.range().end().to_string(), "2028-12-31");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BankHolidaysError`] if the text is not such a file, a date is not a day, or a year between the first and
    /// the last has no bank holiday.
    pub fn from_gov_uk_json(text: &str) -> Result<Self, BankHolidaysError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file: File = read_strictly(text).map_err(|_| record_error::<File>(text))?;
        let events = file.england_and_wales.events.into_iter().enumerate();
        let holidays = events.map(|(position, event)| match iso_day(&event.date) {
            Some(day) => Ok(BankHoliday { day, title: Cow::Owned(event.title) }),
            None => Err(BankHolidaysError::Date { position, date: event.date }),
        });
        let mut holidays = holidays.collect::<Result<Vec<_>, _>>()?;
        holidays.sort_by_key(|holiday| holiday.day);
        let (Some(first), Some(last)) = (holidays.first(), holidays.last()) else {
            return Err(BankHolidaysError::Empty);
        };
        let years = first.day.year()..=last.day.year();
        for pair in holidays.windows(2) {
            if let [before, after] = pair
                && before.day.year() + 1 < after.day.year()
            {
                return Err(BankHolidaysError::YearWithoutEvents { year: before.day.year() + 1 });
            }
        }
        Ok(Self::from_list(years, holidays))
    }
}

/// Reads a day as `2028-01-03`: four, two and two figures.
fn iso_day(text: &str) -> Option<NaiveDate> {
    let is_iso = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    text.parse().ok().filter(|_| is_iso)
}
