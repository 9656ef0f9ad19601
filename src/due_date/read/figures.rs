//! Parses dates in digits, day first or ISO, with the time of day that spreadsheets append.

use super::cursor::Cursor;
use super::stretch::Named;
use super::tokens::{Gap, Kind, Mark, Number};
use super::vocabulary::Word;
use super::years::year;

const SEPARATORS: [Mark; 3] = [Mark::Slash, Mark::Hyphen, Mark::Dot];

/// Parses `2018-03-31`, the usual form in documents written by software, directly from its bytes.
pub(super) fn iso_day(text: &str) -> Option<Named> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |value, byte| {
            byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    Some(Named::Day { day: number(&[*d1, *d2])?, month: number(&[*m1, *m2])?, year: Some(year) })
}

/// Parses three groups of digits with the same separator: `31/03/2018`, `31.3.18`, `2018-03-31T00:00:00Z`.
///
/// Checks the form only. Whether the day exists and the year is allowed is checked when the phrase is resolved.
pub(super) fn day(cursor: &mut Cursor<'_>) -> Option<Named> {
    cursor.attempt(|cursor| {
        let before_our_era = sign(cursor) == Some(Mark::Hyphen);
        let first = cursor.cardinal()?;
        let separator = cursor.mark_of(&SEPARATORS)?;
        let second = cursor.cardinal()?;
        cursor.eat_mark(separator).then_some(())?;
        let third = cursor.cardinal()?;
        let month = short(second)?;
        let named = match (short(first), short(third)) {
            (Some(day), _) if !before_our_era => Named::Day { day, month, year: Some(year(third)) },
            (None, Some(day)) => {
                let year = year(first);
                Named::Day { day, month, year: Some(if before_our_era { -year } else { year }) }
            }
            _ => return None,
        };
        cursor.attempt(time_of_day);
        Some(named)
    })
}

/// Consumes and counts groups of digits joined by the same separator without spaces.
pub(super) fn groups(cursor: &mut Cursor<'_>) -> usize {
    let mut separator = None;
    let mut groups = 0;
    while cursor.number().is_some() {
        groups += 1;
        let joined = cursor.attempt(|cursor| {
            let found = cursor.tight_mark_of(&SEPARATORS)?;
            let next = matches!(cursor.peek()?.kind, Kind::Number(_));
            (next && separator.is_none_or(|separator| separator == found)).then_some(found)
        });
        if joined.is_none() {
            break;
        }
        separator = joined;
    }
    groups
}

/// Returns a day or month number, which has one or two digits.
pub(super) fn short(number: Number) -> Option<u32> {
    (number.digits <= 2).then_some(number.value?)
}

/// Consumes the sign that ISO puts before years outside 0000 to 9999.
fn sign(cursor: &mut Cursor<'_>) -> Option<Mark> {
    cursor.attempt(|cursor| {
        let sign = cursor.mark_of(&[Mark::Plus, Mark::Hyphen])?;
        (cursor.peek()?.gap == Gap::None).then_some(sign)
    })
}

fn time_of_day(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.eat(Word::Letter(b't'));
    sixty(cursor, 25)?;
    cursor.eat_mark(Mark::Colon).then_some(())?;
    sixty(cursor, 60)?;
    cursor.attempt(|cursor| {
        cursor.eat_mark(Mark::Colon).then_some(())?;
        sixty(cursor, 61)?;
        cursor.attempt(|cursor| {
            cursor.eat_mark(Mark::Dot).then_some(())?;
            cursor.number()
        });
        Some(())
    });
    if !cursor.eat(Word::Letter(b'z')) {
        cursor.attempt(|cursor| {
            cursor.mark_of(&[Mark::Plus, Mark::Hyphen])?;
            sixty(cursor, 25)?;
            cursor.eat_mark(Mark::Colon);
            sixty(cursor, 60)
        });
    }
    Some(())
}

fn sixty(cursor: &mut Cursor<'_>, below: u32) -> Option<()> {
    let number = cursor.cardinal()?;
    (short(number)? < below).then_some(())
}
