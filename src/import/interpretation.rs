//! How a file was understood, for a person to check.

use std::borrow::Cow;

use serde::Serialize;

use super::{ColumnMeaning, SheetKind};
use crate::diagnostic::Location;

/// How a file was understood: which sheets and rows were read, what each column was taken to mean and
/// why, and which cells were not used. Together with the document and the diagnostics, it accounts for
/// every cell with content.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Interpretation {
    pub(crate) is_template: bool,
    pub(crate) facts: Vec<MetadataInterpretation>,
    pub(crate) sheets: Vec<SheetInterpretation>,
    pub(crate) unused: Vec<UnusedCell>,
}

/// Shows counts, and no text of the table.
impl std::fmt::Debug for Interpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interpretation")
            .field("sheets", &self.sheets.len())
            .field("facts", &self.facts.len())
            .field("unused", &self.unused.len())
            .finish_non_exhaustive()
    }
}

impl Interpretation {
    /// Returns whether the file is a workbook made from this crate's template, which is read by its own
    /// headings.
    #[must_use]
    pub fn is_template(&self) -> bool {
        self.is_template
    }

    /// Returns the facts about the plan as a whole, with their sources.
    #[must_use]
    pub fn facts(&self) -> &[MetadataInterpretation] {
        &self.facts
    }

    /// Returns the sheets in file order; a CSV file has one.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInterpretation] {
        &self.sheets
    }

    /// Returns every cell with content that was neither used nor kept.
    #[must_use]
    pub fn unused(&self) -> &[UnusedCell] {
        &self.unused
    }
}

/// A fact about the plan as a whole.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MetadataInterpretation {
    pub(crate) key: &'static str,
    pub(crate) value: String,
    pub(crate) why: String,
}

/// Shows no text of the table.
impl std::fmt::Debug for MetadataInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MetadataInterpretation").finish_non_exhaustive()
    }
}

impl MetadataInterpretation {
    /// Returns the document key: `title`, `authority.name`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Returns the value that was taken.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Returns the reason: `given in the options`, `from the title row Plan!A1`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// How one sheet was understood.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SheetInterpretation {
    pub(crate) sheet: Option<String>,
    pub(crate) is_hidden: bool,
    pub(crate) holds: Option<SheetKind>,
    pub(crate) header_row: Option<u32>,
    pub(crate) why: String,
    pub(crate) columns: Vec<ColumnInterpretation>,
    pub(crate) rows: Vec<RowInterpretation>,
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) records: usize,
}

/// Shows no text of the table.
impl std::fmt::Debug for SheetInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetInterpretation").finish_non_exhaustive()
    }
}

impl SheetInterpretation {
    /// Returns the name of the sheet, or `None` for a CSV file.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Returns whether the sheet is hidden in the spreadsheet.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// Returns what the sheet was taken to hold, or `None` if no table was found on it.
    #[must_use]
    pub fn holds(&self) -> Option<SheetKind> {
        self.holds
    }

    /// Returns the row of the headings, as a spreadsheet numbers it.
    #[must_use]
    pub fn header_row(&self) -> Option<u32> {
        self.header_row
    }

    /// Returns the reason for the choice of headings.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Returns the columns, from the left.
    #[must_use]
    pub fn columns(&self) -> &[ColumnInterpretation] {
        &self.columns
    }

    /// Returns the rows that are not records, such as section headings and notes.
    #[must_use]
    pub fn rows(&self) -> &[RowInterpretation] {
        &self.rows
    }

    /// Returns the hidden rows that were read.
    #[must_use]
    pub fn hidden_rows(&self) -> &[u32] {
        &self.hidden_rows
    }

    /// Returns the number of records read from the sheet.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records
    }
}

/// How one column was understood.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnInterpretation {
    pub(crate) column: String,
    pub(crate) heading: String,
    pub(crate) means: Option<ColumnMeaning>,
    pub(crate) is_read: bool,
    pub(crate) why: String,
}

/// Shows no text of the table.
impl std::fmt::Debug for ColumnInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ColumnInterpretation").finish_non_exhaustive()
    }
}

impl ColumnInterpretation {
    /// Returns the letter of the column.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// Returns the heading of the column.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// Returns the meaning of the column, or `None` if it was not used or is a template column that
    /// other tables do not have.
    #[must_use]
    pub fn means(&self) -> Option<ColumnMeaning> {
        self.means
    }

    /// Returns whether the cells of the column were read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// Returns the reason: `its heading`, `named in the options`, `it holds dates`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// A row that is not a record.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowInterpretation {
    pub(crate) row: u32,
    pub(crate) text: String,
    pub(crate) taken_for: String,
}

/// Shows no text of the table.
impl std::fmt::Debug for RowInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RowInterpretation").finish_non_exhaustive()
    }
}

impl RowInterpretation {
    /// Returns the number of the row.
    #[must_use]
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Returns the text of the row.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what the row was taken for: `the workstream of the rows below it`.
    #[must_use]
    pub fn taken_for(&self) -> &str {
        &self.taken_for
    }
}

/// A cell with content that was not used.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusedCell {
    pub(crate) place: Location,
    pub(crate) text: String,
    pub(crate) why: Cow<'static, str>,
}

/// Shows no text of the table.
impl std::fmt::Debug for UnusedCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnusedCell").finish_non_exhaustive()
    }
}

impl UnusedCell {
    /// Returns the location of the cell.
    #[must_use]
    pub fn place(&self) -> &Location {
        &self.place
    }

    /// Returns the text of the cell.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the reason the cell was not used.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}
