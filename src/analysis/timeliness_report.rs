//! The timeliness of a plan: every action and milestone with its class, and the counts of the classes.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::answer_object::answer_object;
use super::item_answer::{days_past_baseline, is_since_report, item_answer};
use super::timeliness::Timeliness;
use crate::plan::{Item, Plan};

impl Plan {
    /// Returns the timeliness class of every action and milestone as of a date.
    ///
    /// Takes time linear in the size of the plan.
    ///
    /// ```
    /// # use improvement_plan::facts::Timeliness;
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Set up a board")
    ///         .with_enables(["ofsted"])
    ///         .with_due("October 2026")]);
    /// let plan = Plan::build(doc)?;
    /// let report = plan.timeliness("2026-11-02".parse()?);
    /// let classes: Vec<_> = report.items().map(|item| item.class()).collect();
    /// assert_eq!(classes, [Timeliness::Overdue { days: 2 }]); // October ends on the 31st
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timeliness(&self, as_of: NaiveDate) -> TimelinessReport<'_> {
        let items = Vec::with_capacity(self.action_count() + self.milestone_count());
        let (actions, milestones) = (TimelinessCounts::default(), TimelinessCounts::default());
        let mut report = TimelinessReport { as_of, actions, milestones, items };
        Timeliness::each(self, as_of, |item, class| {
            match item {
                Item::Action(_) => report.actions.add(class),
                Item::Milestone(_) => report.milestones.add(class),
            }
            report.items.push(TimelyItem { item, class, as_of });
        });
        report
    }
}

/// An action or milestone and its timeliness class.
///
/// Displays as a line such as `action 2.4.8: overdue by 3 days`; a restricted item displays as its kind
/// and id alone.
///
/// Serialises as the keys of [`OverdueItem`](crate::facts::OverdueItem) and of [`Timeliness`]: `kind`,
/// `id`, `reference`, `action`, `title`, `due` and `baseline_due` (days, or null where no day is known),
/// `class`, `days`, `no_date`, `days_late` (null unless it is or was completed late), `lead` and
/// `fell_due_since_report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelyItem<'p> {
    item: Item<'p>,
    class: Timeliness,
    as_of: NaiveDate,
}

item_answer!(TimelyItem);

impl TimelyItem<'_> {
    /// Returns its class.
    #[must_use]
    pub fn class(&self) -> Timeliness {
        self.class
    }

    /// Returns the day it is due, including agreed revisions, or `None` if no day is known.
    #[must_use]
    pub fn due(&self) -> Option<NaiveDate> {
        self.item.current_due(self.as_of).due_day()
    }

    /// Returns the days past the due day of an item that is late or was completed late.
    #[must_use]
    pub fn days_late(&self) -> Option<u32> {
        self.class.days_late()
    }

    /// Returns the days left for an open item whose due day has not passed.
    #[must_use]
    pub fn days_left(&self) -> Option<u32> {
        self.class.days_left()
    }

    /// Returns the days past the original due day of an item that its lead has yet to complete, or `None`
    /// if that is not a day or has not passed.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        let is_outstanding = self.class.is_outstanding();
        is_outstanding.then(|| days_past_baseline(self.item, self.as_of)).flatten()
    }

    /// Returns whether it is late and fell due on or after the plan's status date. The plan cannot show
    /// whether it was done, so reports ask instead of calling it late.
    #[must_use]
    pub fn fell_due_since_report(&self) -> bool {
        matches!(self.class, Timeliness::Overdue { .. })
            && self.due().is_some_and(|due| is_since_report(self.item, due))
    }
}

answer_object!(TimelyItem<'_>, |this|
    [this.item]
    due = this.due(),
    baseline_due = this.baseline_due(),
    class = this.class.as_str(),
    days = this.class.days(),
    no_date = this.class.no_date(),
    days_late = this.days_late(),
    lead = this.lead(),
    fell_due_since_report = this.fell_due_since_report(),
);

impl fmt::Display for TimelyItem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.item.fmt(f)?;
        if self.item.is_restricted() { Ok(()) } else { write!(f, ": {}", self.class) }
    }
}

/// The number of items in each class. The classes add up to `total`.
///
/// Serialises as `total` and a key for each class: `overdue`, `due_today`, `due_soon`, `on_time`,
/// `no_date`, `awaiting_sign_off`, `completed_on_time`, `completed_late`, `completed_lateness_unknown`,
/// `suspended` and `withdrawn`.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TimelinessCounts {
    total: usize,
    overdue: usize,
    due_today: usize,
    due_soon: usize,
    on_time: usize,
    no_date: usize,
    awaiting_sign_off: usize,
    completed_on_time: usize,
    completed_late: usize,
    completed_lateness_unknown: usize,
    suspended: usize,
    withdrawn: usize,
}

impl TimelinessCounts {
    /// Returns the number of all items.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Returns how many are past their due day.
    #[must_use]
    pub const fn overdue(&self) -> usize {
        self.overdue
    }

    /// Returns how many are due on the date asked about.
    #[must_use]
    pub const fn due_today(&self) -> usize {
        self.due_today
    }

    /// Returns how many are due in 1 to [`DUE_SOON_DAYS`](crate::facts::DUE_SOON_DAYS) days.
    #[must_use]
    pub const fn due_soon(&self) -> usize {
        self.due_soon
    }

    /// Returns how many are due later.
    #[must_use]
    pub const fn on_time(&self) -> usize {
        self.on_time
    }

    /// Returns how many are open without a due day.
    #[must_use]
    pub const fn no_date(&self) -> usize {
        self.no_date
    }

    /// Returns how many are done and not yet accepted.
    #[must_use]
    pub const fn awaiting_sign_off(&self) -> usize {
        self.awaiting_sign_off
    }

    /// Returns how many were completed by their due day.
    #[must_use]
    pub const fn completed_on_time(&self) -> usize {
        self.completed_on_time
    }

    /// Returns how many were completed after their due day.
    #[must_use]
    pub const fn completed_late(&self) -> usize {
        self.completed_late
    }

    /// Returns how many are completed with unknown lateness.
    #[must_use]
    pub const fn completed_lateness_unknown(&self) -> usize {
        self.completed_lateness_unknown
    }

    /// Returns how many are suspended.
    #[must_use]
    pub const fn suspended(&self) -> usize {
        self.suspended
    }

    /// Returns how many are withdrawn.
    #[must_use]
    pub const fn withdrawn(&self) -> usize {
        self.withdrawn
    }

    /// Returns how many are completed: on time, late or with unknown lateness.
    #[must_use]
    pub fn completed(&self) -> usize {
        self.completed_on_time + self.completed_late + self.completed_lateness_unknown
    }

    fn add(&mut self, class: Timeliness) {
        self.total += 1;
        *match class {
            Timeliness::Overdue { .. } => &mut self.overdue,
            Timeliness::DueToday => &mut self.due_today,
            Timeliness::DueSoon { .. } => &mut self.due_soon,
            Timeliness::OnTime { .. } => &mut self.on_time,
            Timeliness::NoDate(_) => &mut self.no_date,
            Timeliness::AwaitingSignOff => &mut self.awaiting_sign_off,
            Timeliness::CompletedOnTime { .. } => &mut self.completed_on_time,
            Timeliness::CompletedLate { .. } => &mut self.completed_late,
            Timeliness::CompletedLatenessUnknown => &mut self.completed_lateness_unknown,
            Timeliness::Suspended => &mut self.suspended,
            Timeliness::Withdrawn => &mut self.withdrawn,
        } += 1;
    }
}

/// The timeliness class of every action and milestone.
///
/// Serialises as `as_of`, `actions` and `milestones` (each a [`TimelinessCounts`]), and `items`, a list
/// of [`TimelyItem`]s.
#[derive(Serialize, Debug, Clone, PartialEq, Eq)]
pub struct TimelinessReport<'p> {
    as_of: NaiveDate,
    actions: TimelinessCounts,
    milestones: TimelinessCounts,
    items: Vec<TimelyItem<'p>>,
}

impl<'p> TimelinessReport<'p> {
    /// Returns the date.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns every action followed by its milestones, in document order.
    #[must_use]
    pub fn items(&self) -> impl ExactSizeIterator<Item = TimelyItem<'p>> {
        self.items.iter().copied()
    }

    pub(super) fn as_slice(&self) -> &[TimelyItem<'p>] {
        &self.items
    }

    /// Returns the counts of the actions.
    #[must_use]
    pub fn actions(&self) -> TimelinessCounts {
        self.actions
    }

    /// Returns the counts of the milestones.
    #[must_use]
    pub fn milestones(&self) -> TimelinessCounts {
        self.milestones
    }
}
