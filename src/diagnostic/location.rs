//! Locations in a document, a workbook or a CSV file.

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

/// A location in the input.
///
/// - In a document, it is a path of keys and positions, displayed as `actions[3].due`. Positions
///   count from 0, as in JSON tools. An empty path is the document itself.
/// - In a workbook, it is a cell, row, column or sheet, displayed as `Plan!F12` as in a
///   spreadsheet.
/// - In a CSV file, it is a row and a column, displayed as `row 7, column "By when"`. Rows count
///   from 1, which is the header if that is the first line.
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
    /// In a CSV file. A column is named by its header or, without one, by its letter.
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
    /// Returns the steps of a path, outermost first. Empty for a location in a workbook or CSV
    /// file.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        match &self.0 {
            Place::Path(steps) => steps,
            Place::Sheet { .. } | Place::Table { .. } => &[],
        }
    }

    /// Returns the name of the sheet in a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.0 {
            Place::Sheet { sheet, .. } => Some(sheet),
            Place::Path(_) | Place::Table { .. } => None,
        }
    }

    /// Returns the row in a workbook or CSV file, counted from 1.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        match &self.0 {
            Place::Sheet { row, .. } | Place::Table { row, .. } => *row,
            Place::Path(_) => None,
        }
    }

    /// Returns the column: its letters in a workbook, its header in a CSV file.
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

    /// Creates the location of an element of a list in the document.
    pub(crate) fn element(list: &'static str, position: usize) -> Self {
        Self::new([Step::Key(list), Step::Index(position)])
    }

    /// Creates a location on a sheet. Rows count from 1, columns from 0.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn on_sheet(sheet: Arc<str>, row: Option<u32>, column: Option<u16>) -> Self {
        Self(Place::Sheet { sheet, row, column })
    }

    /// Creates a location in a CSV file. Rows count from 1.
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

/// Returns the letters of a column counted from 0: `A`, `Z`, `AA`.
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

/// Writes the name of a sheet as in a spreadsheet formula: in quotes unless it is a plain word.
fn sheet_name(f: &mut fmt::Formatter<'_>, sheet: &str) -> fmt::Result {
    let is_plain = |character: char| character.is_alphanumeric() || character == '_';
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
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters = [0, 25, 26, 51, 701, 702, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn locations_are_displayed_as_in_a_spreadsheet() {
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
