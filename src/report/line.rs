//! The texts of a report, each on one line, and the marks around the words of a plan inside them, so that
//! a layout can keep their direction of writing from reordering the words around them.
//!
//! The marks are two control characters. No text of a plan may contain control characters, so a plan
//! cannot forge them.

use std::borrow::Cow;

const OPENS: char = '\u{2}';
const CLOSES: char = '\u{3}';

/// A run of one text: words of this crate, or words quoted from a plan.
#[cfg(feature = "html")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Ours(&'t str),
    Theirs(&'t str),
}

/// Returns the text on one line.
///
/// Runs of white space and control characters become one space, and characters that change the
/// direction of writing are removed, so that no text of a plan can break or disguise the lines
/// around it. The marks around quoted words are kept.
pub(super) fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let kept: String = text
        .chars()
        .filter(|character| !changes_direction(*character))
        .map(|one| if one.is_control() && !is_mark(one) { ' ' } else { one })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether a text is surely clean, as nearly every text is: ASCII on one line, with single spaces.
fn is_clean(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_plain = (b' '..0x7f).contains(&byte) || is_mark(char::from(byte));
        if !is_plain || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

fn changes_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns words of a plan on one line, marked as such.
pub(super) fn isolated(words: &str) -> String {
    let words = clean(words);
    if words.is_empty() { words } else { format!("{OPENS}{}{CLOSES}", without_marks(&words)) }
}

/// Returns whether a character is one of the marks around quoted words.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, OPENS | CLOSES)
}

/// Returns a text without the marks, for a layout that shows nothing in their place.
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

/// Returns the runs of a text, none of which is empty.
#[cfg(feature = "html")]
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let runs = text.split(OPENS).enumerate().flat_map(|(at, run)| {
        let (theirs, ours) =
            if at == 0 { ("", run) } else { run.split_once(CLOSES).unwrap_or((run, "")) };
        [Piece::Theirs(theirs), Piece::Ours(ours)]
    });
    runs.filter(|piece| !matches!(piece, Piece::Ours("") | Piece::Theirs("")))
}

#[cfg(test)]
mod tests {
    use super::{clean, isolated, without_marks};

    #[test]
    fn text_is_put_on_one_line() {
        assert_eq!(clean("  two\r\nlines\tand \u{1b}[31mred"), "two lines and [31mred");
        assert_eq!(clean("left\u{202e}thgir"), "leftthgir");
        assert_eq!(clean(""), "");
        for (text, cleaned) in
            [(" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a b", "a b"), (" ", "")]
        {
            assert_eq!(clean(text), cleaned);
        }
    }

    #[test]
    fn words_are_marked_and_cannot_forge_marks() {
        let words = isolated("two\n\u{3}lines\u{202e}\u{2}");
        assert_eq!(words, "\u{2}two lines\u{3}");
        assert_eq!(without_marks(&format!("Lead: {words}.")), "Lead: two lines.");
        assert_eq!(isolated(" "), "");
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_text_is_split_into_the_words_of_both() {
        use super::Piece::{Ours, Theirs};
        use super::pieces;
        let text = format!("{}: late. Lead: {}", isolated("2.1"), isolated("Head"));
        let expected = [Theirs("2.1"), Ours(": late. Lead: "), Theirs("Head")];
        assert_eq!(pieces(&text).collect::<Vec<_>>(), expected);
        assert_eq!(pieces("").count(), 0);
    }
}
