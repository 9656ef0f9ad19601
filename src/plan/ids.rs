//! The ids of a plan's records: the one a document pins, else the one its references make.

use uuid::Uuid;

use super::PlanDoc;
use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId, authority,
    derive,
};
use crate::model::{Action, Measure, Milestone, Recommendation, Source, Workstream};
use crate::text::written;

/// What a record is known by: its reference, else its words.
fn known_by<'a>(reference: Option<&'a String>, words: &'a str) -> &'a str {
    written(reference).unwrap_or(words)
}

/// The namespaces of one plan, from which every id in it is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Namespaces {
    authority: Uuid,
    plan: PlanId,
}

impl Namespaces {
    pub(crate) fn new(doc: &PlanDoc) -> Self {
        let authority = authority(known_by(doc.authority.code.as_ref(), &doc.authority.name));
        let made = derive(&authority, "plan", &doc.reference);
        Self { authority, plan: doc.id.unwrap_or(PlanId::from_uuid(made)) }
    }

    pub(crate) fn plan(&self) -> PlanId {
        self.plan
    }

    pub(crate) fn source(&self, source: &Source) -> SourceId {
        let name = known_by(source.reference.as_ref(), &source.title);
        let made = || SourceId::from_uuid(derive(&self.authority, "source", name));
        source.id.unwrap_or_else(made)
    }

    pub(crate) fn recommendation(
        &self,
        source: Option<&Source>,
        recommendation: &Recommendation,
    ) -> RecommendationId {
        recommendation.id.unwrap_or_else(|| {
            let within = source.map_or(self.authority, |source| *self.source(source).as_uuid());
            let name = known_by(recommendation.reference.as_ref(), &recommendation.text);
            RecommendationId::from_uuid(derive(&within, "recommendation", name))
        })
    }

    pub(crate) fn workstream(&self, workstream: &Workstream) -> WorkstreamId {
        let name = known_by(workstream.reference.as_ref(), &workstream.name);
        let made = || WorkstreamId::from_uuid(self.within_plan("workstream", name));
        workstream.id.unwrap_or_else(made)
    }

    pub(crate) fn action(&self, action: &Action) -> ActionId {
        let name = known_by(action.reference.as_ref(), &action.title);
        let made = || ActionId::from_uuid(self.within_plan("action", name));
        action.id.unwrap_or_else(made)
    }

    pub(crate) fn measure(&self, measure: &Measure) -> MeasureId {
        let name = known_by(measure.reference.as_ref(), &measure.name);
        let made = || MeasureId::from_uuid(self.within_plan("measure", name));
        measure.id.unwrap_or_else(made)
    }

    pub(crate) fn milestone(&self, action: &Action, milestone: &Milestone) -> MilestoneId {
        milestone.id.unwrap_or_else(|| {
            let name = known_by(milestone.reference.as_ref(), &milestone.title);
            let within = self.action(action);
            MilestoneId::from_uuid(derive(within.as_uuid(), "milestone", name))
        })
    }

    fn within_plan(&self, kind: &str, name: &str) -> Uuid {
        derive(self.plan.as_uuid(), kind, name)
    }
}
