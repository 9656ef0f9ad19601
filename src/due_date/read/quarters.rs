//! Parses a quarter, before or after its year.

use super::cursor::Cursor;
use super::stretch::{Counted, Named};
use super::tokens::{Mark, Number};
use super::vocabulary::Word;
use super::years;

/// Parses `Q3 2017/18`, `Qtr 3`, `3rd quarter of 2017`, `Q3 FY17/18`, `2017/18 Q3`.
pub(super) fn quarter(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor
        .attempt(|cursor| {
            let number = number(cursor)?;
            let (year, counted) = year_after(cursor);
            Some(Named::Quarter { number, year, counted })
        })
        .or_else(|| year_first(cursor))
}

fn year_first(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let (year, counted) = if let Some(begins) = financial(cursor) {
            (begins, Counted::Financially)
        } else {
            let written = cursor.cardinal().filter(|written| written.digits == 4)?;
            (years::year(written), Counted::AsThePlanDoes)
        };
        cursor.mark_of(&[Mark::Comma, Mark::Hyphen, Mark::Slash]);
        Some(Named::Quarter { number: number(cursor)?, year: Some(year), counted })
    })
}

fn year_after(cursor: &mut Cursor<'_>) -> (Option<i32>, Counted) {
    let label = cursor.attempt(|cursor| {
        if !cursor.eat(Word::Of) {
            cursor.mark_of(&[Mark::Comma, Mark::Hyphen, Mark::Slash]);
        }
        financial(cursor)
    });
    match label {
        Some(begins) => (Some(begins), Counted::Financially),
        None => (years::after_name(cursor), Counted::AsThePlanDoes),
    }
}

fn financial(cursor: &mut Cursor<'_>) -> Option<i32> {
    cursor.attempt(|cursor| {
        years::says_financial_year(cursor);
        years::label(cursor)
    })
}

/// Parses any single digit. Whether the quarter exists is checked when the phrase is resolved.
fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let one_digit = |number: Number| number.value.filter(|_| number.digits == 1);
    cursor
        .attempt(|cursor| {
            if !cursor.eat(Word::Letter(b'q')) {
                cursor.eat(Word::Quarter).then_some(())?;
                cursor.eat_mark(Mark::Dot);
            }
            cursor.cardinal().and_then(one_digit).or_else(|| match cursor.word()? {
                Word::Count(number) => Some(number),
                _ => None,
            })
        })
        .or_else(|| {
            cursor.attempt(|cursor| {
                let rank = match cursor.number() {
                    Some(number) => one_digit(number).filter(|_| number.ordinal)?,
                    None => match cursor.word()? {
                        Word::Rank(rank) => rank,
                        _ => return None,
                    },
                };
                cursor.eat(Word::Quarter).then_some(rank)
            })
        })
}
