//! Parses one calendar period, or a range of two.

use super::cursor::Cursor;
use super::stretch::{Named, Part, Place, Stretch};
use super::tokens::{Kind, Mark};
use super::vocabulary::{Unit, Word};
use super::{days, figures, quarters, years};

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    One(Stretch),
    /// The seven days that start on a day.
    Week(Stretch),
    Range(Stretch, Stretch, Join),
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// `-`, `to`, `until`: includes everything in between.
    Through,
    /// `/`: one or the other of two months or quarters.
    Or,
    /// `and`, `&`.
    And,
}

/// Parses a range, a period or a year alone.
pub(super) fn extent(cursor: &mut Cursor<'_>) -> Option<Extent> {
    if let Some(range) = days_of_one_month(cursor) {
        return Some(range);
    }
    let Some(first) = stretch(cursor) else {
        return years::calendar_year(cursor).map(|named| Extent::One(named.into()));
    };
    let range = cursor.attempt(|cursor| {
        let join = join(cursor)?;
        let last = stretch(cursor)?;
        makes_a_range(first, last, join).then_some(Extent::Range(first, last, join))
    });
    Some(range.unwrap_or(Extent::One(first)))
}

/// Parses `w/c 9 October 2017`, `week beginning 9/10/17`.
pub(super) fn week(cursor: &mut Cursor<'_>) -> Option<Extent> {
    cursor.attempt(|cursor| {
        let said = cursor.eat(Word::WeekCommencing)
            || week_letter(cursor, b'c')
            || week_letter(cursor, b'b')
            || cursor.eat_all(&[Word::Unit(Unit::Weeks), Word::Commencing]);
        said.then_some(())?;
        cursor.eat_mark(Mark::Colon);
        Some(Extent::Week(days::day(cursor)?.into()))
    })
}

/// Parses `w/e 13 October 2017`, `week ending 13/10/17` as that day.
pub(super) fn week_ending(cursor: &mut Cursor<'_>) -> Option<Extent> {
    cursor.attempt(|cursor| {
        let said =
            week_letter(cursor, b'e') || cursor.eat_all(&[Word::Unit(Unit::Weeks), Word::Ending]);
        said.then_some(())?;
        cursor.eat_mark(Mark::Colon);
        Some(Extent::One(days::day(cursor)?.into()))
    })
}

/// Parses any period except a year alone, which within other text could be any number.
pub(super) fn stretch(cursor: &mut Cursor<'_>) -> Option<Stretch> {
    cursor.attempt(|cursor| {
        if let Some(part) = part_of_a_month(cursor) {
            return Some(Stretch { named: month(cursor)?, part });
        }
        cursor.eat(Word::The);
        if cursor.eat(Word::End) {
            if !cursor.eat(Word::Of) {
                cursor.eat_mark(Mark::Hyphen);
            }
            cursor.eat(Word::The);
            let named = named(cursor).or_else(|| years::calendar_year(cursor))?;
            return Some(Stretch { named, part: Part::End });
        }
        named(cursor).map(Stretch::from)
    })
}

/// Tries longer and more specific forms before the shorter forms that they begin with.
fn named(cursor: &mut Cursor<'_>) -> Option<Named> {
    days::day(cursor)
        .or_else(|| quarters::quarter(cursor))
        .or_else(|| years::financial_year(cursor))
        .or_else(|| month(cursor))
        .or_else(|| month_in_figures(cursor))
}

/// `March 2018`, `Mar-18`, `Sept. '17`, `October`.
fn month(cursor: &mut Cursor<'_>) -> Option<Named> {
    let month = cursor.month()?;
    cursor.eat_mark(Mark::Dot);
    Some(Named::Month { month, year: years::after_name(cursor) })
}

/// `03/2018`: only a year of four digits tells it from a day and a month.
fn month_in_figures(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let month = figures::short(cursor.cardinal()?)?;
        cursor.mark_of(&[Mark::Slash, Mark::Hyphen, Mark::Dot])?;
        let year = cursor.cardinal().filter(|year| year.digits == 4)?;
        Some(Named::Month { month, year: Some(years::year(year)) })
    })
}

fn part_of_a_month(cursor: &mut Cursor<'_>) -> Option<Part> {
    let part = match cursor.peek()?.kind {
        Kind::Word(Word::Early) => Part::Early,
        Kind::Word(Word::Mid) => Part::Middle,
        Kind::Word(Word::Late) => Part::Late,
        _ => return None,
    };
    cursor.skip();
    if !cursor.eat(Word::In) {
        cursor.eat_mark(Mark::Hyphen);
    }
    Some(part)
}

/// Parses `1-5 October 2017`, `1st to 5th October`, where the last day states the month and year.
fn days_of_one_month(cursor: &mut Cursor<'_>) -> Option<Extent> {
    cursor.attempt(|cursor| {
        let day = days::day_number(cursor)?;
        (join(cursor)? == Join::Through).then_some(())?;
        let last = days::day(cursor)?;
        let Named::Day { month, year, .. } = last else {
            return None;
        };
        let first = Named::Day { day, month, year };
        Some(Extent::Range(first.into(), last.into(), Join::Through))
    })
}

fn join(cursor: &mut Cursor<'_>) -> Option<Join> {
    if cursor.eat_mark(Mark::Hyphen) || cursor.eat_any(&[Word::To, Word::Until]) {
        Some(Join::Through)
    } else if cursor.eat_mark(Mark::Slash) {
        Some(Join::Or)
    } else if cursor.eat_mark(Mark::Ampersand) || cursor.eat(Word::And) {
        Some(Join::And)
    } else {
        None
    }
}

/// Returns whether two periods form a range; if not, they are two dates.
///
/// Days joined by `and` or `/` are two dates. Months joined by `and` form a range only if they are consecutive.
fn makes_a_range(first: Stretch, last: Stretch, join: Join) -> bool {
    let has_days = [first, last].iter().any(|end| matches!(end.named, Named::Day { .. }));
    let placed = match (first.place(), last.place()) {
        (Place::InYear(first), Place::InYear(last)) => Some((first, last, 12)),
        (Place::Quarter(first, _), Place::Quarter(last, _)) => Some((first, last, 4)),
        _ => None,
    };
    let (one_year_short, same_kind) =
        (first.year().is_none() || last.year().is_none(), placed.is_some());
    if one_year_short && !same_kind {
        return false;
    }
    match (join, placed) {
        (Join::Through, _) => true,
        (Join::Or, Some(_)) => !has_days,
        (Join::And, Some((earlier, later, cycle))) => !has_days && earlier % cycle + 1 == later,
        (_, None) => false,
    }
}

fn week_letter(cursor: &mut Cursor<'_>, letter: u8) -> bool {
    cursor
        .attempt(|cursor| {
            cursor.eat(Word::Letter(b'w')).then_some(())?;
            cursor.mark_of(&[Mark::Slash, Mark::Dot])?;
            cursor.eat(Word::Letter(letter)).then_some(())?;
            cursor.eat_mark(Mark::Dot);
            Some(())
        })
        .is_some()
}
