//! Rows and cells of the workbook, each with its sheet.

use crate::cells::{At, Cell, Content, Row, Sheet, Shown};
use crate::diagnostic::Location;
use crate::workbook::schema::shown;

/// A row of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct LocatedRow<'g> {
    pub(super) sheet: &'g Sheet,
    pub(super) row: &'g Row,
    /// The positions of the sheet in the grid and of the row in the sheet.
    at: (usize, usize),
}

impl<'g> LocatedRow<'g> {
    /// Returns every row of a sheet that has content. `at` is the position of the sheet in the grid.
    pub(super) fn all(at: usize, sheet: &'g Sheet) -> impl Iterator<Item = Self> {
        sheet.rows.iter().enumerate().map(move |(row_at, row)| Self {
            sheet,
            row,
            at: (at, row_at),
        })
    }

    /// Returns the row number, counted from 1.
    pub(super) fn number(self) -> u32 {
        self.row.number
    }

    /// Returns its cells, from the left.
    pub(super) fn cells(self) -> impl Iterator<Item = LocatedCell<'g>> {
        self.row.cells.iter().enumerate().map(move |(at, cell)| self.located(at, cell))
    }

    /// Returns the cell in a column, unless it is empty.
    pub(super) fn written_cell(self, column: u16) -> Option<LocatedCell<'g>> {
        self.cells().find(|cell| cell.cell.column == column).filter(|cell| cell.text().is_some())
    }

    /// Returns the text of the cell in a column.
    pub(super) fn text(self, column: u16) -> Option<String> {
        self.row.cell(column).and_then(|cell| text_of(&cell.content))
    }

    fn located(self, cell_at: usize, cell: &'g Cell) -> LocatedCell<'g> {
        let (sheet, row) = self.at;
        let at = At { sheet, row, cell: cell_at };
        LocatedCell { sheet: self.sheet, row: self.row.number, cell, at }
    }
}

/// A cell of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct LocatedCell<'g> {
    pub(super) sheet: &'g Sheet,
    pub(super) row: u32,
    pub(super) cell: &'g Cell,
    /// Where it stands in the grid.
    pub(super) at: At,
}

impl LocatedCell<'_> {
    /// Returns its location.
    pub(super) fn place(self) -> Location {
        self.sheet.place(self.row, self.cell.column)
    }

    /// Returns its content as text, or `None` if it is empty.
    pub(super) fn text(self) -> Option<String> {
        text_of(&self.cell.content)
    }
}

/// Returns the content of a cell as text, or `None` if it is empty.
pub(super) fn text_of(content: &Content) -> Option<String> {
    match content {
        Content::Blank => None,
        Content::Text(text) => Some(text.to_string()).filter(|text| !text.trim().is_empty()),
        Content::Number(number) => Some(shown(*number, Shown::Plain)),
        Content::Truth(truth) => Some(if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        Content::Failed(failed) => Some(failed.to_string()),
    }
}
