//! The ids that a document pins: none of them nil, and no two records with the same one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;

use super::PlanDoc;
use super::index::position;
use super::links::Follow;
use super::structural::{DUPLICATE_ID, NIL_ID, problem};
use super::subject::{milestone_subject, subject};
use crate::diagnostic::{Diagnostic, Location, Step};
use crate::text::written;

/// Looks at every id. Where none is pinned there is nothing to see: ids made from names are alike
/// only where names are, which is said already (`alike`).
pub(crate) fn check(
    doc: &PlanDoc,
    follow: &Follow<'_>,
    alike: &HashMap<(&'static str, u32), u32>,
    problems: &mut Vec<Diagnostic>,
) {
    if let Some(id) = doc.id.filter(|id| id.as_uuid().is_nil()) {
        problems.push(nil(Location::new([Step::Key("id")]), "the plan".to_owned(), id.as_uuid()));
    }
    if !pins_any(doc) {
        return;
    }
    let mut seen = Seen { held: HashMap::new(), alike, problems };
    let names = &follow.namespaces;
    for (i, record) in doc.sources.iter().enumerate() {
        let called = || subject("source", written(record.reference.as_ref()), &record.title);
        let at = Location::element("sources", i);
        seen.add("source", i, record.id.is_some(), names.source(record).as_uuid(), &at, &called);
    }
    for (i, record) in doc.recommendations.iter().enumerate() {
        let called = || subject("recommendation", written(record.reference.as_ref()), &record.text);
        let source = follow.source_of.of(i);
        if source.is_none() && record.source.is_some() && record.id.is_none() {
            continue;
        }
        let source = source.and_then(|source| doc.sources.get(source as usize));
        let id = names.recommendation(source, record);
        let at = Location::element("recommendations", i);
        seen.add("recommendation", i, record.id.is_some(), id.as_uuid(), &at, &called);
    }
    for (i, record) in doc.workstreams.iter().enumerate() {
        let called = || subject("workstream", written(record.reference.as_ref()), &record.name);
        let at = Location::element("workstreams", i);
        let id = names.workstream(record);
        seen.add("workstream", i, record.id.is_some(), id.as_uuid(), &at, &called);
    }
    let mut flat = 0;
    for (i, record) in doc.actions.iter().enumerate() {
        let called = || subject("action", written(record.reference.as_ref()), &record.title);
        let at = Location::element("actions", i);
        let is_new = seen.add(
            "action",
            i,
            record.id.is_some(),
            names.action(record).as_uuid(),
            &at,
            &called,
        );
        for (j, milestone) in record.milestones.iter().enumerate() {
            // Milestones of actions that are alike come out alike, which needs no second telling.
            if is_new || milestone.id.is_some() {
                let called = || {
                    let (within, own) = (record.reference.as_ref(), milestone.reference.as_ref());
                    milestone_subject(written(within), written(own), &milestone.title)
                };
                let at = at.clone().key("milestones").index(j);
                let id = names.milestone(record, milestone);
                seen.add("milestone", flat + j, milestone.id.is_some(), id.as_uuid(), &at, &called);
            }
        }
        flat += record.milestones.len();
    }
    for (i, record) in doc.measures.iter().enumerate() {
        let called = || subject("measure", written(record.reference.as_ref()), &record.name);
        let at = Location::element("measures", i);
        seen.add("measure", i, record.id.is_some(), names.measure(record).as_uuid(), &at, &called);
    }
}

fn pins_any(doc: &PlanDoc) -> bool {
    doc.sources.iter().any(|record| record.id.is_some())
        || doc.recommendations.iter().any(|record| record.id.is_some())
        || doc.workstreams.iter().any(|record| record.id.is_some())
        || doc.measures.iter().any(|record| record.id.is_some())
        || doc.actions.iter().any(|record| {
            record.id.is_some() || record.milestones.iter().any(|one| one.id.is_some())
        })
}

struct Seen<'a> {
    held: HashMap<Uuid, (&'static str, u32, Location)>,
    alike: &'a HashMap<(&'static str, u32), u32>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Seen<'_> {
    /// Adds an id, and says whether no record before had it.
    fn add(
        &mut self,
        kind: &'static str,
        at: usize,
        is_pinned: bool,
        id: &Uuid,
        location: &Location,
        called: &dyn Fn() -> String,
    ) -> bool {
        let place = if is_pinned { location.clone().key("id") } else { location.clone() };
        if id.is_nil() {
            self.problems.push(nil(place, called(), id));
            return true;
        }
        let here = position(at);
        match self.held.entry(*id) {
            Entry::Vacant(entry) => {
                entry.insert((kind, here, location.clone()));
                true
            }
            Entry::Occupied(entry) => {
                let (other_kind, other, other_location) = entry.get();
                let is_told = *other_kind == kind && self.alike.get(&(kind, here)) == Some(other);
                if !is_told {
                    self.problems.push(problem(
                        &DUPLICATE_ID,
                        place,
                        called(),
                        format!("it has the same id as {other_location}: {id}"),
                    ));
                }
                false
            }
        }
    }
}

fn nil(place: Location, subject: String, id: &Uuid) -> Diagnostic {
    problem(&NIL_ID, place, subject, format!("the id is all zeros: {id}"))
}
