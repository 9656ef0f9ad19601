//! Lists the cells of a file that were not used, with one line for those of a column that share a
//! reason.

use std::collections::HashMap;
use std::sync::Arc;

use super::grammar::counted;
use super::row_runs::rows_words;
use crate::diagnostic::Location;
use crate::import::UnusedCell;
use crate::plan::quoted;

/// The unused cells of one column that share a reason.
struct Group<'a> {
    first: &'a UnusedCell,
    rows: Vec<u32>,
    cells: usize,
}

/// Returns a line for each column and reason, in the order of the file.
pub(super) fn unused_lines(unused: &[UnusedCell]) -> Vec<String> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known = HashMap::new();
    for cell in unused {
        let row = cell.place.row();
        let new = groups.len();
        let at = match (row, cell.place.column()) {
            // A cell without a row or column has a line of its own.
            (None, _) | (_, None) => new,
            (_, column) => *known.entry((cell.place.sheet(), column, &*cell.why)).or_insert(new),
        };
        match groups.get_mut(at) {
            Some(group) => {
                group.rows.extend(row);
                group.cells += 1;
            }
            None => groups.push(Group { first: cell, rows: row.into_iter().collect(), cells: 1 }),
        }
    }
    groups.iter().map(line).collect()
}

fn line(group: &Group<'_>) -> String {
    let UnusedCell { place, text, why } = group.first;
    let says = if text.trim().is_empty() { "no text".to_owned() } else { quoted(text) };
    if group.cells == 1 {
        return format!("{place}, {says}: {why}");
    }
    let column = place.column().unwrap_or_default();
    let column = match place.sheet() {
        Some(sheet) => {
            let sheet = Location::on_sheet(Arc::from(sheet), None, None);
            format!("{sheet}, column {column}")
        }
        None => format!("column {}", quoted(&column)),
    };
    let (rows, cells) = (rows_words(&group.rows), counted(group.cells, "cell"));
    format!("{column}, {rows} ({cells}, the first {says}): {why}")
}
