//! Turns what a row names into links: one recommendation by number and text, or several by reference.

use super::status::leave_too_much;
use crate::cells::{Content, Shown};
use crate::diagnostic::import_codes::{REFERENCE_LACKS_ZERO, TOO_MUCH_IN_A_CELL, WORDS_DIFFER};
use crate::import::reader::{MOST_PIECES, Reader};
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::are_nearly_same;
use crate::import::values::references;
use crate::import::view::Found;
use crate::model::Recommendation;
use crate::plan::quoted;
use crate::text::{fold_reference, same};

/// A text with fewer words than this may be a short name for a recommendation.
const FEWEST_OF_A_SENTENCE: usize = 4;

/// The links of a row to the recommendations that it names.
#[derive(Debug)]
pub(super) struct Links {
    /// The source whose recommendations are tried first.
    source: Option<usize>,
    list: Vec<String>,
    /// The positions of the recommendations in the document, without references to unknown ones.
    places: Vec<usize>,
}

impl Links {
    pub(super) fn new(source: Option<usize>) -> Self {
        Self { source, list: Vec::new(), places: Vec::new() }
    }

    /// Returns the links, and the positions of the recommendations that they lead to.
    pub(super) fn into_lists(self) -> (Vec<String>, Vec<usize>) {
        (self.list, self.places)
    }

    /// Adds a link to a recommendation of the document.
    pub(super) fn add(&mut self, reader: &mut Reader<'_>, at: usize) {
        let link = reader.link(at);
        if self.places.len() <= MOST_PIECES {
            self.places.push(at);
        }
        self.push(link);
    }

    fn push(&mut self, link: Option<String>) {
        if let Some(link) = link
            && (self.list.len() > MOST_PIECES || !self.list.contains(&link))
        {
            self.list.push(link);
        }
    }

    /// Adds a link to a recommendation by its text, with or without its number.
    pub(super) fn add_text(
        &mut self,
        table: &mut TableReader<'_, '_>,
        found: &Found<'_>,
        reference: Option<&str>,
        text: &str,
    ) {
        let source = self.source;
        let Some(reference) = reference else {
            let known = table.reader.known.recommendations.by_text(text, source);
            let at = known.unwrap_or_else(|| {
                let new = Recommendation::new(text);
                table.new_recommendation(found.row, new, source)
            });
            self.add(table.reader, at);
            return;
        };
        if let Some(at) = table.reader.known.recommendations.by_reference(reference, source) {
            let is_same =
                table.reader.doc.recommendations.get(at).is_some_and(|one| same(&one.text, text));
            let is_from_here =
                table.reader.known.recommendations.is_from(at, table.view.layout.sheet);
            let own = table.reader.doc.recommendations.get(at).map_or("", |one| one.text.as_str());
            // A list of recommendations may be quoted by short names; two tables of actions each have
            // their own.
            let is_whole = table.reader.known.recommendations.is_from_actions(at)
                || (is_sentence(own) && is_sentence(text));
            if !is_same && !is_from_here && is_whole && !are_nearly_same(own, text) {
                let again =
                    table.reader.known.recommendations.same_text(text, source).filter(|again| {
                        let found = table.reader.doc.recommendations.get(*again);
                        found.and_then(|one| one.reference.as_deref()) == Some(reference)
                    });
                let at = again.unwrap_or_else(|| {
                    let new = Recommendation::new(text).with_reference(reference);
                    table.new_recommendation(found.row, new, source)
                });
                self.add(table.reader, at);
                return;
            }
            if is_same || !is_from_here {
                if !is_same && !found.is_shared {
                    report_differs(table, found, reference, text, at);
                }
                self.add(table.reader, at);
                return;
            }
        } else if let Some(at) = table.reader.known.recommendations.by_text(text, source)
            && table.reader.doc.recommendations.get(at).is_some_and(|one| one.reference.is_none())
        {
            self.add(table.reader, at);
            return;
        } else if all_known(table.reader, reference) {
            self.add_references(table, found, reference);
            report_beside(table, found, reference, text);
            return;
        }
        if found.is_shared
            && let Some(at) = table.reader.known.recommendations.by_text(text, source)
        {
            self.add(table.reader, at);
            return;
        }
        let new = Recommendation::new(text).with_reference(reference);
        let at = table.new_recommendation(found.row, new, source);
        part(table.reader, at, reference, source);
        self.add(table.reader, at);
    }

    /// Adds a link for each reference in a text. An unknown reference is linked as written: building the
    /// plan refuses it and names the nearest.
    pub(super) fn add_references(
        &mut self,
        table: &mut TableReader<'_, '_>,
        found: &Found<'_>,
        text: &str,
    ) {
        let marks =
            text.bytes().filter(|byte| matches!(byte, b',' | b';' | b'\n' | b'&' | b'/')).count();
        if marks > MOST_PIECES {
            if !found.is_shared {
                let message = format!("{marks} references are in one cell");
                table.report(found, &TOO_MUCH_IN_A_CELL, "the table", message);
            }
            self.push(Some(text.to_owned()));
            return;
        }
        let known = &table.reader.known.recommendations;
        let separators = table.reader.options.separators.as_deref();
        let pieces = references(text, separators, &|piece| known.is_reference(piece));
        let places: Vec<Option<usize>> =
            pieces.iter().map(|piece| known.by_reference(piece, self.source)).collect();
        let unknown = places.iter().filter(|at| at.is_none()).count();
        let takes = (places.len() - unknown) * weight::LINK + unknown * weight::UNKNOWN_LINK;
        if !table.reader.room.may_add(1, takes) {
            leave_too_much(table, found);
            return;
        }
        report_lost_zero(table, found, text);
        for (piece, at) in pieces.into_iter().zip(places) {
            match at {
                Some(at) => self.add(table.reader, at),
                None => self.push(Some(piece)),
            }
        }
    }
}

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() >= FEWEST_OF_A_SENTENCE
}

/// Reports text beside several references that is the text of none of them.
fn report_beside(table: &mut TableReader<'_, '_>, found: &Found<'_>, reference: &str, text: &str) {
    let known = &table.reader.known.recommendations;
    let separators = table.reader.options.separators.as_deref();
    let pieces = references(reference, separators, &|piece| known.is_reference(piece));
    let mut named = pieces.iter().filter_map(|piece| known.by_reference(piece, None));
    let quotes = |at: usize| {
        let own = table.reader.doc.recommendations.get(at);
        own.is_some_and(|own| are_nearly_same(&own.text, text))
    };
    if found.is_shared || named.any(quotes) {
        return;
    }
    let message =
        format!("{} is beside {}, but is the text of none of them", quoted(text), reference.trim());
    let subject = format!("recommendations {}", reference.trim());
    table.report(found, &WORDS_DIFFER, &subject, message);
}

/// Reports a recommendation quoted in words other than its own.
fn report_differs(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    reference: &str,
    text: &str,
    at: usize,
) {
    let own = table.reader.doc.recommendations.get(at).map_or("", |one| one.text.as_str());
    let message = format!(
        "this row says {}, but recommendation {} says {}",
        quoted(text),
        reference.trim(),
        quoted(own)
    );
    let subject = format!("recommendation {}", reference.trim());
    table.report(found, &WORDS_DIFFER, &subject, message);
}

/// Makes a recommendation part of the one whose number begins its own, if that one only heads the rows
/// below it.
fn part(reader: &mut Reader<'_>, at: usize, reference: &str, source: Option<usize>) {
    let compared = fold_reference(reference).into_owned();
    let trimmed = compared.trim_end_matches('.');
    let parent = trimmed.rsplit_once('.').map(|(parent, _)| parent);
    let whole = parent.and_then(|parent| reader.known.recommendations.by_reference(parent, source));
    if let Some(whole) = whole.filter(|whole| reader.known.recommendations.is_head(*whole))
        && let Some(link) = reader.link(whole)
        && let Some(one) = reader.doc.recommendations.get_mut(at)
    {
        one.part_of = Some(link);
    }
}

/// Reports a number that may be a reference that lost its final zero, if such a reference exists.
fn report_lost_zero(table: &mut TableReader<'_, '_>, found: &Found<'_>, text: &str) {
    let is_bare = matches!(found.cell.content, Content::Number(_))
        && found.cell.shown == Shown::Plain
        && text.contains('.');
    let longer = format!("{text}0");
    if is_bare && !found.is_shared && table.reader.known.recommendations.is_reference(&longer) {
        let message = format!("this cell says {text}, but there is also a recommendation {longer}");
        table.report(found, &REFERENCE_LACKS_ZERO, "the table", message);
    }
}

/// Returns whether every piece of a text is a known reference.
pub(super) fn all_known(reader: &Reader<'_>, text: &str) -> bool {
    if text.len() > 300 {
        return false;
    }
    let known = &reader.known.recommendations;
    let separators = reader.options.separators.as_deref();
    let pieces = references(text, separators, &|piece| known.is_reference(piece));
    !pieces.is_empty() && pieces.iter().all(|piece| known.is_reference(piece))
}
