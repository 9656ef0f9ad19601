//! Resolves a phrase to days. The context supplies missing years, the kind of quarters and a missing start.

use chrono::{Datelike, Days, NaiveDate};

use super::extents::Extent;
use super::phrases::Phrase;
use super::stretch::{Named, Place, Stretch};
use crate::due_date::{DateContext, DateReading, DateSpan, Quarters, Unreadable};

/// A leap year, to test whether a day exists in any year.
const FULLEST_YEAR: i32 = 2000;

const NOT_A_DAY: DateReading = DateReading::Unreadable(Unreadable::NotADay);
const WORDS: DateReading = DateReading::Unreadable(Unreadable::Words);

pub(super) fn reading(phrase: Phrase, context: &DateContext) -> DateReading {
    let result = match phrase {
        Phrase::State(state) => Ok(state),
        Phrase::Due(extent) => days(extent, context).map(DateReading::Due),
        Phrase::Week(extent) => days(extent, context).map(DateReading::WeekCommencing),
        Phrase::From(extent) => days(extent, context).map(DateReading::From),
        Phrase::Length(length) => {
            let start = context.start().ok_or(DateReading::Unreadable(Unreadable::NoKnownStart));
            start.and_then(|start| end(length.after(start), context))
        }
        Phrase::Run(extent, length) => {
            days(extent, context).and_then(|start| end(length.after(start), context))
        }
    };
    result.unwrap_or_else(|fault| fault)
}

/// Resolves a day whose year is written.
pub(super) fn due(day: Named, context: &DateContext) -> DateReading {
    // Nearly every date is a day that exists in a year that is allowed, and needs no more than this.
    if let Named::Day { day, month, year: Some(year) } = day
        && context.allows(year)
        && let Some(day) = NaiveDate::from_ymd_opt(year, month, day)
    {
        return DateReading::Due(DateSpan::day(day));
    }
    reading(Phrase::Due(Extent::One(day.into())), context)
}

/// Reports an end beyond the allowed years without blaming a written year, since a length led to it.
fn end(span: Option<DateSpan>, context: &DateContext) -> Result<DateReading, DateReading> {
    span.filter(|span| within_years(*span, context)).map(DateReading::Due).ok_or(WORDS)
}

/// Returns the days of `extent`, or the reading that explains why there are none.
fn days(extent: Extent, context: &DateContext) -> Result<DateSpan, DateReading> {
    let written = match extent {
        Extent::One(stretch) | Extent::Week(stretch) => [stretch.year(), None],
        Extent::Range(first, last, _) => [last.year(), first.year()],
    };
    let mut stated = written.into_iter().flatten();
    if stated.clone().any(|year| !context.allows(year)) {
        return Err(DateReading::OutOfRange);
    }
    let span = match stated.next() {
        Some(year) => days_in(extent, year, context.quarters())?,
        None => days_in_period(extent, context)?,
    };
    let believable = match extent {
        // Only the first day counts: a week may begin on the last allowed day and end after it.
        Extent::Week(_) => context.allows(span.earliest().year()),
        _ => within_years(span, context),
    };
    if believable { Ok(span) } else { Err(DateReading::OutOfRange) }
}

fn within_years(span: DateSpan, context: &DateContext) -> bool {
    context.allows(span.earliest().year()) && context.allows(span.latest().year())
}

/// Returns the days of `extent` in `year`. In a range, `year` is that of the end that states it, or of the last.
fn days_in(extent: Extent, year: i32, quarters: Quarters) -> Result<DateSpan, DateReading> {
    match extent {
        Extent::One(stretch) => stretch.days_in(year, quarters).ok_or(NOT_A_DAY),
        Extent::Week(stretch) => {
            let first = stretch.days_in(year, quarters).ok_or(NOT_A_DAY)?.earliest();
            first
                .checked_add_days(Days::new(6))
                .and_then(|last| DateSpan::new(first, last))
                .ok_or(NOT_A_DAY)
        }
        Extent::Range(first, last, _) => {
            let turn = i32::from(turns_the_year(first, last));
            let (first_year, last_year) = match (first.year(), last.year()) {
                (Some(first), Some(last)) => (first, last),
                (Some(first), None) => (first, first.saturating_add(turn)),
                (None, _) => (year.saturating_sub(turn), year),
            };
            let first = first.days_in(first_year, quarters).ok_or(NOT_A_DAY)?;
            let last = last.days_in(last_year, quarters).ok_or(NOT_A_DAY)?;
            let in_order = first.earliest() <= last.earliest();
            DateSpan::new(first.earliest(), last.latest()).filter(|_| in_order).ok_or(WORDS)
        }
    }
}

/// Returns whether a range crosses the new year: in `Dec/Jan 2017`, December is in 2016.
fn turns_the_year(first: Stretch, last: Stretch) -> bool {
    match (first.place(), last.place()) {
        (Place::InYear(first), Place::InYear(last))
        | (Place::Quarter(first, _), Place::Quarter(last, _)) => first > last,
        _ => false,
    }
}

/// Returns the days of `extent` in the only year that the period allows.
fn days_in_period(extent: Extent, context: &DateContext) -> Result<DateSpan, DateReading> {
    let quarters = context.quarters();
    days_in(extent, FULLEST_YEAR, quarters)?;
    let (start, end) = context.period().ok_or(DateReading::YearUnstated)?;
    let mut inside = Choice::None;
    let mut overlapping = Choice::None;
    // A range or a financial quarter may lie partly in the year before or after the one that names it.
    for year in start.year() - 1..=end.year() + 1 {
        let Ok(span) = days_in(extent, year, quarters) else {
            continue;
        };
        if start <= span.earliest() && span.latest() <= end {
            inside = inside.and(span);
        }
        if start <= span.latest() && span.earliest() <= end {
            overlapping = overlapping.and(span);
        }
        if inside == Choice::Several {
            break;
        }
    }
    match (inside, overlapping) {
        (Choice::One(span), _) | (Choice::None, Choice::One(span)) => Ok(span),
        _ => Err(DateReading::YearUnstated),
    }
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Choice {
    None,
    One(DateSpan),
    Several,
}

impl Choice {
    fn and(self, span: DateSpan) -> Self {
        if self == Self::None { Self::One(span) } else { Self::Several }
    }
}
