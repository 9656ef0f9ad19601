//! Puts the rows and cells of a sheet in order that were not written so.

use super::WorkbookError;
use crate::cells::Row;
use crate::diagnostic::column_letters;

/// The rows from the top, each once, and their cells from the left.
pub(super) fn in_order(mut rows: Vec<Row>, sheet: &str) -> Result<Vec<Row>, WorkbookError> {
    rows.sort_by_key(|row| row.number);
    let mut ordered: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        match ordered.last_mut() {
            Some(last) if last.number == row.number => {
                last.is_hidden |= row.is_hidden;
                last.cells.extend(row.cells);
            }
            _ => ordered.push(row),
        }
    }
    for row in &mut ordered {
        row.cells.sort_by_key(|cell| cell.column);
        let twice = row.cells.windows(2).find_map(|pair| match pair {
            [one, other] if one.column == other.column => Some(one.column),
            _ => None,
        });
        if let Some(column) = twice {
            let (column, number) = (column_letters(column), row.number);
            return Err(WorkbookError::damaged(format!(
                "the sheet “{sheet}” has the cell {column}{number} twice"
            )));
        }
    }
    Ok(ordered)
}
