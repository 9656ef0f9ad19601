//! Recognises a line that heads a block of rows, with headings of its own or not: the recommendation that
//! the block answers, and who leads it.

use super::ColumnMeaning;
use super::headings::{HeadingMeaning, normalise, recognise};
use super::layout::Layout;
use super::values::text_of;
use super::view::is_filled;
use crate::cells::Sheet;
use crate::text::same;

/// What precedes the number of what a block answers, alone or after words that say whose it is: `Ofsted
/// recommendation 2`.
const NUMBERED: [&str; 14] = [
    "recommendation",
    "rec",
    "area for improvement",
    "area for priority action",
    "area of weakness",
    "significant weakness",
    "afi",
    "finding",
    "requirement",
    "concern",
    "priority action",
    "required action",
    "must do",
    "should do",
];

/// A label longer than this is a sentence with a number in it.
const LONGEST_LABEL: usize = 40;

/// The most words before the number that say whose it is.
const MOST_OF_LABEL: usize = 6;

/// Splits `Recommendation 1: managers oversee` into its number and words.
pub(crate) fn numbered_recommendation(text: &str) -> Option<(&str, &str)> {
    let (label, number, rest) = labelled_number(text)?;
    // A letter alone says what it stands for only beside a mark: `R1: Improve`.
    let is_letter = label.is_empty()
        && number.strip_prefix(['R', 'r']).is_some_and(|rest| rest.starts_with(is_figure))
        && rest.starts_with([':', ')', '.', '-', '\u{2013}', '\u{2014}']);
    if !is_letter && !names_what_is_answered(label) {
        return None;
    }
    let words = rest.trim_start_matches([':', ')', '.', ',', '-', '\u{2013}', '\u{2014}', ' ']);
    let has_words =
        words.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().count() >= 4);
    has_words.then_some((number, words.trim()))
}

/// Splits a line at its first number, into the words before it, the number with its letters, and the rest:
/// `Priority 1a Early help`.
pub(crate) fn labelled_number(text: &str) -> Option<(&str, &str, &str)> {
    let digit = text.find(is_figure).filter(|at| *at <= LONGEST_LABEL)?;
    let before = text.get(..digit)?;
    // The number may have letters before it: `Recommendation R1`.
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (label, rest) = text.split_at_checked(start)?;
    let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, ':' | ')'))?;
    let number = rest.get(..end)?.trim_end_matches(['.', ',', '-', '\u{2013}']);
    let label = label.trim().trim_end_matches(['.', ':']);
    Some((label, number, text.get(start + number.len()..)?.trim_start()))
}

fn is_figure(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// Returns whether the words before a number say that what follows is what the actions answer.
fn names_what_is_answered(label: &str) -> bool {
    let label = normalise(label);
    let label = ["no", "number", "ref"]
        .iter()
        .find_map(|word| label.strip_suffix(word)?.strip_suffix(' '))
        .unwrap_or(&label);
    label.split(' ').count() <= MOST_OF_LABEL
        && NUMBERED.iter().any(|word| {
            label.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
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

/// Returns the rows above a table that head its first block: a recommendation with its number, or a line
/// like those that head the later blocks, and who leads it below that.
pub(crate) fn rows_above(sheet: &Sheet, layout: &Layout) -> Vec<usize> {
    let lines: Vec<(usize, String)> =
        layout.above.clone().filter_map(|at| Some((at, line(sheet, at)?))).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let later = LaterBlocks::of(sheet, layout);
    let is_alone = lines.len() == 1;
    let mut rows = Vec::new();
    for (place, (at, text)) in lines.iter().enumerate() {
        let is_last = lines.iter().skip(place + 1).all(|(_, below)| lead(below).is_some());
        let heads = numbered_recommendation(text).is_some()
            || later.are_labelled(text)
            || (is_last
                && !is_alone
                && place > 0
                && at_the_table(layout, *at, lines.len() - place))
                && later.stand_in_its_place(text);
        if heads || (!rows.is_empty() && lead(text).is_some()) {
            rows.push(*at);
        }
    }
    rows
}

/// Returns whether nothing but the last lines stands between a row and the headings.
fn at_the_table(layout: &Layout, at: usize, lines: usize) -> bool {
    at + lines == layout.above.end && layout.above.end == layout.header.start
}

/// Returns the text of a row that has no other.
fn line(sheet: &Sheet, at: usize) -> Option<String> {
    let mut filled = sheet.rows.get(at)?.cells.iter().filter(|cell| is_filled(cell));
    let (Some(cell), None) = (filled.next(), filled.next()) else { return None };
    Some(text_of(cell, sheet.dates)?.trim().to_owned())
}

/// The lines that head the blocks of a table after the first.
#[derive(Default)]
struct LaterBlocks {
    /// The labels of numbered lines, with their numbers: `priority` and `2`.
    labelled: Vec<(String, String)>,
    /// The lines right above headings that are repeated.
    above_headings: Vec<String>,
}

/// The most lines that are looked at.
const MOST_LINES: usize = 200;

impl LaterBlocks {
    fn of(sheet: &Sheet, layout: &Layout) -> Self {
        let mut later = Self::default();
        let mut above: Option<(usize, String)> = None;
        for at in layout.body.clone() {
            let Some(text) = line(sheet, at) else {
                if let Some((_, text)) = above.take()
                    && are_headings(sheet, layout, at)
                    && later.above_headings.len() < MOST_LINES
                {
                    later.above_headings.push(text);
                }
                continue;
            };
            if later.labelled.len() < MOST_LINES
                && let Some((label, number, _)) = labelled_number(&text)
                && !label.is_empty()
            {
                later.labelled.push((normalise(label), normalise(number)));
            }
            // A line on who leads stands between the name of a block and its headings.
            if lead(&text).is_none() || above.is_none() {
                above = Some((at, text));
            }
        }
        later
    }

    /// Returns whether a line has the label of later ones and another number.
    fn are_labelled(&self, text: &str) -> bool {
        let Some((label, number, _)) = labelled_number(text) else { return false };
        let (label, number) = (normalise(label), normalise(number));
        self.labelled.iter().any(|(other, count)| *other == label && *count != number)
    }

    /// Returns whether every block after the first has a line of its own above its headings.
    fn stand_in_its_place(&self, text: &str) -> bool {
        !self.above_headings.is_empty()
            && self.above_headings.iter().all(|other| !same(other, text))
    }
}

/// Returns whether a row repeats the headings of a table.
fn are_headings(sheet: &Sheet, layout: &Layout, at: usize) -> bool {
    let Some(row) = sheet.rows.get(at) else { return false };
    let mut cells = row.cells.iter().filter(|cell| is_filled(cell)).peekable();
    cells.peek().is_some()
        && cells.all(|cell| {
            let heading = layout.columns.iter().find(|one| one.column == cell.column);
            let text = text_of(cell, sheet.dates);
            heading.zip(text).is_some_and(|(heading, text)| {
                text.trim() == heading.heading.trim()
                    || normalise(&text) == normalise(&heading.heading)
            })
        })
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
            ("R1: Improve pupils' writing", Some(("R1", "Improve pupils' writing"))),
            ("R2 - Strengthen evaluation", Some(("R2", "Strengthen evaluation"))),
            (
                "Area of significant weakness 1: The lack of a vision",
                Some(("1", "The lack of a vision")),
            ),
            ("Area for Priority Action 2: Waits", Some(("2", "Waits"))),
            ("Ofsted recommendation 4. Visit children", Some(("4", "Visit children"))),
            ("Recommendation no. 5: Visit children", Some(("5", "Visit children"))),
            ("R2 Strengthen evaluation", None),
            ("Room 1: Training", None),
            ("Priority 1: Early help", None),
            ("Objective 2: Recognise neglect", None),
            ("Progress on each recommendation since 2025: Notes", None),
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
