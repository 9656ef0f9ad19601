//! Converts the stored value of a cell to its content.

use std::str::FromStr;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::shared_strings::SharedStrings;
use super::styles::Styles;
use crate::cells::{Content, DateSystem, SheetLimits};
use crate::text::thousands;

/// What the cells of all sheets of a workbook refer to, and the limits.
pub(super) struct CellContext<'w> {
    pub(super) strings: &'w SharedStrings,
    pub(super) styles: &'w Styles,
    pub(super) dates: DateSystem,
    pub(super) limits: &'w SheetLimits,
}

/// A cell as stored in the file. Reused for every cell, to avoid allocations.
#[derive(Debug, Default)]
pub(super) struct RawCell {
    pub(super) cell_type: CellType,
    pub(super) style: usize,
    pub(super) value: String,
    pub(super) has_value: bool,
    pub(super) has_formula: bool,
}

/// The type of the stored value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum CellType {
    #[default]
    Number,
    /// The index of a shared text.
    Shared,
    /// A text in the cell itself.
    Inline,
    /// A text that a formula returned.
    FormulaText,
    Truth,
    Failed,
    /// A date or time as `2026-10-30T09:00:00`.
    Day,
}

impl CellType {
    pub(super) fn of(says: &str) -> Self {
        match says {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::FormulaText,
            "b" => Self::Truth,
            "e" => Self::Failed,
            "d" => Self::Day,
            _ => Self::Number,
        }
    }
}

/// Returns the content of a cell, or what is wrong with it.
pub(super) fn content(raw: &RawCell, context: &CellContext<'_>) -> Result<Content, String> {
    let value = raw.value.as_str();
    Ok(match raw.cell_type {
        CellType::Inline | CellType::FormulaText => text(value),
        CellType::Shared | CellType::Failed if value.is_empty() => Content::Blank,
        CellType::Shared => {
            let known = value.trim().parse().ok().and_then(|number| context.strings.get(number));
            let known = known.ok_or_else(|| no_text(value, context.strings.len()))?;
            if known.is_empty() { Content::Blank } else { Content::Text(Arc::clone(known)) }
        }
        CellType::Number => number(value),
        CellType::Truth => match value.trim() {
            "1" | "true" | "TRUE" => Content::Truth(true),
            "0" | "false" | "FALSE" => Content::Truth(false),
            _ => text(value),
        },
        CellType::Failed => Content::Failed(value.into()),
        CellType::Day => serial(value, context.dates).map_or_else(|| text(value), Content::Number),
    })
}

fn no_text(value: &str, known: usize) -> String {
    let number: String = value.chars().filter(|letter| !letter.is_control()).take(20).collect();
    let known = thousands(known);
    format!("refers to shared text {number}, but the workbook has {known}")
}

fn text(value: &str) -> Content {
    if value.is_empty() { Content::Blank } else { Content::Text(value.into()) }
}

/// Parses a number; a value that is not one is kept as text.
fn number(value: &str) -> Content {
    match f64::from_str(value.trim()) {
        Ok(number) if number.is_finite() => Content::Number(number),
        _ => text(value),
    }
}

/// Returns the serial number of a date, or of a time on day 0.
fn serial(value: &str, dates: DateSystem) -> Option<f64> {
    let value = value.trim().trim_end_matches('Z');
    let hour = |time: NaiveTime| f64::from(time.num_seconds_from_midnight()) / 86_400.0;
    if let Ok(time) = NaiveTime::from_str(value) {
        return Some(hour(time));
    }
    let local = || DateTime::parse_from_rfc3339(value).map(|both| both.naive_local());
    let (day, time) = match NaiveDateTime::from_str(value).or_else(|_| local()) {
        Ok(both) => (both.date(), hour(both.time())),
        Err(_) => (NaiveDate::from_str(value).ok()?, 0.0),
    };
    let first = match dates {
        DateSystem::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        DateSystem::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1)?,
    };
    let days = i32::try_from(day.signed_duration_since(first).num_days()).ok()?;
    Some(f64::from(days) + time)
}

#[cfg(test)]
mod tests {
    use super::serial;
    use crate::cells::DateSystem::{From1900, From1904};

    #[test]
    fn a_day_in_words_has_the_serial_number_that_a_spreadsheet_gives_it() {
        assert_eq!(serial("2018-03-31", From1900), Some(43_190.0));
        assert_eq!(serial("2018-03-31T00:00:00+01:00", From1900), Some(43_190.0));
        assert_eq!(serial("2018-03-31T12:00:00Z", From1900), Some(43_190.5));
        assert_eq!(serial("2018-03-31T18:00:00.000", From1904), Some(41_728.75));
        assert_eq!(serial("06:00:00", From1900), Some(0.25));
        for none in ["", "31/03/2018", "2018-02-30", "+999999-01-01T"] {
            assert_eq!(serial(none, From1900), None, "{none}");
        }
    }
}
