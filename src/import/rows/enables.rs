//! Works out which sources a row serves as a whole: a board or a programme team answers no single
//! recommendation.

use super::action_columns::is_too_much;
use super::status::leave_too_much;
use crate::import::ColumnMeaning as M;
use crate::import::known_records::KnownSources;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{is_nothing, lines};
use crate::import::view::TableRow;

/// Returns links to the sources that a row names, one per line. Unknown sources are added.
pub(super) fn enables(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> Vec<String> {
    let mut links = Vec::new();
    for (_, found) in row.each(M::Enables) {
        let Some(text) = table.text(&found).filter(|text| !is_nothing(text)) else {
            continue;
        };
        let is_one = is_too_much(table, &found, &text);
        let names = if is_one { vec![&*text] } else { lines(&text) };
        let new = names.iter().filter(|name| !table.reader.known.sources.is_known(name)).count();
        if !table.reader.room.may_add(1, names.len() * weight::LINK + new * weight::RECORD) {
            leave_too_much(table, &found);
            continue;
        }
        for name in names {
            let (at, is_new) = table.reader.known.sources.of(&mut table.reader.doc, name, None);
            if is_new {
                table.note_row("sources", at, found.row);
            }
            let link = KnownSources::link(&mut table.reader.doc, &table.reader.namespaces, at);
            links.extend(link.filter(|link| !links.contains(link)));
        }
    }
    links
}
