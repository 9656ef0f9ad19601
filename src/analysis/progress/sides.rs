//! The two plans that are compared, each as of its date.

use chrono::NaiveDate;

use super::pairs::Pairs;
use crate::plan::{ActionRef, Item, MilestoneRef, Plan};

/// The two plans, their dates, and who is whom.
#[derive(Debug, Clone)]
pub(super) struct Sides<'p> {
    pub(super) earlier: &'p Plan,
    pub(super) earlier_as_of: NaiveDate,
    pub(super) later: &'p Plan,
    pub(super) as_of: NaiveDate,
    pub(super) pairs: Pairs,
}

/// Where an item is: the position of its action, and that of the milestone in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    action: u32,
    milestone: u32,
}

const NONE: u32 = u32::MAX;

impl Place {
    /// No item.
    pub(super) const NOWHERE: Self = Self { action: NONE, milestone: NONE };

    pub(super) fn of(item: Item<'_>) -> Self {
        let position = |at: usize| u32::try_from(at).unwrap_or(NONE);
        let milestone = match item {
            Item::Action(_) => NONE,
            Item::Milestone(milestone) => position(milestone.position()),
        };
        Self { action: position(item.action().position()), milestone }
    }

    pub(super) fn is_milestone(self) -> bool {
        self.milestone != NONE
    }

    /// Returns the item of a plan at this place.
    pub(super) fn item(self, plan: &Plan) -> Option<Item<'_>> {
        let action = ActionRef::new(plan, self.action)?;
        if self.milestone == NONE {
            return Some(Item::Action(action));
        }
        MilestoneRef::new(action, self.milestone).map(Item::Milestone)
    }
}

/// Returns the number of an item among all items of its plan, each action before its milestones.
pub(super) fn item_number(item: Item<'_>) -> usize {
    let action = item.action();
    let first = milestones_before(action);
    match item {
        Item::Action(_) => action.position() + first,
        Item::Milestone(milestone) => action.position() + first + 1 + milestone.position(),
    }
}

/// Returns how many milestones the actions before one have.
pub(super) fn milestones_before(action: ActionRef<'_>) -> usize {
    let dates = &action.plan().index().dates;
    dates.milestone_position(action.position(), 0).unwrap_or_default()
}
