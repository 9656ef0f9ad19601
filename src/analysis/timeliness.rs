//! How every action and milestone stands against its date: each is in exactly one class.

use std::fmt;

use chrono::NaiveDate;

use crate::due_date::DateReading;
use crate::model::DeliveryStatus;
use crate::plan::{Item, ItemKind, Plan};

/// How far ahead *soon* is, unless asked otherwise.
pub(crate) const SOON: u32 = 28;

impl Plan {
    /// How every action and milestone stands against its date, as of a day.
    ///
    /// Linear in the plan.
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
        let items: Vec<TimelyItem<'_>> = self
            .items()
            .map(|item| TimelyItem { item, class: Timeliness::of(item, as_of) })
            .collect();
        let mut report = TimelinessReport { items, ..TimelinessReport::default() };
        for item in &report.items {
            match item.item.kind() {
                ItemKind::Action => report.actions.add(item.class),
                ItemKind::Milestone => report.milestones.add(item.class),
            }
        }
        report
    }
}

/// Why an open item has no due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoDate {
    /// It goes on.
    Ongoing,
    /// It recurs.
    Recurring,
    /// Its date is still to be confirmed.
    ToBeConfirmed,
    /// It is due as soon as possible, which is no day.
    AsSoonAsPossible,
    /// Its words say when it begins, and not when it is due.
    Starting,
    /// Its words give a day and a month without a year, and the plan's period allows no single one.
    YearUnstated,
    /// Its words give no day.
    Unreadable,
    /// Nobody gave one.
    Missing,
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Ongoing => "ongoing",
            Self::Recurring => "recurring",
            Self::ToBeConfirmed => "to be confirmed",
            Self::AsSoonAsPossible => "as soon as possible",
            Self::Starting => "only a start is given",
            Self::YearUnstated => "no year is given",
            Self::Unreadable => "no day can be read",
            Self::Missing => "missing",
        })
    }
}

/// The class of an item as of a day. Days are whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeliness {
    /// Open and past its due day. Due today is not overdue.
    Overdue {
        /// Days past the due day: 1 on the day after.
        days: u32,
    },
    /// Open and due on this very day.
    DueToday,
    /// Open and due within 28 days.
    DueSoon {
        /// Days left: 1 to 28.
        days: u32,
    },
    /// Open and due later.
    OnTime {
        /// Days left: 29 or more.
        days: u32,
    },
    /// Open without a due day: never overdue, always counted.
    NoDate(NoDate),
    /// Done by its lead and not yet accepted: never overdue.
    AwaitingSignOff,
    /// Completed by its due day.
    CompletedOnTime {
        /// Days early: 0 on the due day.
        days: u32,
    },
    /// Completed after its due day.
    CompletedLate {
        /// Days late.
        days: u32,
    },
    /// Completed, with no day of completion or no due day.
    CompletedLatenessUnknown,
    /// Suspended, or a milestone of a suspended action.
    Suspended,
    /// Withdrawn, or a milestone of a withdrawn action.
    Withdrawn,
}

impl Timeliness {
    /// Whether an item of this class is open: neither completed nor stopped.
    pub(crate) fn is_open(self) -> bool {
        self == Self::AwaitingSignOff || self.is_outstanding()
    }

    /// Whether an item of this class is open and its lead has not done it yet.
    pub(crate) fn is_outstanding(self) -> bool {
        matches!(
            self,
            Self::Overdue { .. }
                | Self::DueToday
                | Self::DueSoon { .. }
                | Self::OnTime { .. }
                | Self::NoDate(_)
        )
    }

    pub(crate) fn of(item: Item<'_>, as_of: NaiveDate) -> Self {
        match item.stop(as_of) {
            Some(DeliveryStatus::Suspended) => return Self::Suspended,
            Some(_) => return Self::Withdrawn,
            None => {}
        }
        let due = item.current_due(as_of);
        if item.is_completed(as_of) {
            return match (item.completed_day(), due.due_day()) {
                (Some(completed), Some(due)) if completed <= due => {
                    Self::CompletedOnTime { days: days_from(completed, due) }
                }
                (Some(completed), Some(due)) => {
                    Self::CompletedLate { days: days_from(due, completed) }
                }
                _ => Self::CompletedLatenessUnknown,
            };
        }
        if item.status() == DeliveryStatus::AwaitingSignOff {
            return Self::AwaitingSignOff;
        }
        let Some(day) = due.due_day() else {
            return Self::NoDate(why_undated(item, due));
        };
        if day < as_of {
            return Self::Overdue { days: days_from(day, as_of) };
        }
        match days_from(as_of, day) {
            0 => Self::DueToday,
            days @ 1..=SOON => Self::DueSoon { days },
            days => Self::OnTime { days },
        }
    }
}

fn why_undated(item: Item<'_>, due: DateReading) -> NoDate {
    let recurs = matches!(item, Item::Action(action) if action.record().recurs.is_some());
    match due {
        DateReading::Ongoing => NoDate::Ongoing,
        DateReading::ToBeConfirmed => NoDate::ToBeConfirmed,
        DateReading::AsSoonAsPossible => NoDate::AsSoonAsPossible,
        DateReading::From(_) | DateReading::WeekCommencing(_) => NoDate::Starting,
        DateReading::YearUnstated => NoDate::YearUnstated,
        DateReading::Missing if recurs => NoDate::Recurring,
        DateReading::Missing => NoDate::Missing,
        _ => NoDate::Unreadable,
    }
}

/// Whole days from one day to a later one; 0 where it is not later.
pub(crate) fn days_from(earlier: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - earlier).num_days()).unwrap_or(0)
}

/// An item and its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelyItem<'p> {
    item: Item<'p>,
    class: Timeliness,
}

impl<'p> TimelyItem<'p> {
    /// The action or milestone.
    #[must_use]
    pub fn item(&self) -> Item<'p> {
        self.item
    }

    /// Its class.
    #[must_use]
    pub fn class(&self) -> Timeliness {
        self.class
    }
}

/// How many items are in each class. They add up to `total`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct TimelinessCounts {
    /// All of them.
    pub total: usize,
    /// Past their due day.
    pub overdue: usize,
    /// Due on the day.
    pub due_today: usize,
    /// Due in 1 to 28 days.
    pub due_soon: usize,
    /// Due later.
    pub on_time: usize,
    /// Without a due day.
    pub no_date: usize,
    /// Done and not yet accepted.
    pub awaiting_sign_off: usize,
    /// Completed by the due day.
    pub completed_on_time: usize,
    /// Completed after the due day.
    pub completed_late: usize,
    /// Completed, nobody can say whether late.
    pub completed_lateness_unknown: usize,
    /// Suspended.
    pub suspended: usize,
    /// Withdrawn.
    pub withdrawn: usize,
}

impl TimelinessCounts {
    /// All that are completed, early, late or nobody knows.
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

/// How every action and milestone stands against its date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelinessReport<'p> {
    items: Vec<TimelyItem<'p>>,
    actions: TimelinessCounts,
    milestones: TimelinessCounts,
}

impl<'p> TimelinessReport<'p> {
    /// Every action, each followed by its milestones, in document order.
    #[must_use]
    pub fn items(&self) -> impl ExactSizeIterator<Item = TimelyItem<'p>> {
        self.items.iter().copied()
    }

    /// The actions, counted.
    #[must_use]
    pub fn actions(&self) -> TimelinessCounts {
        self.actions
    }

    /// The milestones, counted.
    #[must_use]
    pub fn milestones(&self) -> TimelinessCounts {
        self.milestones
    }
}
