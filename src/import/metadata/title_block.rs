//! The rows above tables and on sheets without one: the only rows searched for facts about the plan as a
//! whole.

use crate::cells::{At, Grid, Ledger};
use crate::import::banner::rows_above;
use crate::import::interpretation::SECTION;
use crate::import::layout::Layout;
use crate::import::values::text_of;
use crate::import::view::is_filled;
use crate::import::{RowInterpretation, SheetKind};

use super::authority::is_only_authority;
use super::fact::Line;
use super::status_date::is_only_day;

/// The most rows of a sheet that are searched.
const LOOKED_AT: usize = 40;

/// A text longer than this is not a title.
const LONGEST: usize = 200;

/// Returns the cells above tables, and those on sheets without one.
pub(super) fn lines(grid: &Grid, layouts: &[Layout]) -> Vec<Line> {
    let mut lines = Vec::new();
    for layout in layouts {
        let Some(sheet) = grid.sheets.get(layout.sheet) else {
            continue;
        };
        let is_above_table = layout.kind.is_some() && !layout.header.is_empty();
        let rows = if is_above_table { layout.above.clone() } else { layout.body.clone() };
        if layout.kind == Some(SheetKind::Ignore) {
            continue;
        }
        let banners = if is_above_table { rows_above(sheet, layout) } else { Vec::new() };
        let mut is_first = true;
        for row_at in rows.take(LOOKED_AT).filter(|at| !banners.contains(at)) {
            let Some(row) = sheet.rows.get(row_at) else { continue };
            let texts: Vec<(usize, u16, String)> = row
                .cells
                .iter()
                .enumerate()
                .take(12)
                .filter_map(|(at, cell)| {
                    let text = text_of(cell, sheet.dates)?.trim().to_owned();
                    (text.chars().count() <= LONGEST).then_some((at, cell.column, text))
                })
                .collect();
            for (place, (cell, column, text)) in texts.iter().enumerate() {
                let at = |cell: usize| At { sheet: layout.sheet, row: row_at, cell };
                lines.push(Line {
                    at: at(*cell),
                    place: match sheet.name {
                        Some(_) => sheet.place(row.number, *column),
                        None => sheet.row_place(row.number),
                    },
                    text: text.clone(),
                    value: texts.get(place + 1).map(|(next, _, text)| (at(*next), text.clone())),
                    is_above_table,
                    is_first,
                });
                is_first &= is_only_authority(text) || is_only_day(text);
            }
        }
    }
    lines
}

/// Returns the rows above tables, which are title rows whether or not a fact was taken from them.
pub(super) fn title_rows(
    grid: &Grid,
    layouts: &[Layout],
    ledger: &mut Ledger,
) -> Vec<(usize, RowInterpretation)> {
    let mut titles = Vec::new();
    for layout in layouts.iter().filter(|layout| layout.kind.is_some() && !layout.header.is_empty())
    {
        let Some(sheet) = grid.sheets.get(layout.sheet) else {
            continue;
        };
        let banners = rows_above(sheet, layout);
        for row_at in layout.above.clone().filter(|at| !banners.contains(at)) {
            let Some(row) = sheet.rows.get(row_at) else { continue };
            let mut texts = Vec::new();
            for (cell_at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| is_filled(cell))
            {
                if let Some(text) = text_of(cell, sheet.dates) {
                    ledger.mark(At { sheet: layout.sheet, row: row_at, cell: cell_at });
                    texts.push(text.trim().to_owned());
                }
            }
            if !texts.is_empty() {
                let is_theme = layout.theme.as_ref().is_some_and(|theme| theme.row == Some(row_at));
                let taken_for = if is_theme { SECTION } else { "a title above the table" };
                let taken_for = taken_for.to_owned();
                let understood =
                    RowInterpretation { row: row.number, text: texts.join(" | "), taken_for };
                titles.push((layout.sheet, understood));
            }
        }
    }
    titles
}
