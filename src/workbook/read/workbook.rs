//! Reads a workbook: a working workbook by its schema, any other by finding its tables.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use uuid::Uuid;

use super::cover::cover;
use super::located_cell::LocatedRow;
use super::parents::{NOWHERE, parent, put_rows};
use super::reader::{Reader, blank};
use super::recognise::is_working;
use super::renamed_links::{follow_links, follow_sources};
use super::row_ids::{Identified, Kept, Place, identify};
use super::sheet_reader::ParentName;
use crate::cells::Grid;
use crate::cells::xlsx::{self, WorkbookError};
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::SHEET_MISSING;
use crate::import::{self, Import, ReadOptions};
use crate::model::{Recommendation, Record};
use crate::plan::{Namespaces, PlanDoc, quoted};
use crate::workbook::row_keys::SourceLinks;
use crate::workbook::row_names::{KeyOf, Names};
use crate::workbook::schema::{self, Blank, LISTS, Lists, Table};

/// Reads a plan from a workbook (`.xlsx` or `.xlsm`).
///
/// A formula has the value with which the workbook was last saved. Hidden sheets and rows are read too.
///
/// # Errors
///
/// Returns a [`WorkbookError`] if the file is of another kind, encrypted, damaged, empty, or larger than the
/// limits in the options. Problems in a readable workbook are diagnostics of the [`Import`].
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, WorkbookError> {
    let grid = xlsx::read(reader, &options.limits)?;
    if is_working(&grid) {
        return Ok(working(&grid, options));
    }
    Ok(import::read(grid, options))
}

/// Reads a working workbook.
fn working(grid: &Grid, options: &ReadOptions) -> Import {
    let mut reader = Reader::new(grid);
    let mut doc = cover(&mut reader, options);
    let ids = Namespaces::new(&doc);
    let by_reference = |one: &dyn Record| ids.id(one, None);
    let (mut sources, kept) = read_records(&mut reader, &schema::SOURCES);
    with_ids(&mut reader, &mut sources, &kept, |one| by_reference(one));
    doc.sources = if sources.is_empty() { options.sources.clone() } else { sources };
    let recommendations = recommendations(&mut reader, &mut doc, options);
    let (mut workstreams, kept) = read_records(&mut reader, &schema::WORKSTREAMS);
    with_ids(&mut reader, &mut workstreams, &kept, |one| by_reference(one));
    doc.workstreams = workstreams;
    let (mut actions, kept) = read_records(&mut reader, &schema::ACTIONS);
    let keys = with_ids(&mut reader, &mut actions, &kept, |one| by_reference(one));
    doc.actions = actions;
    let actions = Names::new(&doc.actions).with_keys(keys);
    let (mut measures, kept) = read_records(&mut reader, &schema::MEASURES);
    let keys = with_ids(&mut reader, &mut measures, &kept, |one| by_reference(one));
    doc.measures = measures;
    let measures = Names::new(&doc.measures).with_keys(keys);
    doc.waivers = read_records(&mut reader, &schema::WAIVERS).0;

    let steps = milestones(&mut reader, &mut doc, &actions);
    date_changes(&mut reader, &mut doc, &actions, &steps);
    put_rows(
        &mut reader,
        &schema::ASSESSMENTS,
        &mut doc.recommendations,
        &recommendations,
        |one| &mut one.assessments,
    );
    put_rows(&mut reader, &schema::EVIDENCE, &mut doc.actions, &actions, |one| &mut one.evidence);
    put_rows(&mut reader, &schema::UPDATES, &mut doc.actions, &actions, |one| &mut one.updates);
    put_rows(&mut reader, &schema::RESOURCES, &mut doc.actions, &actions, |one| &mut one.resources);
    put_rows(&mut reader, &schema::READINGS, &mut doc.measures, &measures, |one| &mut one.readings);
    put_rows(&mut reader, &schema::TARGETS, &mut doc.measures, &measures, |one| &mut one.targets);
    put_rows(&mut reader, &schema::COMPARATORS, &mut doc.measures, &measures, |one| {
        &mut one.comparators
    });
    follow_links(&mut reader, &mut doc);
    lists(&mut reader, &doc);
    let (problems, interpretation, places) = reader.finish();
    Import::new(doc, problems.into_vec(), interpretation, places)
}

/// Reads the records of a sheet that belong to the document itself, and their keys.
fn read_records<T: Blank>(reader: &mut Reader<'_>, table: &Table<T>) -> (Vec<T>, Vec<Kept>) {
    let found = reader.rows(table);
    let mut records = Vec::with_capacity(found.len());
    let mut kept = Vec::with_capacity(found.len());
    for (at, row) in found.into_iter().enumerate() {
        reader.places.record(table.list, at, row.at.places, row.at.row);
        kept.push(Kept::of(&row));
        records.push(row.record);
    }
    (records, kept)
}

/// Decides the ids of the records of a list of the document, and returns the record of each key.
fn with_ids<R: Identified>(
    reader: &mut Reader<'_>,
    records: &mut [R],
    kept: &[Kept],
    made: impl Fn(&R) -> Uuid,
) -> Vec<KeyOf> {
    let made: Vec<Uuid> = records.iter().map(made).collect();
    let records = records.iter_mut().enumerate().map(|(at, record)| {
        // The reference is where people look for the name of a record.
        let location = Location::element(record.kind().list(), at).key("reference");
        (record, Place { location, within: None })
    });
    identify(reader, records, kept, &made)
}

fn recommendations(reader: &mut Reader<'_>, doc: &mut PlanDoc, options: &ReadOptions) -> Names {
    let (mut records, kept) = read_records(reader, &schema::RECOMMENDATIONS);
    follow_sources(reader, doc, &mut records);
    let ids = Namespaces::new(doc);
    let links = SourceLinks::new(&doc.sources, &ids);
    let made = |one: &Recommendation| ids.id(one, links.source(one, &doc.sources));
    let keys = with_ids(reader, &mut records, &kept, made);
    doc.recommendations =
        if records.is_empty() { options.recommendations.clone() } else { records };
    Names::of_recommendations(&doc.recommendations).with_keys(keys)
}

/// The milestones of each action, by name and by key.
struct Steps {
    names: Vec<Names>,
    by_key: HashMap<String, (usize, usize)>,
}

fn milestones(reader: &mut Reader<'_>, doc: &mut PlanDoc, actions: &Names) -> Steps {
    let mut put = put_rows(reader, &schema::MILESTONES, &mut doc.actions, actions, |action| {
        &mut action.milestones
    });
    // In document order, in which the milestones are visited below.
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
    let keys = identify(reader, records.zip(places), &kept, &made);
    let by_key = keys.into_iter().filter_map(|one| Some((one.key, *at.get(one.at)?))).collect();
    let names = doc.actions.iter().map(|action| Names::new(&action.milestones));
    Steps { names: names.collect(), by_key }
}

/// Reads the date changes of actions and of their milestones.
fn date_changes(reader: &mut Reader<'_>, doc: &mut PlanDoc, actions: &Names, steps: &Steps) {
    for row in reader.rows(&schema::DATE_CHANGES) {
        let key = row.parent_key.as_deref();
        let step = key.and_then(|key| steps.by_key.get(key)).copied();
        let own = key.and_then(|key| actions.by_key(key)).or(step.map(|(action, _)| action));
        let found = parent(reader, &row, 0, "action", actions, own).and_then(|action| {
            if row.parent_names.get(1) == Some(&ParentName::Nothing) {
                return Some((action, None));
            }
            let names = steps.names.get(action)?;
            let key = step.filter(|(of, _)| *of == action).map(|(_, step)| step);
            parent(reader, &row, 1, "milestone of this action", names, key)
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
                    reader.places.inner(("actions", at), inner, row.at.places, row.at.row);
                }
                list.push(row.record);
            }
            None => reader.unused_record(&row, NOWHERE),
        }
    }
}

/// Lists as unused the cells of the sheet of lists that are not from the template.
fn lists(reader: &mut Reader<'_>, doc: &PlanDoc) {
    let Some((at, sheet)) = reader.named(LISTS) else {
        let message = format!("there is no sheet {}", quoted(LISTS));
        reader.problems.report(&SHEET_MISSING, Location::default(), "the workbook", message);
        return;
    };
    let ours = Lists::new(doc);
    let ours: HashSet<String> = ours.texts().map(|text| text.trim().to_lowercase()).collect();
    for cell in LocatedRow::all(at, sheet).flat_map(LocatedRow::cells) {
        let text = cell.text().map(|text| text.trim().to_lowercase());
        if text.is_some_and(|text| ours.contains(&text)) {
            reader.used(cell);
        } else {
            reader.unused(cell, "words of the lists are not read");
        }
    }
    let interpretation = blank(sheet, "the words of the drop-down lists");
    reader.add_sheet(at, interpretation);
}
