//! The mark that keeps a spreadsheet from running a text as a formula.

/// The mark, which spreadsheets too put before a text that is to stay one.
const MARK: char = '\'';

/// Whether a spreadsheet might run a text as a formula: what comes first in it, blanks and marks left
/// off, begins one. A text that has a mark already counts, so that taking one mark off gives back
/// exactly what was written.
fn is_guarded(text: &str) -> bool {
    let text = text.trim_start_matches(MARK).trim_start_matches(is_blank);
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A blank that may stand before a formula; tabs and line breaks are signs of one themselves.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\t' | '\r' | '\n')
}

/// The text without the mark that our own files put before it; any other text as it is.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix(MARK).filter(|_| is_guarded(text)).unwrap_or(text)
}
