//! The handle of an action.

use super::{
    MeasureRef, MilestoneRef, RecommendationRef, SourceRef, WorkstreamRef,
    handle::{handle, serialize_handle},
};
use crate::id::{ActionId, ItemId};
#[cfg(feature = "csv")]
use crate::model::Owner;
use crate::model::{Action, DeliveryStatus, Record, RecordKind};
use crate::plan::Plan;
use crate::plan::dates::ActionDates;
use crate::plan::labels::{Lead, Reference};
use crate::plan::subject::{mention, subject_of};

/// A handle to an action of a plan. Serialises as `id` and `reference` (as written, or null).
#[derive(Clone, Copy)]
pub struct ActionRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Action,
}

handle!(ActionRef, Action, actions);
serialize_handle!(ActionRef);

impl<'p> ActionRef<'p> {
    /// Returns its id: the one in the document or, without one, the id derived from the id of the plan and
    /// its reference or, without one, its title. A derived id changes when one of these does, and
    /// [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it.
    #[must_use]
    pub fn id(self) -> ActionId {
        ActionId::from_uuid(self.plan.id_of(RecordKind::Action, self.position()))
    }

    /// Returns its name in a message about another record.
    pub(crate) fn mention(self) -> String {
        mention(self.record, self.subject(), &self.location())
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

    /// Returns its title: what will be done.
    #[must_use]
    pub fn title(self) -> &'p str {
        &self.record.title
    }

    /// Returns its declared delivery status.
    #[must_use]
    pub fn status(self) -> DeliveryStatus {
        self.record.status
    }

    /// Returns its lead.
    #[must_use]
    pub fn lead(self) -> Lead<'p> {
        Lead::of(&self.record.owners)
    }

    /// Iterates over its owners except the lead.
    #[cfg(feature = "csv")]
    pub(crate) fn other_owners(self) -> impl Iterator<Item = &'p Owner> {
        let lead = self.lead().owner();
        let owners = self.record.owners.iter();
        owners.filter(move |one| lead.is_none_or(|lead| !std::ptr::eq(*one, lead)))
    }

    /// Iterates over the recommendations it answers.
    #[must_use]
    pub fn answers(self) -> impl ExactSizeIterator<Item = RecommendationRef<'p>> {
        RecommendationRef::each(self.plan, self.plan.index().answers.of(self.position()))
    }

    /// Iterates over the sources whose response it enables as a whole.
    #[must_use]
    pub fn enables(self) -> impl ExactSizeIterator<Item = SourceRef<'p>> {
        SourceRef::each(self.plan, self.plan.index().enables.of(self.position()))
    }

    /// Returns whether it only enables and answers no recommendation, so that it covers none.
    #[must_use]
    pub fn is_enabling_only(self) -> bool {
        self.plan.index().answers.of(self.position()).is_empty()
    }

    /// Returns its workstream.
    #[must_use]
    pub fn workstream(self) -> Option<WorkstreamRef<'p>> {
        let workstream = self.plan.index().workstream_of.of(self.position())?;
        WorkstreamRef::new(self.plan, workstream)
    }

    /// Iterates over the actions it depends on.
    #[must_use]
    pub fn depends_on(self) -> impl ExactSizeIterator<Item = Self> {
        Self::each(self.plan, self.plan.index().depends_on.of(self.position()))
    }

    /// Iterates over the actions that depend on it.
    #[must_use]
    pub fn needed_by(self) -> impl ExactSizeIterator<Item = Self> {
        Self::each(self.plan, self.plan.index().needed_by.of(self.position()))
    }

    /// Returns the action that follows it.
    #[must_use]
    pub fn succeeded_by(self) -> Option<Self> {
        let next = self.plan.index().succeeded_by.of(self.position())?;
        Self::new(self.plan, next)
    }

    /// Iterates over the measures that show its effect.
    #[must_use]
    pub fn measures(self) -> impl ExactSizeIterator<Item = MeasureRef<'p>> {
        MeasureRef::each(self.plan, self.plan.index().action_measures.of(self.position()))
    }

    /// Iterates over its milestones.
    #[must_use]
    pub fn milestones(self) -> impl ExactSizeIterator<Item = MilestoneRef<'p>> {
        MilestoneRef::all(self)
    }

    pub(crate) fn dates(self) -> &'p ActionDates {
        self.plan.dates_of_action(self.position())
    }
}

impl From<ActionRef<'_>> for ItemId {
    fn from(action: ActionRef<'_>) -> Self {
        action.id().into()
    }
}
