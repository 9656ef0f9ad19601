//! The handle of a recommendation.

use super::{
    ActionRef, MeasureRef, SourceRef,
    handle::{handle, serialize_handle},
};
use crate::id::RecommendationId;
use crate::model::{Recommendation, Record, RecordKind};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::{mention, subject_of};

/// A handle to a recommendation of a plan, or to a part of one. Serialises as `id`, `reference` (as
/// written, or null) and `source`, the `id` and `reference` of its source, or null.
#[derive(Clone, Copy)]
pub struct RecommendationRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Recommendation,
}

handle!(RecommendationRef, Recommendation, recommendations);
serialize_handle!(RecommendationRef, source);

impl<'p> RecommendationRef<'p> {
    /// Returns its id: the one in the document or, without one, the id derived from the id of its source
    /// (without a source, from the authority) and its reference or, without one, its text. A derived id
    /// changes when one of these does, and [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it. It does
    /// not depend on the plan, so that successive plans share it.
    #[must_use]
    pub fn id(self) -> RecommendationId {
        let id = self.plan.id_of(RecordKind::Recommendation, self.position());
        RecommendationId::from_uuid(id)
    }

    /// Returns its reference. Without one it displays with its source.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        let source = self.source().map(SourceRef::name);
        Reference::new(self.record.reference()).within(source)
    }

    /// Returns its name in a message about another record.
    pub(crate) fn mention(self) -> String {
        mention(self.record, self.subject(), &self.location())
    }

    /// Returns its name in messages, with its source if another source uses the same reference.
    pub(crate) fn subject(self) -> String {
        match (self.record.reference(), self.source()) {
            (Some(reference), Some(source)) if self.shares_reference() => {
                format!("recommendation {}/{}", source.name().trim(), reference.trim())
            }
            _ => subject_of(self.record),
        }
    }

    /// Returns whether another source has a recommendation with the same reference, so that the
    /// reference is ambiguous without its source.
    #[must_use]
    pub fn shares_reference(self) -> bool {
        let shares = &self.plan.index().shares_reference;
        shares.get(self.position()).copied().unwrap_or_default()
    }

    /// Returns its text.
    #[must_use]
    pub fn text(self) -> &'p str {
        &self.record.text
    }

    /// Returns the source it comes from.
    #[must_use]
    pub fn source(self) -> Option<SourceRef<'p>> {
        let source = self.plan.index().source_of.of(self.position())?;
        SourceRef::new(self.plan, source)
    }

    /// Returns the recommendation it is a part of.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        let whole = self.plan.index().whole_of.of(self.position())?;
        Self::new(self.plan, whole)
    }

    /// Iterates over its direct parts.
    #[must_use]
    pub fn parts(self) -> impl ExactSizeIterator<Item = Self> {
        Self::each(self.plan, self.plan.index().parts.of(self.position()))
    }

    /// Returns an urgent part somewhere below it, if there is any.
    pub(crate) fn urgent_part(self) -> Option<Self> {
        let part = self.plan.index().urgent_part.get(self.position()).copied().flatten()?;
        Self::new(self.plan, part)
    }

    /// Returns whether it counts in totals: it is not a part of another and not a finding.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self.whole().is_none() && !self.record.is_finding()
    }

    /// Iterates over the actions that name it in `answers`. Actions that answer only the whole it
    /// is a part of are not included; [`coverage`](Plan::coverage) counts them.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().answered_by.of(self.position()))
    }

    /// Iterates over the measures about it.
    #[must_use]
    pub fn measures(self) -> impl ExactSizeIterator<Item = MeasureRef<'p>> {
        let found = self.plan.index().answered_measures.of(self.position());
        MeasureRef::each(self.plan, found)
    }
}
