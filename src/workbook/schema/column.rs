//! The columns of a sheet: the heading of each, and the key of the record that it holds.

use super::escape::PRESENT;
use super::sheet::{Parent, Sheet};
use super::value::{Kind, Value, Written};
use crate::import::{ColumnMeaning, SheetKind};
use crate::model::Authority;

/// The record of a row, or a group of its keys.
pub(in crate::workbook) trait Blank: 'static {
    /// Returns an empty record.
    fn blank() -> Self;
}

/// A group of keys inside a record, optional or always present.
pub(in crate::workbook) trait Group {
    type Keys;
    fn keys(&self) -> Option<&Self::Keys>;
    /// Returns the keys, first adding the group if it is missing.
    fn keys_mut(&mut self) -> &mut Self::Keys;
}

impl<K: Blank> Group for Option<K> {
    type Keys = K;

    fn keys(&self) -> Option<&K> {
        self.as_ref()
    }

    fn keys_mut(&mut self) -> &mut K {
        self.get_or_insert_with(K::blank)
    }
}

impl Group for Authority {
    type Keys = Self;

    fn keys(&self) -> Option<&Self> {
        Some(self)
    }

    fn keys_mut(&mut self) -> &mut Self {
        self
    }
}

/// One sheet of records: the list of the document it holds, and its columns.
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

/// One column of a sheet of records, or one line of the cover.
pub(in crate::workbook) struct Column<T> {
    /// Compared ignoring case.
    pub(in crate::workbook) heading: &'static str,
    /// Explains the column to officers.
    pub(in crate::workbook) comment: &'static str,
    /// In characters.
    pub(in crate::workbook) width: u16,
    /// The key of the record, followed in `inner_key` by the key inside it if it is a group.
    pub(in crate::workbook) key: &'static str,
    pub(in crate::workbook) inner_key: &'static str,
    /// Both keys, as in a document: `stopped.date`.
    pub(in crate::workbook) path: &'static str,
    /// The sheet whose records it names.
    pub(in crate::workbook) offers: Option<Sheet>,
    /// Whether few plans use it, so that it is collapsed when empty.
    pub(in crate::workbook) is_rare: bool,
    pub(in crate::workbook) means: Option<ColumnMeaning>,
    /// Returns the value, or `None` if its group of keys is missing.
    pub(in crate::workbook) get: fn(&T) -> Option<&dyn Value>,
    /// Returns the value for changing, adding a missing group.
    pub(in crate::workbook) set: fn(&mut T) -> &mut dyn Value,
}

impl<T: Blank> Column<T> {
    pub(in crate::workbook) fn kind(&self) -> Kind {
        (self.set)(&mut T::blank()).kind()
    }
}

/// Returns the cells of a record. A group of keys that is present but empty is marked in its first cell.
pub(in crate::workbook) fn cells<'c, T: Blank>(
    columns: impl Iterator<Item = &'c Column<T>>,
    record: &T,
) -> Vec<Written> {
    let blank = T::blank();
    let mut cells = Vec::new();
    let mut groups: Vec<(&'static str, usize, bool)> = Vec::new();
    for (at, column) in columns.enumerate() {
        let value = (column.get)(record);
        let cell = value.map_or(Written::Blank, Value::written);
        if value.is_some() && (column.get)(&blank).is_none() {
            let is_blank = cell == Written::Blank;
            match groups.iter_mut().find(|(key, ..)| *key == column.key) {
                Some((_, _, is_empty)) => *is_empty &= is_blank,
                None => groups.push((column.key, at, is_blank)),
            }
        }
        cells.push(cell);
    }
    for (_, at, is_empty) in groups {
        if let (true, Some(cell)) = (is_empty, cells.get_mut(at)) {
            *cell = Written::Text(PRESENT.to_owned());
        }
    }
    cells
}

/// Declares columns: `"Heading" 12 key: "comment";`, where the key may be inside a group
/// (`stopped.date`), may name records (`-> Actions`), may be `rare`, and may have the meaning of a
/// column of a foreign table (`= Due`).
macro_rules! columns {
    ($($heading:literal $width:literal $key:ident $(.$inner:ident)? $(-> $sheet:ident)?
        $(= $means:ident)? $(, $rare:ident)?: $comment:literal;)+) => {
        &[$($crate::workbook::schema::column::Column {
            heading: $heading,
            comment: $comment,
            width: $width,
            key: stringify!($key),
            inner_key: concat!($(stringify!($inner))?),
            path: concat!(stringify!($key) $(, ".", stringify!($inner))?),
            offers: columns!(@sheet $($sheet)?),
            is_rare: columns!(@rare $($rare)?),
            means: columns!(@means $($means)?),
            get: columns!(@get $key $($inner)?),
            set: columns!(@set $key $($inner)?),
        },)+]
    };
    (@sheet) => { None };
    (@sheet $sheet:ident) => { Some($crate::workbook::schema::sheet::Sheet::$sheet) };
    (@rare) => { false };
    (@rare rare) => { true };
    (@means) => { None };
    (@means $means:ident) => { Some($crate::import::ColumnMeaning::$means) };
    (@get $key:ident) => { |record| Some(&record.$key) };
    (@get $key:ident $inner:ident) => {
        |record| record.$key.keys().map(|keys| &keys.$inner as _)
    };
    (@set $key:ident) => { |record| &mut record.$key };
    (@set $key:ident $inner:ident) => {
        |record| &mut record.$key.keys_mut().$inner
    };
}

pub(in crate::workbook) use columns;
