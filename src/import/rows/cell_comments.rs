//! Keeps the comments on the cells of an action as its updates.

use super::action_columns::note_place;
use crate::diagnostic::column_letters;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::view::TableRow;
use crate::model::{Update, UpdateKind};
use crate::plan::quoted;

/// Adds the comments on the cells of a row to an action, each with the heading of its column.
pub(super) fn keep(table: &mut TableReader<'_, '_>, row: TableRow<'_>, action: usize) {
    let sheet = table.view.layout.sheet;
    let comments = &table.view.sheet.comments;
    let first = comments.partition_point(|one| one.row < row.number);
    let own = comments.get(first..).unwrap_or_default();
    for (at, comment) in own.iter().take_while(|one| one.row == row.number).enumerate() {
        if !table.reader.room.may_add(1, weight::UPDATE) {
            return;
        }
        let column = table.view.layout.columns.iter().find(|one| one.column == comment.column);
        let heading = column.filter(|one| !one.heading.trim().is_empty()).map_or_else(
            || format!("column {}", column_letters(comment.column)),
            |one| quoted(one.heading.trim()),
        );
        let text = format!("Comment on {heading}: {}", comment.text.trim());
        let mut update = Update::new(UpdateKind::Progress, text);
        update.date = comment.day.as_deref().map(Into::into);
        note_place(table, action, "updates", row.number);
        if let Some(one) = table.reader.doc.actions.get_mut(action) {
            one.updates.push(update);
            table.reader.comments.insert((sheet, first + at));
        }
    }
}
