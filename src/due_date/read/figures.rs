//! Parses dates in digits, day first or ISO, with the time of day that spreadsheets append.

use super::cursor::Cursor;
use super::stretch::Named;
use super::tokens::{Gap, Kind, Mark, Number};
use super::vocabulary::Word;
use super::years::year;

const SEPARATORS: [Mark; 3] = [Mark::Slash, Mark::Hyphen, Mark::Dot];

/// Parses `2018-03-31` or `31/03/2018` directly from its bytes: the forms of nearly every date written by software
/// and of most others. What it returns, [`day`] would too, with several times the work; it leaves all else to that.
pub(super) fn plain_day(text: &str) -> Option<Named> {
    let (year, month, day) = match *text.as_bytes() {
        [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
            (number([y1, y2, y3, y4])?, number([m1, m2])?, number([d1, d2])?)
        }
        [ref start @ .., separator @ (b'/' | b'.' | b'-'), y1, y2, y3, y4] => {
            let (day, month) = match *start {
                [d, s, m] if s == separator => (number([d])?, number([m])?),
                [d, s, m1, m2] if s == separator => (number([d])?, number([m1, m2])?),
                [d1, d2, s, m] if s == separator => (number([d1, d2])?, number([m])?),
                [d1, d2, s, m1, m2] if s == separator => (number([d1, d2])?, number([m1, m2])?),
                _ => return None,
            };
            (number([y1, y2, y3, y4])?, month, day)
        }
        _ => return None,
    };
    Some(Named::Day { day, month, year: i32::try_from(year).ok() })
}

/// Returns the number that a few digits write.
fn number<const DIGITS: usize>(digits: [u8; DIGITS]) -> Option<u32> {
    let mut number = 0;
    let mut are_digits = true;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        are_digits &= digit < 10;
        number = number * 10 + u32::from(digit);
    }
    are_digits.then_some(number)
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

#[cfg(test)]
mod tests {
    use super::plain_day;
    use crate::due_date::read::{phrases, resolve, tokens};
    use crate::due_date::{DateContext, DateReading};

    /// What the direct way reads, the general way reads alike.
    #[test]
    fn the_two_ways_agree() {
        let context = DateContext::new();
        let numbers = ["0", "1", "00", "02", "12", "13", "29", "31", "32", "99"];
        let years = ["0000", "0018", "1899", "1900", "2016", "2017", "2199", "2200", "9999"];
        let mut read = 0;
        for first in numbers.iter().chain(&years) {
            for between in ["/", ".", "-"] {
                for second in numbers {
                    for third in numbers.iter().chain(&years) {
                        let text = format!("{first}{between}{second}{between}{third}");
                        let Some(day) = plain_day(&text) else { continue };
                        let phrase = phrases::phrase(&tokens::tokens(&text));
                        let general = phrase.map(|phrase| resolve::reading(phrase, &context));
                        let direct: DateReading = resolve::due(day, &context);
                        assert_eq!(Some(direct), general, "{text}");
                        read += 1;
                    }
                }
            }
        }
        assert_eq!(read, 10 * 3 * 10 * 9 + 9 * 8 * 8);
        assert_eq!(plain_day("1/2-2018"), None);
        assert_eq!(plain_day("1/2/20x8"), None);
        assert_eq!(plain_day("é/2/2018"), None);
    }
}
