//! Returns the text of a cell as a person sees it.

use std::borrow::Cow;

use super::number_format::shown;
use crate::cells::{Cell, Content, DateSystem};
use crate::text::is_blank;

/// Returns the text of a cell as a person sees it, or `None` if the cell is empty or its formula failed.
///
/// Text keeps its outer space; line endings become `
/// `. A number is formatted as in the spreadsheet (`1.10`, `12.5%`), a date is `2018-03-31` or the month
/// that is shown, a truth value is `yes` or `no`.
pub(crate) fn text_of(cell: &Cell, dates: DateSystem) -> Option<Cow<'_, str>> {
    match &cell.content {
        Content::Blank | Content::Failed(_) => None,
        Content::Text(text) if is_blank(text) => None,
        Content::Text(text) => Some(with_plain_line_ends(text)),
        Content::Number(figure) => Some(Cow::Owned(shown(*figure, cell.shown, dates))),
        Content::Truth(true) => Some(Cow::Borrowed("yes")),
        Content::Truth(false) => Some(Cow::Borrowed("no")),
    }
}

/// Converts line endings to `
/// `. A vertical tab is a word processor's line break, which a plan may not contain.
fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| matches!(byte, b'\r' | b'\x0b')) {
        Cow::Owned(text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::text_of;
    use crate::cells::{Cell, Content, DateSystem, Shown};

    #[test]
    fn a_cell_says_what_a_person_sees() {
        let text = |text: &str| Content::Text(text.into());
        for (content, says) in [
            (text("  Recruit\r\n12 posts \u{b}now\r"), Some("  Recruit\n12 posts \nnow\n")),
            (text(" \n "), None),
            (text("é – £"), Some("é – £")),
            (Content::Number(2.5), Some("2.5")),
            (Content::Truth(true), Some("yes")),
            (Content::Truth(false), Some("no")),
            (Content::Blank, None),
            (Content::Failed("#N/A".into()), None),
        ] {
            let cell = Cell::new(0, content);
            assert_eq!(text_of(&cell, DateSystem::From1900).as_deref(), says, "{cell:?}");
        }
        let cell = Cell { shown: Shown::Date, ..Cell::new(0, Content::Number(43_190.0)) };
        assert_eq!(text_of(&cell, DateSystem::From1900).as_deref(), Some("2018-03-31"));
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn a_text_is_never_blank((cell, dates) in crate::import::values::tests::cell_and_dates()) {
            proptest::prop_assert!(text_of(&cell, dates).is_none_or(|seen| !seen.trim().is_empty()));
        }
    }
}
