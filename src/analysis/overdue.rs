//! What is late, by how much and with whom; and what falls due next.

use chrono::NaiveDate;

use super::timeliness::{Timeliness, TimelyItem, days_from};
use crate::plan::{ActionRef, Item, ItemKind, Lead, Plan, Reference};

impl Plan {
    /// What is late as of a day, in document order: open, not awaiting sign-off, and due before
    /// that day. What is due on the day itself is not late.
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

    /// What falls due on a day or within so many days after it, in document order: open items that
    /// are not awaiting sign-off.
    pub fn due_within(&self, as_of: NaiveDate, days: u32) -> impl Iterator<Item = DueItem<'_>> {
        self.items().filter_map(move |item| {
            let days_left = Timeliness::of(item, as_of).days_left()?;
            let due = item.current_due(as_of).due_day()?;
            (days_left <= days).then_some(DueItem { item, due, days_left })
        })
    }
}

impl Plan {
    /// The last day of the period the plan runs for, where one is known.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        let period = self.doc().period.as_ref();
        period.and_then(|period| period.end.as_ref()).and_then(|end| self.read(end).latest())
    }
}

impl<'p> TimelyItem<'p> {
    /// The item as something late, where its class as of the day says that it is.
    pub(crate) fn overdue(self, as_of: NaiveDate) -> Option<OverdueItem<'p>> {
        OverdueItem::of(self.item(), self.class(), as_of)
    }
}

/// Something late.
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

    /// The action or milestone.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        self.item
    }

    /// Which of the two it is.
    #[must_use]
    pub fn kind(&self) -> ItemKind {
        self.item.kind()
    }

    /// The action itself, or the action the milestone is a step of.
    #[must_use]
    pub fn action(&self) -> ActionRef<'p> {
        self.item.action()
    }

    /// What it is quoted by.
    #[must_use]
    pub fn reference(&self) -> Reference<'p> {
        self.item.reference()
    }

    /// What should have been done.
    #[must_use]
    pub fn title(&self) -> &'p str {
        self.item.title()
    }

    /// Who leads it.
    #[must_use]
    pub fn lead(&self) -> Lead<'p> {
        self.item.lead()
    }

    /// The day it was due, agreed revisions included.
    #[must_use]
    pub fn due(&self) -> NaiveDate {
        self.due
    }

    /// Days past that day: 1 on the day after.
    #[must_use]
    pub fn days_late(&self) -> u32 {
        self.days_late
    }

    /// Days past the original due day; none where that gives no day or has not come.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        let baseline = self.item.baseline_due().due_day()?;
        (baseline < self.as_of).then(|| days_from(baseline, self.as_of))
    }

    /// Whether it fell due on or after the day the plan's facts were gathered. Nobody has been
    /// asked about it yet: a report asks, and does not accuse.
    #[must_use]
    pub fn fell_due_since_report(&self) -> bool {
        self.item.plan().status_date().is_some_and(|status_date| self.due >= status_date)
    }
}

/// Something that falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueItem<'p> {
    item: Item<'p>,
    due: NaiveDate,
    days_left: u32,
}

impl<'p> DueItem<'p> {
    /// The action or milestone.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        self.item
    }

    /// The day it is due, agreed revisions included.
    #[must_use]
    pub fn due(&self) -> NaiveDate {
        self.due
    }

    /// Days until then: 0 on the day itself.
    #[must_use]
    pub fn days_left(&self) -> u32 {
        self.days_left
    }
}
