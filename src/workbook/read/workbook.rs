//! Reads a working workbook back to the document it stands for.

use std::collections::HashMap;

use super::belong::{Into, belong, parent};
use super::column::{Record, Table};
use super::identify::{Kept, Place, identify};
use super::keys::SourceLinks;
use super::links::{follow_sources, settle_links};
use super::lists::{LISTS, Lists, MARK};
use super::names::Names;
use super::read_cover::cover;
use super::reading::{Called, Reading, blank, has_headings, text_of};
use super::schema;
use crate::cells::{Grid, Sheet};
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::SHEET_MISSING;
use crate::import::{Import, ReadOptions};
use crate::model::{Action, Measure, Recommendation};
use crate::plan::{Namespaces, PlanDoc, quoted};
use crate::text::same;

/// How many sheets must have the names and the headings of ours, where the sheet of lists is gone.
const ENOUGH_SHEETS: usize = 3;

/// Whether a workbook is one of ours: a cell of its sheet of lists says so, or several of its sheets have
/// our names and our headings.
pub(super) fn is_working(grid: &Grid) -> bool {
    has_mark(grid) || grid.sheets.iter().filter(|sheet| is_ours(sheet)).count() >= ENOUGH_SHEETS
}

fn has_mark(grid: &Grid) -> bool {
    let is_lists = |name: Option<&str>| name.is_some_and(|name| same(name, LISTS));
    let sheets = grid.sheets.iter().filter(|sheet| is_lists(sheet.name.as_deref()));
    let mut cells = sheets.flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    cells.any(|cell| text_of(&cell.content).is_some_and(|text| text.trim() == MARK))
}

/// Whether a sheet has the name and nearly all the headings of one of ours.
fn is_ours(sheet: &Sheet) -> bool {
    let name = sheet.name.as_deref().unwrap_or_default();
    schema::headings()
        .any(|(own, headings)| same(own.name(), name) && has_headings(sheet, &headings))
}

/// Reads a working workbook.
pub(super) fn read(grid: &Grid, options: &ReadOptions) -> Import {
    let mut reading = Reading::new(grid);
    let mut doc = cover(&mut reading, options);
    sources(&mut reading, &mut doc, options);
    let recommendations = recommendations(&mut reading, &mut doc, options);
    workstreams(&mut reading, &mut doc);
    let actions = actions(&mut reading, &mut doc);
    let measures = measures(&mut reading, &mut doc);
    doc.waivers = take(&mut reading, &schema::WAIVERS).0;

    let steps = milestones(&mut reading, &mut doc, &actions);
    date_changes(&mut reading, &mut doc, &actions, &steps);
    macro_rules! inner {
        ($table:ident, $record:ident, $list:ident, $names:expr, $kind:literal, $inner:ident) => {
            let found = reading.rows(&schema::$table);
            let into = Into {
                names: $names,
                kind: $kind,
                lists: (stringify!($list), stringify!($inner)),
                list: |record: &mut $record| &mut record.$inner,
            };
            belong(&mut reading, found, &mut doc.$list, &into);
        };
    }
    inner!(
        ASSESSMENTS,
        Recommendation,
        recommendations,
        &recommendations,
        "recommendation",
        assessments
    );
    inner!(EVIDENCE, Action, actions, &actions, "action", evidence);
    inner!(UPDATES, Action, actions, &actions, "action", updates);
    inner!(RESOURCES, Action, actions, &actions, "action", resources);
    inner!(READINGS, Measure, measures, &measures, "measure", readings);
    inner!(TARGETS, Measure, measures, &measures, "measure", targets);
    inner!(COMPARATORS, Measure, measures, &measures, "measure", comparators);
    settle_links(&mut reading, &mut doc);
    lists(&mut reading, &doc);
    let (problems, understood, places) = reading.finish();
    Import::new(doc, problems.into_vec(), understood, places)
}

/// The records of a sheet that stand in the document itself, and their keys.
fn take<T: Record>(reading: &mut Reading<'_>, table: &Table<T>) -> (Vec<T>, Vec<Kept>) {
    let found = reading.rows(table);
    let mut records = Vec::with_capacity(found.len());
    let mut kept = Vec::with_capacity(found.len());
    for (at, row) in found.into_iter().enumerate() {
        reading.places.record(table.list, at, row.at.places, row.at.row);
        kept.push(Kept::of(&row));
        records.push(row.record);
    }
    (records, kept)
}

/// Where people look for the name of a record.
fn reference(list: &'static str, at: usize) -> Place {
    Place { location: Location::element(list, at).key("reference"), within: None }
}

fn sources(reading: &mut Reading<'_>, doc: &mut PlanDoc, options: &ReadOptions) {
    let (mut records, kept) = take(reading, &schema::SOURCES);
    let ids = Namespaces::new(doc);
    let made: Vec<_> = records.iter().map(|one| *ids.source(one).as_uuid()).collect();
    let places = (0..).map(|at| reference("sources", at));
    identify(reading, records.iter_mut().zip(places), &kept, &made);
    doc.sources = if records.is_empty() { options.sources.clone() } else { records };
}

fn recommendations(reading: &mut Reading<'_>, doc: &mut PlanDoc, options: &ReadOptions) -> Names {
    let (mut records, kept) = take(reading, &schema::RECOMMENDATIONS);
    follow_sources(reading, doc, &mut records);
    let ids = Namespaces::new(doc);
    let links = SourceLinks::new(&doc.sources, &ids);
    let made: Vec<_> = records
        .iter()
        .map(|one| {
            let source = links.find(one.source.as_deref()).and_then(|at| doc.sources.get(at));
            *ids.recommendation(source, one).as_uuid()
        })
        .collect();
    let places = (0..).map(|at| reference("recommendations", at));
    let keys = identify(reading, records.iter_mut().zip(places), &kept, &made);
    doc.recommendations =
        if records.is_empty() { options.recommendations.clone() } else { records };
    Names::of_recommendations(&doc.recommendations).with_keys(keys)
}

fn workstreams(reading: &mut Reading<'_>, doc: &mut PlanDoc) {
    let (mut records, kept) = take(reading, &schema::WORKSTREAMS);
    let ids = Namespaces::new(doc);
    let made: Vec<_> = records.iter().map(|one| *ids.workstream(one).as_uuid()).collect();
    let places = (0..).map(|at| reference("workstreams", at));
    identify(reading, records.iter_mut().zip(places), &kept, &made);
    doc.workstreams = records;
}

fn actions(reading: &mut Reading<'_>, doc: &mut PlanDoc) -> Names {
    let (mut records, kept) = take(reading, &schema::ACTIONS);
    let ids = Namespaces::new(doc);
    let made: Vec<_> = records.iter().map(|one| *ids.action(one).as_uuid()).collect();
    let places = (0..).map(|at| reference("actions", at));
    let keys = identify(reading, records.iter_mut().zip(places), &kept, &made);
    doc.actions = records;
    Names::of_actions(&doc.actions).with_keys(keys)
}

fn measures(reading: &mut Reading<'_>, doc: &mut PlanDoc) -> Names {
    let (mut records, kept) = take(reading, &schema::MEASURES);
    let ids = Namespaces::new(doc);
    let made: Vec<_> = records.iter().map(|one| *ids.measure(one).as_uuid()).collect();
    let places = (0..).map(|at| reference("measures", at));
    let keys = identify(reading, records.iter_mut().zip(places), &kept, &made);
    doc.measures = records;
    Names::of_measures(&doc.measures).with_keys(keys)
}

/// The milestones of each action: what they are called, and which is meant by a key.
struct Steps {
    names: Vec<Names>,
    by_key: HashMap<String, (usize, usize)>,
}

fn milestones(reading: &mut Reading<'_>, doc: &mut PlanDoc, actions: &Names) -> Steps {
    let found = reading.rows(&schema::MILESTONES);
    let into = Into {
        names: actions,
        kind: "action",
        lists: ("actions", "milestones"),
        list: |action: &mut Action| &mut action.milestones,
    };
    let mut put = belong(reading, found, &mut doc.actions, &into);
    // In the order of the document, which the milestones are gone through in.
    put.sort_by_key(|(at, _)| *at);
    let ids = Namespaces::new(doc);
    let made = doc.actions.iter().flat_map(|action| {
        action.milestones.iter().map(move |step| *ids.milestone(action, step).as_uuid())
    });
    let made: Vec<_> = made.collect();
    let (at, kept): (Vec<_>, Vec<_>) = put.into_iter().unzip();
    let places = at.iter().map(|(action, step)| {
        let list = Location::element("actions", *action).key("milestones");
        let within = doc.actions.get(*action).and_then(|action| action.reference.clone());
        Place { location: list.index(*step).key("reference"), within }
    });
    let places: Vec<Place> = places.collect();
    let records = doc.actions.iter_mut().flat_map(|action| &mut action.milestones);
    let keys = identify(reading, records.zip(places), &kept, &made);
    let by_key = keys.into_iter().filter_map(|one| Some((one.key, *at.get(one.at)?))).collect();
    let names = doc.actions.iter().map(|action| Names::of_milestones(&action.milestones));
    Steps { names: names.collect(), by_key }
}

/// Later due dates, of actions and of their milestones.
fn date_changes(reading: &mut Reading<'_>, doc: &mut PlanDoc, actions: &Names, steps: &Steps) {
    for row in reading.rows(&schema::DATE_CHANGES) {
        let key = row.parent_key.as_deref();
        let step = key.and_then(|key| steps.by_key.get(key)).copied();
        let own = key.and_then(|key| actions.by_key(key)).or(step.map(|(action, _)| action));
        let found = parent(reading, &row, 0, "action", actions, own).and_then(|action| {
            if row.belongs_to.get(1) == Some(&Called::Nothing) {
                return Some((action, None));
            }
            let names = steps.names.get(action)?;
            let key = step.filter(|(of, _)| *of == action).map(|(_, step)| step);
            parent(reading, &row, 1, "milestone of this action", names, key)
                .map(|step| (action, Some(step)))
        });
        let holder = found.and_then(|(at, step)| {
            let action = doc.actions.get_mut(at)?;
            match step {
                None => Some((Some(at), &mut action.revisions)),
                Some(step) => Some((None, &mut action.milestones.get_mut(step)?.revisions)),
            }
        });
        match holder {
            Some((at, list)) => {
                if let Some(at) = at {
                    let inner = ("revisions", list.len());
                    reading.places.inner(("actions", at), inner, row.at.places, row.at.row);
                }
                list.push(row.record);
            }
            None => reading.unused_row(&row, super::belong::NOWHERE),
        }
    }
}

/// Looks through the sheet of lists for anything that is not ours.
fn lists(reading: &mut Reading<'_>, doc: &PlanDoc) {
    let Some((at, sheet)) = reading.named(LISTS) else {
        let message = format!("there is no sheet {}", quoted(LISTS));
        reading.problems.report(&SHEET_MISSING, Location::default(), "the workbook", message);
        return;
    };
    let ours = Lists::new(doc);
    let ours: std::collections::HashSet<String> =
        ours.texts().map(|text| text.trim().to_lowercase()).collect();
    for row in &sheet.rows {
        for cell in &row.cells {
            let text = text_of(&cell.content).map(|text| text.trim().to_lowercase());
            if text.is_some_and(|text| !ours.contains(&text)) {
                reading.unused(sheet, row.number, cell, "words of the lists are not read");
            }
        }
    }
    let understood = blank(sheet, "the words of the drop-down lists");
    reading.understood(at, understood);
}
