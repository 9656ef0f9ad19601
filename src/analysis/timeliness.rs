//! How every action and milestone stands against its date: each is in exactly one class.

use std::fmt;

use chrono::NaiveDate;

use super::answer_words::answer_words;
use crate::due_date::DateReading;
use crate::model::DeliveryStatus;
use crate::plan::{Item, ItemKind, Plan};
use crate::text::days;

/// How many days ahead *due soon* reaches: what is due in 1 to so many days is due soon. The one
/// window of all facts, rules and reports; [`Plan::due_within`] takes any other.
pub const DUE_SOON_DAYS: u32 = 28;

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

answer_words! {
    /// Why an open item has no due day.
    #[non_exhaustive]
    NoDate {
        /// It goes on.
        Ongoing = "ongoing", "ongoing";
        /// It recurs.
        Recurring = "recurring", "recurring";
        /// Its date is still to be confirmed.
        ToBeConfirmed = "to-be-confirmed", "to be confirmed";
        /// It is due as soon as possible, which is no day.
        AsSoonAsPossible = "as-soon-as-possible", "as soon as possible";
        /// Its words say when it begins, and not when it is due.
        Starting = "only-a-start", "only a start is given";
        /// Its words give a day and a month without a year, and the plan's period allows no single
        /// one.
        YearUnstated = "year-unstated", "no year is given";
        /// Its words give no day.
        Unreadable = "unreadable", "no day can be read";
        /// Nobody gave one.
        Missing = "missing", "missing";
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
    /// Open and due within [`DUE_SOON_DAYS`].
    DueSoon {
        /// Days left: from 1.
        days: u32,
    },
    /// Open and due later.
    OnTime {
        /// Days left: more than [`DUE_SOON_DAYS`].
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
    /// The word of each class, in the order of the classes.
    pub const WORDS: &'static [&'static str] = &[
        "overdue",
        "due-today",
        "due-soon",
        "on-time",
        "no-date",
        "awaiting-sign-off",
        "completed-on-time",
        "completed-late",
        "completed-lateness-unknown",
        "suspended",
        "withdrawn",
    ];

    /// The word for programs, which never changes; the days are left out.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overdue { .. } => "overdue",
            Self::DueToday => "due-today",
            Self::DueSoon { .. } => "due-soon",
            Self::OnTime { .. } => "on-time",
            Self::NoDate(_) => "no-date",
            Self::AwaitingSignOff => "awaiting-sign-off",
            Self::CompletedOnTime { .. } => "completed-on-time",
            Self::CompletedLate { .. } => "completed-late",
            Self::CompletedLatenessUnknown => "completed-lateness-unknown",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The words for people; the days are left out.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overdue { .. } => "late",
            Self::DueToday => "due today",
            Self::DueSoon { .. } => "due soon",
            Self::OnTime { .. } => "due later",
            Self::NoDate(_) => "open without a due day",
            Self::AwaitingSignOff => "awaiting sign-off",
            Self::CompletedOnTime { .. } => "completed on time",
            Self::CompletedLate { .. } => "completed late",
            Self::CompletedLatenessUnknown => "completed, lateness not known",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The label with its days, as the published workbook prints it: `3 days late`, `due in 9 days`,
    /// `open without a due day: ongoing`.
    pub(crate) fn label_with_days(self) -> String {
        match self {
            Self::Overdue { days: late } => format!("{} late", days(late)),
            Self::DueSoon { days: left } | Self::OnTime { days: left } => {
                format!("due in {}", days(left))
            }
            Self::NoDate(NoDate::Missing) => self.label().to_owned(),
            Self::NoDate(reason) => format!("{}: {}", self.label(), reason.label()),
            Self::CompletedLate { days: late } => format!("completed {} late", days(late)),
            _ => self.label().to_owned(),
        }
    }

    /// Days past the due day, of what is open or was completed; none where it is not late, or nobody
    /// knows.
    #[must_use]
    pub const fn days_late(self) -> Option<u32> {
        match self {
            Self::Overdue { days } | Self::CompletedLate { days } => Some(days),
            _ => None,
        }
    }

    /// Days left of what is open and has a due day that has not passed.
    #[must_use]
    pub const fn days_left(self) -> Option<u32> {
        match self {
            Self::DueToday => Some(0),
            Self::DueSoon { days } | Self::OnTime { days } => Some(days),
            _ => None,
        }
    }

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
            days @ 1..=DUE_SOON_DAYS => Self::DueSoon { days },
            days => Self::OnTime { days },
        }
    }
}

/// The class in words, with its days, as the flat CSV file has it: `overdue by 3 days`, `no date:
/// ongoing`.
impl fmt::Display for Timeliness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overdue { days: late } => write!(f, "overdue by {}", days(*late)),
            Self::DueSoon { days: left } | Self::OnTime { days: left } => {
                write!(f, "due in {}", days(*left))
            }
            Self::NoDate(NoDate::Missing) => f.write_str("no date"),
            Self::NoDate(reason) => write!(f, "no date: {}", reason.label()),
            Self::CompletedOnTime { days: early @ 1.. } => {
                write!(f, "completed {} early", days(*early))
            }
            Self::CompletedLate { days: late } => write!(f, "completed {} late", days(*late)),
            Self::CompletedLatenessUnknown => f.write_str("completed, lateness unknown"),
            Self::DueToday
            | Self::AwaitingSignOff
            | Self::CompletedOnTime { .. }
            | Self::Suspended
            | Self::Withdrawn => f.write_str(self.label()),
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
    /// All of them.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Past their due day.
    #[must_use]
    pub const fn overdue(&self) -> usize {
        self.overdue
    }

    /// Due on the day.
    #[must_use]
    pub const fn due_today(&self) -> usize {
        self.due_today
    }

    /// Due in 1 to [`DUE_SOON_DAYS`] days.
    #[must_use]
    pub const fn due_soon(&self) -> usize {
        self.due_soon
    }

    /// Due later.
    #[must_use]
    pub const fn on_time(&self) -> usize {
        self.on_time
    }

    /// Without a due day.
    #[must_use]
    pub const fn no_date(&self) -> usize {
        self.no_date
    }

    /// Done and not yet accepted.
    #[must_use]
    pub const fn awaiting_sign_off(&self) -> usize {
        self.awaiting_sign_off
    }

    /// Completed by the due day.
    #[must_use]
    pub const fn completed_on_time(&self) -> usize {
        self.completed_on_time
    }

    /// Completed after the due day.
    #[must_use]
    pub const fn completed_late(&self) -> usize {
        self.completed_late
    }

    /// Completed, nobody can say whether late.
    #[must_use]
    pub const fn completed_lateness_unknown(&self) -> usize {
        self.completed_lateness_unknown
    }

    /// Suspended.
    #[must_use]
    pub const fn suspended(&self) -> usize {
        self.suspended
    }

    /// Withdrawn.
    #[must_use]
    pub const fn withdrawn(&self) -> usize {
        self.withdrawn
    }

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
