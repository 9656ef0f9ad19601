//! Parses text that gives a state instead of a day, such as `ongoing`.

use super::cursor::Cursor;
use super::tokens::Mark;
use super::vocabulary::Word;
use crate::due_date::DateReading;

/// Parses all of the text as one state.
pub(super) fn statement(cursor: Cursor<'_>) -> Option<DateReading> {
    cursor
        .whole(ongoing)
        .or_else(|| cursor.whole(to_be_confirmed))
        .or_else(|| cursor.whole(as_soon_as_possible))
}

fn ongoing(cursor: &mut Cursor<'_>) -> Option<DateReading> {
    let said = if cursor.eat(Word::On) {
        cursor.eat_mark(Mark::Hyphen);
        cursor.eat(Word::Going)
    } else if cursor.eat(Word::Rolling) {
        cursor.eat(Word::Programme);
        true
    } else {
        cursor.eat(Word::Ongoing)
    };
    said.then_some(DateReading::Ongoing)
}

fn to_be_confirmed(cursor: &mut Cursor<'_>) -> Option<DateReading> {
    cursor.eat(Word::Date);
    let said = cursor.eat(Word::ToBeConfirmed)
        || cursor.eat_all(&[Word::To, Word::Be, Word::ToBeDone])
        || [b'c', b'a', b'd'].iter().any(|last| initials(cursor, &[b't', b'b', *last]));
    said.then_some(DateReading::ToBeConfirmed)
}

fn as_soon_as_possible(cursor: &mut Cursor<'_>) -> Option<DateReading> {
    cursor.eat(Word::With);
    let said = cursor.eat_all(&[Word::Immediate, Word::Effect])
        || cursor.eat(Word::Immediate)
        || cursor.eat(Word::AsSoonAsPossible)
        || cursor.eat_all(&[Word::As, Word::Soon, Word::As, Word::Possible])
        || initials(cursor, b"asap");
    said.then_some(DateReading::AsSoonAsPossible)
}

/// Consumes initials with or without full stops: `t.b.c.`
fn initials(cursor: &mut Cursor<'_>, letters: &[u8]) -> bool {
    cursor
        .attempt(|cursor| {
            let all = letters.iter().all(|letter| {
                let found = cursor.eat(Word::Letter(*letter));
                cursor.eat_mark(Mark::Dot);
                found
            });
            all.then_some(())
        })
        .is_some()
}
