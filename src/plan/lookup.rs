//! Access to the records of a plan: all of a kind, or one by its id or reference.

use super::Plan;
use super::handles::{
    ActionRef, Item, MeasureRef, MilestoneRef, RecommendationRef, SourceRef, WorkstreamRef,
};
use super::ids::Place;
use crate::id::{
    ActionId, ItemId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId,
};
use crate::model::RecordKind;
use crate::text::fold_reference;

/// # Records
impl Plan {
    /// Iterates over the sources in document order.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = SourceRef<'_>> {
        SourceRef::all(self)
    }

    /// Iterates over the recommendations and their parts in document order.
    pub fn recommendations(&self) -> impl ExactSizeIterator<Item = RecommendationRef<'_>> {
        RecommendationRef::all(self)
    }

    /// Iterates over the workstreams in document order.
    pub fn workstreams(&self) -> impl ExactSizeIterator<Item = WorkstreamRef<'_>> {
        WorkstreamRef::all(self)
    }

    /// Iterates over the actions in document order.
    pub fn actions(&self) -> impl ExactSizeIterator<Item = ActionRef<'_>> {
        ActionRef::all(self)
    }

    /// Iterates over the milestones of all actions in document order.
    pub fn milestones(&self) -> impl Iterator<Item = MilestoneRef<'_>> {
        self.actions().flat_map(ActionRef::milestones)
    }

    /// Iterates over the measures in document order.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = MeasureRef<'_>> {
        MeasureRef::all(self)
    }

    /// Iterates over the actions in document order, each followed by its milestones.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        Item::all(self)
    }

    /// Counts the recommendations, including parts and findings.
    #[must_use]
    pub fn recommendation_count(&self) -> usize {
        self.doc().recommendations.len()
    }

    /// Counts the actions.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.doc().actions.len()
    }

    /// Counts the milestones of all actions.
    #[must_use]
    pub fn milestone_count(&self) -> usize {
        self.doc().count(RecordKind::Milestone)
    }

    /// Finds a source by its id.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<SourceRef<'_>> {
        SourceRef::new(self, self.with_id(RecordKind::Source, id.as_uuid())?)
    }

    /// Finds a recommendation by its id.
    #[must_use]
    pub fn recommendation(&self, id: RecommendationId) -> Option<RecommendationRef<'_>> {
        RecommendationRef::new(self, self.with_id(RecordKind::Recommendation, id.as_uuid())?)
    }

    /// Finds a workstream by its id.
    #[must_use]
    pub fn workstream(&self, id: WorkstreamId) -> Option<WorkstreamRef<'_>> {
        WorkstreamRef::new(self, self.with_id(RecordKind::Workstream, id.as_uuid())?)
    }

    /// Finds an action by its id.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<ActionRef<'_>> {
        ActionRef::new(self, self.with_id(RecordKind::Action, id.as_uuid())?)
    }

    /// Finds a milestone by its id.
    #[must_use]
    pub fn milestone(&self, id: MilestoneId) -> Option<MilestoneRef<'_>> {
        match self.place_of(id.as_uuid())? {
            Place::Milestone(action, at) => MilestoneRef::new(ActionRef::new(self, action)?, at),
            Place::Listed(..) => None,
        }
    }

    /// Finds an action or milestone by its id.
    #[must_use]
    pub fn item(&self, id: impl Into<ItemId>) -> Option<Item<'_>> {
        match id.into() {
            ItemId::Action(id) => self.action(id).map(Item::Action),
            ItemId::Milestone(id) => self.milestone(id).map(Item::Milestone),
        }
    }

    /// Finds a measure by its id.
    #[must_use]
    pub fn measure(&self, id: MeasureId) -> Option<MeasureRef<'_>> {
        MeasureRef::new(self, self.with_id(RecordKind::Measure, id.as_uuid())?)
    }

    /// Finds a source by its reference. Case, extra spaces and leading zeros are ignored (`R02` is
    /// `r2`).
    #[must_use]
    pub fn source_by_reference(&self, reference: &str) -> Option<SourceRef<'_>> {
        SourceRef::new(self, self.with_reference(RecordKind::Source, reference)?)
    }

    /// Finds recommendations by their reference: one for each source that uses it, or a single one
    /// for `source/reference`. Case, extra spaces and leading zeros are ignored.
    pub fn recommendations_by_reference<'p>(
        &'p self,
        reference: &str,
    ) -> impl Iterator<Item = RecommendationRef<'p>> {
        let wanted = fold_reference(reference).into_owned();
        self.recommendations().filter(move |one| {
            let Some(own) = one.reference().as_str() else { return false };
            let source = || one.source().and_then(|source| source.reference().as_str());
            fold_reference(own) == wanted
                || source()
                    .is_some_and(|source| fold_reference(&format!("{source}/{own}")) == wanted)
        })
    }

    /// Finds a workstream by its reference. Case, extra spaces and leading zeros are ignored.
    #[must_use]
    pub fn workstream_by_reference(&self, reference: &str) -> Option<WorkstreamRef<'_>> {
        WorkstreamRef::new(self, self.with_reference(RecordKind::Workstream, reference)?)
    }

    /// Finds an action by its reference. Case, extra spaces and leading zeros are ignored (`2.05.1`
    /// is `2.5.1`).
    #[must_use]
    pub fn action_by_reference(&self, reference: &str) -> Option<ActionRef<'_>> {
        ActionRef::new(self, self.with_reference(RecordKind::Action, reference)?)
    }

    /// Finds a measure by its reference. Case, extra spaces and leading zeros are ignored.
    #[must_use]
    pub fn measure_by_reference(&self, reference: &str) -> Option<MeasureRef<'_>> {
        MeasureRef::new(self, self.with_reference(RecordKind::Measure, reference)?)
    }
}
