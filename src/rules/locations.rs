//! Where rules point: the place of a key, of a due date, of the owner who leads.

use chrono::NaiveDate;

use crate::diagnostic::Location;
use crate::model::Owner;
use crate::plan::{Item, Lead};

/// The place of a key, or of its record where the key is not there.
pub(crate) fn place(record: Location, key: &'static str, is_there: bool) -> Location {
    if is_there { record.key(key) } else { record }
}

/// The place of the due date as of a day, in the revision that gives it.
pub(crate) fn due_place(item: Item<'_>, as_of: NaiveDate) -> Location {
    let record = match item.current_revision(as_of) {
        Some(position) => item.location().key("revisions").index(position),
        None => item.location(),
    };
    place(record, "due", item.current_due_words(as_of).is_some())
}

/// The place of the owner who leads.
pub(crate) fn lead_place(item: Item<'_>, lead: Lead<'_>) -> Location {
    let owners = match item {
        Item::Action(action) => &action.record().owners,
        Item::Milestone(milestone) => &milestone.record().owners,
    };
    let leads = |owner: &Owner| lead.owner().is_some_and(|lead| std::ptr::eq(lead, owner));
    match owners.iter().position(leads) {
        Some(position) => item.location().key("owners").index(position),
        None => item.location(),
    }
}
