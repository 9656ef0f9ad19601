//! Joins rows that continue the record above them, as the options say, before anything is read.

use super::row_rule::RowRule;
use super::values::text_of;
use super::view::is_filled;
use super::{ReadOptions, RowKind};
use crate::cells::{Cell, Content, DateSystem, Grid, Row, Sheet};

/// Joins rows to the record above them: each of their cells goes on with the cell above it, on a line of its
/// own.
pub(super) fn join_rows(grid: &mut Grid, options: &ReadOptions) {
    for sheet in &mut grid.sheets {
        let table = options.table_of(sheet.name.as_deref()).and_then(|at| options.tables.get(at));
        let Some(table) = table else { continue };
        if table.rows.iter().all(|one| one.are != RowKind::Continuation) {
            continue;
        }
        let given = table.header_row.map(|row| row + table.heading_rows.unwrap_or(1).max(1));
        let rules: Vec<RowRule<'_>> =
            table.rows.iter().map(|one| RowRule::new(one, sheet)).collect();
        let first = rules.iter().filter_map(|rule| rule.below).max().unwrap_or(0).max(1);
        let first = first.max(given.unwrap_or(0)).max(table.first_row.unwrap_or(0));
        join(sheet, &rules, first);
    }
}

fn join(sheet: &mut Sheet, rules: &[RowRule<'_>], first: u32) {
    let dates = sheet.dates;
    let mut record: Option<usize> = None;
    for at in 0..sheet.rows.len() {
        let (above, rest) = sheet.rows.split_at_mut(at);
        let Some(row) = rest.first_mut() else { continue };
        if row.number < first || !row.cells.iter().any(is_filled) {
            continue;
        }
        let kind = rules.iter().find(|rule| rule.fits(row, dates)).map(|rule| rule.are);
        match (kind, record.and_then(|at| above.get_mut(at))) {
            (Some(RowKind::Continuation), Some(record)) => append(record, row, dates),
            (Some(RowKind::Continuation), None) => {}
            (Some(RowKind::Guidance | RowKind::Section | RowKind::Recommendation), _) => {
                record = None;
            }
            _ => record = Some(at),
        }
    }
}

/// Moves the cells of a row to the record above it.
fn append(record: &mut Row, row: &mut Row, dates: DateSystem) {
    for cell in std::mem::take(&mut row.cells) {
        let at = record.cells.binary_search_by_key(&cell.column, |own| own.column);
        match at.map(|at| record.cells.get_mut(at)) {
            Ok(Some(own)) => go_on(own, &cell, dates),
            Ok(None) => {}
            Err(at) => record.cells.insert(at, cell),
        }
    }
}

fn go_on(own: &mut Cell, more: &Cell, dates: DateSystem) {
    let joined = match (text_of(own, dates), text_of(more, dates)) {
        (_, None) => return,
        (None, Some(_)) => more.content.clone(),
        (Some(own), Some(more)) => {
            Content::Text(format!("{}\n{}", own.trim_end(), more.trim()).into())
        }
    };
    if text_of(own, dates).is_none() {
        own.shown = more.shown;
    }
    own.content = joined;
}
