//! Where in a document something is.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// One step of a path into a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The value of a key.
    Key(&'static str),
    /// The element at a position, counted from 0.
    Index(usize),
}

/// Where something is: in a document, a path of keys and positions, printed as `actions[3].due`
/// (positions count from 0, as JSON tools do; an empty path is the document itself); in a workbook a
/// cell, printed as a spreadsheet shows it, `Plan!F12`; in a CSV file a row and a column, printed as
/// `row 7, column "By when"` (the header is row 1 where it is the first line).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Location(Place);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Place {
    Path(Vec<Step>),
    #[cfg_attr(
        not(any(feature = "csv", feature = "workbook")),
        allow(dead_code, reason = "only what is read from a table has one")
    )]
    /// In a workbook: a cell, a row, a column or a whole sheet.
    Sheet {
        sheet: Arc<str>,
        row: Option<u32>,
        column: Option<u16>,
    },
    #[cfg_attr(
        not(any(feature = "csv", feature = "workbook")),
        allow(dead_code, reason = "only what is read from a table has one")
    )]
    /// In a table of a text file; a column by what stands above it, else by its letter.
    Table {
        row: Option<u32>,
        column: Option<Arc<str>>,
    },
}

impl Default for Location {
    fn default() -> Self {
        Self(Place::Path(Vec::new()))
    }
}

impl Location {
    /// The steps of a path, from the outermost; none of a place in a table.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        match &self.0 {
            Place::Path(steps) => steps,
            Place::Sheet { .. } | Place::Table { .. } => &[],
        }
    }

    /// The sheet of a workbook it is on.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.0 {
            Place::Sheet { sheet, .. } => Some(sheet),
            Place::Path(_) | Place::Table { .. } => None,
        }
    }

    /// The row of a table, as a spreadsheet numbers it: from 1.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        match &self.0 {
            Place::Sheet { row, .. } | Place::Table { row, .. } => *row,
            Place::Path(_) => None,
        }
    }

    /// The column of a table: in a workbook its letter, in a CSV file what its header says.
    #[must_use]
    pub fn column(&self) -> Option<String> {
        match &self.0 {
            Place::Sheet { column, .. } => column.map(column_letters),
            Place::Table { column, .. } => column.as_deref().map(str::to_owned),
            Place::Path(_) => None,
        }
    }

    pub(crate) fn new(steps: impl Into<Vec<Step>>) -> Self {
        Self(Place::Path(steps.into()))
    }

    /// The place of one element of a list of the document.
    pub(crate) fn element(list: &'static str, position: usize) -> Self {
        Self::new([Step::Key(list), Step::Index(position)])
    }

    /// A place on a sheet: rows from 1, columns from 0.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn on_sheet(sheet: Arc<str>, row: Option<u32>, column: Option<u16>) -> Self {
        Self(Place::Sheet { sheet, row, column })
    }

    /// A place in the table of a text file: rows from 1.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn in_table(row: Option<u32>, column: Option<Arc<str>>) -> Self {
        Self(Place::Table { row, column })
    }

    pub(crate) fn key(self, key: &'static str) -> Self {
        self.then(Step::Key(key))
    }

    pub(crate) fn index(self, position: usize) -> Self {
        self.then(Step::Index(position))
    }

    fn then(mut self, step: Step) -> Self {
        if let Place::Path(steps) = &mut self.0 {
            steps.push(step);
        }
        self
    }
}

/// The letters of a column, counted from 0: `A`, `Z`, `AA`.
pub(crate) fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Path(steps) => path(f, steps),
            Place::Sheet { sheet, row, column } => {
                sheet_name(f, sheet)?;
                match (row, column) {
                    (Some(row), Some(column)) => write!(f, "!{}{row}", column_letters(*column)),
                    (Some(row), None) => write!(f, ", row {row}"),
                    (None, Some(column)) => write!(f, ", column {}", column_letters(*column)),
                    (None, None) => Ok(()),
                }
            }
            Place::Table { row, column } => match (row, column) {
                (Some(row), Some(column)) => write!(f, "row {row}, column \"{column}\""),
                (Some(row), None) => write!(f, "row {row}"),
                (None, Some(column)) => write!(f, "column \"{column}\""),
                (None, None) => f.write_str("the table"),
            },
        }
    }
}

fn path(f: &mut fmt::Formatter<'_>, steps: &[Step]) -> fmt::Result {
    if steps.is_empty() {
        return f.write_str("the document");
    }
    for (position, step) in steps.iter().enumerate() {
        match step {
            Step::Key(key) if position == 0 => f.write_str(key)?,
            Step::Key(key) => write!(f, ".{key}")?,
            Step::Index(index) => write!(f, "[{index}]")?,
        }
    }
    Ok(())
}

/// The name of a sheet as a spreadsheet writes it: in quotes where it is not one plain word.
fn sheet_name(f: &mut fmt::Formatter<'_>, sheet: &str) -> fmt::Result {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == '_';
    if sheet.chars().all(is_plain) && !sheet.starts_with(|first: char| first.is_ascii_digit()) {
        f.write_str(sheet)
    } else {
        write!(f, "'{}'", sheet.replace('\'', "''"))
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(all(test, feature = "workbook"))]
mod tests {
    use super::{Location, column_letters};

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_letters_them() {
        let letters = [0, 25, 26, 51, 701, 702, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_place_is_printed_as_people_find_it() {
        let sheet =
            |name: &str, row, column| Location::on_sheet(name.into(), row, column).to_string();
        assert_eq!(sheet("Plan", Some(12), Some(5)), "Plan!F12");
        assert_eq!(sheet("Action plan", Some(12), Some(5)), "'Action plan'!F12");
        assert_eq!(sheet("Chair's", Some(3), None), "'Chair''s', row 3");
        assert_eq!(sheet("2026", None, Some(0)), "'2026', column A");
        let table =
            |row, column: Option<&str>| Location::in_table(row, column.map(Into::into)).to_string();
        assert_eq!(table(Some(7), Some("By when")), "row 7, column \"By when\"");
        assert_eq!(table(Some(7), None), "row 7");
    }
}
