//! Checks the ids that a document gives: they must not be nil, and must be unique.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;

use super::PlanDoc;
use super::adjacency::position;
use super::links::Resolver;
use super::record_list::RecordList;
use super::structural::{DUPLICATE_ID, NIL_ID, problem};
use crate::diagnostic::{Diagnostic, Location, Step};
use crate::model::{Record, RecordKind};

/// Checks every id. If the document gives none there is nothing to check: derived ids are equal
/// only where names are, which is already reported (`alike`).
pub(crate) fn check(
    doc: &PlanDoc,
    resolver: &Resolver<'_>,
    alike: &HashMap<(RecordKind, u32), u32>,
    problems: &mut Vec<Diagnostic>,
) {
    if let Some(id) = doc.id.filter(|id| id.as_uuid().is_nil()) {
        problems.push(nil(Location::new([Step::Key("id")]), "the plan".to_owned(), id.as_uuid()));
    }
    if !gives_any(doc) {
        return;
    }
    let mut seen = Seen { held: HashMap::new(), alike, problems };
    let mut milestones_before = 0;
    for kind in RecordKind::LISTED {
        let list = RecordList::Document(doc, kind);
        for (at, record) in list.iter().enumerate() {
            if !resolver.has_known_id(record, at) {
                continue;
            }
            let Some(id) = resolver.id(kind, at) else { continue };
            let is_new = seen.add(record, id, (list, at), at);
            let Some(action) = doc.actions.get(at).filter(|_| kind == RecordKind::Action) else {
                continue;
            };
            for (step, milestone) in action.milestones.iter().enumerate() {
                // Actions with equal ids also have milestones with equal derived ids. Reporting the
                // actions is enough.
                if is_new || milestone.id.is_some() {
                    let id = *resolver.namespaces.milestone(action, milestone).as_uuid();
                    let steps = RecordList::Milestones(at, action);
                    seen.add(milestone, id, (steps, step), milestones_before + step);
                }
            }
            milestones_before += action.milestones.len();
        }
    }
}

fn gives_any(doc: &PlanDoc) -> bool {
    let has_id = |record: &dyn Record| record.explicit_id().is_some();
    RecordKind::LISTED.into_iter().any(|kind| doc.records(kind).any(has_id))
        || doc.actions.iter().flat_map(|action| &action.milestones).any(|one| one.id.is_some())
}

struct Seen<'a> {
    held: HashMap<Uuid, (RecordKind, u32, Location)>,
    alike: &'a HashMap<(RecordKind, u32), u32>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Seen<'_> {
    /// Adds the id of a record and returns whether it is new. `counted` is the record's position
    /// among all records of its kind.
    fn add(
        &mut self,
        record: &dyn Record,
        id: Uuid,
        (list, at): (RecordList<'_>, usize),
        counted: usize,
    ) -> bool {
        let location = list.location(at);
        let place = || match record.explicit_id() {
            Some(_) => location.clone().key("id"),
            None => location.clone(),
        };
        if id.is_nil() {
            self.problems.push(nil(place(), list.subject(at), &id));
            return true;
        }
        let (kind, here) = (record.kind(), position(counted));
        match self.held.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert((kind, here, location));
                true
            }
            Entry::Occupied(entry) => {
                let (other_kind, other, other_location) = entry.get();
                let is_reported =
                    *other_kind == kind && self.alike.get(&(kind, here)) == Some(other);
                if !is_reported {
                    let message = format!("it has the same id as {other_location}: {id}");
                    self.problems.push(problem(&DUPLICATE_ID, place(), list.subject(at), message));
                }
                false
            }
        }
    }
}

fn nil(place: Location, subject: String, id: &Uuid) -> Diagnostic {
    problem(&NIL_ID, place, subject, format!("the id is all zeros: {id}"))
}
