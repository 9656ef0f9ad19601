//! Parses years and financial years, as numbers and labels.

use super::cursor::Cursor;
use super::stretch::Named;
use super::tokens::{Gap, Mark, Number};
use super::vocabulary::{Unit, Word};

/// A year that no context allows, used for numbers that are too long.
const BEYOND: i32 = i32::MAX;

/// Returns the year of a run of digits: 20yy for two digits, otherwise the number itself.
///
/// `02018` is not 2018: nobody pads years beyond four digits, so it is a typing error.
pub(super) fn year(number: Number) -> i32 {
    let value = number.value.and_then(|value| i32::try_from(value).ok());
    match (number.digits, value) {
        (2, Some(value)) => 2000 + value,
        (5.., _) if number.starts_with_zero => BEYOND,
        (_, Some(value)) => value,
        (_, None) => BEYOND,
    }
}

/// Parses the year after a month or quarter: `2018`, `18`, `'18`, `, 2018`, `-18`, `/18`.
///
/// A single digit is never a year. Two digits are not a year if they look like the day of another date.
pub(super) fn after_name(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor.attempt(|cursor| {
        cursor.eat(Word::Of);
        let tight = cursor.tight_mark_of(&[Mark::Hyphen, Mark::Slash]);
        let loose = tight.is_none() && cursor.mark_of(&[Mark::Hyphen, Mark::Slash]).is_some();
        if tight.is_none() && !loose {
            cursor.eat_mark(Mark::Comma);
        }
        cursor.eat_mark(Mark::Apostrophe);
        let number = cursor.cardinal()?;
        match number.digits {
            0 | 1 => None,
            2 if loose || begins_another_date(*cursor, tight) => None,
            _ => Some(year(number)),
        }
    })
}

/// Parses `2018` alone.
pub(super) fn calendar_year(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let number = cursor.cardinal().filter(|number| number.digits == 4)?;
        Some(Named::CalendarYear { year: year(number) })
    })
}

/// Parses `2017/18`, `2017-2018`, `FY17/18`, `financial year 2017/18`, `2017/18 financial year`.
///
/// `17/18` is ambiguous, so it is a year only with `FY` or `financial year`.
pub(super) fn financial_year(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let begins = if says_financial_year(cursor) { label(cursor)? } else { long_label(cursor)? };
        says_financial_year(cursor);
        Some(Named::FinancialYear { begins })
    })
}

/// Parses `2017/18` or `17/18` where a year is expected, and returns the year in which it begins.
pub(super) fn label(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor.attempt(|cursor| {
        cursor.eat_mark(Mark::Apostrophe);
        let first = cursor.cardinal().filter(|first| matches!(first.digits, 2 | 4))?;
        let digits = first.digits;
        cursor.mark_of(&[Mark::Slash, Mark::Hyphen])?;
        let second =
            cursor.cardinal().filter(|second| second.digits == 2 || second.digits == digits)?;
        let next = year(first) + 1;
        let follows = match second.digits {
            2 => second.value == u32::try_from(next % 100).ok(),
            _ => year(second) == next,
        };
        follows.then_some(next - 1)
    })
}

/// Consumes `FY` or `financial year`.
pub(super) fn says_financial_year(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat(Word::FinancialYear) || cursor.eat_all(&[Word::Financial, Word::Unit(Unit::Years)])
}

fn long_label(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor.attempt(|cursor| {
        let mut ahead = *cursor;
        ahead.number().filter(|first| first.digits == 4)?;
        label(cursor)
    })
}

/// Returns whether another date begins here: in `30-Sept-12-Oct-2017` and `30 Sept, 12 Oct 2017`, 12 is a day.
fn begins_another_date(mut after: Cursor<'_>, tight: Option<Mark>) -> bool {
    let touching = after.peek().is_some_and(|next| next.gap == Gap::None);
    match tight {
        Some(mark) if touching => after.eat_mark(mark),
        _ => after.eat(Word::Of),
    };
    after.month().is_some()
}
