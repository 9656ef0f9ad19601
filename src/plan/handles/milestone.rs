//! The handle of a milestone.

use std::fmt;

use super::{ActionRef, handle::serialize_handle};
use crate::diagnostic::Location;
use crate::id::{ActionId, ItemId, MilestoneId};
use crate::model::{DeliveryStatus, Milestone, Record, RecordKind};
use crate::plan::Plan;
use crate::plan::adjacency::position as position_of;
use crate::plan::dates::ItemDates;
use crate::plan::ids::milestone_id;
use crate::plan::labels::{Lead, Reference};
use crate::plan::subject::milestone_subject;

/// A handle to a milestone of an action. Serialises as `id`, `reference` (as written, or null) and
/// `action`, the `id` and `reference` of its action.
#[derive(Clone, Copy)]
pub struct MilestoneRef<'p> {
    action: ActionRef<'p>,
    position: u32,
    record: &'p Milestone,
}

impl<'p> MilestoneRef<'p> {
    pub(crate) fn all(action: ActionRef<'p>) -> impl ExactSizeIterator<Item = Self> {
        let milestones = action.record().milestones.iter().enumerate();
        milestones.map(move |(position, record)| Self {
            action,
            position: position_of(position),
            record,
        })
    }

    /// Returns the milestone of an action at a position.
    pub(crate) fn new(action: ActionRef<'p>, position: u32) -> Option<Self> {
        let record = action.record().milestones.get(position as usize)?;
        Some(Self { action, position, record })
    }

    /// Returns the record in the document.
    #[must_use]
    pub fn record(self) -> &'p Milestone {
        self.record
    }

    /// Returns the plan it belongs to.
    #[must_use]
    pub fn plan(self) -> &'p Plan {
        self.action.plan()
    }

    /// Returns its position among the milestones of its action, counted from 0.
    #[must_use]
    pub fn position(self) -> usize {
        self.position as usize
    }

    /// Returns its id: the one in the document or, without one, the id derived from the id of its action and
    /// its reference or, without one, its title. A derived id changes when one of these does, and
    /// [`PlanDoc::pin_ids`](crate::PlanDoc::pin_ids) keeps it.
    #[must_use]
    pub fn id(self) -> MilestoneId {
        self.id_within(|| self.action.id())
    }

    /// Returns its id, given that of its action.
    pub(crate) fn id_within(self, action: impl FnOnce() -> ActionId) -> MilestoneId {
        let known = self.plan().known_id_of_milestone(self.action.position(), self.position());
        known.unwrap_or_else(|| milestone_id(self.record, action))
    }

    /// Returns its name in messages, with the reference of its action if there is one.
    pub(crate) fn subject(self) -> String {
        let action = self.action.record().reference();
        milestone_subject(action, self.record.reference(), self.title())
    }

    /// Returns its location in the document.
    pub(crate) fn location(self) -> Location {
        let list = RecordKind::Milestone.list();
        self.action.location().key(list).index(self.position())
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        Reference::new(self.record.reference())
    }

    /// Returns its title: what will be reached.
    #[must_use]
    pub fn title(self) -> &'p str {
        &self.record.title
    }

    /// Returns the action it belongs to.
    #[must_use]
    pub fn action(self) -> ActionRef<'p> {
        self.action
    }

    /// Returns its delivery status. A milestone with a completion date and no status is completed.
    #[must_use]
    pub fn status(self) -> DeliveryStatus {
        let is_dated = self.dates().completed.earliest().is_some();
        match self.record.status {
            DeliveryStatus::NotStated if is_dated => DeliveryStatus::Completed,
            status => status,
        }
    }

    /// Returns its lead, or the lead of its action if it has none of its own.
    #[must_use]
    pub fn lead(self) -> Lead<'p> {
        let own = Lead::of(&self.record.owners);
        if own.as_str().is_some() { own } else { self.action.lead() }
    }

    pub(crate) fn dates(self) -> &'p ItemDates {
        self.plan().dates_of_milestone(self.action.position(), self.position())
    }
}

serialize_handle!(MilestoneRef, action);

impl PartialEq for MilestoneRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.record, other.record)
    }
}

impl Eq for MilestoneRef<'_> {}

impl fmt::Debug for MilestoneRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.location())
    }
}

impl From<MilestoneRef<'_>> for ItemId {
    fn from(milestone: MilestoneRef<'_>) -> Self {
        milestone.id().into()
    }
}
