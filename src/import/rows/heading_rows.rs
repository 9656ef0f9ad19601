//! Recognises rows that head the rows below them: sections of the plan, and recommendations above their
//! actions.

use super::row_kind::{Shape, follows_a_gap, shape_of};
use crate::cells::Content;
use crate::import::banner::{lead, numbered_recommendation};
use crate::import::headings::tier;
use crate::import::interpretation::{RowInterpretation, SECTION};
use crate::import::known_records::KnownWorkstreams;
use crate::import::reader::Reader;
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::{is_ditto, is_no_action};
use crate::import::values::{numbered, reference, text_of};
use crate::import::view::{Found, TableRow};
use crate::import::{ColumnMeaning, RowKind};
use crate::model::Recommendation;
use crate::text::fold_reference;

/// A heading longer than this is text between the rows, not a name.
const LONGEST_NAME: usize = 160;

/// Recommendations are sentences; a text with fewer words than this, or in capitals, is a name.
const FEWEST_WORDS: usize = 5;

/// A row that heads the rows below it.
#[derive(Clone)]
pub(super) struct Heading<'a> {
    pub(super) row: TableRow<'a>,
    pub(super) reference: Option<String>,
    pub(super) text: String,
    /// Whether its text is in the recommendation column.
    pub(super) may_be_recommendation: bool,
    pub(super) cells: Vec<Found<'a>>,
    pub(super) follows_gap: bool,
    /// Who leads the rows below, if that is all it says: `Lead Officer: Head of Inclusion`.
    pub(super) lead: Option<&'a str>,
    /// Whether a short text is a recommendation all the same: it has a number beside it from which the
    /// rows below do not count on, or it begins with "Recommendation 1" or similar.
    pub(super) is_sure: bool,
}

impl Heading<'_> {
    /// Returns whether the text names a section rather than a recommendation.
    pub(super) fn is_name(&self) -> bool {
        let words = self.text.split_whitespace().count();
        let has_letters = self.text.chars().any(char::is_alphabetic);
        let is_capitals = has_letters && !self.text.chars().any(char::is_lowercase);
        !self.may_be_recommendation || (!self.is_sure && (is_capitals || words < FEWEST_WORDS))
    }

    pub(super) fn is_too_long(&self) -> bool {
        self.row.given().is_none() && self.text.chars().count() > LONGEST_NAME
    }
}

/// Returns a row as a heading if it can be nothing else: it has one text, with or without a number, and
/// nothing that only an action has.
pub(super) fn heading<'a>(reader: &Reader<'_>, row: TableRow<'a>) -> Option<Heading<'a>> {
    use ColumnMeaning as M;
    match row.given() {
        Some(kind @ (RowKind::Section | RowKind::Recommendation)) => return given(row, kind),
        Some(_) => return None,
        None => {}
    }
    // Nearly every row is an action with more cells than these.
    let cells: Vec<Found<'a>> = row.filled().take(3).collect();
    let text = |found: &Found<'a>| match &found.cell.content {
        Content::Text(text) => Some(text.trim()),
        _ => None,
    };
    let is_number = |found: &&Found<'a>| {
        let is_reference = matches!(
            row.view.meaning(found.cell.column),
            Some(M::RecommendationReference | M::ActionReference | M::Number | M::Answers)
        );
        is_reference && text(found).is_none_or(|text| !is_wordy(text))
    };
    let (number, words) = match cells.as_slice() {
        [one] => (None, one),
        [number, words] if is_number(&number) => (Some(number), words),
        _ => return None,
    };
    let written = text(words)?;
    let means = row.view.meaning(words.cell.column);
    let is_wide = row.view.merges.width(row.number, words.cell.column) >= 3;
    let says_recommendation = numbered_recommendation(written).is_some();
    let may_be_recommendation =
        (means == Some(M::Recommendation) && !is_wide) || says_recommendation;
    let heads = is_wide
        || says_recommendation
        || (number.is_none() && heads_a_block(row))
        || match means {
            Some(M::Recommendation | M::Workstream | M::Number | M::Source) | None => true,
            Some(M::RecommendationReference | M::ActionReference | M::Answers) => is_wordy(written),
            Some(M::Action) if is_no_action(written) => false,
            Some(M::Action) => {
                let is_capitals = is_wordy(written) && !written.chars().any(char::is_lowercase);
                is_capitals || number.is_some_and(|number| is_prefix_of_next(row, number))
            }
            Some(_) => false,
        };
    if !heads || !is_wordy(written) || is_ditto(written) {
        return None;
    }
    let given =
        number.and_then(|number| reference(number.cell, row.view.sheet.dates).ok().flatten());
    let known = |text: &str| reader.known.recommendations.is_reference(text);
    let named = numbered_recommendation(written).filter(|_| given.is_none());
    let (reference, text) = match (
        given,
        named.map_or_else(|| numbered(written), |(number, rest)| (Some(number), rest)),
    ) {
        (Some(given), _) => (Some(given), written.to_owned()),
        (None, (Some(number), rest)) if !rest.trim().is_empty() && !known(written) => {
            (Some(number.to_owned()), rest.trim().to_owned())
        }
        (None, _) => (None, written.to_owned()),
    };
    let has_own_number =
        number.is_some_and(|number| !is_prefix_of_next(row, number)) && reference.is_some();
    Some(Heading {
        row,
        reference,
        text,
        may_be_recommendation,
        cells,
        follows_gap: follows_a_gap(row),
        lead: lead(written),
        is_sure: has_own_number || says_recommendation,
    })
}

/// Returns a row that the options give as a section or a recommendation, by its first words and the number
/// before them.
fn given(row: TableRow<'_>, kind: RowKind) -> Option<Heading<'_>> {
    let dates = row.view.sheet.dates;
    let text = |found: &Found<'_>| {
        text_of(found.cell, dates).map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    let filled: Vec<Found<'_>> = row.filled().collect();
    let at = filled.iter().position(|found| is_wordy(&text(found))).unwrap_or(0);
    let words = *filled.get(at)?;
    let written = text(&words);
    let number = at.checked_sub(1).and_then(|before| filled.get(before)).copied();
    let beside = number.and_then(|number| reference(number.cell, dates).ok().flatten());
    let (reference, text) = match (beside, numbered_recommendation(&written)) {
        (Some(beside), _) => (Some(beside), written.clone()),
        (None, Some((number, rest))) if !rest.trim().is_empty() => {
            (Some(number.to_owned()), rest.trim().to_owned())
        }
        (None, _) => match numbered(&written) {
            (Some(number), rest) if !rest.trim().is_empty() => {
                (Some(number.to_owned()), rest.trim().to_owned())
            }
            _ => (None, written.clone()),
        },
    };
    Some(Heading {
        row,
        reference,
        text,
        may_be_recommendation: kind == RowKind::Recommendation,
        cells: number.into_iter().chain([words]).collect(),
        follows_gap: false,
        lead: None,
        is_sure: true,
    })
}

/// The most lines between the name of a block and its headings.
const LINES_BETWEEN: usize = 6;

/// Returns whether a line of one text stands above the headings of a block: those of the table, or repeated
/// ones. A line on who leads may stand between.
fn heads_a_block(row: TableRow<'_>) -> bool {
    let layout = row.view.layout;
    if row.at < layout.header.start {
        return true;
    }
    let end = layout.body.end.min(row.at + 1 + LINES_BETWEEN);
    let below = (row.at + 1..end).filter_map(|at| row.view.row(at));
    let mut below = below.filter(|below| !below.is_blank()).skip_while(|below| is_lead(*below));
    below.next().is_some_and(|below| shape_of(below) == Shape::Headings)
}

/// Returns whether a row only says who leads what follows.
fn is_lead(row: TableRow<'_>) -> bool {
    let mut filled = row.filled();
    let (Some(one), None) = (filled.next(), filled.next()) else { return false };
    matches!(&one.cell.content, Content::Text(text) if lead(text.trim()).is_some())
}

/// Returns whether a text holds words rather than a number or a code.
fn is_wordy(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().count() >= 4)
}

/// Returns whether the number of the next numbered row begins with this one: `1` before `1.1`.
fn is_prefix_of_next(row: TableRow<'_>, number: &Found<'_>) -> bool {
    let dates = row.view.sheet.dates;
    let of = |found: &Found<'_>| reference(found.cell, dates).ok().flatten();
    let Some(own) = of(number) else { return false };
    let own = fold_reference(&own).into_owned();
    (row.at + 1..row.view.layout.body.end)
        .take(5)
        .find_map(|at| of(&row.view.row(at)?.found(number.cell.column)?))
        .is_some_and(|next| {
            fold_reference(&next).strip_prefix(own.trim_end_matches('.')).is_some_and(|rest| {
                rest.starts_with(['.', '-', '/']) || rest.starts_with(char::is_alphabetic)
            })
        })
}

/// Marks the cells of a heading as used and records what it was taken for.
pub(super) fn note(
    table: &mut TableReader<'_, '_>,
    heading: &Heading<'_>,
    rows: &mut Vec<RowInterpretation>,
    taken_for: &str,
) {
    for cell in &heading.cells {
        table.reader.ledger.mark(cell.at);
    }
    let text = match &heading.reference {
        Some(reference) => format!("{reference} {}", heading.text),
        None => heading.text.clone(),
    };
    rows.push(RowInterpretation { row: heading.row.number, text, taken_for: taken_for.to_owned() });
}

/// Takes a heading as the workstream of the rows below it, and returns the link to it.
pub(super) fn as_workstream(
    table: &mut TableReader<'_, '_>,
    heading: &Heading<'_>,
    rows: &mut Vec<RowInterpretation>,
) -> Option<String> {
    note(table, heading, rows, SECTION);
    workstream(table, heading.row.number, heading.reference.as_deref(), &heading.text)
}

/// Returns the link to a workstream by name, adding the workstream if it is new.
pub(super) fn workstream(
    table: &mut TableReader<'_, '_>,
    row: u32,
    reference: Option<&str>,
    name: &str,
) -> Option<String> {
    let (at, is_new) = table.reader.known.workstreams.of(&mut table.reader.doc, reference, name);
    if is_new {
        table.note_row("workstreams", at, row);
    }
    KnownWorkstreams::link(&mut table.reader.doc, &table.reader.namespaces, at)
}

/// Takes a heading as a recommendation, and returns its position.
pub(super) fn as_recommendation(
    table: &mut TableReader<'_, '_>,
    heading: &Heading<'_>,
    rows: &mut Vec<RowInterpretation>,
    taken_for: &str,
) -> usize {
    note(table, heading, rows, taken_for);
    let source = table.reader.known.default_source;
    let known = match &heading.reference {
        Some(reference) => {
            table.reader.known.recommendations.by_reference(reference, source).filter(|at| {
                let known = table.reader.doc.recommendations.get(*at);
                known.is_some_and(|known| crate::text::same(&known.text, &heading.text))
                    || !table.reader.known.recommendations.is_from(*at, table.view.layout.sheet)
            })
        }
        None => table.reader.known.recommendations.by_text(&heading.text, source),
    };
    known.unwrap_or_else(|| {
        let mut recommendation = Recommendation::new(heading.text.clone());
        recommendation.reference.clone_from(&heading.reference);
        for column in table.view.columns(ColumnMeaning::Recommendation) {
            recommendation.tier = tier(&column.heading).or(recommendation.tier.take());
        }
        let at = table.new_recommendation(heading.row.number, recommendation, source);
        table.reader.known.recommendations.set_head(at);
        at
    })
}
