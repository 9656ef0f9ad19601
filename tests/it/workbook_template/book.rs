//! A workbook as an officer edits it: cells that can be read, changed, moved and saved again.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use improvement_plan::import::{Import, ReadOptions};
use improvement_plan::{PlanDoc, workbook};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Blank,
    Text(String),
    Number(f64),
    /// A day, by its serial number.
    Day(f64),
    /// A day of which only the month is shown.
    Month(f64),
    /// What is shown as a percentage.
    Percent(f64),
    /// A formula that fails.
    Failed,
    /// Nothing but a fill.
    Filled(u32),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

pub(crate) struct Book {
    pub(crate) sheets: Vec<(String, Vec<Vec<Cell>>)>,
}

pub(crate) fn written(doc: &PlanDoc) -> Vec<u8> {
    let mut bytes = Vec::new();
    workbook::write_working(doc, &mut bytes).unwrap();
    bytes
}

pub(crate) fn read(bytes: &[u8]) -> Import {
    workbook::read(bytes, &ReadOptions::new()).unwrap()
}

impl Book {
    pub(crate) fn of(doc: &PlanDoc) -> Self {
        Self::open(written(doc))
    }

    pub(crate) fn open(bytes: Vec<u8>) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.worksheets().into_iter().map(|(name, range)| {
            let (rows, columns) = range.end().unwrap_or((0, 0));
            let row = |row| {
                let cell = |column| match range.get_value((row, column)) {
                    None | Some(Data::Empty) => Cell::Blank,
                    Some(Data::Float(number)) => Cell::Number(*number),
                    Some(Data::DateTime(day)) => Cell::Day(day.as_f64()),
                    Some(other) => Cell::Text(other.to_string()),
                };
                (0..=columns).map(cell).collect()
            };
            (name, (0..=rows).map(row).collect())
        });
        Self { sheets: sheets.collect() }
    }

    pub(crate) fn sheet(&mut self, name: &str) -> &mut Vec<Vec<Cell>> {
        &mut self.sheets.iter_mut().find(|(one, _)| one == name).unwrap().1
    }

    /// The cell with a name such as `B2`.
    pub(crate) fn cell(&mut self, sheet: &str, name: &str) -> &mut Cell {
        let letters: String = name.chars().take_while(char::is_ascii_alphabetic).collect();
        let column =
            letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
        let row: usize = name.trim_start_matches(letters.as_str()).parse().unwrap();
        let rows = self.sheet(sheet);
        let width = rows.iter().map(Vec::len).max().unwrap_or(0).max(column);
        if rows.len() < row {
            rows.resize(row, Vec::new());
        }
        for row in rows.iter_mut() {
            row.resize(width, Cell::Blank);
        }
        &mut rows[row - 1][column - 1]
    }

    pub(crate) fn set(mut self, sheet: &str, name: &str, cell: impl Into<Cell>) -> Self {
        *self.cell(sheet, name) = cell.into();
        self
    }

    /// The letter of the column with a heading.
    pub(crate) fn column(&mut self, sheet: &str, heading: &str) -> usize {
        let head = &self.sheet(sheet)[0];
        head.iter().position(|cell| *cell == Cell::from(heading)).unwrap()
    }

    pub(crate) fn saved(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let month = Format::new().set_num_format("mmm\\-yy");
        let percent = Format::new().set_num_format("0%");
        for (name, rows) in &self.sheets {
            let mut sheet = Worksheet::new();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Cell::Blank => Ok(&mut sheet),
                        Cell::Text(text) => sheet.write_string(row, column, text),
                        Cell::Number(number) => sheet.write_number(row, column, *number),
                        Cell::Day(serial) => {
                            sheet.write_number_with_format(row, column, *serial, &day)
                        }
                        Cell::Month(serial) => {
                            sheet.write_number_with_format(row, column, *serial, &month)
                        }
                        Cell::Percent(share) => {
                            sheet.write_number_with_format(row, column, *share, &percent)
                        }
                        Cell::Filled(colour) => {
                            let fill = Format::new().set_background_color(*colour);
                            sheet.write_blank(row, column, &fill)
                        }
                        Cell::Failed => {
                            let formula = rust_xlsxwriter::Formula::new("=NA()").set_result("#N/A");
                            sheet.write_formula(row, column, formula)
                        }
                    }
                    .unwrap();
                }
            }
            book.push_worksheet(sheet);
        }
        book.save_to_buffer().unwrap()
    }

    pub(crate) fn read(&self) -> Import {
        read(&self.saved())
    }
}

/// What is said of a workbook: each a line.
pub(crate) fn told(import: &Import) -> Vec<String> {
    import.diagnostics().iter().map(ToString::to_string).collect()
}

/// What was not used: where, what and why.
pub(crate) fn unused(import: &Import) -> Vec<String> {
    let cells = import.interpretation().unused().iter();
    cells.map(|cell| format!("{}: {} ({})", cell.place(), cell.text(), cell.why())).collect()
}
