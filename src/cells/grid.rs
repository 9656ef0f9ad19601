//! The cells of a file in any format: sheets of rows, each with the cells that have content.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Location, column_letters};

/// All content of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Grid {
    pub(crate) sheets: Vec<Sheet>,
    /// Diagnostics about the file as a whole: its encoding, its separator.
    pub(crate) notes: Vec<Diagnostic>,
}

/// One table: a sheet of a workbook, or the whole of a text file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// The name on its tab, or `None` for a text file.
    pub(crate) name: Option<Arc<str>>,
    /// Whether the sheet is hidden in the spreadsheet.
    pub(crate) is_hidden: bool,
    /// The date system of its serial numbers.
    pub(crate) dates: DateSystem,
    /// The rows with content, from the top.
    pub(crate) rows: Vec<Row>,
    /// The merged blocks. Only the first cell of a block has content.
    pub(crate) merges: Vec<Merge>,
    /// The comments on its cells, from the top and the left.
    pub(crate) comments: Vec<Comment>,
    /// The columns that are hidden in the spreadsheet, from and to.
    pub(crate) hidden_columns: Vec<(u16, u16)>,
    /// The heading of each column, once known, to name locations in a text file.
    pub(crate) headings: Vec<Option<Arc<str>>>,
}

/// One row with content.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// Its number as a spreadsheet shows it, from 1.
    pub(crate) number: u32,
    /// Whether the row is hidden in the spreadsheet.
    pub(crate) is_hidden: bool,
    /// Its cells with content, from the left, at most one per column.
    pub(crate) cells: Vec<Cell>,
}

/// One cell with content: text, a number, or only a fill colour.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// From 0.
    pub(crate) column: u16,
    pub(crate) content: Content,
    /// How a number is shown.
    pub(crate) shown: Shown,
    /// Its solid fill as red, green and blue; conditional formatting is ignored.
    pub(crate) fill: Option<[u8; 3]>,
}

/// A comment on a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) row: u32,
    /// From 0.
    pub(crate) column: u16,
    /// The day it was written, where the file says so.
    pub(crate) day: Option<String>,
    pub(crate) text: String,
}

#[cfg(feature = "workbook")]
impl Comment {
    /// Returns the row and the column of its cell.
    pub(crate) fn cell(&self) -> (u32, u16) {
        (self.row, self.column)
    }
}

/// The content of a cell.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// Only a fill.
    Blank,
    /// Text as written, never empty. Cells with the same text of a workbook share it.
    Text(Arc<str>),
    /// A number, which may be a date (see [`Shown`]). Finite.
    Number(f64),
    Truth(bool),
    /// A failed formula: `#N/A`.
    Failed(Arc<str>),
}

/// How a spreadsheet shows a number.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Unformatted.
    #[default]
    Plain,
    /// With this many decimal places: `0.00`.
    Places(u8),
    Percent,
    /// As a date, with or without its time.
    Date,
    /// As a month and year: `Mar-25`.
    Month,
    /// As a year alone: `2025`.
    Year,
    /// As a time or a duration.
    Time,
    /// As `1.2E+05`.
    Scientific,
}

impl Shown {
    /// Returns whether the number is a date, however much of it is shown.
    pub(crate) fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::Month | Self::Year)
    }
}

/// The date that serial numbers count from.
#[cfg_attr(not(feature = "workbook"), allow(dead_code, reason = "a CSV file holds words alone"))]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DateSystem {
    /// Day 1 is 1 January 1900, as in nearly every workbook.
    #[default]
    From1900,
    /// Day 0 is 1 January 1904, as in workbooks from old Macintoshes.
    From1904,
}

/// A merged block of cells; rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u16, u16),
}

impl Sheet {
    /// Returns the location of a cell.
    pub(crate) fn place(&self, row: u32, column: u16) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), Some(row), Some(column)),
            None => Location::in_table(Some(row), Some(self.heading(column))),
        }
    }

    /// Returns whether a column is hidden in the spreadsheet.
    pub(crate) fn is_column_hidden(&self, column: u16) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Returns the location of a row.
    pub(crate) fn row_place(&self, row: u32) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), Some(row), None),
            None => Location::in_table(Some(row), None),
        }
    }

    /// Returns the location of the whole sheet.
    pub(crate) fn whole(&self) -> Location {
        match &self.name {
            Some(name) => Location::on_sheet(Arc::clone(name), None, None),
            None => Location::in_table(None, None),
        }
    }

    /// Returns the name of a column: its heading, else its letter.
    pub(crate) fn heading(&self, column: u16) -> Arc<str> {
        let heading = self.headings.get(usize::from(column)).cloned().flatten();
        heading.unwrap_or_else(|| column_letters(column).into())
    }
}

impl Row {
    /// Returns the cell in a column, if it has content.
    pub(crate) fn cell(&self, column: u16) -> Option<&Cell> {
        self.cells.get(self.position(column)?)
    }

    /// Returns the position of the cell in a column, if it has content.
    pub(crate) fn position(&self, column: u16) -> Option<usize> {
        // Where no cell to the left is blank, the position is the column.
        let at = usize::from(column);
        if self.cells.get(at).is_some_and(|cell| cell.column == column) {
            return Some(at);
        }
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok()
    }
}

impl Cell {
    pub(crate) fn new(column: u16, content: Content) -> Self {
        Self { column, content, shown: Shown::Plain, fill: None }
    }
}
