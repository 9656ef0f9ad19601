//! Recognises a line that heads a block of rows, with headings of its own or not: the recommendation that
//! the block answers, and who leads it.

use std::ops::Range;

use super::ColumnMeaning;
use super::headings::{HeadingMeaning, recognise};
use super::values::text_of;
use super::view::is_filled;
use crate::cells::Sheet;

/// What precedes the number of what a block answers.
const NUMBERED: [&str; 12] = [
    "recommendation",
    "rec",
    "recommendation no",
    "area for improvement",
    "afi",
    "finding",
    "requirement",
    "concern",
    "priority action",
    "required action",
    "must do",
    "should do",
];

/// Splits `Recommendation 1: managers oversee` into its number and words.
pub(crate) fn numbered_recommendation(text: &str) -> Option<(&str, &str)> {
    let digit = text.find(|letter: char| letter.is_ascii_digit()).filter(|at| *at <= 30)?;
    let before = text.get(..digit)?;
    // The number may have letters before it: `Recommendation R1`.
    let start = before.rfind(char::is_whitespace).map_or(digit, |at| at + 1);
    let (label, rest) = text.split_at_checked(start)?;
    let label = label.trim().trim_end_matches(['.', ':']);
    if !NUMBERED.iter().any(|word| label.eq_ignore_ascii_case(word)) {
        return None;
    }
    let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, ':' | ')'))?;
    let number = rest.get(..end)?.trim_end_matches(['.', ',', '-', '\u{2013}']);
    let words = rest.get(end..)?.trim_start_matches([':', ')', '-', '\u{2013}', '\u{2014}', ' ']);
    let has_words =
        words.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().count() >= 4);
    has_words.then_some((number, words.trim()))
}

/// Returns who leads what follows, from a line such as `Lead Officer: Head of Inclusion`.
pub(crate) fn lead(text: &str) -> Option<&str> {
    let (label, who) = text.split_once(':')?;
    let who = who.trim();
    let is_owner = || {
        let found = recognise(label)?;
        Some(found.meaning == HeadingMeaning::Always(ColumnMeaning::Owners))
    };
    (!who.is_empty() && label.len() <= 40 && is_owner() == Some(true)).then_some(who)
}

/// Returns the rows above a table that head its first block: a recommendation with its number, and who
/// leads it below that.
pub(crate) fn rows_above(sheet: &Sheet, above: Range<usize>) -> Vec<usize> {
    let mut rows = Vec::new();
    for at in above {
        let Some(row) = sheet.rows.get(at) else { continue };
        let mut filled = row.cells.iter().filter(|cell| is_filled(cell));
        let (Some(cell), None) = (filled.next(), filled.next()) else { continue };
        let Some(text) = text_of(cell, sheet.dates) else { continue };
        let text = text.trim();
        if numbered_recommendation(text).is_some() || (!rows.is_empty() && lead(text).is_some()) {
            rows.push(at);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{lead, numbered_recommendation};

    #[test]
    fn the_lines_above_a_block_are_told() {
        for (text, found) in [
            ("Recommendation 1: Raise standards", Some(("1", "Raise standards"))),
            ("Rec R2 - managers oversee", Some(("R2", "managers oversee"))),
            ("Area for improvement 3) Care leavers", Some(("3", "Care leavers"))),
            ("Recommendations of 2017", None),
            ("Recommendation 1", None),
            ("Table 1: recommendations", None),
        ] {
            assert_eq!(numbered_recommendation(text), found, "{text}");
        }
        assert_eq!(lead("Lead Officer: Head of Inclusion"), Some("Head of Inclusion"));
        for text in ["Lead Officer:", "Status: Green", "Head of Inclusion"] {
            assert_eq!(lead(text), None, "{text}");
        }
    }
}
