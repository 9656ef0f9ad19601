//! Splits text into tokens. Only this file handles spaces, letter case, kinds of hyphen and notes in brackets.

use super::vocabulary::{Word, word};

/// The space before a token.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Line,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) gap: Gap,
    /// The byte range in the text. An omitted note belongs to the token before it.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Number),
    Word(Word),
    Mark(Mark),
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Slash,
    Hyphen,
    Dot,
    Comma,
    Colon,
    Semicolon,
    Apostrophe,
    Ampersand,
    Plus,
    Open,
    Close,
    Other,
}

/// A run of digits, of any length.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// `None` if the number is too large for any use here.
    pub(super) value: Option<u32>,
    pub(super) digits: usize,
    pub(super) starts_with_zero: bool,
    /// Followed directly by `st`, `nd`, `rd` or `th`.
    pub(super) ordinal: bool,
}

impl Number {
    fn written(digits: &str) -> Self {
        let value = digits
            .chars()
            .filter_map(|digit| digit.to_digit(10))
            .try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(digit));
        Self {
            value,
            digits: digits.len(),
            starts_with_zero: digits.starts_with('0'),
            ordinal: false,
        }
    }
}

/// Splits `text`, omitting notes in brackets without a digit. If the text is only a note, its content is used.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let all = scan(text);
    if !all.iter().any(|token| token.kind == Kind::Mark(Mark::Open)) {
        return all;
    }
    let kept = without_notes(&all);
    if !kept.is_empty() {
        return kept;
    }
    let brackets = [Kind::Mark(Mark::Open), Kind::Mark(Mark::Close)];
    let inside: Vec<Token> =
        all.iter().copied().filter(|token| !brackets.contains(&token.kind)).collect();
    if inside.is_empty() { all } else { inside }
}

fn scan(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut gap = Gap::None;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        if let Some(space) = gap_of(first) {
            gap = gap.max(space);
            rest = rest.strip_prefix(first).unwrap_or_default();
            continue;
        }
        let after = if first.is_ascii_digit() {
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
        } else if first.is_alphabetic() {
            rest.trim_start_matches(char::is_alphabetic)
        } else {
            rest.strip_prefix(first).unwrap_or_default()
        };
        let end = text.len() - after.len();
        let written = text.get(start..end).unwrap_or_default();
        rest = after;
        if gap == Gap::None && take_ordinal(&mut tokens, written, end) {
            continue;
        }
        let kind = if first.is_ascii_digit() {
            Kind::Number(Number::written(written))
        } else if first.is_alphabetic() {
            Kind::Word(word(written))
        } else {
            Kind::Mark(mark(first))
        };
        tokens.push(Token { kind, gap, start, end });
        gap = Gap::None;
    }
    tokens
}

/// Marks the last number as an ordinal if `written` is an ordinal ending.
fn take_ordinal(tokens: &mut [Token], written: &str, end: usize) -> bool {
    let is_ending =
        ["st", "nd", "rd", "th"].iter().any(|ending| written.eq_ignore_ascii_case(ending));
    match tokens.last_mut() {
        Some(Token { kind: Kind::Number(number), end: number_end, .. }) if is_ending => {
            number.ordinal = true;
            *number_end = end;
            true
        }
        _ => false,
    }
}

/// Invisible characters count as spaces: text pasted from web pages contains them.
fn gap_of(character: char) -> Option<Gap> {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Gap::Line),
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => Some(Gap::Space),
        _ => character.is_whitespace().then_some(Gap::Space),
    }
}

fn mark(character: char) -> Mark {
    match character {
        '/' => Mark::Slash,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Mark::Hyphen,
        '.' => Mark::Dot,
        ',' => Mark::Comma,
        ':' => Mark::Colon,
        ';' | '•' | '|' => Mark::Semicolon,
        '\'' | '\u{2018}' | '\u{2019}' | '`' => Mark::Apostrophe,
        '&' => Mark::Ampersand,
        '+' => Mark::Plus,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        _ => Mark::Other,
    }
}

fn without_notes(all: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(all.len());
    // Positions in `kept` of the open brackets without a digit so far.
    let mut open = Vec::new();
    let mut note_gap = Gap::None;
    for token in all {
        let gap = token.gap.max(note_gap);
        match token.kind {
            Kind::Mark(Mark::Open) => open.push(kept.len()),
            Kind::Number(_) => open.clear(),
            Kind::Mark(Mark::Close) => {
                if let Some(place) = open.pop() {
                    note_gap = kept.get(place).map_or(Gap::Space, |note| note.gap.max(Gap::Space));
                    kept.truncate(place);
                    if let Some(before) = kept.last_mut() {
                        before.end = token.end;
                    }
                    continue;
                }
            }
            _ => {}
        }
        note_gap = Gap::None;
        kept.push(Token { gap, ..*token });
    }
    kept
}
