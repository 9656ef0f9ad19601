//! A table of recommendations, one a row.

use super::actions::Outcome;
use super::answers::{details, source_of};
use super::heading_rows::{heading, note};
use super::table_body::{Body, Sorted};
use crate::diagnostic::import_codes::{ROW_WITHOUT_WORDS, WORDS_DIFFER};
use crate::import::ColumnMeaning as M;
use crate::import::reader::Reader;
use crate::import::text_patterns::are_nearly_same;
use crate::import::values::numbered;
use crate::import::view::{Found, View};
use crate::model::Recommendation;
use crate::plan::quoted;
use crate::text::same;

/// Reads a table of recommendations.
pub(crate) fn read(reader: &mut Reader<'_>, view: &View<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut section: Option<String> = None;
    let mut source = reader.default_source;
    let is_alone = view.layout.columns.iter().filter(|one| one.means.is_some()).count() <= 1;
    let mut body = Body::new(view, 2);
    for (row_at, row) in view.rows() {
        if body.sort(reader, view, row_at, &mut outcome.rows) != Sorted::Row {
            continue;
        }
        let words = view.first(row_at, M::Recommendation);
        if !is_alone
            && let Some(found) = heading(reader, view, row_at, false)
            && found.cells.len() == 1
            && (words.is_none() || found.is_name())
            && !found.is_too_long()
        {
            note(
                reader,
                &found,
                &mut outcome.rows,
                "a heading of the rows below it, kept as their tag",
            );
            section = Some(found.text);
            continue;
        }
        if view.has(M::Source) {
            if view.first(row_at, M::Source).is_some() {
                source = source_of(reader, view, row_at);
            } else if source.is_some() {
                for column in view.columns(M::Source) {
                    *outcome.carried.entry(column.column).or_default() += 1;
                }
            }
        }
        match words {
            Some(found) => {
                if one(reader, view, row_at, &found, source, section.as_deref()) {
                    outcome.records += 1;
                }
            }
            None => without_words(reader, view, row_at, row.number),
        }
    }
    outcome
}

/// One recommendation; false where it is known already.
fn one(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    found: &Found<'_>,
    source: Option<usize>,
    section: Option<&str>,
) -> bool {
    let Some(text) = reader.text(view, found) else {
        without_words(reader, view, row_at, found.row);
        return false;
    };
    let number = view.first(row_at, M::RecommendationReference);
    let mut reference = None;
    if let Some(found) = number
        && let Ok(Some(text)) = reader.reference(view, &found, "the recommendation")
    {
        reference = Some(text);
    }
    let mut words = &*text;
    if number.is_none()
        && let (Some(own), rest) = numbered(&text)
        && !rest.trim().is_empty()
    {
        reference = Some(own.to_owned());
        words = rest.trim();
    }
    let before = reader.doc.recommendations.len();
    if let Some(at) = known(reader, view, found, reference.as_deref(), words, source) {
        more(reader, view, row_at, at);
        return false;
    }
    let mut recommendation = Recommendation::new(words);
    recommendation.reference.clone_from(&reference);
    recommendation.tags.extend(section.map(str::to_owned));
    let at = reader.new_recommendation(view, found.row, recommendation, source, false);
    reader.recommendations.list(at);
    details(reader, view, row_at, before);
    more(reader, view, row_at, at);
    true
}

/// The recommendation that a row says again: the same words under the same number, or one that was
/// given elsewhere.
fn known(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    found: &Found<'_>,
    reference: Option<&str>,
    words: &str,
    source: Option<usize>,
) -> Option<usize> {
    let Some(reference) = reference else {
        return reader.recommendations.same_text(words, source);
    };
    let at = reader.recommendations.by_reference(reference, source)?;
    let own = reader.doc.recommendations.get(at)?;
    if same(&own.text, words) {
        return Some(at);
    }
    let is_other = reader.recommendations.is_from_a_table(at) && !are_nearly_same(&own.text, words);
    if is_other || reader.recommendations.is_from(at, view.layout.sheet) {
        return None;
    }
    let message = format!(
        "{} stands here, and recommendation {} says {}",
        quoted(words),
        reference.trim(),
        quoted(&own.text)
    );
    let subject = format!("recommendation {}", reference.trim());
    reader.report(view, found, &WORDS_DIFFER, &subject, message);
    Some(at)
}

/// What a recommendation has beside its words and its addressee.
fn more(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize, at: usize) {
    for (_, found) in view.each(row_at, M::Success) {
        let Some(text) = reader.text(view, &found) else { continue };
        if let Some(one) = reader.doc.recommendations.get_mut(at) {
            match &mut one.difference {
                Some(own) => {
                    own.push('\n');
                    own.push_str(&text);
                }
                None => one.difference = Some(text.into_owned()),
            }
        }
    }
    if let Some(found) = view.first(row_at, M::Workstream)
        && let Some(text) = reader.text(view, &found)
        && let Some(one) = reader.doc.recommendations.get_mut(at)
        && !one.tags.iter().any(|tag| *tag == text)
    {
        one.tags.push(text.into_owned());
    }
}

/// Says that a row has nothing to be called by.
pub(super) fn without_words(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize, row: u32) {
    let mut any = false;
    for found in view.filled(row_at) {
        if view.meaning(found.cell.column).is_some() {
            any = true;
            reader.ledger.leave(found.at, "its row has no words that a record could be called by");
        }
    }
    if any {
        let message = "the row has no words that a record could be called by";
        reader.report_of_row(view, row, &ROW_WITHOUT_WORDS, "the table", message);
    }
}
