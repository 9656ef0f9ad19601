//! The handle of a measure.

use super::{
    ActionRef, RecommendationRef, WorkstreamRef,
    handle::{handle, serialize_handle},
};
use crate::id::MeasureId;
use crate::model::{Measure, Record, RecordKind};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A handle to a measure of a plan. Serialises as `id` and `reference` (as written, or null).
#[derive(Clone, Copy)]
pub struct MeasureRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Measure,
}

handle!(MeasureRef, Measure, measures);
serialize_handle!(MeasureRef);

impl<'p> MeasureRef<'p> {
    /// Returns its id: the one in the document or, without one, the id derived from the id of the plan and
    /// its reference or, without one, its name. A derived id changes when one of these does, and
    /// [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it.
    #[must_use]
    pub fn id(self) -> MeasureId {
        MeasureId::from_uuid(self.plan.id_of(RecordKind::Measure, self.position()))
    }

    /// Returns its name in messages.
    pub(crate) fn subject(self) -> String {
        subject_of(self.record)
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        Reference::new(self.record.reference())
    }

    /// Returns its name.
    #[must_use]
    pub fn name(self) -> &'p str {
        &self.record.name
    }

    /// Iterates over the recommendations it is about.
    #[must_use]
    pub fn answers(self) -> impl ExactSizeIterator<Item = RecommendationRef<'p>> {
        let found = self.plan.index().measure_answers.of(self.position());
        RecommendationRef::each(self.plan, found)
    }

    /// Iterates over the workstreams it is about.
    #[must_use]
    pub fn workstreams(self) -> impl ExactSizeIterator<Item = WorkstreamRef<'p>> {
        let found = self.plan.index().measure_workstreams.of(self.position());
        WorkstreamRef::each(self.plan, found)
    }

    /// Iterates over the actions whose effect it shows.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().measure_actions.of(self.position()))
    }
}
