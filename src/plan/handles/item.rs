//! What has a date and can be late: an action or a milestone.

use std::fmt;

use super::{ActionRef, MilestoneRef};
use crate::diagnostic::Location;
use crate::model::{DeliveryStatus, Owner, Revision, Stopped};
use crate::plan::Plan;
use crate::plan::dates::ItemDates;
use crate::plan::labels::{Lead, Reference};

/// An action or a milestone: whatever has a date and can be late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item<'p> {
    /// An action.
    Action(ActionRef<'p>),
    /// A milestone of an action.
    Milestone(MilestoneRef<'p>),
}

/// Which of the two an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ItemKind {
    /// An action.
    Action,
    /// A milestone.
    Milestone,
}

impl ItemKind {
    /// The word that is printed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Milestone => "milestone",
        }
    }
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<'p> Item<'p> {
    /// Every action, each followed by its milestones, in document order.
    pub(crate) fn all(plan: &'p Plan) -> impl Iterator<Item = Self> {
        ActionRef::all(plan).flat_map(|action| {
            let milestones = action.milestones().map(Self::Milestone);
            std::iter::once(Self::Action(action)).chain(milestones)
        })
    }

    /// Which of the two it is.
    #[must_use]
    pub fn kind(self) -> ItemKind {
        match self {
            Self::Action(_) => ItemKind::Action,
            Self::Milestone(_) => ItemKind::Milestone,
        }
    }

    /// The action itself, or the action the milestone is a step of.
    #[must_use]
    pub fn action(self) -> ActionRef<'p> {
        match self {
            Self::Action(action) => action,
            Self::Milestone(milestone) => milestone.action(),
        }
    }

    /// What it is quoted by.
    #[must_use]
    pub fn reference(self) -> Reference<'p> {
        match self {
            Self::Action(action) => action.reference(),
            Self::Milestone(milestone) => milestone.reference(),
        }
    }

    /// What will be done or reached.
    #[must_use]
    pub fn title(self) -> &'p str {
        match self {
            Self::Action(action) => action.title(),
            Self::Milestone(milestone) => milestone.title(),
        }
    }

    /// Its delivery status.
    #[must_use]
    pub fn status(self) -> DeliveryStatus {
        match self {
            Self::Action(action) => action.status(),
            Self::Milestone(milestone) => milestone.status(),
        }
    }

    /// Who leads it: for a milestone its own owners, else those of its action.
    #[must_use]
    pub fn lead(self) -> Lead<'p> {
        match self {
            Self::Action(action) => action.lead(),
            Self::Milestone(milestone) => milestone.lead(),
        }
    }

    /// Who owns it: for a milestone its own owners, else those of its action.
    #[must_use]
    pub fn owners(self) -> &'p [Owner] {
        match self {
            Self::Milestone(milestone) if !milestone.record().owners.is_empty() => {
                &milestone.record().owners
            }
            _ => &self.action().record().owners,
        }
    }

    /// What a message calls it.
    pub(crate) fn subject(self) -> String {
        match self {
            Self::Action(action) => action.subject(),
            Self::Milestone(milestone) => milestone.subject(),
        }
    }

    /// Its place in the document.
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
