//! Splits a text at separators, but never inside brackets.

use std::ops::Range;

/// Returns the non-empty pieces of a text between separators, trimmed. A separator of letters (`and`)
/// counts only as a whole word, in any case. Text in brackets is not split; unmatched brackets are
/// ordinary characters.
pub(super) fn pieces<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    if !may_hold(text, separators) {
        return Some(text.trim()).filter(|piece| !piece.is_empty()).into_iter().collect();
    }
    places(text, separators).into_iter().filter_map(|place| text.get(place)).collect()
}

/// Returns whether the characters of a separator are anywhere in a text, in any case. True of few
/// texts, and much cheaper to ask than where the pieces are.
pub(super) fn may_hold(text: &str, separators: &[&str]) -> bool {
    let text = text.as_bytes();
    separators.iter().any(|separator| match separator.as_bytes() {
        [] => false,
        [mark] if !mark.is_ascii_alphabetic() => text.contains(mark),
        letters => text.windows(letters.len()).any(|found| found.eq_ignore_ascii_case(letters)),
    })
}

/// Returns the positions of the pieces of a text.
pub(super) fn places(text: &str, separators: &[&str]) -> Vec<Range<usize>> {
    let brackets_match = brackets_match(text);
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut from = 0;
    let mut skip_to = 0;
    for (at, letter) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        match letter {
            '(' | '[' if brackets_match => depth += 1,
            ')' | ']' if brackets_match => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                let length = separators.iter().find_map(|separator| length_at(text, at, separator));
                if let Some(length) = length {
                    push(&mut pieces, text, from..at);
                    skip_to = at + length;
                    from = skip_to;
                }
            }
            _ => {}
        }
    }
    push(&mut pieces, text, from..text.len());
    pieces
}

fn push(pieces: &mut Vec<Range<usize>>, text: &str, place: Range<usize>) {
    let Some(piece) = text.get(place.clone()) else { return };
    let start = place.start + (piece.len() - piece.trim_start().len());
    let length = piece.trim().len();
    if length > 0 {
        pieces.push(start..start + length);
    }
}

/// Returns the length of a separator at a position, if it is there.
fn length_at(text: &str, at: usize, separator: &str) -> Option<usize> {
    let found = text.get(at..at.checked_add(separator.len())?)?;
    if separator.is_empty() || !found.eq_ignore_ascii_case(separator) {
        return None;
    }
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let starts_with_letter = is_word(separator.chars().next());
    let ends_with_letter = is_word(separator.chars().next_back());
    let before = text.get(..at)?.chars().next_back();
    let after = text.get(at + found.len()..)?.chars().next();
    let is_inside_word =
        (starts_with_letter && is_word(before)) || (ends_with_letter && is_word(after));
    (!is_inside_word).then_some(found.len())
}

/// Returns whether every bracket of a text is opened and closed.
pub(super) fn brackets_match(text: &str) -> bool {
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => {}
        }
    }
    depth == 0
}
