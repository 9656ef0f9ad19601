//! Generates texts, dates and numbers.

use chrono::{Duration, NaiveDate};
use proptest::prop_oneof;
use proptest::strategy::Strategy;

use super::Dates;
use super::choices::Choices;
use crate::due_date::DueDate;
use crate::model::Number;

/// The first generated date.
pub(super) const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The number of days between generated dates, so that two dates are often equal.
const STEP: i64 = 5;

/// The number of different generated dates.
const DAYS: usize = 27;

/// Generates a reporting date: any day, or one of the generated dates.
pub(super) fn as_of() -> impl Strategy<Value = NaiveDate> {
    let days = prop_oneof![(-4..=32_i64).prop_map(|steps| steps * STEP), -20..=160_i64];
    days.prop_map(|days| FIRST_DAY + Duration::days(days))
}

/// Phrases that never give a date.
const WITHOUT_A_DAY: &[&str] = &["Ongoing", "ASAP", "early spring", " "];

/// Phrases that councils write in place of a date, and distant dates.
const WRITTEN: &[&str] = &[
    "Ongoing",
    "ASAP",
    "early spring",
    "End Nov 2026",
    "Q3 2026/27",
    "31/03/2027",
    "9 October",
    "for 6 months",
    "October/November 2026",
    "From October 2026",
    "w/c 5 October 2026",
    "2026/27",
    "mid-December 2026",
    " ",
    "1900-01-01",
    "2199-12-31",
];

const TEXTS: &[&str] = &[
    "Recruit permanent social workers",
    "Überprüfung der Fälle – “überfällig”",
    "Two lines,\nwith a\ttab",
    "<b>Early help</b> & \"front door\" | audits",
    "=1+1; to be confirmed",
    "  See   children alone  ",
    "Child-centred practice 👧🏾 12 %",
];

impl Choices<'_> {
    /// Generates a day in the period.
    pub(super) fn day(&mut self) -> NaiveDate {
        self.day_from(0, DAYS)
    }

    /// Generates one of `days` days, after skipping `first`.
    fn day_from(&mut self, first: usize, days: usize) -> NaiveDate {
        let steps = i64::try_from(first + self.below(days)).unwrap_or(0);
        FIRST_DAY + Duration::days(steps * STEP)
    }

    /// Generates a date as a council might write it.
    pub(super) fn date(&mut self) -> DueDate {
        let day = self.day();
        self.written(day)
    }

    /// Generates a date in the first half of the period.
    pub(super) fn early_date(&mut self) -> DueDate {
        let day = self.day_from(0, DAYS / 2);
        self.written(day)
    }

    /// Generates a date in the second half of the period.
    pub(super) fn late_date(&mut self) -> DueDate {
        let day = self.day_from(DAYS / 2, DAYS / 2);
        self.written(day)
    }

    fn written(&mut self, day: NaiveDate) -> DueDate {
        let in_words = self.once_in(6);
        let words = match self.dates {
            Dates::AsWritten => self.pick("TBC", WRITTEN),
            Dates::Days => self.pick("TBC", WITHOUT_A_DAY),
        };
        if in_words { DueDate::from(words) } else { DueDate::from(day) }
    }

    /// Generates a text that need not be unique.
    pub(super) fn text(&mut self) -> String {
        self.pick("Reduce caseloads", TEXTS).to_owned()
    }

    /// Generates a text that is unique in its list.
    pub(super) fn title(&mut self, number: usize) -> String {
        let text = self.text();
        format!("{text} {number}")
    }

    /// Generates the name of a post or a body.
    pub(super) fn post(&mut self) -> String {
        let posts = ["Head of Audit", "head  of AUDIT", "Improvement Board", "NHS ICB", "TBC"];
        self.pick("Director", &posts).to_owned()
    }

    /// Generates a finite number.
    pub(super) fn number(&mut self) -> Number {
        let numbers = [16.0, 480_000.0, -3.0, 21.5, 0.1, 17.3, 1_499.99];
        let is_decimal = self.once_in(2);
        let number = self.pick(0.0, &numbers);
        let decimal = Number::decimal(number).unwrap_or(Number::from(0));
        #[expect(clippy::cast_possible_truncation, reason = "whole numbers are wanted")]
        let whole = Number::from(number as i64);
        if is_decimal { decimal } else { whole }
    }
}
