//! What every answer about one action or milestone has: the accessors of the item.

use chrono::NaiveDate;

use super::timeliness::days_from;
use crate::plan::Item;

/// Implements the accessors of an answer with a field `item`.
macro_rules! item_answer {
    ($answer:ident) => {
        impl<'p> $answer<'p> {
            /// Returns the action or milestone.
            #[must_use]
            pub fn item(&self) -> $crate::plan::Item<'p> {
                self.item
            }

            /// Returns whether it is an action or a milestone.
            #[must_use]
            pub fn kind(&self) -> $crate::plan::ItemKind {
                self.item.kind()
            }

            /// Returns its id: see [`Item::id`](crate::plan::Item::id).
            #[must_use]
            pub fn id(&self) -> $crate::id::ItemId {
                self.item.id()
            }

            /// Returns the action itself or, for a milestone, the action it belongs to.
            #[must_use]
            pub fn action(&self) -> $crate::plan::ActionRef<'p> {
                self.item.action()
            }

            /// Returns its reference.
            #[must_use]
            pub fn reference(&self) -> $crate::plan::Reference<'p> {
                self.item.reference()
            }

            /// Returns its title: what will be done or reached.
            #[must_use]
            pub fn title(&self) -> &'p str {
                self.item.title()
            }

            /// Returns its lead.
            #[must_use]
            pub fn lead(&self) -> $crate::plan::Lead<'p> {
                self.item.lead()
            }

            /// Returns the day it was due before any revision, or `None` if that is not a day.
            #[must_use]
            pub fn baseline_due(&self) -> Option<chrono::NaiveDate> {
                self.item.baseline_due().due_day()
            }
        }
    };
}

pub(super) use item_answer;

/// Returns the days past the original due day of an item, if it has passed.
pub(super) fn days_past_baseline(item: Item<'_>, as_of: NaiveDate) -> Option<u32> {
    let baseline = item.baseline_due().due_day()?;
    (baseline < as_of).then(|| days_from(baseline, as_of))
}

/// Returns whether a due day of an item is on or after the plan's status date.
pub(super) fn is_since_report(item: Item<'_>, due: NaiveDate) -> bool {
    item.plan().status_date().is_some_and(|status_date| due >= status_date)
}

/// Returns the lead in a sentence: `lead: Head of Safeguarding`, or `no owner`.
pub(super) fn lead_words(item: Item<'_>) -> String {
    match item.lead().as_str() {
        Some(lead) => format!("lead: {}", lead.trim()),
        None => item.lead().to_string(),
    }
}
