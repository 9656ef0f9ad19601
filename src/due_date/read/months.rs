//! A month, in words or figures.

use super::cursor::Cursor;
use super::figures;
use super::stretch::Named;
use super::tokens::Mark;
use super::years;

/// `March 2018`, `Mar-18`, `Sept. '17`, `October`.
pub(super) fn month(cursor: &mut Cursor<'_>) -> Option<Named> {
    let month = cursor.month()?;
    cursor.eat_mark(Mark::Dot);
    Some(Named::Month { month, year: years::after_name(cursor) })
}

/// `03/2018`: only a year of four digits tells it from a day and a month.
pub(super) fn month_in_figures(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let month = figures::short(cursor.cardinal()?)?;
        cursor.mark_of(&[Mark::Slash, Mark::Hyphen, Mark::Dot])?;
        let year = cursor.cardinal().filter(|year| year.digits == 4)?;
        Some(Named::Month { month, year: Some(years::year(year)) })
    })
}
