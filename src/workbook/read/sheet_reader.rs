//! Reads the records of one sheet of a working workbook.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::located_cell::{LocatedCell, LocatedRow, text_of};
use super::reader::{At, Reader, blank};
use super::recognise::{HEADINGS_WITHIN, has_headings};
use crate::cells::{self, Row, Sheet};
use crate::diagnostic::import_codes::{
    COLOUR_WITHOUT_WORD, COLUMN_MISSING, COLUMN_TWICE, HEADINGS_MISSING, SHEET_MISSING,
    SHEET_RENAMED,
};
use crate::diagnostic::{Location, column_letters};
use crate::import::{ColumnInterpretation, ColumnMeaning, RowInterpretation};
use crate::plan::quoted;
use crate::text::same;
use crate::workbook::schema::{
    self, Blank, Column, PARENT_KEY, PRESENT, Parent, ROW_KEY, Table, exact_words, words_of,
};

/// A row that was read.
pub(super) struct Found<T> {
    pub(super) record: T,
    /// The cells that name its parent.
    pub(super) parent_names: Vec<ParentName>,
    pub(super) key: Option<String>,
    pub(super) parent_key: Option<String>,
    /// The cells that were read into it.
    pub(super) used: Vec<cells::At>,
    pub(super) at: At,
}

/// The content of a cell that names the parent of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ParentName {
    Nothing,
    By(String),
    /// The parent has no name, only a hidden key.
    Nameless,
}

impl ParentName {
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::By(name) => Some(name),
            Self::Nothing | Self::Nameless => None,
        }
    }
}

/// The use of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Parent(usize),
    Own(usize),
    RowKey,
    ParentKey,
}

/// A table, and the use of each column of the sheet.
struct Layout<'t, T: 'static> {
    table: &'t Table<T>,
    uses: BTreeMap<u16, Use>,
}

impl<'g> Reader<'g> {
    /// Reads the rows of a sheet.
    pub(super) fn rows<T: Blank>(&mut self, table: &Table<T>) -> Vec<Found<T>> {
        let name = table.sheet.name();
        let Some((grid, sheet)) = self.named(name).or_else(|| self.renamed(table)) else {
            self.problems.report(
                &SHEET_MISSING,
                Location::default(),
                "the workbook",
                format!("there is no sheet {}", quoted(name)),
            );
            return Vec::new();
        };
        let Some(head) = header(sheet, table) else {
            if !sheet.rows.is_empty() {
                self.problems.report(
                    &HEADINGS_MISSING,
                    sheet.whole(),
                    "the workbook",
                    format!("the sheet {} has no row of headings", quoted(name)),
                );
                self.unused_sheet(grid, sheet, "the sheet has no headings of the template");
            }
            let interpretation = blank(sheet, "a sheet of the template without its headings");
            self.add_sheet(grid, interpretation);
            return Vec::new();
        };
        let layout = Layout { table, uses: self.columns(sheet, grid, head, table) };
        let places = self.places.sheet(sheet);
        let mut at = At { grid, places, row: 0, parents: [None; 2] };
        for (column, used) in &layout.uses {
            match used {
                Use::Parent(which) => {
                    if let Some(slot) = at.parents.get_mut(*which) {
                        *slot = Some(*column);
                    }
                }
                Use::Own(which) => {
                    if let Some(own) = table.columns.get(*which) {
                        self.place_column(places, table, own, *column);
                    }
                }
                Use::RowKey | Use::ParentKey => {}
            }
        }
        let mut found = Vec::new();
        for row in LocatedRow::all(grid, sheet) {
            match row.number().cmp(&head.number) {
                Ordering::Less => self.unused_cells(row, "it stands above the headings"),
                // Each heading is listed with its column.
                Ordering::Equal => row.cells().for_each(|cell| self.used(cell)),
                Ordering::Greater => {
                    found.extend(self.row(row, At { row: row.number(), ..at }, &layout));
                }
            }
        }
        self.count(grid, found.len());
        found
    }

    fn place_column<T>(&mut self, places: usize, table: &Table<T>, own: &Column<T>, column: u16) {
        self.places.column(places, table.list, table.inner, own.key, column);
        if !own.inner_key.is_empty() {
            let (within, key) = ((table.list, table.inner), (own.key, own.inner_key));
            self.places.inner_column(places, within, key, column);
        }
    }

    /// Decides the use of each column from its heading.
    fn columns<T: Blank>(
        &mut self,
        sheet: &Sheet,
        grid: usize,
        head: &Row,
        table: &Table<T>,
    ) -> BTreeMap<u16, Use> {
        let mut interpretation = blank(sheet, "a sheet of the template");
        interpretation.holds = table.holds;
        interpretation.header_row = Some(head.number);
        let mut uses = BTreeMap::new();
        let mut taken: Vec<Use> = Vec::new();
        for cell in &head.cells {
            let Some(heading) = text_of(&cell.content) else { continue };
            let known_use = use_of(&heading, table);
            let why = match known_use {
                Some(other) if taken.contains(&other) => {
                    self.problems.report(
                        &COLUMN_TWICE,
                        sheet.place(head.number, cell.column),
                        "the workbook",
                        format!("a column before it is called {} too", quoted(&heading)),
                    );
                    "an earlier column has the same heading: not read"
                }
                Some(first) => {
                    taken.push(first);
                    uses.insert(cell.column, first);
                    "a heading of the template"
                }
                None => "not a heading of the template: not read",
            };
            let own = match known_use {
                Some(Use::Own(at)) => table.columns.get(at),
                _ => None,
            };
            let is_read = why.starts_with("a heading");
            interpretation.columns.push(ColumnInterpretation {
                column: column_letters(cell.column),
                heading,
                means: own.and_then(|own| own.means).filter(|_| is_read),
                is_read,
                why: why.to_owned(),
                doubt: None,
            });
        }
        let parents = table.parent.headings().iter().enumerate();
        let parents = parents.map(|(at, heading)| (Use::Parent(at), *heading));
        let own = table.columns.iter().enumerate();
        let own = own.map(|(at, column)| (Use::Own(at), column.heading));
        let missing: Vec<String> = parents
            .chain(own)
            .filter(|(used, _)| !taken.contains(used))
            .map(|(_, heading)| quoted(heading))
            .collect();
        if !missing.is_empty() {
            let (columns, are) =
                if missing.len() == 1 { ("column", "is") } else { ("columns", "are") };
            self.problems.report(
                &COLUMN_MISSING,
                sheet.row_place(head.number),
                "the workbook",
                format!("the {columns} {} {are} missing", missing.join(", ")),
            );
        }
        self.add_sheet(grid, interpretation);
        uses
    }

    /// Reads one row, or returns `None` if it has only hidden keys.
    fn row<T: Blank>(
        &mut self,
        row: LocatedRow<'_>,
        at: At,
        layout: &Layout<'_, T>,
    ) -> Option<Found<T>> {
        let Layout { table, uses } = layout;
        let mut found = Found {
            record: T::blank(),
            parent_names: table.parent.headings().iter().map(|_| ParentName::Nothing).collect(),
            key: None,
            parent_key: None,
            used: Vec::new(),
            at,
        };
        let mut says_something = false;
        for cell in row.cells() {
            let column = cell.cell.column;
            let Some(words) = cell.text() else {
                self.colour(cell, layout);
                continue;
            };
            self.used(cell);
            match uses.get(&column) {
                Some(Use::RowKey) => found.key = Some(words.trim().to_owned()),
                Some(Use::ParentKey) => found.parent_key = Some(words.trim().to_owned()),
                Some(Use::Parent(which)) => {
                    says_something = true;
                    found.used.push(cell.at);
                    if let Some(name) = found.parent_names.get_mut(*which) {
                        *name = self.parent_name(cell, words.trim());
                    }
                }
                Some(Use::Own(which)) => {
                    says_something = true;
                    if let Some(own) = table.columns.get(*which)
                        && self.cell(cell, own, &mut found.record)
                    {
                        found.used.push(cell.at);
                    }
                }
                None => {
                    self.unused(cell, "the heading of its column is not one of the template");
                }
            }
        }
        if says_something {
            if row.row.is_hidden
                && let Some(Some(interpretation)) = self.sheets.get_mut(at.grid)
            {
                interpretation.hidden_rows.push(row.number());
            }
            return Some(found);
        }
        if let (Some(key), Some(Some(interpretation))) =
            (found.key.or(found.parent_key), self.sheets.get_mut(at.grid))
        {
            interpretation.rows.push(RowInterpretation {
                row: row.number(),
                text: key,
                taken_for: "a row that was cleared".to_owned(),
            });
        }
        None
    }

    /// Finds a renamed sheet: the only one with another name and the headings of a missing sheet.
    fn renamed<T>(&mut self, table: &Table<T>) -> Option<(usize, &'g Sheet)> {
        let (own, headings) = schema::headings().find(|(sheet, _)| *sheet == table.sheet)?;
        let is_free = |sheet: &Sheet| {
            let name = sheet.name.as_deref().unwrap_or_default();
            schema::headings().all(|(other, _)| !same(other.name(), name))
        };
        let mut found = self.grid.sheets.iter().enumerate().filter(|(at, sheet)| {
            matches!(self.sheets.get(*at), Some(None))
                && is_free(sheet)
                && has_headings(sheet, &headings)
        });
        let (at, sheet) = found.next()?;
        if found.next().is_some() {
            return None;
        }
        let (name, own) = (sheet.name.as_deref().unwrap_or_default(), quoted(own.name()));
        let message = format!(
            "{} has the headings of the sheet {own}, so it was read as that sheet",
            quoted(name)
        );
        self.problems.report(&SHEET_RENAMED, sheet.whole(), "the workbook", message);
        Some((at, sheet))
    }

    /// Records that the cells that were read into a record were not used after all.
    pub(super) fn unused_record<T>(&mut self, found: &Found<T>, why: &'static str) {
        for at in &found.used {
            self.ledger.release(*at, why);
        }
    }

    /// Reports a cell of the RAG column that has a fill but no word.
    fn colour<T>(&mut self, cell: LocatedCell<'_>, layout: &Layout<'_, T>) {
        let Some(Use::Own(own)) = layout.uses.get(&cell.cell.column) else { return };
        let means = layout.table.columns.get(*own).and_then(|column| column.means);
        if let (Some(ColumnMeaning::Rag), Some([red, green, blue])) = (means, cell.cell.fill) {
            let message = format!(
                "it is filled with the colour #{red:02x}{green:02x}{blue:02x} and holds no word"
            );
            self.problems.report(&COLOUR_WITHOUT_WORD, cell.place(), "the workbook", message);
        }
    }

    /// Reads a cell that names the parent of its row.
    fn parent_name(&mut self, cell: LocatedCell<'_>, words: &str) -> ParentName {
        if words == PRESENT {
            return ParentName::Nameless;
        }
        let Some(entry) = self.entry(cell) else { return ParentName::Nothing };
        let (words, remark) = words_of(entry);
        self.remark(cell, remark);
        ParentName::By(words)
    }
}

fn use_of<T>(heading: &str, table: &Table<T>) -> Option<Use> {
    let heading = exact_words(heading).unwrap_or_else(|| heading.to_owned());
    let parents = table.parent.headings();
    if let Some(at) = parents.iter().position(|one| same(one, &heading)) {
        return Some(Use::Parent(at));
    }
    if let Some(at) = table.columns.iter().position(|one| same(one.heading, &heading)) {
        return Some(Use::Own(at));
    }
    if table.has_ids && same(&heading, ROW_KEY) {
        return Some(Use::RowKey);
    }
    (table.parent != Parent::None && same(&heading, PARENT_KEY)).then_some(Use::ParentKey)
}

/// Returns the row with the most headings of a sheet.
fn header<'s, T>(sheet: &'s Sheet, table: &Table<T>) -> Option<&'s Row> {
    let known = |row: &Row| {
        let headings = row.cells.iter().filter_map(|cell| text_of(&cell.content));
        headings.filter(|heading| use_of(heading, table).is_some()).count()
    };
    let mut best: Option<(&Row, usize)> = None;
    for row in sheet.rows.iter().take(HEADINGS_WITHIN) {
        let count = known(row);
        if count >= 2 && best.is_none_or(|(_, most)| count > most) {
            best = Some((row, count));
        }
    }
    best.map(|(row, _)| row)
}
