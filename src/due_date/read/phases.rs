//! Splits a phased date into its phases and selects the phase that counts.

use super::cursor::Cursor;
use super::phrases::{Phrase, phrase};
use super::tokens::{Gap, Kind, Mark, Number, Token, tokens};
use super::vocabulary::Word;
use super::{diagnose, resolve};
use crate::due_date::{DateContext, DateReading, Unreadable};

/// The most parts into which commas can divide one date: `Mon, Oct 23, 2017`.
const MOST_CHUNKS_IN_A_DATE: usize = 3;

pub(super) struct Piece<'t> {
    tokens: &'t [Token],
    phrase: Option<Phrase>,
}

impl Piece<'_> {
    /// Returns the phase as written.
    pub(super) fn words<'a>(&self, text: &'a str) -> Option<&'a str> {
        text.get(self.tokens.first()?.start..self.tokens.last()?.end)
    }
}

/// Returns the phases of `text` as written, if it is phased.
pub(in crate::due_date) fn written_phases(text: &str) -> Option<Vec<&str>> {
    let tokens = tokens(text);
    Some(split(&tokens)?.iter().filter_map(|piece| piece.words(text)).collect())
}

/// Returns the reading of the last phase with a due day, or else of the last phase with another reading. A year out
/// of range in any phase takes precedence.
pub(super) fn reading(pieces: &[Piece<'_>], context: &DateContext) -> DateReading {
    let (mut dated, mut open, mut unstated) = (None, None, None);
    for piece in pieces {
        let reading = match piece.phrase {
            Some(phrase) => resolve::reading(phrase, context),
            None => diagnose::reading(piece.tokens, context),
        };
        match reading {
            DateReading::OutOfRange => return reading,
            DateReading::Due(_) => dated = Some(reading),
            DateReading::YearUnstated => unstated = Some(reading),
            DateReading::Missing | DateReading::Unreadable(_) => {}
            _ => open = Some(reading),
        }
    }
    dated.or(open).or(unstated).unwrap_or(DateReading::Unreadable(Unreadable::Words))
}

/// Splits a phased date, in order. Returns `None` if no part begins with a phase and its number.
pub(super) fn split(tokens: &[Token]) -> Option<Vec<Piece<'_>>> {
    let chunks = chunks(tokens);
    if !chunks.iter().any(|chunk| chunk.begins_a_phase) {
        return None;
    }
    let mut pieces = Vec::with_capacity(chunks.len());
    let mut rest = chunks.as_slice();
    while !rest.is_empty() {
        let (piece, taken) = longest_piece(tokens, rest)?;
        pieces.push(piece);
        rest = rest.get(taken..)?;
    }
    Some(pieces)
}

/// The tokens between two separators.
#[derive(Copy, Clone)]
struct Chunk {
    from: usize,
    to: usize,
    begins_a_phase: bool,
}

/// Joins the first chunk with the following chunks of the same date.
fn longest_piece<'t>(tokens: &'t [Token], chunks: &[Chunk]) -> Option<(Piece<'t>, usize)> {
    let joinable = chunks
        .iter()
        .skip(1)
        .take(MOST_CHUNKS_IN_A_DATE - 1)
        .take_while(|chunk| !chunk.begins_a_phase);
    let most = 1 + joinable.count();
    (1..=most).rev().find_map(|taken| {
        let run = chunks.get(..taken)?;
        let piece = tokens.get(run.first()?.from..run.last()?.to)?;
        let phrase = phrase(after_marker(piece).unwrap_or(piece));
        (phrase.is_some() || taken == 1).then_some((Piece { tokens: piece, phrase }, taken))
    })
}

fn chunks(tokens: &[Token]) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut phased = false;
    let mut from = 0;
    let mut only_marks = true;
    let mut close = |from: usize, to: usize| {
        if let Some((from, to)) = trim(tokens, from, to) {
            let begins_a_phase = tokens.get(from..to).and_then(after_marker).is_some();
            chunks.push(Chunk { from, to, begins_a_phase });
        }
    };
    for (place, token) in tokens.iter().enumerate() {
        let after = tokens.get(place + 1).map_or(Gap::Line, |next| next.gap);
        let divides = match token.kind {
            Kind::Mark(Mark::Semicolon | Mark::Comma) => true,
            Kind::Mark(Mark::Slash) => token.gap != Gap::None && after != Gap::None,
            _ => false,
        };
        let marker = tokens.get(place..).and_then(after_marker).is_some();
        if divides {
            close(from, place);
            (from, only_marks) = (place + 1, true);
            continue;
        }
        if token.gap == Gap::Line || (marker && phased) {
            close(from, place);
            (from, only_marks) = (place, true);
        }
        phased |= marker && only_marks;
        only_marks &= matches!(token.kind, Kind::Mark(_));
    }
    close(from, tokens.len());
    chunks
}

/// Returns the tokens after `Phase 2`, `Stage 1a:` or `Phase two -`, if `tokens` begins with one.
fn after_marker(tokens: &[Token]) -> Option<&[Token]> {
    let mut cursor = Cursor::new(tokens);
    cursor.eat(Word::Phase).then_some(())?;
    match cursor.number() {
        Some(Number { digits: 1 | 2, .. }) => {
            if let Some(Token { kind: Kind::Word(Word::Letter(_)), gap: Gap::None, .. }) =
                cursor.peek()
            {
                cursor.skip();
            }
        }
        Some(_) => return None,
        None => {
            let Word::Count(_) = cursor.word()? else {
                return None;
            };
        }
    }
    if !cursor.eat_mark(Mark::Colon) {
        // The hyphen of `Phase 1-2 Mar 2017` joins two phases, so the 2 is not a day.
        cursor.attempt(|cursor| {
            cursor.eat_mark(Mark::Hyphen).then_some(())?;
            (cursor.peek()?.gap != Gap::None).then_some(())
        });
    }
    Some(cursor.rest())
}

/// Trims punctuation and conjunctions from both ends. Returns `None` if nothing remains.
fn trim(tokens: &[Token], from: usize, to: usize) -> Option<(usize, usize)> {
    let range = tokens.get(from..to)?;
    let leading = range.iter().take_while(|token| is_trimming(token)).count();
    let trailing = range.iter().rev().take_while(|token| is_trimming(token)).count();
    (leading < range.len()).then_some((from + leading, to - trailing))
}

fn is_trimming(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Word(Word::And)
            | Kind::Mark(
                Mark::Slash
                    | Mark::Hyphen
                    | Mark::Comma
                    | Mark::Semicolon
                    | Mark::Ampersand
                    | Mark::Other
            )
    )
}
