//! Parses a whole phrase, before a missing year or start is supplied.

use super::cursor::Cursor;
use super::durations::{self, Length};
use super::extents::{self, Extent, Join};
use super::statements;
use super::tokens::{Kind, Mark, Token};
use super::vocabulary::Word;
use crate::due_date::DateReading;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Ongoing, to be confirmed, as soon as possible.
    State(DateReading),
    Due(Extent),
    Week(Extent),
    From(Extent),
    /// A length of time from a start that the context supplies.
    Length(Length),
    /// A start and a length, which together give an end.
    Run(Extent, Length),
}

/// Parses all of `tokens` as one phrase.
pub(super) fn phrase(tokens: &[Token]) -> Option<Phrase> {
    let mut cursor = Cursor::new(without_closing_marks(tokens));
    leads(&mut cursor);
    statements::statement(cursor)
        .map(Phrase::State)
        .or_else(|| cursor.whole(extents::week).map(Phrase::Week))
        .or_else(|| cursor.whole(from))
        .or_else(|| cursor.whole(length))
        .or_else(|| cursor.whole(dated))
}

/// Skips `by`, `due by the`, `target date:`, `no later than`, which add nothing to the date.
fn leads(cursor: &mut Cursor<'_>) {
    loop {
        if cursor.eat_any(&[Word::Due, Word::Target]) {
            // Also skips "date" in "due date to be confirmed".
            cursor.eat(Word::Date);
        } else if !cursor.eat(Word::By) && !cursor.eat_all(&[Word::No, Word::Later, Word::Than]) {
            break;
        }
        cursor.eat_mark(Mark::Colon);
    }
}

/// `from 2nd October`, `starting April 2018`, `from 2 October 2017 for 6 months`, `from 1 to 5 October 2017`.
fn from(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let said = if cursor.eat(Word::Starting) {
        cursor.eat_any(&[Word::From, Word::On]);
        true
    } else {
        cursor.eat_all(&[Word::With, Word::Effect, Word::From]) || cursor.eat(Word::From)
    };
    said.then_some(())?;
    let start = extents::week(cursor).or_else(|| extents::extent(cursor))?;
    if let Extent::Range(_, _, Join::Through) = start {
        return Some(Phrase::Due(start));
    }
    cursor.eat(Word::Onwards);
    Some(run(cursor, start).unwrap_or(Phrase::From(start)))
}

/// `for 6 months`, `within six months`, `6 months from 2 October 2017`.
fn length(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let length = durations::for_length(cursor).or_else(|| {
        cursor.eat_any(&[Word::Within, Word::In]);
        durations::length(cursor)
    })?;
    if cursor.eat(Word::From) {
        return Some(Phrase::Run(extents::extent(cursor)?, length));
    }
    Some(Phrase::Length(length))
}

/// `31 March 2018`, `w/e 13 October`, `April 2018 onwards`, `2 October for 6 months`.
fn dated(cursor: &mut Cursor<'_>) -> Option<Phrase> {
    let extent = extents::week_ending(cursor).or_else(|| extents::extent(cursor))?;
    if cursor.eat(Word::Onwards) {
        return Some(Phrase::From(extent));
    }
    Some(run(cursor, extent).unwrap_or(Phrase::Due(extent)))
}

fn run(cursor: &mut Cursor<'_>, start: Extent) -> Option<Phrase> {
    cursor.attempt(|cursor| {
        cursor.eat_mark(Mark::Comma);
        Some(Phrase::Run(start, durations::for_length(cursor)?))
    })
}

fn without_closing_marks(mut tokens: &[Token]) -> &[Token] {
    while let Some((
        Token { kind: Kind::Mark(Mark::Dot | Mark::Comma | Mark::Semicolon), .. },
        before,
    )) = tokens.split_last()
    {
        tokens = before;
    }
    tokens
}
