//! Which sources a row serves as a whole: a board, a programme team answers no single recommendation.

use super::action_columns::is_too_much;
use super::status::leave_too_much;
use crate::import::ColumnMeaning as M;
use crate::import::known_records::KnownSources;
use crate::import::reader::{Reader, weight};
use crate::import::values::{is_nothing, lines};
use crate::import::view::View;

/// The links to the sources that a row names, one a line. One that is not known is made.
pub(super) fn enables(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize) -> Vec<String> {
    let mut links = Vec::new();
    for (_, found) in view.each(row_at, M::Enables) {
        let Some(text) = reader.text(view, &found).filter(|text| !is_nothing(text)) else {
            continue;
        };
        let is_one = is_too_much(reader, view, &found, &text);
        let names = if is_one { vec![&*text] } else { lines(&text) };
        let new = names.iter().filter(|name| !reader.sources.is_known(name)).count();
        if !reader.may_add(1, names.len() * weight::LINK + new * weight::RECORD) {
            leave_too_much(reader, view, &found);
            continue;
        }
        for name in names {
            let (at, is_new) = reader.sources.of(&mut reader.doc, name, None);
            if is_new {
                reader.places.record("sources", at, view.place, found.row);
            }
            let link = KnownSources::link(&mut reader.doc, &reader.namespaces, at);
            links.extend(link.filter(|link| !links.contains(link)));
        }
    }
    links
}
