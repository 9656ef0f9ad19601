//! The handle of a source.

use super::{
    ActionRef, RecommendationRef,
    handle::{handle, serialize_handle},
};
use crate::id::SourceId;
use crate::model::{Record, RecordKind, Source};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A handle to a source of a plan. Serialises as `id` and `reference` (as written, or null).
#[derive(Clone, Copy)]
pub struct SourceRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Source,
}

handle!(SourceRef, Source, sources);
serialize_handle!(SourceRef);

impl<'p> SourceRef<'p> {
    /// Returns its id: the one in the document or, without one, the id derived from the authority (its code
    /// or, without one, its name) and its reference or, without one, its title. A derived id changes when
    /// one of these does, and [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it.
    #[must_use]
    pub fn id(self) -> SourceId {
        SourceId::from_uuid(self.plan.id_of(RecordKind::Source, self.position()))
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

    /// Returns its reference or, without one, its title.
    #[must_use]
    pub fn name(self) -> &'p str {
        self.reference().as_str().unwrap_or(&self.record.title)
    }

    /// Returns its title.
    #[must_use]
    pub fn title(self) -> &'p str {
        &self.record.title
    }

    /// Iterates over its recommendations, including parts and findings.
    #[must_use]
    pub fn recommendations(self) -> impl ExactSizeIterator<Item = RecommendationRef<'p>> {
        let found = self.plan.index().source_recommendations.of(self.position());
        RecommendationRef::each(self.plan, found)
    }

    /// Iterates over the actions that enable the response to it as a whole.
    #[must_use]
    pub fn enabling_actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        ActionRef::each(self.plan, self.plan.index().enabled_by.of(self.position()))
    }
}
