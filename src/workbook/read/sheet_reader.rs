//! What is collected while the working workbook is read, and how one sheet of records is read.

use std::collections::{BTreeMap, HashSet};

use super::column::{Column, PARENT_KEY, Parent, ROW_KEY, Record, Table};
use super::exact::exact_words;
use super::schema;
use crate::cells::{Cell, Content, Grid, Row, Sheet};
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{
    COLUMN_MISSING, COLUMN_TWICE, HEADINGS_MISSING, SHEET_MISSING, SHEET_RENAMED,
};
use crate::diagnostic::{Location, column_letters};
use crate::import::{
    ColumnInterpretation, Interpretation, RowInterpretation, SheetInterpretation, SourceMap,
    UnusedCell,
};
use crate::plan::quoted;
use crate::text::{fold, same};

/// In how many rows from the top the headings are looked for.
const HEADINGS_WITHIN: usize = 50;

/// What is collected while the workbook is read.
pub(super) struct Reading<'g> {
    pub(super) grid: &'g Grid,
    pub(super) problems: Problems,
    pub(super) understood: Interpretation,
    pub(super) places: SourceMap,
    /// What was understood of each sheet of the grid.
    sheets: Vec<Option<SheetInterpretation>>,
    /// The old names on each sheet that were spoken of.
    old_names: HashSet<(usize, String)>,
    /// The old names in links that were spoken of, by the list they stand in and the kind they name.
    old_links: HashSet<(&'static str, &'static str, String)>,
}

/// A row that was read.
pub(super) struct Found<T> {
    pub(super) record: T,
    /// What the cells say that name what it belongs to.
    pub(super) belongs_to: Vec<Called>,
    pub(super) key: Option<String>,
    pub(super) parent_key: Option<String>,
    /// The columns whose cells were read into it.
    pub(super) used: Vec<u16>,
    pub(super) at: At,
}

/// What a cell says that names what a row belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Called {
    Nothing,
    By(String),
    /// By its hidden key alone, because it has no words to call it by.
    Nameless,
}

impl Called {
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::By(name) => Some(name),
            Self::Nothing | Self::Nameless => None,
        }
    }
}

/// Where a row stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// The sheet of the grid.
    pub(super) grid: usize,
    /// The number by which places speak of the sheet.
    pub(super) places: usize,
    pub(super) row: u32,
    /// The columns that name what it belongs to.
    pub(super) parents: [Option<u16>; 2],
}

/// What a column is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Parent(usize),
    Own(usize),
    RowKey,
    ParentKey,
}

impl<'g> Reading<'g> {
    pub(super) fn new(grid: &'g Grid) -> Self {
        let mut problems = Problems::default();
        problems.add(grid.notes.iter().cloned());
        Self {
            grid,
            problems,
            understood: Interpretation { is_template: true, ..Interpretation::default() },
            places: SourceMap::default(),
            sheets: grid.sheets.iter().map(|_| None).collect(),
            old_names: HashSet::new(),
            old_links: HashSet::new(),
        }
    }

    /// The sheet of a name, in any case, and its place in the workbook.
    pub(super) fn named(&self, name: &str) -> Option<(usize, &'g Sheet)> {
        let is_named = |sheet: &&Sheet| sheet.name.as_deref().is_some_and(|own| same(own, name));
        let at = self.grid.sheets.iter().position(|sheet| is_named(&sheet))?;
        self.grid.sheets.get(at).map(|sheet| (at, sheet))
    }

    /// The one sheet of another name that has the headings of a sheet that is not there.
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
        let message =
            format!("{} has the headings of the sheet {own}, and was read as it", quoted(name));
        self.problems.report(&SHEET_RENAMED, sheet.whole(), "the workbook", message);
        Some((at, sheet))
    }

    /// Writes down that a cell was not used.
    pub(super) fn unused(&mut self, sheet: &Sheet, row: u32, cell: &Cell, why: &str) {
        let place = sheet.place(row, cell.column);
        if let Some(text) = text_of(&cell.content) {
            self.understood.unused.push(UnusedCell { place, text, why: why.to_owned().into() });
        }
    }

    /// Writes down that the cells of a row were not used after all.
    pub(super) fn unused_row<T>(&mut self, found: &Found<T>, why: &str) {
        let Some(sheet) = self.grid.sheets.get(found.at.grid) else { return };
        let row = sheet.rows.binary_search_by_key(&found.at.row, |row| row.number);
        let Some(row) = row.ok().and_then(|row| sheet.rows.get(row)) else { return };
        for cell in row.cells.iter().filter(|cell| found.used.contains(&cell.column)) {
            self.unused(sheet, row.number, cell, why);
        }
    }

    /// Whether an old name on a sheet is met for the first time.
    pub(super) fn is_first(&mut self, grid: usize, name: &str) -> bool {
        self.old_names.insert((grid, fold(name).into_owned()))
    }

    /// Whether an old name of a kind of record is met for the first time in the links of a list.
    pub(super) fn is_first_link(
        &mut self,
        list: &'static str,
        kind: &'static str,
        name: &str,
    ) -> bool {
        self.old_links.insert((list, kind, fold(name).into_owned()))
    }

    /// Where a row says what it belongs to.
    pub(super) fn place_of(&self, at: At, which: usize) -> Location {
        let Some(sheet) = self.grid.sheets.get(at.grid) else { return Location::default() };
        match at.parents.get(which).copied().flatten() {
            Some(column) => sheet.place(at.row, column),
            None => sheet.row_place(at.row),
        }
    }

    /// Writes down what was understood of a sheet.
    pub(super) fn understood(&mut self, at: usize, understood: SheetInterpretation) {
        if let Some(slot) = self.sheets.get_mut(at) {
            *slot = Some(understood);
        }
    }

    /// Says how many records were read from a sheet.
    pub(super) fn count(&mut self, at: usize, records: usize) {
        if let Some(Some(understood)) = self.sheets.get_mut(at) {
            understood.records = records;
        }
    }

    /// Lists the sheets that nothing was read from, and gives everything that was understood.
    pub(super) fn finish(mut self) -> (Problems, Interpretation, SourceMap) {
        for (at, sheet) in self.grid.sheets.iter().enumerate() {
            if !matches!(self.sheets.get(at), Some(None)) {
                continue;
            }
            for row in &sheet.rows {
                for cell in &row.cells {
                    self.unused(sheet, row.number, cell, "the sheet is not one of the template");
                }
            }
            let understood = blank(sheet, "not a sheet of the template: not read");
            self.understood(at, understood);
        }
        self.understood.sheets = self.sheets.into_iter().flatten().collect();
        (self.problems, self.understood, self.places)
    }

    /// Reads the rows of a sheet.
    pub(super) fn rows<T: Record>(&mut self, table: &Table<T>) -> Vec<Found<T>> {
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
                for row in &sheet.rows {
                    for cell in &row.cells {
                        let why = "the sheet has no headings of the template";
                        self.unused(sheet, row.number, cell, why);
                    }
                }
            }
            let understood = blank(sheet, "a sheet of the template without its headings");
            self.understood(grid, understood);
            return Vec::new();
        };
        let uses = self.columns(sheet, grid, head, table);
        let places = self.places.sheet(sheet);
        let mut at = At { grid, places, row: 0, parents: [None; 2] };
        for (column, used) in &uses {
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
        for row in &sheet.rows {
            if row.number < head.number {
                for cell in &row.cells {
                    self.unused(sheet, row.number, cell, "it stands above the headings");
                }
            } else if row.number > head.number {
                let at = At { row: row.number, ..at };
                found.extend(self.row(sheet, row, at, table, &uses));
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

    /// What each column is read as, by its heading.
    fn columns<T: Record>(
        &mut self,
        sheet: &Sheet,
        grid: usize,
        head: &Row,
        table: &Table<T>,
    ) -> BTreeMap<u16, Use> {
        let mut understood = blank(sheet, "a sheet of the template");
        understood.holds = table.holds;
        understood.header_row = Some(head.number);
        let mut uses = BTreeMap::new();
        let mut taken: Vec<Use> = Vec::new();
        for cell in &head.cells {
            let Some(heading) = text_of(&cell.content) else { continue };
            let meant = use_of(&heading, table);
            let why = match meant {
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
            let own = match meant {
                Some(Use::Own(at)) => table.columns.get(at),
                _ => None,
            };
            let is_read = why.starts_with("a heading");
            understood.columns.push(ColumnInterpretation {
                column: column_letters(cell.column),
                heading,
                means: own.and_then(|own| own.means).filter(|_| is_read),
                is_read,
                why: why.to_owned(),
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
                format!("the {columns} {} {are} not there", missing.join(", ")),
            );
        }
        self.understood(grid, understood);
        uses
    }

    /// Reads one row; none where nothing stands on it but its hidden keys.
    fn row<T: Record>(
        &mut self,
        sheet: &Sheet,
        row: &Row,
        at: At,
        table: &Table<T>,
        uses: &BTreeMap<u16, Use>,
    ) -> Option<Found<T>> {
        let mut found = Found {
            record: T::blank(),
            belongs_to: table.parent.headings().iter().map(|_| Called::Nothing).collect(),
            key: None,
            parent_key: None,
            used: Vec::new(),
            at,
        };
        let mut says_something = false;
        for cell in &row.cells {
            let Some(words) = text_of(&cell.content) else {
                self.colour(sheet, row.number, cell, table, uses);
                continue;
            };
            match uses.get(&cell.column) {
                Some(Use::RowKey) => found.key = Some(words.trim().to_owned()),
                Some(Use::ParentKey) => found.parent_key = Some(words.trim().to_owned()),
                Some(Use::Parent(which)) => {
                    says_something = true;
                    found.used.push(cell.column);
                    if let Some(called) = found.belongs_to.get_mut(*which) {
                        *called = self.called(sheet, row.number, cell, words.trim());
                    }
                }
                Some(Use::Own(which)) => {
                    says_something = true;
                    if let Some(column) = table.columns.get(*which)
                        && self.cell(sheet, row.number, cell, column, &mut found.record)
                    {
                        found.used.push(cell.column);
                    }
                }
                None => self.unused(
                    sheet,
                    row.number,
                    cell,
                    "the heading of its column is not one of the template",
                ),
            }
        }
        if says_something {
            if row.is_hidden
                && let Some(Some(understood)) = self.sheets.get_mut(at.grid)
            {
                understood.hidden_rows.push(row.number);
            }
            return Some(found);
        }
        if let (Some(key), Some(Some(understood))) =
            (found.key.or(found.parent_key), self.sheets.get_mut(at.grid))
        {
            understood.rows.push(RowInterpretation {
                row: row.number,
                text: key,
                taken_for: "a row that was cleared".to_owned(),
            });
        }
        None
    }
}

/// What is understood of a sheet at first.
pub(super) fn blank(sheet: &Sheet, why: &str) -> SheetInterpretation {
    SheetInterpretation {
        sheet: sheet.name.as_deref().map(str::to_owned),
        is_hidden: sheet.is_hidden,
        why: why.to_owned(),
        ..SheetInterpretation::default()
    }
}

/// What stands in a cell, for people to read; none where nothing does.
pub(super) fn text_of(content: &Content) -> Option<String> {
    match content {
        Content::Blank => None,
        Content::Text(text) => Some(text.to_string()).filter(|text| !text.trim().is_empty()),
        Content::Number(number) => Some(super::figures::shown(*number, crate::cells::Shown::Plain)),
        Content::Truth(truth) => Some(if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        Content::Failed(failed) => Some(failed.to_string()),
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

/// Whether a sheet has nearly all of some headings in one row: three of four.
pub(super) fn has_headings(sheet: &Sheet, headings: &[&str]) -> bool {
    sheet.rows.iter().take(HEADINGS_WITHIN).any(|row| {
        let words: HashSet<String> = row
            .cells
            .iter()
            .filter_map(|cell| text_of(&cell.content))
            .map(|words| fold(&words).into_owned())
            .collect();
        let found =
            headings.iter().filter(|heading| words.contains(fold(heading).as_ref())).count();
        found * 4 >= headings.len() * 3
    })
}

/// The row with the most headings of a sheet.
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
