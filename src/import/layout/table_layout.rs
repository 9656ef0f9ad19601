//! The layout of one table: its rows by role, and its columns.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::import::{CarryDown, ColumnMeaning, DateOrder, RevisedDates, RowKind, SheetKind};
use crate::model::UpdateKind;

/// One table on a sheet; a sheet may have several, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout {
    /// The position of the sheet.
    pub(crate) sheet: usize,
    /// What the table holds, or `None` if there is nothing to read.
    pub(crate) kind: Option<SheetKind>,
    /// The rows above the headings, by position.
    pub(crate) above: Range<usize>,
    /// The heading rows, by position.
    pub(crate) header: Range<usize>,
    /// The rows below the headings, by position.
    pub(crate) body: Range<usize>,
    pub(crate) columns: Vec<Column>,
    pub(crate) why: String,
    /// How the options say that its rows are read.
    pub(crate) rules: RowRules,
    /// The theme of the whole sheet, if several sheets hold one theme each.
    pub(crate) theme: Option<Theme>,
}

/// How the options say that the rows of a table are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RowRules {
    /// What rows are, by number.
    pub(crate) kinds: BTreeMap<u32, RowKind>,
    /// The columns in which a blank cell stands for the cell above it.
    pub(crate) as_above: Vec<u16>,
    /// The meanings of the columns in which no cell stands for the blank ones below it.
    pub(crate) not_carried: Vec<ColumnMeaning>,
    /// The columns in which a blank cell says no.
    pub(crate) says_no: Vec<u16>,
    pub(crate) carry_down: CarryDown,
    pub(crate) revised_dates: RevisedDates,
    pub(crate) dates: DateOrder,
}

/// The theme of a whole sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) name: String,
    /// The row above the table that names it, by position, or `None` if the sheet's name does.
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
    /// The reason for the meaning, or for having none.
    pub(crate) why: String,
    /// The time named in the heading, as written.
    pub(crate) time: Option<String>,
    /// Whether its text is kept with the heading, because the column is of another kind.
    pub(crate) keeps_heading: bool,
    /// The kind of update that its text is, where it is kept as one.
    pub(crate) update_kind: UpdateKind,
    /// What is doubtful about the meaning.
    pub(crate) doubt: Option<String>,
}

impl Column {
    /// Returns the column with its heading kept before its text.
    pub(crate) fn with_heading(&self) -> Self {
        Self { keeps_heading: true, ..self.clone() }
    }
}

/// Returns the kind of update that text under a heading is.
pub(super) fn update_kind(heading: &str) -> UpdateKind {
    let heading = heading.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["reason", "explanation"]) {
        UpdateKind::Reason
    } else if has(&["mitigat", "recover"]) {
        UpdateKind::Recovery
    } else if has(&["decision"]) {
        UpdateKind::Decision
    } else if has(&["barrier", "blocker", "risk", "issue", "challenge"]) {
        UpdateKind::Blocker
    } else {
        UpdateKind::Progress
    }
}
