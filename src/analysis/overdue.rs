//! Actions and milestones that are late, by how much and with which lead, and those due next.

use std::fmt;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answers::Answers;
use super::item_answer::{days_past_baseline, is_since_report, item_answer, lead_words};
use super::timeliness::{Timeliness, days_from};
use super::timeliness_report::{TimelinessReport, TimelyItem};
use crate::model::DeliveryStatus;
use crate::plan::{Item, ItemDates, Plan};
use crate::text::{day, days};

impl Plan {
    /// Returns the actions and milestones that are late as of a date, in document order: open, not
    /// awaiting sign-off, and due before that date. An item due on that date is not late.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Set up a board")
    /// #         .with_reference("1")
    /// #         .with_enables(["ofsted"])
    /// #         .with_owners(["Director"])
    /// #         .with_due("2026-10-30")]);
    /// # let plan = Plan::build(doc)?;
    /// for item in plan.overdue("2026-11-02".parse()?) {
    ///     assert_eq!(item.days_late(), 3);
    ///     assert_eq!(item.lead().to_string(), "Director");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overdue(&self, as_of: NaiveDate) -> Answers<OverdueItem<'_>> {
        let mut late = Vec::new();
        for action in self.actions() {
            let item = Item::Action(action);
            let stop = item.stop(as_of);
            late.extend(OverdueItem::of_stopped(item, item.dates(), stop, as_of));
            let dates = self.index().dates.milestones(action.position());
            for (milestone, dates) in action.milestones().zip(dates) {
                let item = Item::Milestone(milestone);
                if let Some(item) = OverdueItem::of_stopped(item, dates, stop, as_of) {
                    late.push(item);
                }
            }
        }
        late.into_iter().collect()
    }

    /// Returns the open items due on a date or in the following `days` days, in document order. Items
    /// awaiting sign-off are not included.
    pub fn due_within(&self, as_of: NaiveDate, days: u32) -> Answers<DueItem<'_>> {
        let due = |item| DueItem::of(item, Timeliness::of(item, as_of), as_of);
        self.items().filter_map(due).filter(|item| item.days_left <= days).collect()
    }
}

impl Plan {
    /// Returns the last day of the plan's period, if known. A period that ends before it begins has none.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        let period = self.doc().period.as_ref()?;
        let start = period.start.as_ref().and_then(|start| self.read(start).earliest());
        let end = period.end.as_ref().and_then(|end| self.read(end).latest());
        end.filter(|end| start.is_none_or(|start| start <= *end))
    }
}

impl<'p> TimelinessReport<'p> {
    /// Returns the late items in document order, from the classes that are known already.
    pub(crate) fn late(&self) -> impl Iterator<Item = OverdueItem<'p>> {
        self.items().filter_map(|timely| timely.overdue(self.as_of()))
    }

    /// Returns the open items due on the date or in the following days, in document order, from the classes that are
    /// known already.
    pub(crate) fn due_within(&self, days: u32) -> impl Iterator<Item = DueItem<'p>> {
        let due = |one: TimelyItem<'p>| DueItem::of(one.item(), one.class(), self.as_of());
        self.items().filter_map(due).filter(move |item| item.days_left <= days)
    }
}

impl<'p> TimelyItem<'p> {
    /// Returns the item as an overdue item if it is late as of a date.
    pub(crate) fn overdue(self, as_of: NaiveDate) -> Option<OverdueItem<'p>> {
        OverdueItem::of(self.item(), self.class(), as_of)
    }
}

/// An action or milestone that is late.
///
/// Displays as a sentence without a full stop: `action 3.1 was due on 30 October 2026 and is 3 days late
/// (lead: Director)`. Without a reference the sentence quotes the title. A restricted item displays as
/// its kind and id alone.
///
/// Serialises as `kind` (`action` or `milestone`), `id`, `reference` (as written, or null), `action`
/// (the `id` and `reference` of the action of a milestone, else null), `title`, `due`, `baseline_due`
/// (the day it was due before any revision, or null), `days_late`, `lead` (as written, or null) and
/// `fell_due_since_report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverdueItem<'p> {
    item: Item<'p>,
    due: NaiveDate,
    days_late: u32,
    as_of: NaiveDate,
}

item_answer!(OverdueItem);

impl<'p> OverdueItem<'p> {
    /// Returns the item if it is late, given its dates and the stop of its action. Most items are plain or not past
    /// their due day, so that is asked first.
    #[inline]
    fn of_stopped(
        item: Item<'p>,
        dates: &ItemDates,
        of_action: Option<DeliveryStatus>,
        as_of: NaiveDate,
    ) -> Option<Self> {
        if !dates.is_plain {
            return Self::of_moved(item, of_action, as_of);
        }
        let due = dates.due.due_day().filter(|due| *due < as_of && of_action.is_none())?;
        Some(Self { item, due, days_late: days_from(due, as_of), as_of })
    }

    /// Returns any item if it is late. Kept apart, so that the way of most items is short enough to be part of the loop.
    #[inline(never)]
    fn of_moved(
        item: Item<'p>,
        of_action: Option<DeliveryStatus>,
        as_of: NaiveDate,
    ) -> Option<Self> {
        let due = item.current_due(as_of).due_day().filter(|due| *due < as_of)?;
        let is_late = item.stop_within(of_action, as_of).is_none()
            && item.status() != DeliveryStatus::AwaitingSignOff
            && !item.is_completed(as_of);
        is_late.then(|| Self { item, due, days_late: days_from(due, as_of), as_of })
    }

    pub(super) fn of(item: Item<'p>, class: Timeliness, as_of: NaiveDate) -> Option<Self> {
        let Timeliness::Overdue { days } = class else { return None };
        let due = item.current_due(as_of).due_day()?;
        Some(Self { item, due, days_late: days, as_of })
    }

    /// Returns the day it was due, including agreed revisions.
    #[must_use]
    pub fn due(&self) -> NaiveDate {
        self.due
    }

    /// Returns the days past the due day: 1 on the next day.
    #[must_use]
    pub fn days_late(&self) -> u32 {
        self.days_late
    }

    /// Returns the days past the original due day, or `None` if that is not a day or has not passed.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        days_past_baseline(self.item, self.as_of)
    }

    /// Returns whether it fell due on or after the plan's status date. The plan cannot show whether it
    /// was done, so reports ask instead of calling it late.
    #[must_use]
    pub fn fell_due_since_report(&self) -> bool {
        is_since_report(self.item, self.due)
    }
}

answer_object!(OverdueItem<'_>, |this|
    [this.item]
    due = this.due,
    baseline_due = this.baseline_due(),
    days_late = this.days_late,
    lead = this.lead(),
    fell_due_since_report = this.fell_due_since_report(),
);

impl fmt::Display for OverdueItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.item.fmt(f)?;
        if self.item.is_restricted() {
            return Ok(());
        }
        let (due, late, lead) = (day(self.due), days(self.days_late), lead_words(self.item));
        if self.fell_due_since_report() {
            write!(f, " fell due on {due}, {late} ago, since the facts were gathered ({lead})")
        } else {
            write!(f, " was due on {due} and is {late} late ({lead})")
        }
    }
}

/// An action or milestone that falls due.
///
/// Displays as a sentence without a full stop: `action 3.1 is due on 30 October 2026, in 3 days (lead:
/// Director)`. Without a reference the sentence quotes the title. A restricted item displays as its kind
/// and id alone.
///
/// Serialises as the keys of [`OverdueItem`], with `days_left` in place of `days_late` and
/// `fell_due_since_report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueItem<'p> {
    item: Item<'p>,
    due: NaiveDate,
    days_left: u32,
    as_of: NaiveDate,
}

item_answer!(DueItem);

impl<'p> DueItem<'p> {
    fn of(item: Item<'p>, class: Timeliness, as_of: NaiveDate) -> Option<Self> {
        let days_left = class.days_left()?;
        Some(Self { item, due: item.current_due(as_of).due_day()?, days_left, as_of })
    }

    /// Returns the day it is due, including agreed revisions.
    #[must_use]
    pub fn due(&self) -> NaiveDate {
        self.due
    }

    /// Returns the days left: 0 on the due day.
    #[must_use]
    pub fn days_left(&self) -> u32 {
        self.days_left
    }

    /// Returns the days past the original due day of an item that was given a later date, or `None` if
    /// that is not a day or has not passed.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        days_past_baseline(self.item, self.as_of)
    }
}

answer_object!(DueItem<'_>, |this|
    [this.item]
    due = this.due,
    baseline_due = this.baseline_due(),
    days_left = this.days_left,
    lead = this.lead(),
);

impl fmt::Display for DueItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.item.fmt(f)?;
        if self.item.is_restricted() {
            return Ok(());
        }
        write!(f, " is due on {}, ", day(self.due))?;
        match self.days_left {
            0 => f.write_str("today")?,
            left => write!(f, "in {}", days(left))?,
        }
        write!(f, " ({})", lead_words(self.item))
    }
}
