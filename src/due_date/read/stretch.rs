//! A named calendar period, and the days it covers once its year is known.

use chrono::{Datelike, Months, NaiveDate};

use crate::due_date::{DateSpan, Quarters};

/// The last days of the early and the middle part of a month.
const EARLY_ENDS: u32 = 10;
const MIDDLE_ENDS: u32 = 20;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) named: Named,
    pub(super) part: Part,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Day { day: u32, month: u32, year: Option<i32> },
    Month { month: u32, year: Option<i32> },
    Quarter { number: u32, year: Option<i32>, counted: Counted },
    FinancialYear { begins: i32 },
    CalendarYear { year: i32 },
}

/// How a quarter is counted.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// `Q3` and `Q3 2017`: as the context says.
    AsThePlanDoes,
    /// `Q3 2017/18`: financial, because of the label.
    Financially,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Early,
    Middle,
    Late,
    End,
}

/// The unit of a period, which both ends of a range must share if only one states its year.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The month, 1 to 12.
    InYear(u32),
    /// The quarter, and how it is counted.
    Quarter(u32, Counted),
    /// A whole year.
    Year,
}

impl From<Named> for Stretch {
    fn from(named: Named) -> Self {
        Self { named, part: Part::Whole }
    }
}

impl Named {
    /// Returns the year as written; for a financial year, the year in which it begins.
    pub(super) fn year(self) -> Option<i32> {
        match self {
            Self::Day { year, .. } | Self::Month { year, .. } | Self::Quarter { year, .. } => year,
            Self::FinancialYear { begins: year } | Self::CalendarYear { year } => Some(year),
        }
    }
}

impl Stretch {
    /// Returns the year as written; for a financial year, the year in which it begins.
    pub(super) fn year(self) -> Option<i32> {
        self.named.year()
    }

    pub(super) fn place(self) -> Place {
        match self.named {
            Named::Day { month, .. } | Named::Month { month, .. } => Place::InYear(month),
            Named::Quarter { number, counted, .. } => Place::Quarter(number, counted),
            Named::FinancialYear { .. } | Named::CalendarYear { .. } => Place::Year,
        }
    }

    /// Returns the days it covers in `year`, if they exist. A year written in the period overrides `year`.
    pub(super) fn days_in(self, year: i32, quarters: Quarters) -> Option<DateSpan> {
        let whole = match self.named {
            Named::Day { day, month, .. } => {
                NaiveDate::from_ymd_opt(year, month, day).map(DateSpan::day)
            }
            Named::Month { month, .. } => months_from(year, month, 1),
            Named::Quarter { number, counted, .. } => quarter(year, number, counted, quarters),
            Named::FinancialYear { begins } => months_from(begins, 4, 12),
            Named::CalendarYear { year } => months_from(year, 1, 12),
        }?;
        let (first, last) = (whole.earliest(), whole.latest());
        match self.part {
            Part::Whole => Some(whole),
            Part::Early => DateSpan::new(first, first.with_day(EARLY_ENDS)?),
            Part::Middle => {
                DateSpan::new(first.with_day(EARLY_ENDS + 1)?, first.with_day(MIDDLE_ENDS)?)
            }
            Part::Late => DateSpan::new(first.with_day(MIDDLE_ENDS + 1)?, last),
            Part::End => Some(DateSpan::day(last)),
        }
    }
}

fn quarter(year: i32, number: u32, counted: Counted, quarters: Quarters) -> Option<DateSpan> {
    let calendar = counted == Counted::AsThePlanDoes && quarters == Quarters::Calendar;
    match (number, calendar) {
        (1..=4, true) => months_from(year, number * 3 - 2, 3),
        (1..=3, false) => months_from(year, number * 3 + 1, 3),
        (4, false) => months_from(year.checked_add(1)?, 1, 3),
        _ => None,
    }
}

fn months_from(year: i32, month: u32, months: u32) -> Option<DateSpan> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    DateSpan::new(first, first.checked_add_months(Months::new(months))?.pred_opt()?)
}
