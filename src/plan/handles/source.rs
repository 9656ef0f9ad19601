//! A source and what comes from it.

use super::{ActionRef, RecommendationRef, handle::handle};
use crate::id::SourceId;
use crate::model::{Record, Source};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A source of recommendations in a plan.
#[derive(Clone, Copy)]
pub struct SourceRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Source,
}

handle!(SourceRef, Source, sources);

impl<'p> SourceRef<'p> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> SourceId {
        self.plan.namespaces().source(self.record)
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

    /// Its reference, or its title where it has none.
    #[must_use]
    pub fn name(self) -> &'p str {
        self.reference().as_str().unwrap_or(&self.record.title)
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'p str {
        &self.record.title
    }

    /// The recommendations, parts and findings that come from it.
    #[must_use]
    pub fn recommendations(self) -> impl ExactSizeIterator<Item = RecommendationRef<'p>> {
        let found = self.plan.index().source_recommendations.of(self.position());
        RecommendationRef::each(self.plan, found)
    }

    /// The actions that serve the whole response to it.
    #[must_use]
    pub fn enabling_actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().enabled_by.of(self.position()))
    }
}
