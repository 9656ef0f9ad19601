//! The ids of a plan's records: given by the document or derived from references.

use uuid::Uuid;

use super::PlanDoc;
use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId, authority,
    derive,
};
use crate::model::{
    Action, Measure, Milestone, Recommendation, Record, RecordKind, Source, Workstream,
};
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

    pub(crate) fn recommendation(
        &self,
        source: Option<&Source>,
        recommendation: &Recommendation,
    ) -> RecommendationId {
        RecommendationId::from_uuid(self.id(recommendation, source))
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
        MilestoneId::from_uuid(id_within(milestone, || self.id(action, None)))
    }
}

/// Returns the id that the document gives a record or, without one, the id derived in a namespace
/// from its reference or text.
fn id_within(record: &dyn Record, within: impl FnOnce() -> Uuid) -> Uuid {
    record.explicit_id().unwrap_or_else(|| {
        let name = record.reference().unwrap_or(record.words());
        derive(&within(), record.kind().name(), name)
    })
}
