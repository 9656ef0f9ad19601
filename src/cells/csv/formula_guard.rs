//! The formula guard: a mark that keeps a spreadsheet from running a text as a formula.

use std::borrow::Cow;

/// The mark, which spreadsheets also put before text that is to stay text.
const MARK: char = '\'';

/// Returns whether a spreadsheet might run a text as a formula: after any blanks and guards, it starts
/// like one. A text that already has a guard counts, so that removing one guard restores exactly what
/// was written.
fn is_guarded(text: &str) -> bool {
    let text = text.trim_start_matches(MARK).trim_start_matches(is_blank);
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Returns whether a character is a blank that may come before a formula; tabs and line breaks count as
/// formula starts.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\t' | '\r' | '\n')
}

/// Returns the text with a guard if a spreadsheet might run it as a formula.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if is_guarded(text) { Cow::Owned(format!("{MARK}{text}")) } else { Cow::Borrowed(text) }
}

/// Returns the text without the guard that this crate writes; any other text is returned unchanged.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix(MARK).filter(|_| is_guarded(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::guarded;
    #[cfg(feature = "proptest")]
    use super::unguarded;

    #[test]
    fn what_might_run_as_a_formula_gets_a_mark_and_nothing_else_does() {
        for text in
            ["=1", "+1", "-1", "@a", "\ta", "\na", "\r\na", "＝a", "＋a", "－a", "＠a", "'=a"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["  =1", "\u{A0}-1", " \t", "'' @a"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", " ", "a=1", "1-2", "'tis", "'", "– a dash", "(=1)"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn taking_the_mark_off_gives_back_what_was_written(text in "[a '=+@＝\t\n-]{0,8}") {
            let marked = guarded(&text);
            proptest::prop_assert_eq!(unguarded(&marked), text.as_str());
        }
    }
}
