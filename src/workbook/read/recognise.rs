//! Recognises working workbooks.

use std::collections::HashSet;

use super::located_cell::text_of;
use crate::cells::{Grid, Sheet};
use crate::text::{fold, same};
use crate::workbook::schema::{self, LISTS, MARK};

/// The number of rows from the top that are searched for headings.
pub(super) const HEADINGS_WITHIN: usize = 50;

/// The number of sheets that must have our names and headings if the sheet of lists is missing.
const ENOUGH_SHEETS: usize = 3;

/// Returns whether a workbook is a working workbook: a cell of its sheet of lists says so, or several of
/// its sheets have our names and headings.
pub(super) fn is_working(grid: &Grid) -> bool {
    has_mark(grid) || grid.sheets.iter().filter(|sheet| is_ours(sheet)).count() >= ENOUGH_SHEETS
}

fn has_mark(grid: &Grid) -> bool {
    let is_lists = |name: Option<&str>| name.is_some_and(|name| same(name, LISTS));
    let sheets = grid.sheets.iter().filter(|sheet| is_lists(sheet.name.as_deref()));
    let mut cells = sheets.flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    cells.any(|cell| text_of(&cell.content).is_some_and(|text| text.trim() == MARK))
}

/// Returns whether a sheet has the name and nearly all the headings of one of ours.
fn is_ours(sheet: &Sheet) -> bool {
    let name = sheet.name.as_deref().unwrap_or_default();
    schema::headings()
        .any(|(own, headings)| same(own.name(), name) && has_headings(sheet, &headings))
}

/// Returns whether one row of a sheet has at least three quarters of the headings.
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
