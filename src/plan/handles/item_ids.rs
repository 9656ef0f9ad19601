//! The ids of many items, asked for in document order.

use uuid::Uuid;

use super::{ActionRef, Item};
use crate::id::ActionId;

/// Gives the ids of items, one after the other. The id of an action is derived once for itself and the milestones
/// that follow it: where many are listed, deriving ids costs more than everything else.
#[derive(Default)]
pub(crate) struct ItemIds<'p> {
    last: Option<(ActionRef<'p>, ActionId)>,
}

impl<'p> ItemIds<'p> {
    /// Returns the id of an action.
    pub(crate) fn of_action(&mut self, action: ActionRef<'p>) -> ActionId {
        match self.last {
            Some((last, id)) if last == action => id,
            _ => {
                let id = action.id();
                self.last = Some((action, id));
                id
            }
        }
    }

    /// Returns the id of an item.
    pub(crate) fn of(&mut self, item: Item<'p>) -> Uuid {
        match item {
            Item::Action(action) => *self.of_action(action).as_uuid(),
            Item::Milestone(milestone) => {
                let action = self.of_action(milestone.action());
                *milestone.id_within(|| action).as_uuid()
            }
        }
    }
}
