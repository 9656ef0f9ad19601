//! The records of a plan: all of a kind, or one by its id or reference.

use super::Plan;
use super::handles::{
    ActionRef, Item, MeasureRef, MilestoneRef, RecommendationRef, SourceRef, WorkstreamRef,
};
use crate::id::{ActionId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId};
use crate::model::RecordKind;
use crate::text::fold_reference;

/// # Its records
impl Plan {
    /// The sources, in document order.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = SourceRef<'_>> {
        SourceRef::all(self)
    }

    /// The recommendations and their parts, in document order.
    pub fn recommendations(&self) -> impl ExactSizeIterator<Item = RecommendationRef<'_>> {
        RecommendationRef::all(self)
    }

    /// The workstreams, in document order.
    pub fn workstreams(&self) -> impl ExactSizeIterator<Item = WorkstreamRef<'_>> {
        WorkstreamRef::all(self)
    }

    /// The actions, in document order.
    pub fn actions(&self) -> impl ExactSizeIterator<Item = ActionRef<'_>> {
        ActionRef::all(self)
    }

    /// The milestones of all actions, in document order.
    pub fn milestones(&self) -> impl Iterator<Item = MilestoneRef<'_>> {
        self.actions().flat_map(ActionRef::milestones)
    }

    /// The measures, in document order.
    pub fn measures(&self) -> impl ExactSizeIterator<Item = MeasureRef<'_>> {
        MeasureRef::all(self)
    }

    /// Every action, each followed by its milestones: whatever can be late, in document order.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        Item::all(self)
    }

    /// How many recommendations there are, parts and findings included.
    #[must_use]
    pub fn recommendation_count(&self) -> usize {
        self.doc().recommendations.len()
    }

    /// How many actions there are.
    #[must_use]
    pub fn action_count(&self) -> usize {
        self.doc().actions.len()
    }

    /// How many milestones there are.
    #[must_use]
    pub fn milestone_count(&self) -> usize {
        self.doc().count(RecordKind::Milestone)
    }

    /// The source with an id.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<SourceRef<'_>> {
        SourceRef::new(self, self.with_id(RecordKind::Source, id.as_uuid())?)
    }

    /// The recommendation with an id.
    #[must_use]
    pub fn recommendation(&self, id: RecommendationId) -> Option<RecommendationRef<'_>> {
        RecommendationRef::new(self, self.with_id(RecordKind::Recommendation, id.as_uuid())?)
    }

    /// The workstream with an id.
    #[must_use]
    pub fn workstream(&self, id: WorkstreamId) -> Option<WorkstreamRef<'_>> {
        WorkstreamRef::new(self, self.with_id(RecordKind::Workstream, id.as_uuid())?)
    }

    /// The action with an id.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<ActionRef<'_>> {
        ActionRef::new(self, self.with_id(RecordKind::Action, id.as_uuid())?)
    }

    /// The milestone with an id. Looks through all of them.
    #[must_use]
    pub fn milestone(&self, id: MilestoneId) -> Option<MilestoneRef<'_>> {
        self.milestones().find(|one| one.id() == id)
    }

    /// The measure with an id.
    #[must_use]
    pub fn measure(&self, id: MeasureId) -> Option<MeasureRef<'_>> {
        MeasureRef::new(self, self.with_id(RecordKind::Measure, id.as_uuid())?)
    }

    /// The source with a reference, compared as people compare them (`R02` is `r2`).
    #[must_use]
    pub fn source_by_reference(&self, reference: &str) -> Option<SourceRef<'_>> {
        SourceRef::new(self, self.with_reference(RecordKind::Source, reference)?)
    }

    /// The recommendations with a reference: one for each source that has it, or one alone where it
    /// is written `source/reference`.
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

    /// The workstream with a reference.
    #[must_use]
    pub fn workstream_by_reference(&self, reference: &str) -> Option<WorkstreamRef<'_>> {
        WorkstreamRef::new(self, self.with_reference(RecordKind::Workstream, reference)?)
    }

    /// The action with a reference, compared as people compare them (`2.05.1` is `2.5.1`).
    #[must_use]
    pub fn action_by_reference(&self, reference: &str) -> Option<ActionRef<'_>> {
        ActionRef::new(self, self.with_reference(RecordKind::Action, reference)?)
    }

    /// The measure with a reference.
    #[must_use]
    pub fn measure_by_reference(&self, reference: &str) -> Option<MeasureRef<'_>> {
        MeasureRef::new(self, self.with_reference(RecordKind::Measure, reference)?)
    }
}
