//! Tracks which cells were used. Every cell not marked here is listed as unused, so that nothing is
//! dropped silently.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Grid, Sheet};

/// A cell by position: the sheet in the grid, the row in the sheet, the cell in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct At {
    pub(crate) sheet: usize,
    pub(crate) row: usize,
    pub(crate) cell: usize,
}

/// The cells that were used, and the reasons others were not.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    sheets: Vec<UsedCells>,
    left: HashMap<At, Cow<'static, str>>,
}

/// Which cells of a sheet were used: those of all its rows in one list.
#[derive(Debug)]
struct UsedCells {
    used: Vec<bool>,
    /// Where each row begins in the list.
    rows: Vec<usize>,
}

impl UsedCells {
    fn new(sheet: &Sheet) -> Self {
        let mut cells = 0;
        let rows = sheet.rows.iter().map(|row| {
            let begin = cells;
            cells += row.cells.len();
            begin
        });
        let rows = rows.collect();
        Self { used: vec![false; cells], rows }
    }
}

impl Ledger {
    pub(crate) fn new(grid: &Grid) -> Self {
        Self { sheets: grid.sheets.iter().map(UsedCells::new).collect(), left: HashMap::new() }
    }

    fn used(&mut self, at: At) -> Option<&mut bool> {
        let sheet = self.sheets.get_mut(at.sheet)?;
        sheet.used.get_mut(sheet.rows.get(at.row)? + at.cell)
    }

    /// Marks a cell as used or kept.
    pub(crate) fn mark(&mut self, at: At) {
        if let Some(used) = self.used(at) {
            *used = true;
        }
    }

    /// Marks a used cell as unused again, with the reason.
    pub(crate) fn release(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        if let Some(used) = self.used(at) {
            *used = false;
        }
        self.leave(at, why);
    }

    /// Records why a cell is unused. The first reason wins.
    pub(crate) fn leave(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        self.left.entry(at).or_insert_with(|| why.into());
    }

    pub(crate) fn is_used(&self, at: At) -> bool {
        let sheet = self.sheets.get(at.sheet);
        let used = sheet.and_then(|sheet| sheet.used.get(sheet.rows.get(at.row)? + at.cell));
        used.is_some_and(|used| *used)
    }

    /// Returns the reason recorded for the cell itself, if any.
    pub(crate) fn why(&self, at: At) -> Option<&Cow<'static, str>> {
        self.left.get(&at)
    }
}
