//! What was understood of a file, so that a person can check it.

use std::borrow::Cow;

use serde::Serialize;

use super::{ColumnMeaning, SheetKind};
use crate::diagnostic::Location;

/// What was understood of a file: which sheets and rows, which column was taken for what and why, and
/// which cells were not used. Together with the document and the diagnostics it accounts for every cell
/// that holds something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Interpretation {
    pub(crate) is_template: bool,
    pub(crate) facts: Vec<MetadataInterpretation>,
    pub(crate) sheets: Vec<SheetInterpretation>,
    pub(crate) unused: Vec<UnusedCell>,
}

impl Interpretation {
    /// Whether it is a workbook of this crate's own template, which is read by its own headings.
    #[must_use]
    pub fn is_template(&self) -> bool {
        self.is_template
    }

    /// What is known of the plan as a whole, and from where.
    #[must_use]
    pub fn facts(&self) -> &[MetadataInterpretation] {
        &self.facts
    }

    /// Each sheet, in the order of the file; one of a CSV file.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInterpretation] {
        &self.sheets
    }

    /// Every cell that holds something and was neither used nor kept.
    #[must_use]
    pub fn unused(&self) -> &[UnusedCell] {
        &self.unused
    }
}

/// Something known of the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MetadataInterpretation {
    pub(crate) key: &'static str,
    pub(crate) value: String,
    pub(crate) why: String,
}

impl MetadataInterpretation {
    /// The key of the document: `title`, `authority.name`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// What was taken.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Why: `given in the options`, `from the title row Plan!A1`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// What was understood of one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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

impl SheetInterpretation {
    /// Its name; none of a CSV file.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Whether a spreadsheet does not show it.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// What it was taken to hold; none where no table was found on it.
    #[must_use]
    pub fn holds(&self) -> Option<SheetKind> {
        self.holds
    }

    /// The row of its headings, as a spreadsheet numbers it.
    #[must_use]
    pub fn header_row(&self) -> Option<u32> {
        self.header_row
    }

    /// Why.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Its columns, from the left.
    #[must_use]
    pub fn columns(&self) -> &[ColumnInterpretation] {
        &self.columns
    }

    /// Rows that are no record: section headings, notes.
    #[must_use]
    pub fn rows(&self) -> &[RowInterpretation] {
        &self.rows
    }

    /// Rows that a spreadsheet does not show and that were read.
    #[must_use]
    pub fn hidden_rows(&self) -> &[u32] {
        &self.hidden_rows
    }

    /// How many records were read from it.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records
    }
}

/// What one column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnInterpretation {
    pub(crate) column: String,
    pub(crate) heading: String,
    pub(crate) means: Option<ColumnMeaning>,
    pub(crate) is_read: bool,
    pub(crate) why: String,
}

impl ColumnInterpretation {
    /// Its letter.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// What stands above it.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// What it was taken for; none where it was not used, and of a column of the template that no
    /// table of another shape has.
    #[must_use]
    pub fn means(&self) -> Option<ColumnMeaning> {
        self.means
    }

    /// Whether its cells were read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// Why: `its heading`, `named in the options`, `it holds dates`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowInterpretation {
    pub(crate) row: u32,
    pub(crate) text: String,
    pub(crate) taken_for: String,
}

impl RowInterpretation {
    /// Its number.
    #[must_use]
    pub fn row(&self) -> u32 {
        self.row
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it was taken for: `the workstream of the rows below it`.
    #[must_use]
    pub fn taken_for(&self) -> &str {
        &self.taken_for
    }
}

/// A cell that holds something and was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusedCell {
    pub(crate) place: Location,
    pub(crate) text: String,
    pub(crate) why: Cow<'static, str>,
}

impl UnusedCell {
    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Location {
        &self.place
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Why it was not used.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}
