//! Reads the cover: the plan as a whole.

use uuid::Uuid;

use super::located_cell::LocatedRow;
use super::reader::{Reader, blank};
use crate::cells::{Content, Sheet};
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::{LEGEND_WITHOUT_MEANING, REFERENCE_CHANGED, SHEET_MISSING};
use crate::id::PlanId;
use crate::import::{MetadataInterpretation, ReadOptions};
use crate::model::LegendEntry;
use crate::plan::{Namespaces, PlanDoc, quoted, subject};
use crate::text::{is_blank, same};
use crate::workbook::row_keys::Key;
use crate::workbook::schema::{
    Blank, COVER, Column, HOW_TO, LEGEND, LISTS, LISTS_ABOUT, LegendRow, PLAN_KEY, PLAN_LINES,
    PRESENT, ROLES, Sheet as RecordSheet, TITLE, Value, Word, Written, is_heading,
};

/// A section of the cover.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lines,
    Roles,
    Legend,
}

/// Reads the cover, and fills what it leaves blank from the options.
pub(super) fn cover(reader: &mut Reader<'_>, options: &ReadOptions) -> PlanDoc {
    let mut doc = PlanDoc::blank();
    let mut key = None;
    match reader.named(COVER) {
        Some((at, sheet)) => {
            let places = reader.places.sheet(sheet);
            let interpretation = blank(sheet, "the cover of the template");
            reader.add_sheet(at, interpretation);
            // The box in which an officer has to write what is missing.
            for row in LocatedRow::all(at, sheet) {
                let line = row
                    .text(0)
                    .and_then(|label| PLAN_LINES.iter().find(|line| same(line.heading, &label)));
                if let Some(line) = line.filter(|line| line.inner_key != "code") {
                    reader.places.fact(line.key, sheet.place(row.number(), 1));
                }
            }
            key = read(reader, (at, sheet), places, &mut doc);
            let records = doc.roles.len() + doc.legend.len();
            reader.count(at, records);
        }
        None => reader.problems.report(
            &SHEET_MISSING,
            Location::default(),
            "the workbook",
            format!("there is no sheet {}", quoted(COVER)),
        ),
    }
    fill(reader, &mut doc, options);
    identify(reader, &mut doc, key.as_deref());
    doc
}

/// Reads the sheet, and returns the hidden key of the plan.
fn read(
    reader: &mut Reader<'_>,
    (at, sheet): (usize, &Sheet),
    places: usize,
    doc: &mut PlanDoc,
) -> Option<String> {
    let mut key = None;
    let mut part = Part::Lines;
    for row in LocatedRow::all(at, sheet) {
        let first = row.text(0).unwrap_or_default();
        let begins = |columns: &str| same(columns, &first);
        if ROLES.first().is_some_and(|column| begins(column.heading)) {
            part = Part::Roles;
            report_other_cells(reader, row, 0);
        } else if LEGEND.first().is_some_and(|column| begins(column.heading)) {
            part = Part::Legend;
            report_other_cells(reader, row, 0);
        } else if begins(PLAN_KEY) {
            key = row.text(1);
            row.cells().take_while(|cell| cell.cell.column < 2).for_each(|cell| reader.used(cell));
            report_other_cells(reader, row, 2);
        } else if is_heading(&first) {
            report_other_cells(reader, row, 0);
        } else {
            match part {
                Part::Lines => line(reader, row, &first, doc),
                Part::Roles => {
                    if let Some(role) = record(reader, row, ROLES) {
                        reader.places.record("roles", doc.roles.len(), places, row.number());
                        doc.roles.push(role);
                    }
                }
                Part::Legend => legend(reader, row, places, doc),
            }
        }
    }
    key
}

/// Reads a line with a label and a box.
fn line(reader: &mut Reader<'_>, row: LocatedRow<'_>, label: &str, doc: &mut PlanDoc) {
    let Some(line) = PLAN_LINES.iter().find(|line| same(line.heading, label)) else {
        report_other_cells(reader, row, 0);
        return;
    };
    if let Some(label) = row.written_cell(0) {
        reader.used(label);
    }
    if let Some(cell) = row.written_cell(1)
        && reader.cell(cell, line, doc)
    {
        let value = match &cell.cell.content {
            Content::Text(text) => text.trim().to_owned(),
            _ => value_of(line, doc),
        };
        reader.interpretation.facts.push(MetadataInterpretation {
            key: line.path,
            value,
            why: format!("from {}", cell.place()),
        });
    }
    report_other_cells(reader, row, 2);
}

/// Returns the value of a line, as it was read.
fn value_of(line: &Column<PlanDoc>, doc: &PlanDoc) -> String {
    match (line.get)(doc).map_or(Written::Blank, Value::written) {
        Written::Blank => String::new(),
        Written::Text(words) => words,
        Written::Number(number) => number.to_string(),
        Written::Day(day) => day.to_string(),
    }
}

/// Reads a row of a small table, or returns `None` if it is empty.
fn record<T: Blank>(
    reader: &mut Reader<'_>,
    row: LocatedRow<'_>,
    columns: &'static [Column<T>],
) -> Option<T> {
    let mut record = T::blank();
    let mut has_content = false;
    for (at, column) in (0..).zip(columns) {
        if let Some(cell) = row.written_cell(at) {
            has_content = true;
            reader.cell(cell, column, &mut record);
        }
    }
    report_other_cells(reader, row, u16::try_from(columns.len()).unwrap_or(0));
    has_content.then_some(record)
}

fn legend(reader: &mut Reader<'_>, row: LocatedRow<'_>, places: usize, doc: &mut PlanDoc) {
    let Some(LegendRow { word, means }) = record(reader, row, LEGEND) else { return };
    if let Some(means) = means {
        reader.places.record("legend", doc.legend.len(), places, row.number());
        doc.legend.push(LegendEntry { word, means });
        return;
    }
    let message = format!("{} is in the legend without its meaning", quoted(&word));
    let place = row.sheet.place(row.number(), 0);
    reader.problems.report(&LEGEND_WITHOUT_MEANING, place, "the workbook", message);
    if let Some(cell) = row.written_cell(0) {
        reader.unused(cell, "its meaning is missing");
    }
}

/// Records the cells of a row from a column onwards: texts of the template need no reader, others are unused.
fn report_other_cells(reader: &mut Reader<'_>, row: LocatedRow<'_>, from: u16) {
    for cell in row.cells().filter(|cell| cell.cell.column >= from) {
        if cell.text().is_some_and(|text| is_fixed(text.trim())) {
            reader.used(cell);
        } else {
            reader.unused(cell, "it is not a box of the cover");
        }
    }
}

/// Returns whether text is on the cover of every working workbook.
fn is_fixed(text: &str) -> bool {
    let sheets = RecordSheet::ALL.iter().flat_map(|sheet| [sheet.name(), sheet.about()]);
    let mut fixed = sheets
        .chain(PLAN_LINES.iter().flat_map(|line| [line.heading, line.comment]))
        .chain(HOW_TO.iter().copied())
        .chain([TITLE, PRESENT, LISTS, LISTS_ABOUT, PLAN_KEY]);
    fixed.any(|fixed| fixed == text) || is_heading(text)
}

/// Fills what the cover leaves blank from the options.
fn fill(reader: &mut Reader<'_>, doc: &mut PlanDoc, options: &ReadOptions) {
    let mut given = |key: &'static str, value: String| {
        let why = "given in the options".to_owned();
        reader.interpretation.facts.push(MetadataInterpretation { key, value, why });
    };
    for (key, place, option) in [
        ("reference", &mut doc.reference, &options.reference),
        ("title", &mut doc.title, &options.title),
        ("authority.name", &mut doc.authority.name, &options.authority),
    ] {
        if let (true, Some(option)) = (is_blank(place), option) {
            place.clone_from(option);
            given(key, option.clone());
        }
    }
    if let (None, Some(code)) = (&doc.authority.code, &options.authority_code) {
        doc.authority.code = Some(code.clone());
        given("authority.code", code.clone());
    }
    if let (None, Some(date)) = (&doc.status_date, &options.status_date) {
        doc.status_date = Some(date.clone());
        given("status_date", date.to_string());
    }
    if let (None, Some(period)) = (&doc.period, &options.period) {
        doc.period = Some(period.clone());
        let day = |date: &Option<crate::due_date::DueDate>| {
            date.as_ref().map(ToString::to_string).unwrap_or_default()
        };
        given("period", format!("{} to {}", day(&period.start), day(&period.end)));
    }
    if let (None, Some(quarters)) = (doc.quarters, options.quarters) {
        doc.quarters = Some(quarters);
        given("quarters", quarters.as_word().to_owned());
    }
}

/// Restores the plan's id if its reference or its authority was changed.
fn identify(reader: &mut Reader<'_>, doc: &mut PlanDoc, key: Option<&str>) {
    let Some(Key { id, is_made }) = key.and_then(Key::read) else { return };
    let made: Uuid = *Namespaces::new(doc).plan().as_uuid();
    if is_made && made == id {
        return;
    }
    doc.id = Some(PlanId::from_uuid(id));
    if is_made {
        let place = Location::new([crate::diagnostic::Step::Key("reference")]);
        let place = reader.places.locate(&place).unwrap_or(place);
        let called = subject("plan", Some(&doc.reference), &doc.title);
        let message = "its reference or its authority was changed since the workbook was written; it keeps its id";
        reader.problems.report(&REFERENCE_CHANGED, place, called, message);
    }
}
