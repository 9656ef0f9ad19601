//! Reads a table of measures, one per row.

use std::collections::BTreeMap;

use super::heading_rows::{heading, note, workstream};
use super::outcome::Outcome;
use super::recommendations::without_words;
use super::status::leave_too_much;
use super::table_body::{Body, Sorted};
use crate::cells::{Content, Shown};
use crate::diagnostic::import_codes::{NOT_A_FIGURE, TOO_MUCH_IN_A_CELL};
use crate::import::ColumnMeaning as M;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{figure, is_nothing, references, text_of};
use crate::import::view::{Found, TableRow, View};
use crate::model::{Baseline, Comparator, Measure, Number, Reading, Target};
use crate::plan::quoted;
use crate::text::is_nobody;

/// The cells of a column that hold no number: how many, of how many, and the first.
#[derive(Debug, Default)]
struct NotFigures {
    cells: usize,
    of: usize,
    first: Option<(u32, String)>,
}

/// Reads a table of measures.
pub(crate) fn read(table: &mut TableReader<'_, '_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut section = None;
    let mut odd: BTreeMap<u16, NotFigures> = BTreeMap::new();
    let mut body = Body::new(table.view, 2);
    for row in table.view.rows() {
        if body.sort(table, row, &mut outcome.rows) != Sorted::Row {
            continue;
        }
        let name = row.first(M::Measure);
        if let Some(found) = heading(table.reader, row)
            && body.goes_on_below(row)
            && (name.is_none() || found.is_name())
            && !found.is_too_long()
        {
            note(table, &found, &mut outcome.rows, "the workstream of the rows below it");
            section = workstream(table, row.number, found.reference.as_deref(), &found.text);
            continue;
        }
        let named = name.and_then(|found| Some(table.text(&found)?.into_owned()));
        match named {
            Some(name) => {
                one(table, row, &name, section.as_deref(), &mut odd);
                outcome.records += 1;
            }
            None => without_words(table, row, row.number),
        }
    }
    report_odd(table, odd);
    outcome
}

fn one(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    name: &str,
    section: Option<&str>,
    odd: &mut BTreeMap<u16, NotFigures>,
) {
    let mut measure = Measure::new(name);
    if let Some(found) = row.first(M::MeasureReference)
        && let Ok(reference) = table.reference(&found, "the measure")
    {
        measure.reference = reference;
    }
    if let Some(found) = row.first(M::Unit) {
        measure.unit = table.text(&found).map(std::borrow::Cow::into_owned);
    }
    let mut percent = false;
    let mut amount = |table: &mut TableReader<'_, '_>, found: &Found<'_>| {
        let amount = value(table, found, odd);
        percent |= amount.is_some() && is_percent(found, table.view);
        amount
    };
    if let Some(found) = row.first(M::Baseline)
        && let Some(value) = amount(table, &found)
    {
        let mut baseline = Baseline::new(value);
        baseline.date =
            table.view.columns(M::Baseline).find_map(|one| one.time.as_deref()).map(Into::into);
        measure.baseline = Some(baseline);
    }
    for (column, found) in row.each(M::Target) {
        if let Some(value) = amount(table, &found) {
            let mut target = Target::new(value);
            target.by = column.time.as_deref().map(Into::into);
            measure.targets.push(target);
        }
    }
    for (column, found) in row.each(M::Reading) {
        let date = column.time.as_deref();
        match amount(table, &found) {
            Some(value) => {
                let mut reading = Reading { value: Some(value), ..Reading::default() };
                reading.date = date.map(Into::into);
                measure.readings.push(reading);
            }
            None if date.is_some() && is_no_data(&found, table.view) => {
                table.reader.ledger.mark(found.at);
                measure.readings.push(Reading { date: date.map(Into::into), ..Reading::default() });
            }
            None => {}
        }
    }
    for (column, found) in row.each(M::Comparator) {
        if let Some(value) = amount(table, &found) {
            let mut comparator = Comparator::new(column.heading.trim(), value);
            comparator.date = column.time.as_deref().map(Into::into);
            measure.comparators.push(comparator);
        }
    }
    if measure.unit.is_none() && percent {
        measure.unit = Some("%".to_owned());
    }
    for means in [M::RecommendationReference, M::Answers] {
        for (_, found) in row.each(means) {
            links(table, &found, &mut measure.answers);
        }
    }
    if let Some(found) = row.first(M::Workstream)
        && let Some(text) = table.text(&found)
    {
        measure.workstreams.extend(workstream(table, row.number, None, &text));
    } else {
        measure.workstreams.extend(section.map(str::to_owned));
    }
    table.note_row("measures", table.reader.doc.measures.len(), row.number);
    table.reader.doc.measures.push(measure);
}

fn links(table: &mut TableReader<'_, '_>, found: &Found<'_>, answers: &mut Vec<String>) {
    let Ok(Some(text)) = table.reference(found, "the measure") else {
        return;
    };
    if text.len() > 400 {
        table.report(
            found,
            &TOO_MUCH_IN_A_CELL,
            "the measure",
            "very many references are in one cell",
        );
        answers.push(text);
        return;
    }
    let separators = table.reader.options.separators.as_deref();
    let known = &table.reader.known.recommendations;
    for piece in references(&text, separators, &|piece| known.is_reference(piece)) {
        let at = table
            .reader
            .known
            .recommendations
            .by_reference(&piece, table.reader.known.default_source);
        let link = at.and_then(|at| table.reader.link(at)).unwrap_or(piece);
        if !answers.contains(&link) {
            answers.push(link);
        }
    }
}

/// Returns the number in a cell and marks it used. A cell without a number is counted.
fn value(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    odd: &mut BTreeMap<u16, NotFigures>,
) -> Option<Number> {
    let column = odd.entry(found.cell.column).or_default();
    column.of += 1;
    if let Some(number) = figure(found.cell) {
        if table.reader.room.may_add(1, weight::UPDATE) {
            table.reader.ledger.mark(found.at);
            return Some(number);
        }
        leave_too_much(table, found);
        return None;
    }
    if matches!(found.cell.content, Content::Failed(_)) {
        table.text(found);
        return None;
    }
    if !is_no_data(found, table.view) {
        column.cells += 1;
        let text = text_of(found.cell, table.view.sheet.dates).unwrap_or_default();
        column.first.get_or_insert_with(|| (found.row, text.into_owned()));
    }
    let is_open = text_of(found.cell, table.view.sheet.dates)
        .is_some_and(|text| is_nobody(&text) && !is_nothing(&text));
    let why = if is_open { "it is still to be confirmed" } else { "it is not a number" };
    table.reader.ledger.leave(found.at, why);
    None
}

/// Returns whether a cell says that there is no data.
fn is_no_data(found: &Found<'_>, view: &View<'_>) -> bool {
    text_of(found.cell, view.sheet.dates).is_some_and(|text| {
        let folded = crate::text::fold(&text).into_owned();
        is_nobody(&text)
            || matches!(&*folded, "no data" | "not available" | "not yet available" | "..." | "..")
    })
}

fn is_percent(found: &Found<'_>, view: &View<'_>) -> bool {
    found.cell.shown == Shown::Percent
        || text_of(found.cell, view.sheet.dates).is_some_and(|text| text.trim_end().ends_with('%'))
}

/// Reports once per column how many of its cells hold no number.
fn report_odd(table: &mut TableReader<'_, '_>, odd: BTreeMap<u16, NotFigures>) {
    for (column, found) in odd {
        let Some((row, text)) = found.first else { continue };
        let heading = table.view.layout.columns.iter().find(|one| one.column == column);
        let heading = heading.map_or("", |one| one.heading.as_str());
        let cells = crate::text::counted(found.of, "cell");
        let message = format!(
            "{} of {cells} under {} {} no number; the first holds {}",
            found.cells,
            quoted(heading),
            if found.cells == 1 { "holds" } else { "hold" },
            quoted(&text)
        );
        table.reader.problems.report(
            &NOT_A_FIGURE,
            table.view.sheet.place(row, column),
            "the table",
            message,
        );
    }
}
