//! A measure and what it is about.

use super::{ActionRef, RecommendationRef, WorkstreamRef, handle::handle};
use crate::id::MeasureId;
use crate::model::{Measure, Record};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A measure in a plan.
#[derive(Clone, Copy)]
pub struct MeasureRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Measure,
}

handle!(MeasureRef, Measure, measures);

impl<'p> MeasureRef<'p> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> MeasureId {
        self.plan.namespaces().measure(self.record)
    }

    /// What a message calls it.
    pub(crate) fn subject(self) -> String {
        subject_of(self.record)
    }

    /// What it is quoted by.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        Reference::new(self.record.reference())
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'p str {
        &self.record.name
    }

    /// The recommendations it is about.
    #[must_use]
    pub fn answers(self) -> impl ExactSizeIterator<Item = RecommendationRef<'p>> {
        let found = self.plan.index().measure_answers.of(self.position());
        RecommendationRef::each(self.plan, found)
    }

    /// The workstreams it is about.
    #[must_use]
    pub fn workstreams(self) -> impl ExactSizeIterator<Item = WorkstreamRef<'p>> {
        let found = self.plan.index().measure_workstreams.of(self.position());
        WorkstreamRef::each(self.plan, found)
    }

    /// The actions whose effect it shows.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().measure_actions.of(self.position()))
    }
}
