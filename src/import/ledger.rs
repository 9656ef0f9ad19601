//! Which cells were used. What is not marked here is listed as unused when a file has been read, so
//! that nothing can be dropped in silence.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::cells::Grid;

/// A cell by its positions: of the sheet in the grid, of the row in the sheet, of the cell in the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct At {
    pub(crate) sheet: usize,
    pub(crate) row: usize,
    pub(crate) cell: usize,
}

/// Which cells were used, and why others were left.
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

    /// Says that a cell was used or kept.
    pub(crate) fn mark(&mut self, at: At) {
        let row = self.used.get_mut(at.sheet).and_then(|sheet| sheet.get_mut(at.row));
        if let Some(cell) = row.and_then(|row| row.get_mut(at.cell)) {
            *cell = true;
        }
    }

    /// Says that a cell was used for nothing after all, and why.
    pub(crate) fn give_back(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        let row = self.used.get_mut(at.sheet).and_then(|sheet| sheet.get_mut(at.row));
        if let Some(cell) = row.and_then(|row| row.get_mut(at.cell)) {
            *cell = false;
        }
        self.leave(at, why);
    }

    /// Says why a cell is left unused, where it is. The first reason stays.
    pub(crate) fn leave(&mut self, at: At, why: impl Into<Cow<'static, str>>) {
        self.left.entry(at).or_insert_with(|| why.into());
    }

    pub(crate) fn is_used(&self, at: At) -> bool {
        let row = self.used.get(at.sheet).and_then(|sheet| sheet.get(at.row));
        row.and_then(|row| row.get(at.cell)).copied().unwrap_or(false)
    }

    /// Why a cell was left, where that was said of the cell itself.
    pub(crate) fn why(&self, at: At) -> Option<&Cow<'static, str>> {
        self.left.get(&at)
    }
}
