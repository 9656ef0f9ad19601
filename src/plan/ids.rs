//! The ids of a plan's records: given by the document or derived from references.

use std::collections::HashMap;

use uuid::Uuid;

use super::PlanDoc;
use super::adjacency::position;
use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, SourceId, WorkstreamId, authority, derive,
};
use crate::model::{Action, ByKind, Measure, Milestone, Record, RecordKind, Source, Workstream};
use crate::text::written;

/// The namespaces from which the ids of a plan are derived.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Namespaces {
    authority: Uuid,
    plan: PlanId,
}

impl Namespaces {
    pub(crate) fn new(doc: &PlanDoc) -> Self {
        let code = written(doc.authority.code.as_ref());
        let authority = authority(code.unwrap_or(&doc.authority.name));
        let made = derive(&authority, "plan", &doc.reference);
        Self { authority, plan: doc.id.unwrap_or(PlanId::from_uuid(made)) }
    }

    pub(crate) fn authority(&self) -> Uuid {
        self.authority
    }

    pub(crate) fn plan(&self) -> PlanId {
        self.plan
    }

    /// Returns the id of a record. That of a recommendation depends on its source.
    pub(crate) fn id(&self, record: &dyn Record, source: Option<&Source>) -> Uuid {
        let within = || match record.kind() {
            RecordKind::Source => self.authority,
            RecordKind::Recommendation => {
                source.map_or(self.authority, |source| self.id(source, None))
            }
            _ => *self.plan.as_uuid(),
        };
        id_within(record, within)
    }

    pub(crate) fn source(&self, source: &Source) -> SourceId {
        SourceId::from_uuid(self.id(source, None))
    }

    pub(crate) fn workstream(&self, workstream: &Workstream) -> WorkstreamId {
        WorkstreamId::from_uuid(self.id(workstream, None))
    }

    pub(crate) fn action(&self, action: &Action) -> ActionId {
        ActionId::from_uuid(self.id(action, None))
    }

    pub(crate) fn measure(&self, measure: &Measure) -> MeasureId {
        MeasureId::from_uuid(self.id(measure, None))
    }

    pub(crate) fn milestone(&self, action: &Action, milestone: &Milestone) -> MilestoneId {
        milestone_id(milestone, || self.action(action))
    }
}

/// Returns the id of a milestone, given that of its action.
pub(crate) fn milestone_id(
    milestone: &Milestone,
    action: impl FnOnce() -> ActionId,
) -> MilestoneId {
    MilestoneId::from_uuid(id_within(milestone, || *action().as_uuid()))
}

/// Where the record with an id is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// At a position in a top-level list of the document.
    Listed(RecordKind, u32),
    /// Among the milestones of the action at the first position, at the second.
    Milestone(u32, u32),
}

/// The ids of all records of a plan, each derived once, and the record of each id.
#[derive(Debug, Clone)]
pub(crate) struct KnownIds {
    ids: ByKind<Vec<Uuid>>,
    places: HashMap<Uuid, Place>,
}

impl KnownIds {
    /// Derives the ids of a document, given the position of the source of each recommendation.
    pub(crate) fn new(
        doc: &PlanDoc,
        names: &Namespaces,
        source_of: impl Fn(usize) -> Option<u32>,
    ) -> Self {
        let ids = all_ids(doc, names, source_of);
        let mut places = HashMap::new();
        for kind in RecordKind::LISTED {
            for (at, id) in ids.of(kind).iter().enumerate() {
                places.insert(*id, Place::Listed(kind, position(at)));
            }
        }
        let mut milestones = ids.milestones.iter();
        for (at, action) in doc.actions.iter().enumerate() {
            for (within, id) in milestones.by_ref().take(action.milestones.len()).enumerate() {
                places.insert(*id, Place::Milestone(position(at), position(within)));
            }
        }
        Self { ids, places }
    }

    /// Returns the id of the record of a kind at a position among all of its kind.
    pub(crate) fn id(&self, kind: RecordKind, at: usize) -> Option<Uuid> {
        self.ids.of(kind).get(at).copied()
    }

    /// Finds the record with an id.
    pub(crate) fn place(&self, id: &Uuid) -> Option<Place> {
        self.places.get(id).copied()
    }
}

/// Derives the ids of all records of a document, in document order, given the position of the source of each
/// recommendation.
pub(super) fn all_ids(
    doc: &PlanDoc,
    names: &Namespaces,
    source_of: impl Fn(usize) -> Option<u32>,
) -> ByKind<Vec<Uuid>> {
    let mut ids = ByKind::<Vec<Uuid>>::default();
    for kind in RecordKind::LISTED {
        for (at, record) in doc.records(kind).enumerate() {
            let source = || ids.sources.get(source_of(at)? as usize).copied();
            let id = match kind {
                RecordKind::Recommendation => {
                    id_within(record, || source().unwrap_or(names.authority))
                }
                _ => names.id(record, None),
            };
            ids.of_mut(kind).push(id);
        }
    }
    for (action, action_id) in doc.actions.iter().zip(&ids.actions) {
        let milestones = action.milestones.iter();
        ids.milestones.extend(milestones.map(|milestone| id_within(milestone, || *action_id)));
    }
    ids
}

/// Returns the id that the document gives a record or, without one, the id derived in a namespace
/// from its reference or text.
fn id_within(record: &dyn Record, within: impl FnOnce() -> Uuid) -> Uuid {
    record.explicit_id().unwrap_or_else(|| {
        let name = record.reference().unwrap_or(record.words());
        derive(&within(), record.kind().name(), name)
    })
}
