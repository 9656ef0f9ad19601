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
    /// Whether it is a workbook of this crate's own template, which is read by its own headings.
    pub is_template: bool,
    /// What is known of the plan as a whole, and from where.
    pub facts: Vec<MetadataInterpretation>,
    /// Each sheet, in the order of the file; one of a CSV file.
    pub sheets: Vec<SheetInterpretation>,
    /// Every cell that holds something and was neither used nor kept.
    pub unused: Vec<UnusedCell>,
}

/// Something known of the plan as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MetadataInterpretation {
    /// The key of the document: `title`, `authority.name`.
    pub key: &'static str,
    /// What was taken.
    pub value: String,
    /// Why: `given in the options`, `from the title row Plan!A1`.
    pub why: String,
}

/// What was understood of one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SheetInterpretation {
    /// Its name; none of a CSV file.
    pub sheet: Option<String>,
    /// Whether a spreadsheet does not show it.
    pub is_hidden: bool,
    /// What it was taken to hold; none where no table was found on it.
    pub holds: Option<SheetKind>,
    /// The row of its headings, as a spreadsheet numbers it.
    pub header_row: Option<u32>,
    /// Why.
    pub why: String,
    /// Its columns, from the left.
    pub columns: Vec<ColumnInterpretation>,
    /// Rows that are no record: section headings, notes.
    pub rows: Vec<RowInterpretation>,
    /// Rows that a spreadsheet does not show and that were read.
    pub hidden_rows: Vec<u32>,
    /// How many records were read from it.
    pub records: usize,
}

/// What one column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnInterpretation {
    /// Its letter.
    pub column: String,
    /// What stands above it.
    pub heading: String,
    /// What it was taken for; none where it was not used, and of a column of the template that no
    /// table of another shape has.
    pub means: Option<ColumnMeaning>,
    /// Whether its cells were read.
    pub is_read: bool,
    /// Why: `its heading`, `named in the options`, `it holds dates`.
    pub why: String,
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowInterpretation {
    /// Its number.
    pub row: u32,
    /// What it says.
    pub text: String,
    /// What it was taken for: `the workstream of the rows below it`.
    pub taken_for: String,
}

/// A cell that holds something and was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusedCell {
    /// Where it is.
    pub place: Location,
    /// What it says.
    pub text: String,
    /// Why it was not used.
    pub why: Cow<'static, str>,
}
