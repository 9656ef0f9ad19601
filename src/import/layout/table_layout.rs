//! One table of a sheet: its rows by what they are, and its columns.

use std::ops::Range;

use crate::import::{ColumnMeaning, SheetKind};

/// One table on a sheet; a sheet may hold several, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout {
    /// The position of its sheet.
    pub(crate) sheet: usize,
    /// What it holds; none where there is nothing to read.
    pub(crate) kind: Option<SheetKind>,
    /// The rows above its headings, by position.
    pub(crate) above: Range<usize>,
    /// The rows of its headings, by position.
    pub(crate) header: Range<usize>,
    /// The rows below its headings, by position.
    pub(crate) body: Range<usize>,
    pub(crate) columns: Vec<Column>,
    pub(crate) why: String,
    /// What the sheet as a whole is about, where several sheets hold a theme each.
    pub(crate) theme: Option<Theme>,
}

/// What a sheet as a whole is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) name: String,
    /// The row above the table that says it, by position; none where it is the name of the sheet.
    pub(crate) row: Option<usize>,
}

/// One column of a table.
#[expect(clippy::struct_field_names, reason = "a cell too is found by its `column`")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// From 0.
    pub(crate) column: u16,
    pub(crate) heading: String,
    pub(crate) means: Option<ColumnMeaning>,
    /// Why it was taken for that, or why for nothing.
    pub(crate) why: String,
    /// The time its heading speaks of, as written.
    pub(crate) time: Option<String>,
    /// Whether its words are kept with their heading, being those of another column's kind.
    pub(crate) keeps_heading: bool,
}
