//! The timeliness classes. Every action and milestone is in exactly one.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::answer_object::answer_object;
use super::answer_words::answer_words;
use crate::due_date::DateReading;
use crate::id::ItemId;
use crate::model::DeliveryStatus;
use crate::plan::{Item, Plan};
use crate::text::days;

/// The length of the *due soon* window: an item due in 1 to this many days is due soon. All facts,
/// rules and reports use this window; [`Plan::due_within`] accepts any other.
pub const DUE_SOON_DAYS: u32 = 28;

impl Plan {
    /// Returns the timeliness class of one action or milestone as of a date, or `None` if the plan has
    /// no item with that id. An item of the plan can be given too.
    ///
    /// The first question about an id derives the ids of all records, which takes time linear in the
    /// size of the plan; each question after it takes constant time. With an [`Item`] at hand,
    /// [`Item::timeliness`] needs no search.
    ///
    /// ```
    /// # use improvement_plan::facts::Timeliness;
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Set up a board")
    /// #         .with_reference("1")
    /// #         .with_enables(["ofsted"])
    /// #         .with_due("2026-10-30")]);
    /// # let plan = Plan::build(doc)?;
    /// let action = plan.action_by_reference("1").ok_or("no action 1")?;
    /// let class = plan.timeliness_of(action.id(), "2026-11-02".parse()?);
    /// assert_eq!(class, Some(Timeliness::Overdue { days: 3 }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timeliness_of(&self, item: impl Into<ItemId>, as_of: NaiveDate) -> Option<Timeliness> {
        self.item(item).map(|item| item.timeliness(as_of))
    }
}

impl Item<'_> {
    /// Returns its timeliness class as of a date.
    #[must_use]
    pub fn timeliness(self, as_of: NaiveDate) -> Timeliness {
        Timeliness::of(self, as_of)
    }
}

answer_words! {
    /// The reason why an open item has no due day.
    #[non_exhaustive]
    NoDate {
        /// It is ongoing.
        Ongoing = "ongoing", "ongoing";
        /// It recurs.
        Recurring = "recurring", "recurring";
        /// Its date is still to be confirmed.
        ToBeConfirmed = "to-be-confirmed", "to be confirmed";
        /// It is due as soon as possible, which is not a day.
        AsSoonAsPossible = "as-soon-as-possible", "as soon as possible";
        /// Its due date states a start and no end.
        Starting = "only-a-start", "only a start is given";
        /// Its due date has no year, and the plan's period does not allow exactly one.
        YearUnstated = "year-unstated", "no year is given";
        /// Its due date cannot be read as a day.
        Unreadable = "unreadable", "no day can be read";
        /// It has no due date.
        Missing = "missing", "missing";
    }
}

/// The timeliness class of an action or milestone as of a date. All numbers of days are whole days.
///
/// Serialises as `class`, its stable word; `days`, the days late, left or early of the class, 0 for
/// `due-today`, or null if the class has none; and `no_date`, the reason why an open item has no due day,
/// or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeliness {
    /// Open and past its due day. An item due today is not overdue.
    Overdue {
        /// Days past the due day: 1 on the next day.
        days: u32,
    },
    /// Open and due on the date asked about.
    DueToday,
    /// Open and due within [`DUE_SOON_DAYS`].
    DueSoon {
        /// Days left: at least 1.
        days: u32,
    },
    /// Open and due later.
    OnTime {
        /// Days left: more than [`DUE_SOON_DAYS`].
        days: u32,
    },
    /// Open without a due day. Never overdue, but always counted.
    NoDate(NoDate),
    /// Done by its lead and not yet accepted. Never overdue.
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
    /// Completed, without a completion day or a due day.
    CompletedLatenessUnknown,
    /// Suspended, or a milestone of a suspended action.
    Suspended,
    /// Withdrawn, or a milestone of a withdrawn action.
    Withdrawn,
}

impl Timeliness {
    /// The stable word of each class, in the order of the variants.
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

    /// Returns the stable word for programs, without the days.
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

    /// Returns the label for people, without the days.
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

    /// Returns the label with its days, as printed in the published workbook: `3 days late`,
    /// `due in 9 days`, `open without a due day: ongoing`.
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

    /// Returns the days past the due day of an open or completed item, or `None` if it is not late or
    /// its lateness is unknown.
    #[must_use]
    pub const fn days_late(self) -> Option<u32> {
        match self {
            Self::Overdue { days } | Self::CompletedLate { days } => Some(days),
            _ => None,
        }
    }

    /// Returns the days left for an open item whose due day has not passed.
    #[must_use]
    pub const fn days_left(self) -> Option<u32> {
        match self {
            Self::DueToday => Some(0),
            Self::DueSoon { days } | Self::OnTime { days } => Some(days),
            _ => None,
        }
    }

    /// Returns the days of the class: late, left or early.
    pub(crate) const fn days(self) -> Option<u32> {
        match self {
            Self::CompletedOnTime { days } => Some(days),
            _ => match self.days_late() {
                Some(late) => Some(late),
                None => self.days_left(),
            },
        }
    }

    /// Returns the reason why an open item has no due day.
    pub(crate) const fn no_date(self) -> Option<NoDate> {
        match self {
            Self::NoDate(reason) => Some(reason),
            _ => None,
        }
    }

    /// Returns whether an item of this class is late.
    pub(super) fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue { .. })
    }

    /// Returns whether an item of this class is open: neither completed nor stopped.
    pub(crate) fn is_open(self) -> bool {
        self == Self::AwaitingSignOff || self.is_outstanding()
    }

    /// Returns whether an item of this class is open and not yet done by its lead.
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
        Self::of_stopped(item, item.stop(as_of), as_of)
    }

    /// Returns the class of every action and milestone, in document order. The stop of an action, which its
    /// milestones share, is found once.
    pub(super) fn each<'p>(plan: &'p Plan, as_of: NaiveDate, mut with: impl FnMut(Item<'p>, Self)) {
        let today = as_of.num_days_from_ce();
        for action in plan.actions() {
            let item = Item::Action(action);
            let stop = item.stop(as_of);
            with(item, Self::of_stopped(item, stop, as_of));
            let dates = plan.index().dates.milestones(action.position());
            for (milestone, dates) in action.milestones().zip(dates) {
                let item = Item::Milestone(milestone);
                let class = match dates.due.due_day() {
                    Some(due) if dates.is_plain && stop.is_none() => Self::open(due, today),
                    _ => Self::of_stopped(item, item.stop_within(stop, as_of), as_of),
                };
                with(item, class);
            }
        }
    }

    /// Returns the class of an item whose stop is known.
    fn of_stopped(item: Item<'_>, stop: Option<DeliveryStatus>, as_of: NaiveDate) -> Self {
        match stop {
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
        match due.due_day() {
            Some(day) => Self::open(day, as_of.num_days_from_ce()),
            None => Self::NoDate(why_undated(item, due)),
        }
    }

    /// Returns the class of an open item with a due day, given the number of the day asked about.
    fn open(due: NaiveDate, today: i32) -> Self {
        let left = due.num_days_from_ce() - today;
        match left.unsigned_abs() {
            days if left < 0 => Self::Overdue { days },
            0 => Self::DueToday,
            days @ 1..=DUE_SOON_DAYS => Self::DueSoon { days },
            days => Self::OnTime { days },
        }
    }
}

answer_object!(
    Timeliness,
    |this| class = this.as_str(),
    days = this.days(),
    no_date = this.no_date(),
);

/// Writes the class with its days, as in the flat CSV file: `overdue by 3 days`, `no date: ongoing`.
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

/// Returns the whole days from `earlier` to `later`, or 0 if `later` is not later.
pub(crate) fn days_from(earlier: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from(later.num_days_from_ce() - earlier.num_days_from_ce()).unwrap_or(0)
}
