//! Positions in a text: paths, and lines and columns.

/// A step of a path; a key may be any text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// The longest key or text that is shown in full.
const LONGEST_KEY: usize = 60;

/// The most steps that a path shows: more than any record of the format has.
const MOST_STEPS: usize = 12;

/// Formats a path as people write it: `actions[1].due`.
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
    let is_word =
        |character: char| character.is_alphanumeric() || character == '_' || character == '-';
    !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(is_word)
}

/// Returns text of the document in quotation marks, shortened, with control characters escaped.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('\u{201c}');
    for (position, character) in text.chars().enumerate() {
        if position == LONGEST_KEY {
            quoted.push('…');
            break;
        }
        if character.is_control() {
            quoted.extend(character.escape_default());
        } else {
            quoted.push(character);
        }
    }
    quoted.push('\u{201d}');
    quoted
}

/// Returns the line and column of a byte offset, both counted from 1, the column in characters.
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

/// Returns the byte offset of a line and a column as `serde_json` counts them: lines from 1,
/// columns in bytes, where column 0 is the line break before the line.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
    };
    (start + column).saturating_sub(1).min(text.len())
}

/// Returns the byte offset of `piece`, which is a slice of `text`.
pub(super) fn offset_in(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}
