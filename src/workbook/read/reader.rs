//! What is collected while a working workbook is read: problems, the interpretation, and the cell that
//! each part of the document came from.

use std::collections::HashSet;

use super::located_cell::{LocatedCell, LocatedRow};
use crate::cells::{Grid, Ledger, Sheet};
use crate::diagnostic::{Location, Problems};
use crate::import::{Interpretation, SheetInterpretation, SourceMap, UnusedCell};
use crate::text::{fold, same};

/// Collects problems, the interpretation and the source map while the workbook is read.
pub(super) struct Reader<'g> {
    pub(super) grid: &'g Grid,
    pub(super) problems: Problems,
    pub(super) interpretation: Interpretation,
    pub(super) places: SourceMap,
    pub(super) ledger: Ledger,
    /// The interpretation of each sheet of the grid.
    pub(super) sheets: Vec<Option<SheetInterpretation>>,
    /// The old names on each sheet that have been reported.
    old_names: HashSet<(usize, String)>,
    /// The old names in links that have been reported, by the list they are in and the kind they name.
    old_links: HashSet<(&'static str, &'static str, String)>,
}

/// The location of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// The sheet of the grid.
    pub(super) grid: usize,
    /// The number of the sheet in the source map.
    pub(super) places: usize,
    pub(super) row: u32,
    /// The columns that name its parent.
    pub(super) parents: [Option<u16>; 2],
}

impl<'g> Reader<'g> {
    pub(super) fn new(grid: &'g Grid) -> Self {
        let mut problems = Problems::default();
        problems.add(grid.notes.iter().cloned());
        Self {
            grid,
            problems,
            interpretation: Interpretation { is_template: true, ..Interpretation::default() },
            places: SourceMap::default(),
            ledger: Ledger::new(grid),
            sheets: grid.sheets.iter().map(|_| None).collect(),
            old_names: HashSet::new(),
            old_links: HashSet::new(),
        }
    }

    /// Finds a sheet by name, ignoring case, and returns it with its position in the workbook.
    pub(super) fn named(&self, name: &str) -> Option<(usize, &'g Sheet)> {
        let is_named = |sheet: &&Sheet| sheet.name.as_deref().is_some_and(|own| same(own, name));
        let at = self.grid.sheets.iter().position(|sheet| is_named(&sheet))?;
        self.grid.sheets.get(at).map(|sheet| (at, sheet))
    }

    /// Records that a cell was used. Those of which nobody says so are listed as unused.
    pub(super) fn used(&mut self, cell: LocatedCell<'_>) {
        self.ledger.mark(cell.at);
    }

    /// Records that a cell was not used, or that it was not after all.
    pub(super) fn unused(&mut self, cell: LocatedCell<'_>, why: &'static str) {
        self.ledger.release(cell.at, why);
    }

    /// Records that no cell of a row was used.
    pub(super) fn unused_cells(&mut self, row: LocatedRow<'_>, why: &'static str) {
        for cell in row.cells() {
            self.unused(cell, why);
        }
    }

    /// Records that no cell of a sheet was used.
    pub(super) fn unused_sheet(&mut self, at: usize, sheet: &Sheet, why: &'static str) {
        for row in LocatedRow::all(at, sheet) {
            self.unused_cells(row, why);
        }
    }

    /// Returns whether an old name on a sheet occurs for the first time.
    pub(super) fn is_first(&mut self, grid: usize, name: &str) -> bool {
        self.old_names.insert((grid, fold(name).into_owned()))
    }

    /// Returns whether an old name of a kind of record occurs for the first time in the links of a list.
    pub(super) fn is_first_link(
        &mut self,
        list: &'static str,
        kind: &'static str,
        name: &str,
    ) -> bool {
        self.old_links.insert((list, kind, fold(name).into_owned()))
    }

    /// Returns the location of the cell in which a row names its parent.
    pub(super) fn place_of(&self, at: At, which: usize) -> Location {
        let Some(sheet) = self.grid.sheets.get(at.grid) else { return Location::default() };
        match at.parents.get(which).copied().flatten() {
            Some(column) => sheet.place(at.row, column),
            None => sheet.row_place(at.row),
        }
    }

    /// Records the interpretation of a sheet.
    pub(super) fn add_sheet(&mut self, at: usize, interpretation: SheetInterpretation) {
        if let Some(slot) = self.sheets.get_mut(at) {
            *slot = Some(interpretation);
        }
    }

    /// Records how many records were read from a sheet.
    pub(super) fn count(&mut self, at: usize, records: usize) {
        if let Some(Some(interpretation)) = self.sheets.get_mut(at) {
            interpretation.records = records;
        }
    }

    /// Lists the sheets from which nothing was read, and returns what was collected.
    pub(super) fn finish(mut self) -> (Problems, Interpretation, SourceMap) {
        for (at, sheet) in self.grid.sheets.iter().enumerate() {
            if !matches!(self.sheets.get(at), Some(None)) {
                continue;
            }
            self.unused_sheet(at, sheet, "the sheet is not one of the template");
            let interpretation = blank(sheet, "not a sheet of the template: not read");
            self.add_sheet(at, interpretation);
        }
        self.interpretation.unused = unused_cells(self.grid, &self.ledger);
        self.interpretation.sheets = self.sheets.into_iter().flatten().collect();
        (self.problems, self.interpretation, self.places)
    }
}

/// Returns every cell with content that was not used, in file order.
fn unused_cells(grid: &Grid, ledger: &Ledger) -> Vec<UnusedCell> {
    let rows = grid.sheets.iter().enumerate().flat_map(|(at, sheet)| LocatedRow::all(at, sheet));
    let cells = rows.flat_map(LocatedRow::cells).filter(|cell| !ledger.is_used(cell.at));
    let unused = cells.filter_map(|cell| {
        let why = ledger.why(cell.at).cloned().unwrap_or("it was not read".into());
        Some(UnusedCell { place: cell.place(), text: cell.text()?, why })
    });
    unused.collect()
}

/// Returns the interpretation of a sheet before it is read.
pub(super) fn blank(sheet: &Sheet, why: &str) -> SheetInterpretation {
    SheetInterpretation {
        sheet: sheet.name.as_deref().map(str::to_owned),
        is_hidden: sheet.is_hidden,
        why: why.to_owned(),
        ..SheetInterpretation::default()
    }
}
