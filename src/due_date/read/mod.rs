//! From words to a reading, in three steps: words to tokens, tokens to a phrase that knows no context, and the phrase
//! to days in a context. What is not a phrase is looked at again only to say why.

mod cursor;
mod days;
mod diagnose;
mod durations;
mod extents;
mod figures;
mod months;
mod phases;
mod phrases;
mod quarters;
mod resolve;
mod statements;
mod stretch;
mod tokens;
mod vocabulary;
mod years;

use super::{DateContext, DateReading};
use tokens::Token;

/// What `text` says in `context`.
pub(super) fn reading(text: &str, context: &DateContext) -> DateReading {
    if let Some(day) = figures::iso_day(text) {
        return resolve::due(day, context);
    }
    let tokens = tokens::tokens(text);
    if tokens.is_empty() {
        return DateReading::Missing;
    }
    match phases::split(&tokens) {
        Some(pieces) => phases::reading(&pieces, context),
        None => reading_of(&tokens, context),
    }
}

/// The number of a month by its name, in full or as it is shortened, in any case.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(super) fn month_named(text: &str) -> Option<u32> {
    match vocabulary::word(text) {
        vocabulary::Word::Month(number) => Some(number),
        _ => None,
    }
}

/// The phases of `text` as written, when it is phased.
pub(super) fn phases(text: &str) -> Option<Vec<&str>> {
    let tokens = tokens::tokens(text);
    Some(phases::split(&tokens)?.iter().filter_map(|piece| piece.words(text)).collect())
}

fn reading_of(tokens: &[Token], context: &DateContext) -> DateReading {
    match phrases::phrase(tokens) {
        Some(phrase) => resolve::reading(phrase, context),
        None => diagnose::reading(tokens, context),
    }
}
