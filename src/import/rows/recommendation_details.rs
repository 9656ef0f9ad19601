//! Reads the other columns of the recommendations that a row adds: source, addressees, urgency.

use std::borrow::Cow;

use crate::import::ColumnMeaning as M;
use crate::import::headings::tier;
use crate::import::table_reader::TableReader;
use crate::import::values::{addressees, priority};
use crate::import::view::TableRow;
use crate::model::Addressee;
use crate::text::same;

/// Returns the source a row names, else the one given for the whole table.
pub(super) fn source_of(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> Option<usize> {
    let Some(found) = row.first(M::Source) else {
        return table.reader.known.default_source;
    };
    let Some(name) = table.text(&found) else {
        return table.reader.known.default_source;
    };
    let published = row.first(M::SourceDate);
    let published = published.and_then(|found| table.date(&found, |_| "the source".to_owned()));
    let (at, is_new) =
        table.reader.known.sources.of(&mut table.reader.doc, &name, published.as_ref());
    if is_new {
        table.note_row("sources", at, found.row);
    }
    Some(at)
}

/// Applies the other columns to each recommendation that a row added.
pub(super) fn details(table: &mut TableReader<'_, '_>, row: TableRow<'_>, before: usize) {
    if table.reader.doc.recommendations.len() <= before {
        return;
    }
    let mut words = |means| {
        let found = row.first(means)?;
        table.text(&found).map(Cow::into_owned)
    };
    let strength =
        row.view.columns(M::Recommendation).filter_map(|column| tier(&column.heading)).last();
    let (bodies, mut tags) =
        words(M::AddressedTo).map(|text| addressed_to(&text)).unwrap_or_default();
    let paragraphs = words(M::Paragraphs);
    let (mut urgency, mut level) = (None, None);
    if let Some(text) = words(M::Priority) {
        (urgency, level) = priority(&text);
        if (urgency, level.as_ref()) == (None, None) {
            tags.push(text);
        }
    }
    for one in table.reader.doc.recommendations.iter_mut().skip(before) {
        one.addressed_to.clone_from(&bodies);
        one.paragraphs = paragraphs.clone().into_iter().collect();
        one.urgency = urgency;
        one.tier = level.clone().or_else(|| strength.clone());
        one.tags.extend(tags.iter().cloned());
    }
}

/// Returns the addressees in a cell, and the names that say more than the kind of body. A cell with more
/// than a person would write stays one text.
fn addressed_to(text: &str) -> (Vec<Addressee>, Vec<String>) {
    if text.len() > 2_000 {
        return (vec![text.into()], Vec::new());
    }
    let (mut bodies, mut names) = (Vec::new(), Vec::new());
    for one in addressees(text) {
        let is_named = one.words.split_whitespace().count() >= 2
            && !matches!(one.body, Addressee::Other(_))
            && !same(one.words, one.body.label())
            && !same(one.words, one.body.as_str());
        if is_named {
            names.push(one.words.to_owned());
        }
        if !bodies.contains(&one.body) {
            bodies.push(one.body);
        }
    }
    (bodies, names)
}
