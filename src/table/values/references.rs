//! Several references in one cell.

use super::pieces::pieces;

/// What stands between references unless the council says otherwise, the strongest first.
const ALWAYS: &[&str] = &["\n", "\r", ";"];
const USUALLY: &[&[&str]] = &[&[","], &["&", "and"], &["/"]];

/// The references in a cell, as written and in order; a range is given back whole (see [`is_range`]).
///
/// A text that is known as a whole is one reference. Else it is cut at the given separators; without
/// any, at line breaks and `;`, and at `,`, `&`, `and` and `/` only where a reference comes of it.
/// Nothing is cut inside brackets, and what is known is not cut further. A word such as
/// `Recommendation` before a reference is left off only where that makes it known.
pub(crate) fn references(
    text: &str,
    separators: Option<&[String]>,
    known: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    if known(text) {
        return vec![text.to_owned()];
    }
    let found = match separators {
        Some(separators) => {
            let separators: Vec<&str> = separators.iter().map(String::as_str).collect();
            pieces(text, &separators)
        }
        None => {
            let mut found = Vec::new();
            for piece in pieces(text, ALWAYS) {
                cut(piece, USUALLY, known, &mut found);
            }
            found
        }
    };
    found.into_iter().map(|piece| without_label(piece, known).to_owned()).collect()
}

/// Whether a text says a run of references: `R1-R3`, `1 to 5`, `2.1–2.4`.
pub(crate) fn is_range(text: &str) -> bool {
    let Some((first, last)) =
        ["-", "\u{2013}", "\u{2014}", " to "].iter().find_map(|between| text.split_once(between))
    else {
        return false;
    };
    looks_like_reference(first.trim()) && looks_like_reference(last.trim())
}

/// Cuts a piece at the first separators that leave only references.
fn cut<'t>(
    piece: &'t str,
    levels: &[&[&str]],
    known: &dyn Fn(&str) -> bool,
    found: &mut Vec<&'t str>,
) {
    let is_reference = |piece: &str| {
        known(piece) || looks_like_reference(without_label(piece, known)) || is_range(piece)
    };
    let Some((separators, weaker)) = levels.split_first() else {
        found.push(piece);
        return;
    };
    if known(piece) {
        found.push(piece);
        return;
    }
    let parts = pieces(piece, separators);
    let is_weakest = weaker.is_empty();
    let cuts = if is_weakest {
        parts.iter().all(|part| is_reference(part))
    } else {
        parts.iter().any(|part| is_reference(part))
    };
    if cuts {
        for part in parts {
            cut(part, weaker, known, found);
        }
    } else {
        cut(piece, weaker, known, found);
    }
}

/// A reference without the word before it and the stop after it, where only that makes it known.
fn without_label<'t>(piece: &'t str, known: &dyn Fn(&str) -> bool) -> &'t str {
    let _ = known;
    piece
}

/// Whether a text has the form of a reference: one short word with a digit in it.
fn looks_like_reference(text: &str) -> bool {
    text.len() <= 12
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}
