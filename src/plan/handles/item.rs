//! Items: the actions and milestones, which have dates and can be late.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{ActionRef, MilestoneRef};
use crate::diagnostic::Location;
use crate::id::ItemId;
use crate::model::{DeliveryStatus, Owner, Revision, Stopped};
use crate::plan::Plan;
use crate::plan::dates::ItemDates;
use crate::plan::labels::{Lead, Reference};
use crate::vocabulary::closed_words;

/// An action or a milestone: the records that have a due date and can be late.
///
/// Displays as its kind and reference, `action 2.4.8`, or without one the beginning of its title. One
/// that is restricted, or a milestone of a restricted action, displays as its kind and id.
///
/// Serialises as `kind` (`action` or `milestone`), `id`, `reference` (as written, or null) and
/// `action`: the `id` and `reference` of the action of a milestone, or null for an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item<'p> {
    /// An action.
    Action(ActionRef<'p>),
    /// A milestone of an action.
    Milestone(MilestoneRef<'p>),
}

closed_words! {
    /// Whether an item is an action or a milestone.
    #[non_exhaustive]
    ItemKind {
        /// An action.
        Action = "action",
        /// A milestone.
        Milestone = "milestone",
    }
}

impl<'p> Item<'p> {
    /// Iterates over the actions in document order, each followed by its milestones.
    pub(crate) fn all(plan: &'p Plan) -> impl Iterator<Item = Self> {
        ActionRef::all(plan).flat_map(|action| {
            let milestones = action.milestones().map(Self::Milestone);
            std::iter::once(Self::Action(action)).chain(milestones)
        })
    }

    /// Returns whether it is an action or a milestone.
    #[must_use]
    pub fn kind(self) -> ItemKind {
        match self {
            Self::Action(_) => ItemKind::Action,
            Self::Milestone(_) => ItemKind::Milestone,
        }
    }

    /// Returns its id: see [`ActionRef::id`] and [`MilestoneRef::id`].
    #[must_use]
    pub fn id(self) -> ItemId {
        match self {
            Self::Action(action) => action.id().into(),
            Self::Milestone(milestone) => milestone.id().into(),
        }
    }

    /// Returns the action itself, or the action of the milestone.
    #[must_use]
    pub fn action(self) -> ActionRef<'p> {
        match self {
            Self::Action(action) => action,
            Self::Milestone(milestone) => milestone.action(),
        }
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        match self {
            Self::Action(action) => action.reference(),
            Self::Milestone(milestone) => milestone.reference(),
        }
    }

    /// Returns its title: what will be done or reached.
    #[must_use]
    pub fn title(self) -> &'p str {
        match self {
            Self::Action(action) => action.title(),
            Self::Milestone(milestone) => milestone.title(),
        }
    }

    /// Returns its delivery status.
    #[must_use]
    pub fn status(self) -> DeliveryStatus {
        match self {
            Self::Action(action) => action.status(),
            Self::Milestone(milestone) => milestone.status(),
        }
    }

    /// Returns its lead. A milestone without a lead of its own has that of its action.
    #[must_use]
    pub fn lead(self) -> Lead<'p> {
        match self {
            Self::Action(action) => action.lead(),
            Self::Milestone(milestone) => milestone.lead(),
        }
    }

    /// Returns its owners. A milestone without owners has those of its action.
    #[must_use]
    pub fn owners(self) -> &'p [Owner] {
        match self {
            Self::Milestone(milestone) if !milestone.record().owners.is_empty() => {
                &milestone.record().owners
            }
            _ => &self.action().record().owners,
        }
    }

    /// Returns the action that it is a milestone of, or `None` for an action.
    pub(crate) fn action_of_milestone(self) -> Option<ActionRef<'p>> {
        match self {
            Self::Action(_) => None,
            Self::Milestone(milestone) => Some(milestone.action()),
        }
    }

    /// Returns whether it, or the action of the milestone, is marked restricted.
    pub(crate) fn is_restricted(self) -> bool {
        let of_milestone = match self {
            Self::Action(_) => false,
            Self::Milestone(milestone) => milestone.record().restricted,
        };
        of_milestone || self.action().record().restricted
    }

    /// Returns its name in messages.
    pub(crate) fn subject(self) -> String {
        match self {
            Self::Action(action) => action.subject(),
            Self::Milestone(milestone) => milestone.subject(),
        }
    }

    /// Returns its location in the document.
    pub(crate) fn location(self) -> Location {
        match self {
            Self::Action(action) => action.location(),
            Self::Milestone(milestone) => milestone.location(),
        }
    }

    pub(crate) fn revisions(self) -> &'p [Revision] {
        match self {
            Self::Action(action) => &action.record().revisions,
            Self::Milestone(milestone) => &milestone.record().revisions,
        }
    }

    pub(crate) fn stopped(self) -> Option<&'p Stopped> {
        match self {
            Self::Action(action) => action.record().stopped.as_ref(),
            Self::Milestone(milestone) => milestone.record().stopped.as_ref(),
        }
    }

    pub(crate) fn dates(self) -> &'p ItemDates {
        match self {
            Self::Action(action) => &action.dates().item,
            Self::Milestone(milestone) => milestone.dates(),
        }
    }

    pub(crate) fn plan(self) -> &'p Plan {
        self.action().plan()
    }
}

impl From<Item<'_>> for ItemId {
    fn from(item: Item<'_>) -> Self {
        item.id()
    }
}

impl fmt::Display for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_restricted() { self.id().fmt(f) } else { f.write_str(&self.subject()) }
    }
}

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Item", 4)?;
        object.serialize_field("kind", &self.kind())?;
        object.serialize_field("id", self.id().as_uuid())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("action", &self.action_of_milestone())?;
        object.end()
    }
}
