//! The cells of a file, whatever its format: sheets of rows, each with the cells that hold something.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Location, column_letters};

/// Everything that stands in a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Grid {
    pub(crate) sheets: Vec<Sheet>,
    /// What is to be said of the file as a whole: that it was decoded, which separator it has.
    pub(crate) notes: Vec<Diagnostic>,
}

/// One table: a sheet of a workbook, or the whole of a text file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// The name on its tab; none of a text file.
    pub(crate) name: Option<Arc<str>>,
    /// Whether a spreadsheet does not show it.
    pub(crate) is_hidden: bool,
    /// From which day its serial numbers count.
    pub(crate) dates: DateSystem,
    /// The rows in which something stands, from the top.
    pub(crate) rows: Vec<Row>,
    /// The blocks of cells that are merged into one. Only the first cell holds anything.
    pub(crate) merges: Vec<Merge>,
    /// What stands above each column, once that is known: so that a place in a text file can be named.
    pub(crate) headings: Vec<Option<Arc<str>>>,
}

/// One row with something in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// Its number as a spreadsheet shows it: from 1.
    pub(crate) number: u32,
    /// Whether a spreadsheet does not show it.
    pub(crate) is_hidden: bool,
    /// Its cells that hold something, from the left; each column at most once.
    pub(crate) cells: Vec<Cell>,
}

/// One cell that holds something: words, a figure, or a fill colour alone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// From 0.
    pub(crate) column: u16,
    pub(crate) content: Content,
    /// How a figure is shown.
    pub(crate) shown: Shown,
    /// Its solid fill, as red, green and blue; not what a condition paints.
    pub(crate) fill: Option<[u8; 3]>,
}

/// What a cell holds.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// Nothing but a fill.
    Blank,
    /// Words, as they stand, never empty.
    Text(Box<str>),
    /// A figure; a date too is one (see [`Shown`]). Finite.
    Number(f64),
    Truth(bool),
    /// A formula that failed: `#N/A`.
    Failed(Box<str>),
}

/// How a spreadsheet shows a figure.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// With so many decimal places: `0.00`.
    Places(u8),
    Percent,
    /// As a day, with or without its hour.
    Date,
    /// As a month of a year: `Mar-25`.
    Month,
    /// As a year alone: `2025`.
    Year,
    /// As an hour or a length of time.
    Time,
    /// As `1.2E+05`.
    Scientific,
}

impl Shown {
    /// Whether the figure stands for a day, however much of it is shown.
    pub(crate) fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::Month | Self::Year)
    }
}

/// From which day serial numbers count.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DateSystem {
    /// Day 1 is 1 January 1900, as in nearly every workbook.
    #[default]
    From1900,
    /// Day 0 is 1 January 1904, as in workbooks from old Macintoshes.
    From1904,
}

/// A block of cells merged into one; rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u16, u16),
}

impl Sheet {
    /// Where a cell is, as people find it.
    pub(crate) fn place(&self, row: u32, column: u16) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), Some(row), Some(column)),
            None => Location::in_table(Some(row), Some(self.heading(column))),
        }
    }

    /// Where a row is.
    pub(crate) fn row_place(&self, row: u32) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), Some(row), None),
            None => Location::in_table(Some(row), None),
        }
    }

    /// The sheet as a whole.
    pub(crate) fn whole(&self) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), None, None),
            None => Location::in_table(None, None),
        }
    }

    /// What a column is called: its heading, else its letter.
    pub(crate) fn heading(&self, column: u16) -> Arc<str> {
        let heading = self.headings.get(usize::from(column)).cloned().flatten();
        heading.unwrap_or_else(|| column_letters(column).into())
    }
}

impl Row {
    /// The cell in a column, where it holds something.
    pub(crate) fn cell(&self, column: u16) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

impl Cell {
    #[cfg(any(feature = "csv", test))]
    pub(crate) fn new(column: u16, content: Content) -> Self {
        Self { column, content, shown: Shown::Plain, fill: None }
    }
}
