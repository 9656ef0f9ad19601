//! Actions and milestones that are late, by how much and with which lead, and those due next.

use chrono::NaiveDate;

use super::timeliness::{Timeliness, TimelyItem, days_from};
use crate::plan::{ActionRef, Item, ItemKind, Lead, Plan, Reference};

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
    pub fn overdue(&self, as_of: NaiveDate) -> impl Iterator<Item = OverdueItem<'_>> {
        self.items()
            .filter_map(move |item| OverdueItem::of(item, Timeliness::of(item, as_of), as_of))
    }

    /// Returns the open items due on a date or in the following `days` days, in document order. Items
    /// awaiting sign-off are not included.
    pub fn due_within(&self, as_of: NaiveDate, days: u32) -> impl Iterator<Item = DueItem<'_>> {
        self.items().filter_map(move |item| {
            let days_left = Timeliness::of(item, as_of).days_left()?;
            let due = item.current_due(as_of).due_day()?;
            (days_left <= days).then_some(DueItem { item, due, days_left })
        })
    }
}

impl Plan {
    /// Returns the last day of the plan's period, if known.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        let period = self.doc().period.as_ref();
        period.and_then(|period| period.end.as_ref()).and_then(|end| self.read(end).latest())
    }
}

impl<'p> TimelyItem<'p> {
    /// Returns the item as an overdue item if it is late as of a date.
    pub(crate) fn overdue(self, as_of: NaiveDate) -> Option<OverdueItem<'p>> {
        OverdueItem::of(self.item(), self.class(), as_of)
    }
}

/// An action or milestone that is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverdueItem<'p> {
    item: Item<'p>,
    due: NaiveDate,
    days_late: u32,
    as_of: NaiveDate,
}

impl<'p> OverdueItem<'p> {
    fn of(item: Item<'p>, class: Timeliness, as_of: NaiveDate) -> Option<Self> {
        let Timeliness::Overdue { days } = class else { return None };
        let due = item.current_due(as_of).due_day()?;
        Some(Self { item, due, days_late: days, as_of })
    }

    /// Returns the action or milestone.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        self.item
    }

    /// Returns whether it is an action or a milestone.
    #[must_use]
    pub fn kind(&self) -> ItemKind {
        self.item.kind()
    }

    /// Returns the action itself or, for a milestone, the action it belongs to.
    #[must_use]
    pub fn action(&self) -> ActionRef<'p> {
        self.item.action()
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(&self) -> Reference<'p> {
        self.item.reference()
    }

    /// Returns the text of what should have been done.
    #[must_use]
    pub fn title(&self) -> &'p str {
        self.item.title()
    }

    /// Returns its lead.
    #[must_use]
    pub fn lead(&self) -> Lead<'p> {
        self.item.lead()
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
        let baseline = self.item.baseline_due().due_day()?;
        (baseline < self.as_of).then(|| days_from(baseline, self.as_of))
    }

    /// Returns whether it fell due on or after the plan's status date. The plan cannot show whether it
    /// was done, so reports ask instead of calling it late.
    #[must_use]
    pub fn fell_due_since_report(&self) -> bool {
        self.item.plan().status_date().is_some_and(|status_date| self.due >= status_date)
    }
}

/// An action or milestone that falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueItem<'p> {
    item: Item<'p>,
    due: NaiveDate,
    days_left: u32,
}

impl<'p> DueItem<'p> {
    /// Returns the action or milestone.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        self.item
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
}
