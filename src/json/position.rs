//! Where in a text something is: the path to it, and its line and column.

/// One step of a path into a text that may hold any key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The longest key that a path shows in full.
const LONGEST_KEY: usize = 60;

/// The most steps that a path shows: more than any record of the format has.
const MOST_STEPS: usize = 12;

/// The path as people write it: `actions[1].due`.
pub(super) fn as_path(steps: &[Step]) -> String {
    let mut path = String::new();
    for (depth, step) in steps.iter().enumerate() {
        match step {
            _ if depth == MOST_STEPS => {
                path.push('…');
                break;
            }
            Step::Index(index) => path.extend(["[", &index.to_string(), "]"]),
            Step::Key(key) if is_plain(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Key(key) => path.extend(["[", &quoted(key), "]"]),
        }
    }
    path
}

fn is_plain(key: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(is_word)
}

/// Text of the document in quotation marks: shortened, and without anything that cannot be printed.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('\u{201c}');
    for (position, letter) in text.chars().enumerate() {
        if position == LONGEST_KEY {
            quoted.push('…');
            break;
        }
        if letter.is_control() {
            quoted.extend(letter.escape_default());
        } else {
            quoted.push(letter);
        }
    }
    quoted.push('\u{201d}');
    quoted
}

/// The line and column of a byte, both counted from 1, the column in characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let in_line = before.rsplit('\n').next().unwrap_or_default();
    (line, in_line.chars().count() + 1)
}

/// The byte at a line and a column as `serde_json` counts them: lines from 1, columns in bytes, where
/// 0 is the line break before the line.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
    };
    (start + column).saturating_sub(1).min(text.len())
}

/// Where a piece of a text begins in it.
pub(super) fn offset_in(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}
