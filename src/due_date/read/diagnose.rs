//! Finds the reason why a text is not a phrase. Nothing found here is ever used as the date.

use super::cursor::Cursor;
use super::stretch::{Named, Stretch};
use super::tokens::{Kind, Mark, Token};
use super::vocabulary::{Unit, Word};
use super::{days, extents, figures};
use crate::due_date::{DateContext, DateReading, Unreadable};

/// `version 1.2.3` has the form of a day in the year 3, so within other text a smaller year is not a date.
const FIRST_YEAR_IN_PROSE: i32 = 10;

/// A date in digits with an impossible year takes precedence, wherever it is; then the most helpful reason.
pub(super) fn reading(tokens: &[Token], context: &DateContext) -> DateReading {
    let mut dates = 0_usize;
    let mut cursor = Cursor::new(tokens);
    while let Some(token) = cursor.peek() {
        let Kind::Number(_) = token.kind else {
            match extents::stretch(&mut cursor) {
                Some(found) => dates += usize::from(is_surely_a_date(found)),
                None => cursor.skip(),
            }
            continue;
        };
        let mut after_run = cursor;
        let groups = figures::groups(&mut after_run);
        if groups == 3
            && let Some(Named::Day { year: Some(year), .. }) = figures::day(&mut cursor)
        {
            if year >= FIRST_YEAR_IN_PROSE {
                if !context.allows(year) {
                    return DateReading::OutOfRange;
                }
                dates += 1;
            }
            continue;
        }
        // A longer run of digit groups is some other reference and is skipped.
        let found = if groups > 3 { None } else { numbered_date(&mut cursor) };
        match found {
            Some(found) => dates += found,
            None => cursor = after_run,
        }
    }
    let season = Kind::Word(Word::Season);
    DateReading::Unreadable(if dates > 1 {
        Unreadable::SeveralDates
    } else if names_a_school_term(tokens) {
        Unreadable::SchoolTerm
    } else if tokens.iter().any(|token| token.kind == season) {
        Unreadable::Season
    } else {
        Unreadable::Words
    })
}

/// Counts the dates that begin with this number: one, or two in `5 and 26 October`.
fn numbered_date(cursor: &mut Cursor<'_>) -> Option<usize> {
    let two = cursor.attempt(|cursor| {
        days::day_number(cursor)?;
        let joined = cursor.mark_of(&[Mark::Slash, Mark::Comma, Mark::Ampersand]).is_some()
            || cursor.eat(Word::And);
        joined.then_some(())?;
        days::day(cursor).map(|_| 2)
    });
    two.or_else(|| extents::stretch(cursor).map(|_| 1))
}

/// Excludes `may` alone, which is more often a verb than a month.
fn is_surely_a_date(stretch: Stretch) -> bool {
    !matches!(stretch.named, Named::Month { month: 5, year: None })
}

fn names_a_school_term(tokens: &[Token]) -> bool {
    let mut words = tokens.iter().filter_map(|token| match token.kind {
        Kind::Word(word) => Some(word),
        Kind::Number(_) => Some(Word::Count(0)),
        Kind::Mark(_) => None,
    });
    let mut before = Word::Other;
    words.any(|word| {
        let pair = (before, word);
        before = word;
        matches!(
            pair,
            (_, Word::Festival | Word::HalfTerm)
                | (Word::Half | Word::Season | Word::School | Word::End, Word::Term)
                | (Word::Season | Word::School, Word::Holiday | Word::Half)
                | (Word::School, Word::Unit(Unit::Years))
                | (Word::Term, Word::Count(_))
        )
    })
}
