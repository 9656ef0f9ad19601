//! The three steps from text to a reading.

use super::stretch::Named;
use super::tokens::Token;
use super::{diagnose, figures, phases, phrases, resolve, tokens};
use crate::due_date::{DateContext, DateReading};

/// Returns what `text` says in `context`.
pub(crate) fn reading(text: &str, context: &DateContext) -> DateReading {
    if let Some(day) = figures::plain_day(text) {
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

/// Returns whether a text is a day in figures whose year is allowed. It may still not exist.
pub(crate) fn is_day_in_range(text: &str, context: &DateContext) -> bool {
    figures::plain_day(text).and_then(Named::year).is_some_and(|year| context.allows(year))
}

fn reading_of(tokens: &[Token], context: &DateContext) -> DateReading {
    match phrases::phrase(tokens) {
        Some(phrase) => resolve::reading(phrase, context),
        None => diagnose::reading(tokens, context),
    }
}
