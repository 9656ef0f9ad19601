//! Exact text in cells. Most text is written as it is; only text that would not read back unchanged is
//! put between ⟦ and ⟧, which mean *exactly this text*.

use std::borrow::Cow;

pub(in crate::workbook) const OPEN: char = '\u{27e6}';
pub(in crate::workbook) const CLOSE: char = '\u{27e7}';

/// Written to a cell to show that its record, or its group of keys, is present but empty.
pub(in crate::workbook) const PRESENT: &str = "\u{27e6}\u{2026}\u{27e7}";

/// The text between the brackets of [`PRESENT`]. The same text in a document is escaped.
const ELLIPSIS: &str = "\u{2026}";

/// Returns text between brackets, with characters that a cell cannot hold escaped.
pub(in crate::workbook) fn exactly(words: &str) -> String {
    let mut written = String::with_capacity(words.len() + 6);
    written.push(OPEN);
    if words == ELLIPSIS {
        written.push_str("\\x{2026}");
    } else {
        for (at, letter) in words.char_indices() {
            match letter {
                '\\' => written.push_str("\\\\"),
                CLOSE => written.extend(['\\', CLOSE]),
                '\r' => written.push_str("\\r"),
                '_' if words.get(at..).is_some_and(begins_an_escape) => {
                    written.push_str("\\x{5F}");
                }
                letter if is_unwritable(letter) => {
                    written.extend(["\\x{", &format!("{:X}", u32::from(letter)), "}"]);
                }
                letter => written.push(letter),
            }
        }
    }
    written.push(CLOSE);
    written
}

/// Returns the text between the brackets of a cell or of one item in it. Returns `None` if it has no
/// brackets, or incomplete ones, and is to be read as it is.
pub(in crate::workbook) fn exact_words(text: &str) -> Option<String> {
    let inside = text.trim().strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    if inside == ELLIPSIS {
        return None;
    }
    let mut words = String::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        match letter {
            CLOSE => return None,
            '\\' => match letters.next()? {
                'r' => words.push('\r'),
                'x' => words.push(numbered(&mut letters)?),
                other => words.push(other),
            },
            letter => words.push(letter),
        }
    }
    Some(words)
}

/// Reads the character of `{41}`.
fn numbered(letters: &mut std::str::Chars<'_>) -> Option<char> {
    let (digits, rest) = letters.as_str().strip_prefix('{')?.split_once('}')?;
    *letters = rest.chars();
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

/// Returns whether a cell can hold text as it is, and would read back as the same text.
pub(in crate::workbook) fn is_plain(words: &str) -> bool {
    !words.is_empty()
        && words.trim() == words
        && !words.contains([OPEN, CLOSE, '\r'])
        && !words.chars().any(is_unwritable)
        && !words.match_indices('_').any(|(at, _)| words.get(at..).is_some_and(begins_an_escape))
}

/// Returns text unchanged if it is plain, or else between brackets.
pub(in crate::workbook) fn plainly(words: &str) -> Cow<'_, str> {
    if is_plain(words) { Cow::Borrowed(words) } else { Cow::Owned(exactly(words)) }
}

/// Returns whether XML cannot hold a character, or programs change it.
fn is_unwritable(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Returns whether text begins with an escape such as `_x000D_`, which spreadsheets read as a character.
fn begins_an_escape(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("_x") else { return false };
    rest.get(..4).is_some_and(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()))
        && rest.get(4..).is_some_and(|rest| rest.starts_with('_'))
}

/// Splits a cell at separators outside brackets, and trims the parts.
pub(in crate::workbook) fn parts(text: &str, separators: &[char]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((part, others)) = split(rest, separators) {
        parts.push(part.trim().to_owned());
        rest = others;
    }
    parts.push(rest.trim().to_owned());
    parts
}

/// Splits text at the first separator outside brackets.
pub(in crate::workbook) fn split_once(text: &str, separator: char) -> Option<(&str, &str)> {
    split(text, &[separator])
}

fn split<'t>(text: &'t str, separators: &[char]) -> Option<(&'t str, &'t str)> {
    let mut is_exact = false;
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if is_exact {
            is_escaped = letter == '\\';
            is_exact = letter != CLOSE;
        } else if letter == OPEN {
            is_exact = true;
        } else if separators.contains(&letter) {
            return Some((text.get(..at)?, text.get(at + letter.len_utf8()..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{exact_words, exactly, is_plain, parts};

    const HOSTILE: &[&str] = &[
        "",
        " ",
        "…",
        "\u{27e6}",
        "\u{27e7}",
        "a\\",
        "\r\n",
        "_x000D_",
        "_x005F_x000D_",
        "\u{0}",
        "\u{fffe}",
        "\\r",
        "\\x{41}",
        "\u{27e6}…\u{27e7}",
        "a; b | c\nd",
        " x ",
        "\u{85}",
    ];

    #[test]
    fn exact_words_read_back_to_themselves() {
        for words in HOSTILE {
            let written = exactly(words);
            assert_eq!(exact_words(&written).as_deref(), Some(*words), "{written}");
            assert_eq!(parts(&written, &[';', '|', '\n']).len(), 1, "{written}");
            assert!(!written.contains('\r') && !written.contains("_x000"), "{written}");
        }
    }

    #[test]
    fn ordinary_words_are_plain() {
        for words in ["3.1", "=1+1", "a  b", "Überprüfung", "two\nlines", "a_x", "👧🏾", "…", "'a"]
        {
            assert!(is_plain(words), "{words}");
        }
        for words in HOSTILE
            .iter()
            .filter(|words| !matches!(**words, "…" | "a\\" | "\\r" | "\\x{41}" | "a; b | c\nd"))
        {
            assert!(!is_plain(words), "{words}");
        }
    }
}
