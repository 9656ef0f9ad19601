//! One sheet of records: the list of the document it holds, and its columns.

use super::column::Column;
use super::sheet::{Parent, Sheet};
use crate::import::SheetKind;

/// One sheet of records.
pub(in crate::workbook) struct Table<T: 'static> {
    pub(in crate::workbook) sheet: Sheet,
    /// The list of the document.
    pub(in crate::workbook) list: &'static str,
    /// The list inside its records; empty if the sheet holds the list itself.
    pub(in crate::workbook) inner: &'static str,
    pub(in crate::workbook) parent: Parent,
    /// Whether its records have ids.
    pub(in crate::workbook) has_ids: bool,
    pub(in crate::workbook) holds: Option<SheetKind>,
    pub(in crate::workbook) columns: &'static [Column<T>],
}
