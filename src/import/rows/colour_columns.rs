//! Finds the columns whose fills are the colours of the actions, wherever they stand.

use std::collections::BTreeMap;

use crate::import::ColumnMeaning as M;
use crate::import::values::{FillMeans, StatusWords};
use crate::import::view::{View, is_filled};

/// The fills of one column on the rows of actions.
#[derive(Debug, Clone, Default)]
struct Fills {
    colours: Vec<FillMeans>,
    cells: usize,
    others: usize,
    has_text: bool,
}

/// Returns the columns whose fills are colours of the actions, besides those of colours and statuses: at
/// least two of red, amber and green on most of the rows, or nothing but fills under no heading. One colour
/// on every row is a decoration.
pub(super) fn colour_columns(view: &View<'_>, words: &StatusWords) -> Vec<u16> {
    let mut rows = 0_usize;
    let mut fills: BTreeMap<u16, Fills> = BTreeMap::new();
    for row in view.rows() {
        if row.own_action().is_none() {
            continue;
        }
        rows += 1;
        let cells = view.sheet.rows.get(row.at).map_or(&[][..], |row| row.cells.as_slice());
        for cell in cells.iter().filter(|cell| cell.fill.is_some()) {
            let column = fills.entry(cell.column).or_default();
            column.has_text |= is_filled(cell);
            match cell.fill.map(|rgb| words.fill(rgb)) {
                Some(colour @ (FillMeans::Colour(_) | FillMeans::Status(_))) => {
                    column.cells += 1;
                    if !column.colours.contains(&colour) {
                        column.colours.push(colour);
                    }
                }
                Some(FillMeans::Unknown) => column.others += 1,
                Some(FillMeans::Plain) | None => {}
            }
        }
    }
    let is_of_colours = |(column, fills): &(&u16, &Fills)| {
        let means = view.meaning(**column);
        let has_heading =
            view.layout.columns.iter().any(|one| one.column == **column && !one.heading.is_empty());
        !matches!(means, Some(M::Rag | M::Status))
            && fills.others == 0
            && ((fills.colours.len() >= 2 && fills.cells * 2 >= rows)
                || (!has_heading && !fills.has_text && fills.cells == rows))
    };
    fills.iter().filter(is_of_colours).map(|(column, _)| *column).collect()
}
