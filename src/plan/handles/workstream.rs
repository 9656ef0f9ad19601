//! The handle of a workstream.

use super::{
    ActionRef,
    handle::{handle, serialize_handle},
};
use crate::id::WorkstreamId;
use crate::model::{Record, RecordKind, Workstream};
use crate::plan::Plan;
use crate::plan::labels::Reference;
use crate::plan::subject::subject_of;

/// A handle to a workstream of a plan. Serialises as `id` and `reference` (as written, or null).
#[derive(Clone, Copy)]
pub struct WorkstreamRef<'p> {
    plan: &'p Plan,
    position: u32,
    record: &'p Workstream,
}

handle!(WorkstreamRef, Workstream, workstreams);
serialize_handle!(WorkstreamRef);

impl<'p> WorkstreamRef<'p> {
    /// Returns its id: the one in the document or, without one, the id derived from the id of the plan and
    /// its reference or, without one, its name. A derived id changes when one of these does, and
    /// [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it.
    #[must_use]
    pub fn id(self) -> WorkstreamId {
        WorkstreamId::from_uuid(self.plan.id_of(RecordKind::Workstream, self.position()))
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

    /// Returns the workstream it is a part of.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        let whole = self.plan.index().workstream_whole.of(self.position())?;
        Self::new(self.plan, whole)
    }

    /// Iterates over its direct parts.
    #[must_use]
    pub fn parts(self) -> impl ExactSizeIterator<Item = Self> {
        Self::each(self.plan, self.plan.index().workstream_parts.of(self.position()))
    }

    /// Iterates over its own actions, without those of its parts.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = ActionRef<'p>> {
        let found = self.plan.index().workstream_actions.of(self.position());
        ActionRef::each(self.plan, found)
    }
}
