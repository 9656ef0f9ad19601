//! Joins rows that continue the record above them, as the options say, before anything is read.

use std::collections::BTreeMap;

use super::row_rule::RowRule;
use super::values::text_of;
use super::view::is_filled;
use super::{ReadOptions, RowKind};
use crate::cells::{Cell, Content, DateSystem, Grid, Sheet};

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
    // Each record that goes on, with the rows that continue it.
    let mut records: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut is_going_on = false;
    for (at, row) in sheet.rows.iter().enumerate() {
        if row.number < first || !row.cells.iter().any(is_filled) {
            continue;
        }
        match rules.iter().find(|rule| rule.fits(row, dates)).map(|rule| rule.are) {
            Some(RowKind::Continuation) => {
                if let Some((_, rows)) = records.last_mut().filter(|_| is_going_on) {
                    rows.push(at);
                }
            }
            Some(RowKind::Guidance | RowKind::Section | RowKind::Recommendation) => {
                is_going_on = false;
            }
            _ => {
                records.push((at, Vec::new()));
                is_going_on = true;
            }
        }
    }
    for (record, rows) in records.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let take = |at: usize| sheet.rows.get_mut(at).map(|row| std::mem::take(&mut row.cells));
        let cells = [record].into_iter().chain(rows).filter_map(take).flatten();
        let mut columns: BTreeMap<u16, Vec<Cell>> = BTreeMap::new();
        for cell in cells {
            columns.entry(cell.column).or_default().push(cell);
        }
        if let Some(row) = sheet.rows.get_mut(record) {
            row.cells = columns.into_values().filter_map(|cells| joined(cells, dates)).collect();
        }
    }
}

/// Joins cells of one column, each on a line of its own. The fill is that of the first.
fn joined(cells: Vec<Cell>, dates: DateSystem) -> Option<Cell> {
    let texts: Vec<String> = cells
        .iter()
        .filter_map(|cell| text_of(cell, dates))
        .map(|text| text.trim().to_owned())
        .collect();
    let fill = cells.first()?.fill;
    if texts.len() > 1 {
        let column = cells.first()?.column;
        return Some(Cell { fill, ..Cell::new(column, Content::Text(texts.join("\n").into())) });
    }
    let mut cells = cells.into_iter();
    let first = cells.next()?;
    let is_alone = text_of(&first, dates).is_some() || texts.is_empty();
    let one = if is_alone { first } else { cells.find(|cell| text_of(cell, dates).is_some())? };
    Some(Cell { fill, ..one })
}
