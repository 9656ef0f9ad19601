//! Tracks which cells were used. Every cell not marked here is listed as unused, so that nothing is
//! dropped silently.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::cells::Grid;

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
    used: Vec<Vec<Box<[bool]>>>,
    left: HashMap<At, Cow<'static, str>>,
}

impl Ledger {
    pub(crate) fn new(grid: &Grid) -> Self {
        let row = |cells: usize| vec![false; cells].into_boxed_slice();
        let used = grid
            .sheets
            .iter()
            .map(|sheet| sheet.rows.iter().map(|one| row(one.cells.len())).collect())
            .collect();
        Self { used, left: HashMap::new() }
    }

    /// Marks a cell as used or kept.
    pub(crate) fn mark(&mut self, at: At) {
        let row = self.used.get_mut(at.sheet).and_then(|sheet| sheet.get_mut(at.row));
        if let Some(cell) = row.and_then(|row| row.get_mut(at.cell)) {
            *cell = true;
        }
    }

    /// Marks a used cell as unused again, with the reason.
    pub(crate) fn release(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        let row = self.used.get_mut(at.sheet).and_then(|sheet| sheet.get_mut(at.row));
        if let Some(cell) = row.and_then(|row| row.get_mut(at.cell)) {
            *cell = false;
        }
        self.leave(at, why);
    }

    /// Records why a cell is unused. The first reason wins.
    pub(crate) fn leave(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        self.left.entry(at).or_insert_with(|| why.into());
    }

    pub(crate) fn is_used(&self, at: At) -> bool {
        let row = self.used.get(at.sheet).and_then(|sheet| sheet.get(at.row));
        row.and_then(|row| row.get(at.cell)).copied().unwrap_or(false)
    }

    /// Returns the reason recorded for the cell itself, if any.
    pub(crate) fn why(&self, at: At) -> Option<&Cow<'static, str>> {
        self.left.get(&at)
    }
}
