//! Maps parts of a document to the cells they came from, so that diagnostics about the document can name
//! the cell.

use std::collections::HashMap;
use std::sync::Arc;

use super::ColumnMeaning;
use super::view::View;
use crate::cells::Sheet;
use crate::diagnostic::{Location, Step};

/// Maps parts of a document to cells: records have rows, keys have columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct SourceMap {
    /// The cell names of each sheet.
    sheets: Vec<SheetNames>,
    /// The rows of each kind of record.
    rows: Vec<(Kind, Rows)>,
    /// The column of a key of a kind of record on a sheet.
    columns: HashMap<(usize, &'static str, &'static str, &'static str), u16>,
    /// The column of a nested key, such as the `date` in `stopped`.
    inner_columns: HashMap<(usize, &'static str, &'static str, &'static str, &'static str), u16>,
    /// The locations of the document's own keys.
    facts: HashMap<&'static str, Location>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct SheetNames {
    name: Option<Arc<str>>,
    headings: Vec<Option<Arc<str>>>,
}

/// A list of the document, and the list within each of its records (`""` if there is none).
type Kind = (&'static str, &'static str);

/// The position of a record in its list, and of a record within it (0 if there is none).
type Position = (usize, usize);

/// The sheet and row that a record came from.
type Row = (usize, u32);

/// The rows of one kind of record. Nearly all come in the order of the document: those are in a list,
/// which takes less time and memory than a map.
#[derive(Debug, Clone, Default, PartialEq)]
struct Rows {
    in_order: Vec<(Position, Row)>,
    others: HashMap<Position, Row>,
}

impl Rows {
    fn insert(&mut self, position: Position, row: Row) {
        match self.in_order.last_mut() {
            Some((last, own)) if *last == position => *own = row,
            Some((last, _)) if *last > position => {
                self.others.insert(position, row);
            }
            _ => self.in_order.push((position, row)),
        }
    }

    fn get(&self, position: Position) -> Option<Row> {
        self.others.get(&position).copied().or_else(|| {
            let at = self.in_order.binary_search_by_key(&position, |(one, _)| *one).ok()?;
            self.in_order.get(at).map(|(_, row)| *row)
        })
    }
}

impl SourceMap {
    /// Registers the cell names of a sheet and returns its number.
    pub(crate) fn sheet(&mut self, sheet: &Sheet) -> usize {
        let names = SheetNames { name: sheet.name.clone(), headings: sheet.headings.clone() };
        self.sheets.push(names);
        self.sheets.len() - 1
    }

    /// Records the row of a record: `record("actions", 3, …)`.
    pub(crate) fn record(&mut self, list: &'static str, at: usize, sheet: usize, row: u32) {
        self.insert((list, ""), (at, 0), (sheet, row));
    }

    /// Records the row of a nested record: `inner(("actions", 3), ("milestones", 0), …)`.
    pub(crate) fn inner(
        &mut self,
        (list, at): (&'static str, usize),
        (inner, inner_at): (&'static str, usize),
        sheet: usize,
        row: u32,
    ) {
        self.insert((list, inner), (at, inner_at), (sheet, row));
    }

    fn insert(&mut self, kind: Kind, position: Position, row: Row) {
        if let Some((_, rows)) = self.rows.iter_mut().find(|(one, _)| *one == kind) {
            rows.insert(position, row);
        } else {
            let rows = Rows { in_order: vec![(position, row)], ..Rows::default() };
            self.rows.push((kind, rows));
        }
    }

    fn row(&self, kind: Kind, position: Position) -> Option<Row> {
        self.rows.iter().find(|(one, _)| *one == kind)?.1.get(position)
    }

    /// Records the columns that the keys of a table's records are read from. If a key has several
    /// columns, the first one in the table counts.
    pub(super) fn table(&mut self, view: &View<'_>) {
        let Some(kind) = view.layout.kind else { return };
        let columns = || {
            let column =
                |means: &ColumnMeaning| Some((*means, view.columns(*means).next()?.column));
            ColumnMeaning::ALL.iter().filter_map(column)
        };
        let own = columns().map(|(means, column)| (means.keys(kind)[0], column));
        let other = columns().map(|(means, column)| (means.keys(kind)[1], column));
        for (keys, column) in own.chain(other) {
            for key in keys {
                let Some((list, key)) = key.split_once('.') else { continue };
                let (inner, key) = key.split_once('.').unwrap_or(("", key));
                self.column(view.place, list, inner, key, column);
            }
        }
    }

    /// Records the column that a key of a kind of record is read from. `inner` is the list inside the
    /// record, or `""` for the record's own keys.
    pub(crate) fn column(
        &mut self,
        sheet: usize,
        list: &'static str,
        inner: &'static str,
        key: &'static str,
        column: u16,
    ) {
        self.columns.entry((sheet, list, inner, key)).or_insert(column);
    }

    /// Records the column of a nested key, such as the `date` in `stopped`.
    #[cfg(feature = "workbook")]
    pub(crate) fn inner_column(
        &mut self,
        sheet: usize,
        (list, inner): (&'static str, &'static str),
        (key, inner_key): (&'static str, &'static str),
        column: u16,
    ) {
        self.inner_columns.insert((sheet, list, inner, key, inner_key), column);
    }

    /// Records the location of one of the document's own keys.
    pub(crate) fn fact(&mut self, key: &'static str, place: Location) {
        self.facts.insert(key, place);
    }

    /// Returns the cell that a path in the document came from, or else its row.
    pub(crate) fn locate(&self, place: &Location) -> Option<Location> {
        match *place.steps() {
            [
                Step::Key(list),
                Step::Index(at),
                Step::Key(inner),
                Step::Index(inner_at),
                ref rest @ ..,
            ] if self.row((list, inner), (at, inner_at)).is_some() => {
                self.cell((list, inner), (at, inner_at), rest)
            }
            [Step::Key(list), Step::Index(at), ref rest @ ..] => {
                self.cell((list, ""), (at, 0), rest)
            }
            [Step::Key(key), ..] => self.facts.get(key).cloned(),
            _ => None,
        }
    }

    fn cell(&self, kind: Kind, position: Position, steps: &[Step]) -> Option<Location> {
        let (sheet, row) = self.row(kind, position)?;
        let names = self.sheets.get(sheet)?;
        let (list, inner) = kind;
        let of_key = |key| self.columns.get(&(sheet, list, inner, key)).copied();
        let of_inner = |(key, inner_key)| {
            self.inner_columns.get(&(sheet, list, inner, key, inner_key)).copied()
        };
        let keys = first_key(steps).zip(first_key(steps.get(1..).unwrap_or_default()));
        let column = keys.and_then(of_inner).or_else(|| first_key(steps).and_then(of_key));
        let sheet = Sheet {
            name: names.name.clone(),
            headings: names.headings.clone(),
            ..Sheet::default()
        };
        Some(column.map_or_else(|| sheet.row_place(row), |column| sheet.place(row, column)))
    }
}

fn first_key(steps: &[Step]) -> Option<&'static str> {
    match steps.first() {
        Some(Step::Key(key)) => Some(key),
        _ => None,
    }
}
