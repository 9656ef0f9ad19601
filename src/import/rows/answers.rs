//! Works out which recommendations a row answers: by reference, by number and text, or by text alone.

use super::recommendation_details::{details, source_of};
use super::recommendation_links::{Links, all_known};
use super::status::leave_too_much;
use crate::cells::Content;
use crate::import::ColumnMeaning as M;
use crate::import::reader::MOST_PIECES;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::{is_ditto, is_only_references};
use crate::import::values::{bulleted, numbered};
use crate::import::view::{Found, TableRow, counted_text};
use crate::text::{names_nothing, same};

/// The recommendations that a row answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Answered {
    pub(super) links: Vec<String>,
    /// Where they are in the document.
    pub(super) places: Vec<usize>,
    /// Whether the row itself names a recommendation, by text or by number.
    pub(super) names_one: bool,
    /// Whether every cell that names one is merged down from a row above.
    pub(super) is_shared: bool,
}

/// Returns the recommendations that a row names. New ones are added to the document.
pub(super) fn answered(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> Answered {
    let own = |found: &Found<'_>| !is_as_above(found);
    let words = row.first(M::Recommendation).filter(own);
    let number = row.first(M::RecommendationReference).filter(own);
    let extra: Vec<Found<'_>> = row.each(M::Answers).map(|(_, found)| found).collect();
    let mut answered = Answered {
        names_one: words.is_some() || number.is_some() || !extra.is_empty(),
        is_shared: [words, number].iter().flatten().chain(&extra).all(|found| found.is_shared),
        ..Answered::default()
    };
    if !answered.names_one {
        return answered;
    }
    let source = source_of(table, row);
    let mut links = Links::new(source);
    let reference = number.and_then(|found| {
        let reference = table.reference(&found, "the table").ok().flatten()?;
        (!names_none(&reference)).then_some((found, reference))
    });
    let text = words.and_then(|found| {
        let text = table.text(&found)?.into_owned();
        (!names_none(&text)).then_some((found, text))
    });
    let before = table.reader.doc.recommendations.len();
    match (reference, text) {
        (None, None) => {}
        (Some((found, reference)), None) => {
            links.add_references(table, &found, &reference);
        }
        (Some((_, reference)), Some((found, text))) => {
            links.add_text(table, &found, Some(&reference), &text);
        }
        (None, Some((found, text))) => {
            let given = given(&extra);
            in_words(table, &found, (&text, &given), source, &mut links);
        }
    }
    details(table, row, before);
    for found in extra {
        if let Ok(Some(text)) = table.reference(&found, "the table")
            && !names_none(&text)
        {
            links.add_references(table, &found, &text);
        }
    }
    (answered.links, answered.places) = links.into_lists();
    answered
}

/// Returns whether a cell means "same as above".
pub(super) fn is_as_above(found: &Found<'_>) -> bool {
    matches!(&found.cell.content, Content::Text(text) if is_ditto(text))
}

/// Returns whether a text says that there is no recommendation, or none yet.
fn names_none(text: &str) -> bool {
    names_nothing(text) || same(text.trim().trim_end_matches('.'), "no recommendation")
}

/// Returns the references in other cells of a row, one per line, as written.
fn given(extra: &[Found<'_>]) -> Vec<String> {
    let lines = extra.iter().map(|found| match &found.cell.content {
        Content::Text(text) => &**text,
        _ => "",
    });
    let lines = lines.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
    lines.take(MOST_PIECES).map(str::to_owned).collect()
}

/// Splits a line of a list of recommendations into its number and text. The number is a reference from
/// another cell of the row, a number, or a bullet in its place. `None` if the line is not part of a
/// list.
fn point<'t>(line: &'t str, given: &[String]) -> Option<(Option<&'t str>, &'t str)> {
    let after = |reference: &String| {
        let rest = line.strip_prefix(reference.as_str())?.strip_prefix(':')?.trim();
        Some((line.get(..reference.len()), rest))
    };
    let found = given.iter().find_map(after).or_else(|| match numbered(line) {
        (Some(number), rest) => Some((Some(number), rest.trim())),
        _ => bulleted(line).map(|rest| (None, rest.trim())),
    });
    found.filter(|(_, words)| !words.is_empty())
}

/// Splits a text from the number before it; in a table that counts its recommendations, also from a number
/// without a mark.
pub(super) fn counted_or_numbered<'t>(
    table: &TableReader<'_, '_>,
    text: &'t str,
) -> (Option<&'t str>, &'t str) {
    let counted = counted_text(text).filter(|_| table.view.is_counted);
    match counted.and_then(|(_, rest)| Some((text.split_whitespace().next()?, rest))) {
        Some((number, rest)) => (Some(number), rest),
        None => numbered(text),
    }
}

/// Links a cell of text without a number beside it.
fn in_words(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    (text, given): (&str, &[String]),
    source: Option<usize>,
    links: &mut Links,
) {
    if let Some(at) = table.reader.known.recommendations.by_reference(text, source) {
        links.add(table.reader, at);
        return;
    }
    if let Some(at) = table.reader.known.recommendations.by_text(text, source) {
        links.add(table.reader, at);
        return;
    }
    let pieces: Vec<&str> = text.lines().map(str::trim).filter(|one| !one.is_empty()).collect();
    let is_list = |first: &&str| pieces.len() > 1 || bulleted(first).is_some() || !given.is_empty();
    if pieces.len() <= MOST_PIECES
        && pieces.first().is_some_and(is_list)
        && let Some(points) =
            pieces.iter().map(|line| point(line, given)).collect::<Option<Vec<_>>>()
    {
        if !table.reader.room.has_room(points.len(), weight::RECORD) {
            leave_too_much(table, found);
            return;
        }
        let before = table.reader.doc.recommendations.len();
        let count = points.len();
        for (number, words) in points {
            if number.is_none() && (is_only_references(words) || all_known(table.reader, words)) {
                links.add_references(table, found, words);
            } else {
                links.add_text(table, found, number, words);
            }
        }
        if count > 1 {
            let new = table.reader.doc.recommendations.len() - before;
            table
                .reader
                .room
                .may_add(1, (count - new.min(count)) * weight::LINK + new * weight::RECORD);
        }
        return;
    }
    if is_only_references(text) || all_known(table.reader, text) {
        links.add_references(table, found, text);
        return;
    }
    match counted_or_numbered(table, text) {
        (Some(number), rest) if !rest.trim().is_empty() => {
            links.add_text(table, found, Some(number), rest.trim());
        }
        _ => links.add_text(table, found, None, text),
    }
}
