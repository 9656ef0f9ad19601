//! Rows and cells of the workbook, each with its sheet.

use crate::cells::{Cell, Content, Row, Sheet, Shown};
use crate::diagnostic::Location;
use crate::workbook::schema::shown;

/// A row of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct LocatedRow<'g> {
    pub(super) sheet: &'g Sheet,
    pub(super) row: &'g Row,
}

impl<'g> LocatedRow<'g> {
    /// Returns every row of a sheet that has content.
    pub(super) fn all(sheet: &'g Sheet) -> impl Iterator<Item = Self> {
        sheet.rows.iter().map(move |row| Self { sheet, row })
    }

    /// Returns the row number, counted from 1.
    pub(super) fn number(self) -> u32 {
        self.row.number
    }

    /// Returns its cells, from the left.
    pub(super) fn cells(self) -> impl Iterator<Item = LocatedCell<'g>> {
        self.row.cells.iter().map(move |cell| self.located(cell))
    }

    /// Returns the cell in a column, unless it is empty.
    pub(super) fn written_cell(self, column: u16) -> Option<LocatedCell<'g>> {
        let cell = self.row.cell(column)?;
        text_of(&cell.content).map(|_| self.located(cell))
    }

    /// Returns the text of the cell in a column.
    pub(super) fn text(self, column: u16) -> Option<String> {
        self.row.cell(column).and_then(|cell| text_of(&cell.content))
    }

    fn located(self, cell: &'g Cell) -> LocatedCell<'g> {
        LocatedCell { sheet: self.sheet, row: self.row.number, cell }
    }
}

/// A cell of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct LocatedCell<'g> {
    pub(super) sheet: &'g Sheet,
    pub(super) row: u32,
    pub(super) cell: &'g Cell,
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
