//! A recommendation and what answers it.

use super::{ActionRef, MeasureRef, SourceRef, handle::handle};
use crate::id::RecommendationId;
use crate::model::{Recommendation, Record};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A recommendation, or a part of one, in a plan.
#[derive(Clone, Copy)]
pub struct RecommendationRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Recommendation,
}

handle!(RecommendationRef, Recommendation, recommendations);

impl<'p> RecommendationRef<'p> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> RecommendationId {
        let source = self.source().map(SourceRef::record);
        self.plan.namespaces().recommendation(source, self.record)
    }

    /// What it is quoted by; printed, an unnumbered one names its source.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        let source = self.source().map(SourceRef::name);
        Reference::new(self.record.reference()).within(source)
    }

    /// What a message calls it: with its source where another source has the same reference.
    pub(crate) fn subject(self) -> String {
        match (self.record.reference(), self.source()) {
            (Some(reference), Some(source)) if self.shares_reference() => {
                format!("recommendation {}/{}", source.name().trim(), reference.trim())
            }
            _ => subject_of(self.record),
        }
    }

    /// Whether another source has a recommendation with the same reference, so that the source has
    /// to be named with it.
    #[must_use]
    pub fn shares_reference(self) -> bool {
        let shares = &self.plan.index().shares_reference;
        shares.get(self.position()).copied().unwrap_or_default()
    }

    /// What it says.
    #[must_use]
    pub fn text(self) -> &'p str {
        &self.record.text
    }

    /// The source it comes from.
    #[must_use]
    pub fn source(self) -> Option<SourceRef<'p>> {
        let source = self.plan.index().source_of.of(self.position())?;
        SourceRef::new(self.plan, source)
    }

    /// The recommendation it is a part of.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        let whole = self.plan.index().whole_of.of(self.position())?;
        Self::new(self.plan, whole)
    }

    /// Its parts.
    #[must_use]
    pub fn parts(self) -> impl ExactSizeIterator<Item = Self> {
        Self::each(self.plan, self.plan.index().parts.of(self.position()))
    }

    /// Whether it counts in the totals: not a part of another, and not a finding.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self.whole().is_none() && !self.record.is_finding()
    }

    /// The actions that name it in `answers`. An action that answers the whole answers each part as
    /// well: see [`coverage`](Plan::coverage).
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().answered_by.of(self.position()))
    }

    /// The measures that tell about it.
    #[must_use]
    pub fn measures(self) -> impl ExactSizeIterator<Item = MeasureRef<'p>> {
        let found = self.plan.index().answered_measures.of(self.position());
        MeasureRef::each(self.plan, found)
    }
}
