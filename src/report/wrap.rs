//! Wraps text. Words are never cut: one that is longer than a line has a line of its own.

use unicode_width::UnicodeWidthStr;

use super::line::without_marks;

/// The width of plain text, in columns.
pub(super) const WIDTH: usize = 80;

/// Appends the text in lines of at most [`WIDTH`] columns, the first with the prefix `first`, the
/// others with `rest`.
pub(super) fn wrap_into(out: &mut String, text: &str, first: &str, rest: &str) {
    out.push_str(first);
    let mut column = width(first);
    let mut is_line_empty = true;
    for word in without_marks(text).split_whitespace() {
        let length = width(word);
        let space = usize::from(!is_line_empty);
        if !is_line_empty && column + space + length > WIDTH {
            out.push('\n');
            out.push_str(rest);
            column = width(rest);
        } else if !is_line_empty {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
        is_line_empty = false;
    }
    out.push('\n');
}

/// Returns the width of a text in columns: 0 for combining marks, 2 for wide scripts and emoji.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, width, wrap_into};

    fn wrapped(text: &str, first: &str, rest: &str) -> String {
        let mut out = String::new();
        wrap_into(&mut out, text, first, rest);
        out
    }

    #[test]
    fn lines_hang_and_fit() {
        let text = "word ".repeat(40);
        let lines = wrapped(&text, "- ", "  ");
        assert!(lines.lines().all(|line| width(line) <= WIDTH));
        assert!(lines.lines().skip(1).all(|line| line.starts_with("  word")));
        assert_eq!(lines.matches("word").count(), 40);
    }

    #[test]
    fn a_line_may_be_exactly_full() {
        let text = format!("{} b", "a".repeat(WIDTH - 2));
        assert_eq!(wrapped(&text, "", "").lines().count(), 1);
        assert_eq!(wrapped(&format!("a{text}"), "", "").lines().count(), 2);
    }

    #[test]
    fn a_long_word_is_never_cut() {
        let long = "x".repeat(200);
        assert_eq!(wrapped(&format!("a {long} b"), "- ", "  "), format!("- a\n  {long}\n  b\n"));
    }

    #[test]
    fn wide_characters_take_two_columns_and_combining_marks_none() {
        assert_eq!(width("漢字"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("£–é"), 3);
    }
}
