//! What is counted while a table is read and said once for each column: the cause, how many cells, and the
//! first of them.

use std::collections::BTreeMap;

/// What is counted, in the order in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    /// A fill was read as a colour.
    FillRead,
    /// A short text in a status column is not a known status.
    StatusWord,
    /// A word in a column of colours is no colour, and no legend says what it means.
    ColourWord,
    /// A status was read from among other words.
    StatusAmongWords,
    /// Words give a status and deny it.
    StatusDoubted,
    /// A status was read from a share in percent.
    StatusFromPercent,
    /// A status was read from a completion day.
    StatusFromCompletion,
    /// A date column holds a status.
    StatusInDateColumn,
    /// A date can only be month first.
    MonthFirst,
    /// A date column holds words that give no day.
    DateNotRead,
    /// A fill has no settled meaning.
    FillUnknown,
    /// Steps and days of one row were paired.
    ListsPaired,
    /// Lists of one row have different lengths.
    ListsUnequal,
    /// A cell was read as several actions.
    CellSplit,
    /// The row of a milestone has a day of its own.
    MilestoneDated,
    /// The row of a milestone has a colour of its own.
    MilestoneColour,
}

/// More different words than this are not listed.
const MOST_WORDS: usize = 50;

/// The cells of one column that share a cause.
#[derive(Debug, Clone, Default)]
pub(super) struct Count {
    pub(super) cells: usize,
    /// The row of the first cell.
    pub(super) row: u32,
    /// The different texts of the cells, each with its first row and how often it occurs.
    pub(super) words: BTreeMap<String, (u32, usize)>,
    /// The text of the first cell.
    pub(super) first: String,
}

/// What was counted in a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    counts: BTreeMap<(Cause, u16), Count>,
    /// How many cells of a date column have words, and whether one of them can only be day first.
    dates: BTreeMap<u16, (usize, bool)>,
}

impl Tally {
    /// Counts a cell.
    pub(super) fn count(&mut self, cause: Cause, column: u16, row: u32) {
        let count = self.counts.entry((cause, column)).or_default();
        if count.cells == 0 {
            count.row = row;
        }
        count.cells += 1;
    }

    /// Counts a cell by its text.
    pub(super) fn count_words(&mut self, cause: Cause, column: u16, row: u32, words: &str) {
        self.count(cause, column, row);
        let Some(count) = self.counts.get_mut(&(cause, column)) else { return };
        if count.cells == 1 {
            words.clone_into(&mut count.first);
        }
        if let Some((_, cells)) = count.words.get_mut(words) {
            *cells += 1;
        } else if count.words.len() < MOST_WORDS {
            count.words.insert(words.to_owned(), (row, 1));
        }
    }

    /// Counts a cell of a date column that holds anything.
    pub(super) fn count_date(&mut self, column: u16, is_day_first: bool) {
        let (cells, any) = self.dates.entry(column).or_default();
        *cells += 1;
        *any |= is_day_first;
    }

    /// Returns whether anything was counted for a cause.
    pub(super) fn has(&self, cause: Cause) -> bool {
        self.counts.keys().any(|(one, _)| *one == cause)
    }

    /// Returns how many cells of a date column hold anything.
    pub(super) fn dates_of(&self, column: u16) -> usize {
        self.dates.get(&column).map_or(0, |(cells, _)| *cells)
    }

    /// Returns whether some date of a column can only be day first.
    pub(super) fn has_day_first(&self, column: u16) -> bool {
        self.dates.get(&column).is_some_and(|(_, any)| *any)
    }

    /// Forgets the words of a cause that are explained elsewhere.
    pub(super) fn forget_words(&mut self, cause: Cause, is_explained: impl Fn(&str) -> bool) {
        for count in
            self.counts.iter_mut().filter(|((one, _), _)| *one == cause).map(|(_, count)| count)
        {
            count.words.retain(|word, _| !is_explained(word));
            count.cells = count.words.values().map(|(_, cells)| cells).sum();
            if let Some((word, (row, _))) = count.words.iter().min_by_key(|(_, (row, _))| *row) {
                count.row = *row;
                count.first.clone_from(word);
            }
        }
        self.counts.retain(|(one, _), count| *one != cause || count.cells > 0);
    }

    /// Returns the counts in the order in which they are said.
    pub(super) fn counts(&self) -> impl Iterator<Item = (Cause, u16, &Count)> {
        self.counts.iter().map(|((cause, column), count)| (*cause, *column, count))
    }
}
