//! Which revisions of an item are also those of the item in another plan.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::due_date::DueDate;
use crate::plan::Item;
use crate::text::fold;

/// What makes two revisions the same: the day of agreement and the due day, or the words of one that gives no day.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct RevisionKey<'p> {
    agreed: NaiveDate,
    due: Option<NaiveDate>,
    words: Cow<'p, str>,
}

/// Returns what is compared of a revision, unless it has no day of agreement.
fn key(item: Item<'_>, position: usize) -> Option<RevisionKey<'_>> {
    let dates = item.revision_dates().get(position)?;
    let due = dates.due.due_day();
    let words = if due.is_some() {
        Cow::Borrowed("")
    } else {
        fold(item.revisions().get(position)?.due.as_ref().map_or("", DueDate::as_str))
    };
    Some(RevisionKey { agreed: dates.agreed.latest()?, due, words })
}

fn agreed(item: Item<'_>, as_of: NaiveDate) -> impl Iterator<Item = usize> {
    let revisions = item.revision_dates().iter().enumerate();
    revisions.filter(move |(_, one)| one.is_agreed(as_of)).map(|(position, _)| position)
}

/// Returns the positions of the revisions of an item that were agreed by a date, of which the item in the earlier
/// plan has none that is the same and was agreed by its date.
pub(super) fn new_moves(
    (earlier, earlier_as_of): (Item<'_>, NaiveDate),
    (later, as_of): (Item<'_>, NaiveDate),
) -> Vec<usize> {
    let mut known: Vec<_> =
        agreed(earlier, earlier_as_of).filter_map(|at| key(earlier, at)).collect();
    known.sort_unstable();
    let is_new = |at: &usize| key(later, *at).is_some_and(|key| known.binary_search(&key).is_err());
    agreed(later, as_of).filter(is_new).collect()
}

/// Returns the positions of the revisions of an item in the earlier plan that were agreed by its date and that the
/// item in the later plan does not list any more, agreed or not.
pub(super) fn altered(
    (earlier, earlier_as_of): (Item<'_>, NaiveDate),
    later: Item<'_>,
) -> Vec<usize> {
    if earlier.revision_dates().is_empty() {
        return Vec::new();
    }
    let mut listed: Vec<_> =
        (0..later.revision_dates().len()).filter_map(|at| key(later, at)).collect();
    listed.sort_unstable();
    let is_gone =
        |at: &usize| key(earlier, *at).is_some_and(|key| listed.binary_search(&key).is_err());
    agreed(earlier, earlier_as_of).filter(is_gone).collect()
}
