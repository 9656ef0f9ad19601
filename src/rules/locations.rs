//! The locations that rules report: of a key, a due date or a lead.

use chrono::NaiveDate;

use crate::diagnostic::Location;
use crate::model::Owner;
use crate::plan::{Item, Lead};

/// Returns the location of a key, or of its record if the key is absent.
pub(crate) fn place(record: Location, key: &'static str, is_there: bool) -> Location {
    if is_there { record.key(key) } else { record }
}

/// Returns the location of the due date as of a date, which may be in a revision.
pub(crate) fn due_place(item: Item<'_>, as_of: NaiveDate) -> Location {
    let record = match item.current_revision(as_of) {
        Some(position) => item.location().key("revisions").index(position),
        None => item.location(),
    };
    place(record, "due", item.current_due_words(as_of).is_some())
}

/// Returns the location of the owner who leads.
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
