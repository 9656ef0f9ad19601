//! A row-by-row view of one table that resolves each column to its cell, through merged blocks.

use super::headings::normalise;
use super::layout::{Column, Layout};
use super::merges::Merges;
use super::{ColumnMeaning, RowKind, SheetKind};
use crate::cells::{At, Cell, Content, Row, Sheet};
use crate::text::is_blank;

/// A table with known columns.
pub(crate) struct View<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) layout: &'a Layout,
    pub(crate) merges: Merges,
    /// The columns of each meaning, by position in the layout.
    by_meaning: Vec<Vec<usize>>,
    /// The normalised headings of the columns, with the length of the longest as written.
    compared: Vec<String>,
    longest: usize,
    /// The number of the sheet in the source map.
    pub(crate) place: usize,
    /// Whether the recommendations of the table begin with numbers that count them: `1 Improve visits`.
    pub(crate) is_counted: bool,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct TableRow<'a> {
    pub(crate) view: &'a View<'a>,
    /// The position in the sheet.
    pub(crate) at: usize,
    /// The row number that a spreadsheet shows.
    pub(crate) number: u32,
}

/// A cell found for a column of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    pub(crate) at: At,
    pub(crate) cell: &'a Cell,
    /// The row the cell is on.
    pub(crate) row: u32,
    /// Whether the cell is on a row above and merged down.
    pub(crate) is_shared: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(sheet: &'a Sheet, layout: &'a Layout, place: usize) -> Self {
        let mut by_meaning = vec![Vec::new(); ColumnMeaning::ALL.len()];
        for (at, column) in layout.columns.iter().enumerate() {
            if let Some(columns) = column.means.and_then(|means| by_meaning.get_mut(means as usize))
            {
                columns.push(at);
            }
        }
        let compared = layout.columns.iter().map(|column| normalise(&column.heading)).collect();
        let longest = layout.columns.iter().map(|column| column.heading.len()).max().unwrap_or(0);
        let mut merges = Merges::new(sheet);
        for column in &layout.rules.as_above {
            merges.extend(*column, &runs(sheet, layout, *column));
        }
        let mut view =
            Self { sheet, layout, merges, by_meaning, compared, longest, place, is_counted: false };
        view.is_counted = view.are_counted(ColumnMeaning::Recommendation);
        view
    }

    /// Returns whether every text of a column begins with a number, and the numbers count up from 1.
    fn are_counted(&self, means: ColumnMeaning) -> bool {
        let Some(column) = self.columns(means).next() else { return false };
        let (mut last, mut different) = (0, 0_usize);
        let mut before = "";
        for row in self.rows() {
            let Some(Content::Text(text)) =
                row.found(column.column).map(|found| &found.cell.content)
            else {
                continue;
            };
            if **text == *before || self.is_heading(column.column, text) {
                continue;
            }
            let Some((number, _)) = counted_text(text) else { return false };
            if number <= last || (last == 0 && number != 1) {
                return false;
            }
            (last, before) = (number, text);
            different += 1;
        }
        different >= 2
    }

    /// Returns whether a text is the heading of a column, ignoring spelling differences.
    pub(crate) fn is_heading(&self, column: u16, text: &str) -> bool {
        // A repeated heading may have more space around it, but hardly other words.
        if text.len() > self.longest * 2 + 16 {
            return false;
        }
        let columns = &self.layout.columns;
        let Ok(at) = columns.binary_search_by_key(&column, |one| one.column) else {
            return false;
        };
        columns.get(at).is_some_and(|one| one.heading.trim() == text.trim())
            || self.compared.get(at).is_some_and(|compared| {
                may_begin_alike(text, compared) && normalise(text) == *compared
            })
    }

    /// Returns the rows below the headings.
    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = TableRow<'_>> {
        self.layout.body.clone().filter_map(|at| self.row(at))
    }

    /// Returns the row at a position.
    pub(crate) fn row(&self, at: usize) -> Option<TableRow<'_>> {
        let row = self.sheet.rows.get(at)?;
        Some(TableRow { view: self, at, number: row.number })
    }

    /// Returns the number of the heading row.
    pub(crate) fn header_row(&self) -> u32 {
        self.sheet.rows.get(self.layout.header.start).map_or(1, |row| row.number)
    }

    /// Returns whether the table has no column of actions, so that an action is made of each
    /// recommendation.
    pub(crate) fn makes_actions(&self) -> bool {
        self.layout.kind == Some(SheetKind::Actions)
            && !self.has(ColumnMeaning::Action)
            && self.has(ColumnMeaning::Recommendation)
    }

    /// Returns the columns of a meaning, from the left.
    pub(crate) fn columns(&self, means: ColumnMeaning) -> impl Iterator<Item = &'a Column> {
        let columns = self.by_meaning.get(means as usize).map_or(&[][..], Vec::as_slice);
        let layout = self.layout;
        columns.iter().filter_map(move |at| layout.columns.get(*at))
    }

    pub(crate) fn has(&self, means: ColumnMeaning) -> bool {
        self.columns(means).next().is_some()
    }

    /// Returns the meaning of a column.
    pub(crate) fn meaning(&self, column: u16) -> Option<ColumnMeaning> {
        let at = self.layout.columns.binary_search_by_key(&column, |one| one.column).ok()?;
        self.layout.columns.get(at)?.means
    }

    fn own(&self, row_at: usize, row: &'a Row, column: u16) -> Option<Found<'a>> {
        let cell = row.position(column)?;
        let found = row.cells.get(cell).filter(|cell| is_filled(cell))?;
        let at = At { sheet: self.layout.sheet, row: row_at, cell };
        Some(Found { at, cell: found, row: row.number, is_shared: false })
    }
}

impl<'a> TableRow<'a> {
    /// Returns the cell of a column: its own, else the first of its merged block.
    pub(crate) fn found(self, column: u16) -> Option<Found<'a>> {
        let Self { view, at, number } = self;
        let row = view.sheet.rows.get(at)?;
        if let Some(found) = view.own(at, row, column) {
            return Some(found);
        }
        let speaker = view.merges.speaker(number, column)?;
        let above = view.sheet.rows.binary_search_by_key(&speaker, |row| row.number).ok()?;
        if !view.layout.body.contains(&above) {
            return None;
        }
        let found = view.own(above, view.sheet.rows.get(above)?, column)?;
        Some(Found { is_shared: true, ..found })
    }

    /// Returns the cell of the first column of a meaning that has one.
    pub(crate) fn first(self, means: ColumnMeaning) -> Option<Found<'a>> {
        self.view.columns(means).find_map(|column| self.found(column.column))
    }

    /// Returns the cell of the first column of a meaning that has one, unless it is merged down.
    pub(crate) fn first_own(self, means: ColumnMeaning) -> Option<Found<'a>> {
        self.first(means).filter(|found| !found.is_shared)
    }

    /// Returns the cell that says what will be done: that of the recommendation, if the table has no
    /// column of actions.
    pub(crate) fn action(self) -> Option<Found<'a>> {
        self.first(ColumnMeaning::Action).or_else(|| {
            let made = self.view.makes_actions();
            made.then(|| self.first(ColumnMeaning::Recommendation)).flatten()
        })
    }

    /// Returns that cell, unless it is merged down.
    pub(crate) fn own_action(self) -> Option<Found<'a>> {
        self.action().filter(|found| !found.is_shared)
    }

    /// Returns the cells of every column of a meaning.
    pub(crate) fn each(
        self,
        means: ColumnMeaning,
    ) -> impl Iterator<Item = (&'a Column, Found<'a>)> {
        self.view
            .columns(means)
            .filter_map(move |column| Some((column, self.found(column.column)?)))
    }

    /// Returns the cells with content, from the left.
    pub(crate) fn filled(self) -> impl Iterator<Item = Found<'a>> {
        let sheet = self.view.layout.sheet;
        self.view.sheet.rows.get(self.at).into_iter().flat_map(move |row| {
            row.cells.iter().enumerate().filter(|(_, cell)| is_filled(cell)).map(
                move |(cell_at, cell)| {
                    let at = At { sheet, row: self.at, cell: cell_at };
                    Found { at, cell, row: row.number, is_shared: false }
                },
            )
        })
    }

    /// Returns what the options say that the row is.
    pub(crate) fn given(self) -> Option<RowKind> {
        let kinds = &self.view.layout.rules.kinds;
        if kinds.is_empty() { None } else { kinds.get(&self.number).copied() }
    }

    /// Returns whether the row has no content.
    pub(crate) fn is_blank(self) -> bool {
        self.filled().next().is_none()
    }
}

/// Returns the first and last rows of the cells of a column with the blank cells below each: those that stand
/// for it, if the options say so.
fn runs(sheet: &Sheet, layout: &Layout, column: u16) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut is_open = false;
    for row in sheet.rows.get(layout.body.clone()).unwrap_or_default() {
        let ends = [RowKind::Guidance, RowKind::Section, RowKind::Recommendation];
        if layout.rules.kinds.get(&row.number).is_some_and(|kind| ends.contains(kind)) {
            is_open = false;
        } else if row.cell(column).is_some_and(is_filled) {
            runs.push((row.number, row.number));
            is_open = true;
        } else if let Some(last) = runs.last_mut().filter(|_| is_open) {
            last.1 = row.number;
        }
    }
    runs
}

/// Returns whether a text may become a normalised heading, judging by its first character: a digit stays
/// as it is.
fn may_begin_alike(text: &str, compared: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_none_or(|first| !first.is_ascii_digit() || compared.starts_with(first))
}

/// Splits a text at the whole number and the space that it begins with: `1 Improve visits`.
pub(crate) fn counted_text(text: &str) -> Option<(u32, &str)> {
    let text = text.trim();
    let (number, rest) = text.split_once(' ')?;
    let is_number =
        (1..=3).contains(&number.len()) && number.bytes().all(|one| one.is_ascii_digit());
    let rest = rest.trim_start();
    (is_number && rest.starts_with(char::is_alphabetic))
        .then(|| Some((number.parse().ok()?, rest)))?
}

/// Returns whether a cell has text, a number or a failed formula; a fill or white space alone does not
/// count.
pub(crate) fn is_filled(cell: &Cell) -> bool {
    match &cell.content {
        Content::Blank => false,
        Content::Text(text) => !is_blank(text),
        Content::Number(_) | Content::Truth(_) | Content::Failed(_) => true,
    }
}
