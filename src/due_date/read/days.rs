//! Parses a day, in digits or with the month in words, with or without its weekday.

use super::cursor::Cursor;
use super::figures;
use super::stretch::Named;
use super::tokens::Mark;
use super::vocabulary::Word;
use super::years;

/// Parses `23 October 2017`, `Mon 23rd Oct`, `23-Oct-17`, `October 23, 2017`, `Friday 31/03/2017`.
pub(super) fn day(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        weekday(cursor);
        figures::day(cursor).or_else(|| day_first(cursor)).or_else(|| month_first(cursor))
    })
}

/// Parses `Mon 23rd`, whose month comes later.
pub(super) fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.attempt(|cursor| {
        weekday(cursor);
        figures::short(cursor.number()?)
    })
}

/// Skips a weekday. It adds nothing to a date, and a wrong weekday is not an error.
fn weekday(cursor: &mut Cursor<'_>) {
    if cursor.eat(Word::Weekday) {
        cursor.mark_of(&[Mark::Dot, Mark::Comma]);
    }
    cursor.eat(Word::The);
}

fn day_first(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let day = figures::short(cursor.number()?)?;
        if !cursor.eat(Word::Of) {
            cursor.tight_mark_of(&[Mark::Hyphen, Mark::Slash, Mark::Dot]);
        }
        let month = cursor.month()?;
        cursor.eat_mark(Mark::Dot);
        Some(Named::Day { day, month, year: years::after_name(cursor) })
    })
}

/// Parses `October 23, 2017`. Without an ordinal or a full year, the number is a year: `March 18`.
fn month_first(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let month = cursor.month()?;
        cursor.eat_mark(Mark::Dot);
        cursor.eat(Word::The);
        let number = cursor.number()?;
        let day = figures::short(number)?;
        if number.ordinal {
            return Some(Named::Day { day, month, year: years::after_name(cursor) });
        }
        cursor.eat_mark(Mark::Comma);
        let year = cursor.cardinal().filter(|year| year.digits > 2)?;
        Some(Named::Day { day, month, year: Some(years::year(year)) })
    })
}
