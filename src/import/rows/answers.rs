//! Which recommendations a row answers: by reference, by number and words, by words alone.

use std::borrow::Cow;

use super::status::leave_too_much;
use crate::cells::{Content, Shown};
use crate::diagnostic::import_codes::{REFERENCE_LACKS_ZERO, TOO_MUCH_IN_A_CELL, WORDS_DIFFER};
use crate::import::ColumnMeaning as M;
use crate::import::headings::tier;
use crate::import::reader::{Reader, weight};
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::{are_nearly_same, is_ditto, is_only_references};
use crate::import::values::{addressees, bulleted, numbered, priority, references};
use crate::import::view::{Found, TableRow};
use crate::model::{Addressee, Recommendation};
use crate::plan::quoted;
use crate::text::{fold_reference, names_nothing, same};

/// More pieces than this in one cell are no list a person wrote.
pub(super) const MOST_PIECES: usize = 100;

/// Fewer words than this may be a short name for a recommendation.
const FEWEST_OF_A_SENTENCE: usize = 4;

/// What a row says of the recommendations it answers.
#[derive(Debug, Clone, Default)]
pub(super) struct Answered {
    pub(super) links: Vec<String>,
    /// Whether the row itself names a recommendation, in words or by number.
    pub(super) names_one: bool,
    /// Whether everything that names one is merged down from a row above.
    pub(super) is_shared: bool,
}

/// The recommendations a row names. New ones are added to the document.
pub(super) fn answered(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> Answered {
    let own = |found: &Found<'_>| !is_as_above(found);
    let words = row.first(M::Recommendation).filter(own);
    let number = row.first(M::RecommendationReference).filter(own);
    let extra: Vec<Found<'_>> = row.each(M::Answers).map(|(_, found)| found).collect();
    let mut answered = Answered {
        names_one: words.is_some() || number.is_some() || !extra.is_empty(),
        is_shared: [words, number].iter().flatten().chain(&extra).all(|found| found.is_shared),
        links: Vec::new(),
    };
    if !answered.names_one {
        return answered;
    }
    let source = source_of(table, row);
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
            listed(table, &found, &reference, source, &mut answered.links);
        }
        (Some((_, reference)), Some((found, text))) => {
            named(table, &found, Some(&reference), &text, source, &mut answered.links);
        }
        (None, Some((found, text))) => {
            let given = given(&extra);
            in_words(table, &found, (&text, &given), source, &mut answered.links);
        }
    }
    details(table, row, before);
    for found in extra {
        if let Ok(Some(text)) = table.reference(&found, "the table")
            && !names_none(&text)
        {
            listed(table, &found, &text, source, &mut answered.links);
        }
    }
    answered
}

/// Whether a cell stands for the one above it.
pub(super) fn is_as_above(found: &Found<'_>) -> bool {
    matches!(&found.cell.content, Content::Text(text) if is_ditto(text))
}

/// Whether a text says that there is no recommendation, or none yet.
fn names_none(text: &str) -> bool {
    names_nothing(text) || same(text.trim().trim_end_matches('.'), "no recommendation")
}

/// The references that other cells of a row give, one a line, as they are written.
fn given(extra: &[Found<'_>]) -> Vec<String> {
    let lines = extra.iter().map(|found| match &found.cell.content {
        Content::Text(text) => &**text,
        _ => "",
    });
    let lines = lines.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
    lines.take(MOST_PIECES).map(str::to_owned).collect()
}

/// The number before a line of a list of recommendations, and its words: a reference that another cell
/// of the row gives, a number, or a bullet instead of one. None where it is no line of a list.
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

/// A cell of words without a number beside it.
fn in_words(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    (text, given): (&str, &[String]),
    source: Option<usize>,
    links: &mut Vec<String>,
) {
    if let Some(at) = table.reader.recommendations.by_reference(text, source) {
        push(links, table.reader.link(at));
        return;
    }
    if let Some(at) = table.reader.recommendations.by_text(text, source) {
        push(links, table.reader.link(at));
        return;
    }
    let pieces: Vec<&str> = text.lines().map(str::trim).filter(|one| !one.is_empty()).collect();
    let is_list = |first: &&str| pieces.len() > 1 || bulleted(first).is_some() || !given.is_empty();
    if pieces.len() <= MOST_PIECES
        && pieces.first().is_some_and(is_list)
        && let Some(points) =
            pieces.iter().map(|line| point(line, given)).collect::<Option<Vec<_>>>()
    {
        if !table.reader.has_room(points.len(), weight::RECORD) {
            leave_too_much(table, found);
            return;
        }
        let before = table.reader.doc.recommendations.len();
        let count = points.len();
        for (number, words) in points {
            if number.is_none() && (is_only_references(words) || all_known(table.reader, words)) {
                listed(table, found, words, source, links);
            } else {
                named(table, found, number, words, source, links);
            }
        }
        if count > 1 {
            let new = table.reader.doc.recommendations.len() - before;
            table.reader.may_add(1, (count - new.min(count)) * weight::LINK + new * weight::RECORD);
        }
        return;
    }
    if is_only_references(text) || all_known(table.reader, text) {
        listed(table, found, text, source, links);
        return;
    }
    match numbered(text) {
        (Some(number), rest) if !rest.trim().is_empty() => {
            named(table, found, Some(number), rest.trim(), source, links);
        }
        _ => named(table, found, None, text, source, links),
    }
}

/// A recommendation by its words, with or without its number.
fn named(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    reference: Option<&str>,
    text: &str,
    source: Option<usize>,
    links: &mut Vec<String>,
) {
    let Some(reference) = reference else {
        let known = table.reader.recommendations.by_text(text, source);
        let at = known.unwrap_or_else(|| {
            let new = Recommendation::new(text);
            table.new_recommendation(found.row, new, source, false)
        });
        push(links, table.reader.link(at));
        return;
    };
    if let Some(at) = table.reader.recommendations.by_reference(reference, source) {
        let is_same =
            table.reader.doc.recommendations.get(at).is_some_and(|one| same(&one.text, text));
        let is_from_here = table.reader.recommendations.is_from(at, table.view.layout.sheet);
        let own = table.reader.doc.recommendations.get(at).map_or("", |one| one.text.as_str());
        let is_of_another_plan = table.reader.recommendations.is_from_actions(at);
        if !is_same && !is_from_here && are_others(own, text, is_of_another_plan) {
            let again = table.reader.recommendations.same_text(text, source).filter(|again| {
                let found = table.reader.doc.recommendations.get(*again);
                found.and_then(|one| one.reference.as_deref()) == Some(reference)
            });
            let at = again.unwrap_or_else(|| {
                let new = Recommendation::new(text).with_reference(reference);
                table.new_recommendation(found.row, new, source, false)
            });
            push(links, table.reader.link(at));
            return;
        }
        if is_same || !is_from_here {
            if !is_same && !found.is_shared {
                report_differs(table, found, reference, text, at);
            }
            push(links, table.reader.link(at));
            return;
        }
    } else if let Some(at) = table.reader.recommendations.by_text(text, source)
        && table.reader.doc.recommendations.get(at).is_some_and(|one| one.reference.is_none())
    {
        push(links, table.reader.link(at));
        return;
    } else if all_known(table.reader, reference) {
        listed(table, found, reference, source, links);
        report_beside(table, found, reference, text);
        return;
    }
    if found.is_shared
        && let Some(at) = table.reader.recommendations.by_text(text, source)
    {
        push(links, table.reader.link(at));
        return;
    }
    let new = Recommendation::new(text).with_reference(reference);
    let at = table.new_recommendation(found.row, new, source, false);
    part(table.reader, at, reference, source);
    push(links, table.reader.link(at));
}

/// Whether two texts are two recommendations rather than one quoted loosely. What stands in a list of
/// recommendations may be quoted by a short name; two tables of actions have each its own.
fn are_others(one: &str, other: &str, is_of_another_plan: bool) -> bool {
    let is_sentence = |text: &str| text.split_whitespace().count() >= FEWEST_OF_A_SENTENCE;
    (is_of_another_plan || (is_sentence(one) && is_sentence(other))) && !are_nearly_same(one, other)
}

/// Says that words stand beside several references that are those of none of them.
fn report_beside(table: &mut TableReader<'_, '_>, found: &Found<'_>, reference: &str, text: &str) {
    let known = &table.reader.recommendations;
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
        format!("{} stands beside {}, and none of them says so", quoted(text), reference.trim());
    let subject = format!("recommendations {}", reference.trim());
    table.report(found, &WORDS_DIFFER, &subject, message);
}

/// Says that a recommendation is quoted in other words than its own.
fn report_differs(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    reference: &str,
    text: &str,
    at: usize,
) {
    let own = table.reader.doc.recommendations.get(at).map_or("", |one| one.text.as_str());
    let message = format!(
        "{} stands here, and recommendation {} says {}",
        quoted(text),
        reference.trim(),
        quoted(own)
    );
    let subject = format!("recommendation {}", reference.trim());
    table.report(found, &WORDS_DIFFER, &subject, message);
}

/// Makes a recommendation a part of the one whose number its own begins with, where that one only
/// heads the rows below it.
fn part(reader: &mut Reader<'_>, at: usize, reference: &str, source: Option<usize>) {
    let compared = fold_reference(reference).into_owned();
    let trimmed = compared.trim_end_matches('.');
    let parent = trimmed.rsplit_once('.').map(|(parent, _)| parent);
    let whole = parent.and_then(|parent| reader.recommendations.by_reference(parent, source));
    if let Some(whole) = whole.filter(|whole| reader.recommendations.is_head(*whole))
        && let Some(link) = reader.link(whole)
        && let Some(one) = reader.doc.recommendations.get_mut(at)
    {
        one.part_of = Some(link);
    }
}

/// Links to each reference in a text. One that is not known is linked as it is written: the plan is
/// refused with it, and says what is nearest.
fn listed(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    text: &str,
    source: Option<usize>,
    links: &mut Vec<String>,
) {
    let marks =
        text.bytes().filter(|byte| matches!(byte, b',' | b';' | b'\n' | b'&' | b'/')).count();
    if marks > MOST_PIECES {
        if !found.is_shared {
            let message = format!("{marks} references stand in one cell");
            table.report(found, &TOO_MUCH_IN_A_CELL, "the table", message);
        }
        push(links, Some(text.to_owned()));
        return;
    }
    let known = &table.reader.recommendations;
    let separators = table.reader.options.separators.as_deref();
    let pieces = references(text, separators, &|piece| known.is_reference(piece));
    let places: Vec<Option<usize>> =
        pieces.iter().map(|piece| known.by_reference(piece, source)).collect();
    let unknown = places.iter().filter(|at| at.is_none()).count();
    let takes = (places.len() - unknown) * weight::LINK + unknown * weight::UNKNOWN_LINK;
    if !table.reader.may_add(1, takes) {
        leave_too_much(table, found);
        return;
    }
    report_lost_zero(table, found, text);
    for (piece, at) in pieces.into_iter().zip(places) {
        let link = at.and_then(|at| table.reader.link(at));
        push(links, link.or(Some(piece)));
    }
}

/// Says that a number may be a reference that ended with a zero, where there is such a one.
fn report_lost_zero(table: &mut TableReader<'_, '_>, found: &Found<'_>, text: &str) {
    let is_bare = matches!(found.cell.content, Content::Number(_))
        && found.cell.shown == Shown::Plain
        && text.contains('.');
    let longer = format!("{text}0");
    if is_bare && !found.is_shared && table.reader.recommendations.is_reference(&longer) {
        let message =
            format!("the number {text} stands here, and there is a recommendation {longer} too");
        table.report(found, &REFERENCE_LACKS_ZERO, "the table", message);
    }
}

fn push(links: &mut Vec<String>, link: Option<String>) {
    if let Some(link) = link
        && (links.len() > MOST_PIECES || !links.contains(&link))
    {
        links.push(link);
    }
}

/// Whether every piece of a text is a known reference.
fn all_known(reader: &Reader<'_>, text: &str) -> bool {
    if text.len() > 300 {
        return false;
    }
    let known = &reader.recommendations;
    let separators = reader.options.separators.as_deref();
    let pieces = references(text, separators, &|piece| known.is_reference(piece));
    !pieces.is_empty() && pieces.iter().all(|piece| known.is_reference(piece))
}

/// The source a row names, else the one given for the whole table.
pub(super) fn source_of(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> Option<usize> {
    let Some(found) = row.first(M::Source) else {
        return table.reader.default_source;
    };
    let Some(name) = table.text(&found) else {
        return table.reader.default_source;
    };
    let published = row.first(M::SourceDate);
    let published = published.and_then(|found| table.date(&found, "the source"));
    let (at, is_new) = table.reader.sources.of(&mut table.reader.doc, &name, published.as_ref());
    if is_new {
        table.note_row("sources", at, found.row);
    }
    Some(at)
}

/// What the other columns say of the recommendations that a row added: of each of them.
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

/// Whom a cell addresses, and the names that say more than which kind of body it is; one text where
/// it holds more than a person would write.
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
