//! Examines the contents of a column whose heading alone does not give its meaning.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::header::Head;
use crate::cells::{Cell, Sheet};
use crate::due_date::{DateContext, DateReading};
use crate::import::text_patterns::is_only_references;
use crate::import::values::{date, priority, text_of};
use crate::text::fold;

/// The most rows that are examined.
const SAMPLE: usize = 300;

/// Words of a priority scale.
const LEVELS: [&str; 18] = [
    "high",
    "medium",
    "low",
    "h",
    "m",
    "l",
    "1",
    "2",
    "3",
    "4",
    "5",
    "critical",
    "essential",
    "p1",
    "p2",
    "p3",
    "very high",
    "very low",
];

/// The cells of a column in a part of a sheet.
pub(super) struct Contents<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) body: Range<usize>,
}

/// Returns whether a lower-case word is one of a priority scale.
pub(super) fn is_level(word: &str) -> bool {
    LEVELS.contains(&word)
}

impl<'a> Contents<'a> {
    fn rows(&self) -> impl Iterator<Item = &'a crate::cells::Row> {
        self.sheet.rows.get(self.body.clone()).unwrap_or_default().iter().take(SAMPLE)
    }

    pub(super) fn cells(&self, column: u16) -> impl Iterator<Item = &'a Cell> {
        self.rows().filter_map(move |row| row.cell(column))
    }

    /// Returns the columns that have content and no heading, from the left.
    pub(super) fn without_heading(&self, heads: &[Head]) -> BTreeSet<u16> {
        let has_heading =
            |column: &u16| heads.binary_search_by_key(column, |one| one.column).is_ok();
        let cells = self.rows().flat_map(|row| &row.cells);
        cells.map(|cell| cell.column).filter(|column| !has_heading(column)).collect()
    }

    /// Returns whether two columns hold the same wherever both hold something, and do so at least once.
    pub(super) fn hold_the_same(&self, one: u16, other: u16) -> bool {
        let mut both = 0;
        for row in self.rows() {
            let text = |column| {
                let text = text_of(row.cell(column)?, self.sheet.dates)?;
                Some(fold(text.trim()).into_owned())
            };
            if let (Some(one), Some(other)) = (text(one), text(other)) {
                if one != other {
                    return false;
                }
                both += 1;
            }
        }
        both > 0
    }

    /// Returns whether the column has any content.
    pub(super) fn any(&self, column: u16) -> bool {
        self.cells(column).any(|cell| text_of(cell, self.sheet.dates).is_some())
    }

    /// Returns whether a column holds the same text at least twice, and nothing else.
    pub(super) fn is_constant(&self, column: u16) -> bool {
        let mut texts = self
            .cells(column)
            .filter_map(|cell| text_of(cell, self.sheet.dates))
            .map(|text| fold(text.trim()).into_owned());
        let Some(first) = texts.next() else { return false };
        let mut others = 0;
        texts.all(|text| {
            others += 1;
            text == first
        }) && others > 0
    }

    /// Returns how many different texts a column holds.
    pub(super) fn different(&self, column: u16) -> usize {
        let texts = self.cells(column).filter_map(|cell| text_of(cell, self.sheet.dates));
        texts.map(|text| fold(text.trim()).into_owned()).collect::<HashSet<_>>().len()
    }

    /// Returns whether a cell of a column holds more than one line.
    pub(super) fn has_lists(&self, column: u16) -> bool {
        let mut texts = self.cells(column).filter_map(|cell| text_of(cell, self.sheet.dates));
        texts.any(|text| text.trim().contains(['\n', '\r']))
    }

    /// Returns whether most of a column is words of a scale: high, medium, low.
    pub(super) fn are_levels(&self, column: u16) -> bool {
        let mut filled = 0;
        let mut levels = 0;
        for text in self.cells(column).filter_map(|cell| text_of(cell, self.sheet.dates)) {
            filled += 1;
            let (urgency, tier) = priority(&text);
            let is_level = LEVELS.contains(&&*fold(&text));
            levels += usize::from(urgency.is_some() || tier.is_some() || is_level);
        }
        filled > 0 && levels * 3 >= filled * 2
    }

    /// Returns whether at least half of a column can be read as a date.
    pub(super) fn are_dates(&self, column: u16) -> bool {
        let context = DateContext::new();
        let mut filled = 0;
        let mut dates = 0;
        for cell in self.cells(column) {
            if let Some(words) = date(cell, self.sheet.dates).words {
                filled += 1;
                let unread = matches!(
                    words.read(&context),
                    DateReading::Unreadable(_) | DateReading::Missing
                );
                dates += usize::from(!unread);
            }
        }
        filled > 0 && dates * 2 >= filled
    }

    /// Returns whether no two cells of a column are equal and none holds several references.
    pub(super) fn are_plain_and_different(&self, column: u16) -> bool {
        let mut seen = HashSet::new();
        self.cells(column).filter_map(|cell| text_of(cell, self.sheet.dates)).all(|text| {
            let is_plain = !text.contains([',', ';', '&', '\n']) && !text.contains(" and ");
            is_plain && seen.insert(fold(&text).into_owned())
        })
    }

    /// Returns whether the numbers of a column belong to the actions rather than to the text between:
    /// nearly every action has one, and they are on rows without such text, or there are several for the
    /// same text.
    pub(super) fn number_actions(&self, number: u16, words: u16, action: u16) -> bool {
        let dates = self.sheet.dates;
        let mut of_words: HashMap<String, String> = HashMap::new();
        let (mut with_words, mut without_words) = (0_usize, 0_usize);
        let (mut several, mut without_number, mut references) = (0_usize, 0_usize, 0_usize);
        let (mut numbers, mut are_different) = (HashSet::new(), true);
        for row in self.rows() {
            let text = |column| row.cell(column).and_then(|cell| text_of(cell, dates));
            if text(action).is_none() {
                continue;
            }
            let Some(number) = text(number) else {
                without_number += 1;
                continue;
            };
            are_different &= numbers.insert(fold(&number).into_owned());
            match text(words) {
                // A list of several numbers is not the number of one action.
                None if number.contains([',', ';', '&']) => return false,
                None => without_words += 1,
                Some(words) => {
                    with_words += 1;
                    references += usize::from(is_only_references(&words));
                    let words = fold(&words).into_owned();
                    let before = of_words.entry(words).or_insert_with(|| number.to_string());
                    several += usize::from(*before != *number);
                }
            }
        }
        let numbered = with_words + without_words;
        if references > 0 && references * 2 >= with_words {
            return true;
        }
        without_number * 10 <= numbered
            && ((without_words > 0 && (are_different || without_words * 2 >= with_words))
                || (several > 0 && several * 4 >= with_words))
    }
}
