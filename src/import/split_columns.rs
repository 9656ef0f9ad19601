//! Splits the columns that hold two things, as the options say, before anything is read.

use super::ReadOptions;
use super::headings::normalise;
use crate::cells::{Cell, Content, Grid, Row, Sheet};
use crate::diagnostic::column_letters;

/// The most rows that are searched for the heading of a column.
const LOOKED_AT: usize = 60;

/// Splits columns of a file. Returns the options that say what the parts mean, or `None` if there is
/// nothing to split.
///
/// The first part stays where it is, and the second becomes a column right of the table.
pub(super) fn split_columns(grid: &mut Grid, options: &ReadOptions) -> Option<ReadOptions> {
    if options.tables.iter().all(|table| table.split.is_empty()) {
        return None;
    }
    let mut options = options.clone();
    for sheet in &mut grid.sheets {
        let at = options.table_of(sheet.name.as_deref());
        let Some(table) = at.and_then(|at| options.tables.get_mut(at)) else { continue };
        for (name, how) in table.split.clone() {
            let Some((row, column)) = find(sheet, &name) else { continue };
            let Some(new) = next_column(sheet) else { continue };
            split(sheet, (row, column), new, &how.at);
            table.columns.insert(name, how.first);
            table.columns.insert(column_letters(new), how.second);
        }
    }
    Some(options)
}

/// Returns the row and the column of a heading, given by its text or by the letter of its column.
pub(super) fn find(sheet: &Sheet, name: &str) -> Option<(usize, u16)> {
    let wanted = normalise(name);
    let is_text =
        |cell: &Cell| matches!(&cell.content, Content::Text(text) if normalise(text) == wanted);
    let is_letter = |cell: &Cell| column_letters(cell.column) == name.trim();
    let rows = || sheet.rows.iter().enumerate().take(LOOKED_AT);
    let of = |is_one: &dyn Fn(&Cell) -> bool| {
        rows().find_map(|(at, row)| {
            let cell = row.cells.iter().find(|cell| is_one(cell))?;
            Some((at, cell.column))
        })
    };
    of(&is_text).or_else(|| of(&is_letter))
}

/// Returns the column right of every other.
fn next_column(sheet: &Sheet) -> Option<u16> {
    let last =
        sheet.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max()?;
    last.checked_add(1)
}

fn split(sheet: &mut Sheet, (heading, column): (usize, u16), new: u16, at: &str) {
    for (row_at, row) in sheet.rows.iter_mut().enumerate().skip(heading) {
        let Some(Content::Text(text)) = text_of(row, column) else { continue };
        let (first, second) = if row_at == heading {
            (text.to_string(), format!("{text} (second part)"))
        } else {
            match text.trim().split_once(at) {
                Some((first, second)) => (first.trim().to_owned(), second.trim().to_owned()),
                None => continue,
            }
        };
        if let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) {
            cell.content =
                if first.is_empty() { Content::Blank } else { Content::Text(first.into()) };
        }
        if !second.is_empty() {
            row.cells.push(Cell::new(new, Content::Text(second.into())));
        }
    }
}

fn text_of(row: &Row, column: u16) -> Option<Content> {
    row.cell(column).map(|cell| cell.content.clone())
}
