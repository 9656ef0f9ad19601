//! The order in which diagnostics about a file are listed.

use std::collections::HashMap;

use crate::cells::Grid;
use crate::diagnostic::Diagnostic;

/// Sorts diagnostics in file order; those without a cell come first.
pub(super) fn in_file_order(mut diagnostics: Vec<Diagnostic>, grid: &Grid) -> Vec<Diagnostic> {
    let names = grid.sheets.iter().enumerate();
    let sheets: HashMap<&str, usize> =
        names.filter_map(|(at, sheet)| Some((sheet.name.as_deref()?, at + 1))).collect();
    let headings: HashMap<&str, usize> = grid
        .sheets
        .first()
        .filter(|sheet| sheet.name.is_none())
        .into_iter()
        .flat_map(|sheet| sheet.headings.iter().enumerate())
        .filter_map(|(at, heading)| Some((heading.as_deref()?, at)))
        .collect();
    diagnostics.sort_by_cached_key(|diagnostic| {
        let place = diagnostic.location();
        let sheet = place.sheet().and_then(|name| sheets.get(name)).copied().unwrap_or(0);
        let column = match place.column() {
            None => (0, 0, String::new()),
            Some(column) => match headings.get(column.as_str()) {
                Some(at) => (1, *at, String::new()),
                None => (2, column.len(), column),
            },
        };
        (sheet, place.row().unwrap_or(0), column)
    });
    diagnostics
}
