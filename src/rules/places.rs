//! Where rules point, what they loop over, and how they write days and words.

use chrono::NaiveDate;

use super::facts::Facts;
use crate::analysis::Timeliness;
use crate::diagnostic::Location;
use crate::model::Owner;
use crate::plan::{ActionRef, Item, ItemKind, Lead, quoted};

pub(super) use crate::text::day;

/// The items of one kind that are open and that their leads have not done yet, each with its class.
pub(crate) fn outstanding<'p>(
    facts: &Facts<'p>,
    kind: ItemKind,
) -> impl Iterator<Item = (Item<'p>, Timeliness)> {
    let items = facts.items().map(|timely| (timely.item(), timely.class()));
    items.filter(move |(item, class)| item.kind() == kind && class.is_outstanding())
}

/// The actions that are open.
pub(crate) fn open_actions<'p>(facts: &Facts<'p>) -> impl Iterator<Item = ActionRef<'p>> {
    facts.items().filter_map(|timely| match timely.item() {
        Item::Action(action) if timely.class().is_open() => Some(action),
        _ => None,
    })
}

/// Both kinds, in the order in which they are looked at.
pub(crate) const KINDS: [ItemKind; 2] = [ItemKind::Action, ItemKind::Milestone];

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

/// The due date as of a day as it is written, with its day where the words are not that day.
pub(crate) fn due_words(item: Item<'_>, as_of: NaiveDate) -> String {
    let words = item.current_due_words(as_of).map_or("", |words| words.as_str().trim());
    match item.current_due(as_of).due_day() {
        Some(due) if words != due.to_string() && words != day(due) => {
            format!("{} ({})", quoted(words), day(due))
        }
        _ => quoted(words),
    }
}

/// The urgent recommendation that an action answers, in words: `recommendation 2, which is urgent`.
pub(crate) fn urgent(action: ActionRef<'_>) -> Option<String> {
    let mut urgent = action.urgent_answers();
    let first = urgent.next()?.subject();
    Some(match urgent.count() {
        0 => format!("{first}, which is urgent"),
        1 => format!("{first} and 1 other, which are urgent"),
        more => format!("{first} and {more} others, which are urgent"),
    })
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
