//! The column that each key of a record is read from, so that a diagnostic about the record can name the
//! cell.

use super::view::View;
use super::{ColumnMeaning, SourceMap};

/// Registers the columns of a table. If a key has several columns, the first one in the table counts.
pub(super) fn register(map: &mut SourceMap, view: &View<'_>) {
    let Some(kind) = view.layout.kind else { return };
    let columns = || {
        let column = |means: &ColumnMeaning| Some((*means, view.columns(*means).next()?.column));
        ColumnMeaning::ALL.iter().filter_map(column)
    };
    let own = columns().map(|(means, column)| (means.keys(kind)[0], column));
    let other = columns().map(|(means, column)| (means.keys(kind)[1], column));
    for (keys, column) in own.chain(other) {
        for key in keys {
            let Some((list, key)) = key.split_once('.') else { continue };
            let (inner, key) = key.split_once('.').unwrap_or(("", key));
            map.column(view.place, list, inner, key, column);
        }
    }
}
