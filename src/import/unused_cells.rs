//! Lists the cells that were not used, each with the reason.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::interpretation::UnusedCell;
use super::layout::Layout;
use super::values::text_of;
use super::view::is_filled;
use crate::cells::{At, Cell, Content, DateSystem, Grid, Ledger};

/// Returns every cell with content that was not used, in file order. Takes the grid by value so that no
/// text is stored twice.
pub(super) fn unused_cells(grid: Grid, layouts: &[Layout], ledger: &Ledger) -> Vec<UnusedCell> {
    let mut unused = Vec::new();
    for (sheet_at, mut sheet) in grid.sheets.into_iter().enumerate() {
        let tables: Vec<&Layout> = layouts.iter().filter(|one| one.sheet == sheet_at).collect();
        for (row_at, row) in std::mem::take(&mut sheet.rows).into_iter().enumerate() {
            for (cell_at, cell) in row.cells.into_iter().enumerate() {
                let at = At { sheet: sheet_at, row: row_at, cell: cell_at };
                if !is_filled(&cell) || ledger.is_used(at) {
                    continue;
                }
                let why =
                    ledger.why(at).cloned().unwrap_or_else(|| why(&tables, row_at, cell.column));
                let place = sheet.place(row.number, cell.column);
                unused.push(UnusedCell { place, text: into_text(cell, sheet.dates), why });
            }
        }
    }
    unused
}

/// Returns the comments on cells that were not kept.
pub(super) fn unkept_comments(grid: &Grid, kept: &BTreeSet<(usize, usize)>) -> Vec<UnusedCell> {
    let mut unused = Vec::new();
    for (sheet_at, sheet) in grid.sheets.iter().enumerate() {
        let comments = sheet.comments.iter().enumerate();
        for (_, comment) in comments.filter(|(at, _)| !kept.contains(&(sheet_at, *at))) {
            let why = Cow::Borrowed("it is a comment on a cell that belongs to no action");
            let place = sheet.place(comment.row, comment.column);
            unused.push(UnusedCell { place, text: comment.text.trim().to_owned(), why });
        }
    }
    unused
}

fn into_text(cell: Cell, dates: DateSystem) -> String {
    match cell.content {
        Content::Text(text) | Content::Failed(text) => text.to_string(),
        _ => text_of(&cell, dates).unwrap_or_default().into_owned(),
    }
}

/// Returns why a cell was not used, judging by its position.
fn why(tables: &[&Layout], row_at: usize, column: u16) -> Cow<'static, str> {
    let holds = |table: &&&Layout| {
        table.above.contains(&row_at)
            || table.header.contains(&row_at)
            || table.body.contains(&row_at)
    };
    let Some(table) = tables.iter().find(holds) else {
        return Cow::Borrowed("it is outside every table");
    };
    if table.columns.is_empty() {
        return Cow::Owned(table.why.clone());
    }
    if table.above.contains(&row_at) {
        return Cow::Borrowed("it is above the table");
    }
    if table.header.contains(&row_at) {
        return Cow::Borrowed("it is among the headings and was not needed to read them");
    }
    match table.columns.iter().find(|one| one.column == column) {
        None => Cow::Borrowed("there is no heading above it"),
        Some(column) if column.means.is_none() => Cow::Owned(column.why.clone()),
        Some(_) => Cow::Borrowed("its row was read without it"),
    }
}
