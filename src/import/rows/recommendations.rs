//! Reads a table of recommendations, one per row.

use super::answers::counted_or_numbered;
use super::heading_rows::{heading, note};
use super::outcome::Outcome;
use super::recommendation_details::{details, source_of};
use super::response::respond;
use super::table_body::{Body, Sorted};
use crate::diagnostic::import_codes::{ROW_WITHOUT_WORDS, WORDS_DIFFER};
use crate::import::ColumnMeaning as M;
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::are_nearly_same;
use crate::import::view::{Found, TableRow};
use crate::model::Recommendation;
use crate::plan::quoted;
use crate::text::same;

/// Reads a table of recommendations.
pub(crate) fn read(table: &mut TableReader<'_, '_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut section: Option<String> = None;
    let mut source = table.reader.known.default_source;
    let is_alone = table.view.layout.columns.iter().filter(|one| one.means.is_some()).count() <= 1;
    let mut body = Body::new(table.view, 2);
    for row in table.view.rows() {
        if body.sort(table, row, &mut outcome.rows) != Sorted::Row {
            continue;
        }
        let words = row.first(M::Recommendation);
        if !is_alone
            && let Some(found) = heading(table.reader, row)
            && found.cells.len() == 1
            && (words.is_none() || found.is_name())
            && !found.is_too_long()
        {
            note(
                table,
                &found,
                &mut outcome.rows,
                "a heading of the rows below it, kept as their tag",
            );
            section = Some(found.text);
            continue;
        }
        if table.view.has(M::Source) {
            if row.first(M::Source).is_some() {
                source = source_of(table, row);
            } else if source.is_some() {
                for column in table.view.columns(M::Source) {
                    *outcome.carried.entry(column.column).or_default() += 1;
                }
            }
        }
        match words {
            Some(found) => {
                if one(table, row, &found, source, section.as_deref()) {
                    outcome.records += 1;
                }
            }
            None => without_words(table, row, row.number),
        }
    }
    outcome
}

/// Adds one recommendation. Returns `false` if it is already known.
fn one(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    found: &Found<'_>,
    source: Option<usize>,
    section: Option<&str>,
) -> bool {
    let Some(text) = table.text(found) else {
        without_words(table, row, found.row);
        return false;
    };
    let number = row.first(M::RecommendationReference);
    let mut reference = None;
    if let Some(found) = number
        && let Ok(Some(text)) = table.reference(&found, "the recommendation")
    {
        reference = Some(text);
    }
    let mut words = &*text;
    if number.is_none()
        && let (Some(own), rest) = counted_or_numbered(table, &text)
        && !rest.trim().is_empty()
    {
        reference = Some(own.to_owned());
        words = rest.trim();
    }
    let before = table.reader.doc.recommendations.len();
    if let Some(at) = known(table, found, reference.as_deref(), words, source) {
        more(table, row, at);
        return false;
    }
    let mut recommendation = Recommendation::new(words);
    recommendation.reference.clone_from(&reference);
    recommendation.tags.extend(section.map(str::to_owned));
    let at = table.new_recommendation(found.row, recommendation, source);
    table.reader.known.recommendations.list(at);
    details(table, row, before);
    more(table, row, at);
    true
}

/// Returns the recommendation that a row repeats: the same text under the same number, or one given
/// elsewhere.
fn known(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    reference: Option<&str>,
    words: &str,
    source: Option<usize>,
) -> Option<usize> {
    let Some(reference) = reference else {
        return table.reader.known.recommendations.same_text(words, source);
    };
    let at = table.reader.known.recommendations.by_reference(reference, source)?;
    let own = table.reader.doc.recommendations.get(at)?;
    if same(&own.text, words) {
        return Some(at);
    }
    let is_other = table.reader.known.recommendations.is_from_a_table(at)
        && !are_nearly_same(&own.text, words);
    if is_other || table.reader.known.recommendations.is_from(at, table.view.layout.sheet) {
        return None;
    }
    let message = format!(
        "this row says {}, but recommendation {} says {}",
        quoted(words),
        reference.trim(),
        quoted(&own.text)
    );
    let subject = format!("recommendation {}", reference.trim());
    table.report(found, &WORDS_DIFFER, &subject, message);
    Some(at)
}

/// Reads the other columns of a recommendation.
fn more(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize) {
    respond(table, row, &[at], None);
    for (_, found) in row.each(M::Success) {
        let Some(text) = table.text(&found) else { continue };
        if let Some(one) = table.reader.doc.recommendations.get_mut(at) {
            match &mut one.difference {
                Some(own) => {
                    own.push('\n');
                    own.push_str(&text);
                }
                None => one.difference = Some(text.into_owned()),
            }
        }
    }
    if let Some(found) = row.first(M::Workstream)
        && let Some(text) = table.text(&found)
        && let Some(one) = table.reader.doc.recommendations.get_mut(at)
        && !one.tags.iter().any(|tag| *tag == text)
    {
        one.tags.push(text.into_owned());
    }
}

/// Reports a row without text for a title.
pub(super) fn without_words(table: &mut TableReader<'_, '_>, row: TableRow<'_>, number: u32) {
    let mut any = false;
    for found in row.filled() {
        if table.view.meaning(found.cell.column).is_some() {
            any = true;
            table.reader.ledger.leave(found.at, "its row has no text that could be a title");
        }
    }
    if any {
        let message = "the row has no text that could be a title";
        table.report_of_row(number, &ROW_WITHOUT_WORDS, "the table", message);
    }
}
