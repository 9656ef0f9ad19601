//! The counts of a plan as of a date, small enough to keep one for each report.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ladder::Ladder;
use super::slippage::Slippage;
use super::timeliness::Timeliness;
use super::timeliness_report::{TimelinessCounts, TimelyItem};
use crate::plan::{Item, Plan};

impl Plan {
    /// Returns the counts of the plan as of a date, to keep one for each report.
    ///
    /// A history is a list of snapshots, each of the document of its own day. Past days of one document know only
    /// what is dated in it; snapshots of the documents of those days know all.
    ///
    /// Takes time linear in the size of the plan.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([
    /// #         Action::new("Set up a board").with_enables(["ofsted"]).with_due("2026-10-30"),
    /// #         Action::new("Recruit").with_enables(["ofsted"]).with_due("2026-12-18"),
    /// #     ]);
    /// # let plan = Plan::build(doc)?;
    /// let snapshot = plan.snapshot("2026-11-02".parse()?);
    /// assert_eq!(snapshot.actions().open(), 2);
    /// assert_eq!(snapshot.actions().overdue(), 1);
    /// assert_eq!((snapshot.planned(), snapshot.actions().completed()), (1, 0));
    /// assert_eq!(snapshot.days_late().worst(), Some(3));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn snapshot(&self, as_of: NaiveDate) -> Snapshot {
        Snapshot::of(self, as_of)
    }
}

/// The counts of a plan as of a date: a point of its history.
///
/// `planned` beside the completed actions is the burn-up that a chart draws. There is no forecast: a few points a
/// year, of work of unequal size, part of it without a date, predict nothing.
///
/// Serialises as `as_of`; `status_date` (the day the facts were gathered, or null); `recommendations`, the
/// [`RungCounts`]; `actions` and `milestones`, each [`StateCounts`]; `planned`; `days_late`, the [`DaysLate`];
/// `agreed_revisions`; and `open_requests`. It can be read back from the same keys.
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Snapshot {
    as_of: NaiveDate,
    status_date: Option<NaiveDate>,
    recommendations: RungCounts,
    actions: StateCounts,
    milestones: StateCounts,
    planned: usize,
    days_late: DaysLate,
    agreed_revisions: usize,
    open_requests: usize,
}

impl Snapshot {
    fn of(plan: &Plan, as_of: NaiveDate) -> Self {
        let timeliness = plan.timeliness(as_of);
        let (mut planned, mut agreed_revisions, mut open_requests) = (0, 0, 0);
        let mut late = Vec::new();
        for timely in timeliness.items() {
            planned += usize::from(is_planned(timely, as_of));
            if let Timeliness::Overdue { days } = timely.class() {
                late.push(days);
            }
            if !timely.item().revision_dates().is_empty() {
                let slippage = Slippage::of(timely.item(), as_of);
                agreed_revisions += slippage.revisions();
                open_requests += slippage.requests();
            }
        }
        Self {
            as_of,
            status_date: plan.status_date(),
            recommendations: RungCounts::of(plan.coverage(as_of).ladder()),
            actions: StateCounts::of(timeliness.actions()),
            milestones: StateCounts::of(timeliness.milestones()),
            planned,
            days_late: DaysLate::of(late),
            agreed_revisions,
            open_requests,
        }
    }

    /// Returns the date.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns the day on which the facts of the plan were gathered, if it is known.
    #[must_use]
    pub const fn status_date(&self) -> Option<NaiveDate> {
        self.status_date
    }

    /// Returns how many counted recommendations have reached each rung.
    #[must_use]
    pub const fn recommendations(&self) -> RungCounts {
        self.recommendations
    }

    /// Returns the counts of the actions.
    #[must_use]
    pub const fn actions(&self) -> StateCounts {
        self.actions
    }

    /// Returns the counts of the milestones.
    #[must_use]
    pub const fn milestones(&self) -> StateCounts {
        self.milestones
    }

    /// Returns how many actions should be complete by the date according to their first due dates: those that are
    /// not withdrawn and whose due day before any revision is on or before it.
    #[must_use]
    pub const fn planned(&self) -> usize {
        self.planned
    }

    /// Returns how late the late actions and milestones are.
    #[must_use]
    pub const fn days_late(&self) -> DaysLate {
        self.days_late
    }

    /// Returns the number of agreed revisions that moved a due date, of all actions and milestones.
    #[must_use]
    pub const fn agreed_revisions(&self) -> usize {
        self.agreed_revisions
    }

    /// Returns the number of revisions requested and not agreed, of all actions and milestones.
    #[must_use]
    pub const fn open_requests(&self) -> usize {
        self.open_requests
    }
}

/// Returns whether an action should be complete according to its first due date.
fn is_planned(timely: TimelyItem<'_>, as_of: NaiveDate) -> bool {
    matches!(timely.item(), Item::Action(_))
        && timely.class() != Timeliness::Withdrawn
        && timely.baseline_due().is_some_and(|due| due <= as_of)
}

/// How many counted recommendations have reached each rung: see [`Coverage`](crate::facts::Coverage).
///
/// Serialises as `total`, `addressed`, `planned`, `completed` and `assured`.
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RungCounts {
    total: usize,
    addressed: usize,
    planned: usize,
    completed: usize,
    assured: usize,
}

impl RungCounts {
    fn of(ladder: Ladder) -> Self {
        Self {
            total: ladder.addressed().whole(),
            addressed: ladder.addressed().part(),
            planned: ladder.planned().part(),
            completed: ladder.completed().part(),
            assured: ladder.assured().part(),
        }
    }

    /// Returns the number of counted recommendations.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Returns how many have an action.
    #[must_use]
    pub const fn addressed(&self) -> usize {
        self.addressed
    }

    /// Returns how many have a lead and a date.
    #[must_use]
    pub const fn planned(&self) -> usize {
        self.planned
    }

    /// Returns how many have all linked actions complete.
    #[must_use]
    pub const fn completed(&self) -> usize {
        self.completed
    }

    /// Returns how many have their completion assured.
    #[must_use]
    pub const fn assured(&self) -> usize {
        self.assured
    }
}

/// How many actions or milestones are in each state. Open, completed, suspended and withdrawn add up to the total;
/// overdue and without a date are among the open.
///
/// Serialises as `total`, `open`, `overdue`, `no_date`, `completed`, `suspended` and `withdrawn`.
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StateCounts {
    total: usize,
    open: usize,
    overdue: usize,
    no_date: usize,
    completed: usize,
    suspended: usize,
    withdrawn: usize,
}

impl StateCounts {
    fn of(counts: TimelinessCounts) -> Self {
        let (completed, suspended, withdrawn) =
            (counts.completed(), counts.suspended(), counts.withdrawn());
        Self {
            total: counts.total(),
            open: counts.total() - completed - suspended - withdrawn,
            overdue: counts.overdue(),
            no_date: counts.no_date(),
            completed,
            suspended,
            withdrawn,
        }
    }

    /// Returns the number of all of them.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Returns how many are neither completed nor stopped. Those that await sign-off are open.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.open
    }

    /// Returns how many are past their due day.
    #[must_use]
    pub const fn overdue(&self) -> usize {
        self.overdue
    }

    /// Returns how many are open without a due day, so that they can never be overdue.
    #[must_use]
    pub const fn no_date(&self) -> usize {
        self.no_date
    }

    /// Returns how many are completed.
    #[must_use]
    pub const fn completed(&self) -> usize {
        self.completed
    }

    /// Returns how many are suspended, themselves or with their action.
    #[must_use]
    pub const fn suspended(&self) -> usize {
        self.suspended
    }

    /// Returns how many are withdrawn, themselves or with their action.
    #[must_use]
    pub const fn withdrawn(&self) -> usize {
        self.withdrawn
    }
}

/// How late the late actions and milestones are, in days.
///
/// Serialises as `sum`, and `median` and `worst`, each null if nothing is late.
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DaysLate {
    sum: u64,
    median: Option<u32>,
    worst: Option<u32>,
}

impl DaysLate {
    fn of(mut days: Vec<u32>) -> Self {
        let sum = days.iter().copied().map(u64::from).sum();
        let worst = days.iter().copied().max();
        let median = worst.map(|_| {
            let lower_middle = (days.len() - 1) / 2;
            *days.select_nth_unstable(lower_middle).1
        });
        Self { sum, median, worst }
    }

    /// Returns the days of all late items together.
    #[must_use]
    pub const fn sum(&self) -> u64 {
        self.sum
    }

    /// Returns the days of the item in the middle, the lower one of two; `None` if nothing is late.
    #[must_use]
    pub const fn median(&self) -> Option<u32> {
        self.median
    }

    /// Returns the days of the latest item; `None` if nothing is late.
    #[must_use]
    pub const fn worst(&self) -> Option<u32> {
        self.worst
    }
}
