//! How far and how often due dates have moved, and whether the moves were agreed.

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answers::Answers;
use super::timeliness::days_from;
use crate::due_date::DateReading;
use crate::plan::{Item, Plan};

impl Plan {
    /// Returns how far due dates have moved as of a date, in document order: one answer for each
    /// action or milestone that has a revision or is open past its original due day.
    pub fn slippage(&self, as_of: NaiveDate) -> Answers<Slippage<'_>> {
        self.items()
            .map(|item| Slippage::of(item, as_of))
            .filter(|slippage| {
                let revisions = slippage.revisions + slippage.unreadable_revisions;
                revisions + slippage.requests > 0 || slippage.is_late_against_baseline()
            })
            .collect()
    }
}

/// How far the due date of one action or milestone has moved as of a date.
///
/// Serialises as `kind`, `id`, `reference`, `action` and `title`, as [`OverdueItem`] does; `due` and
/// `baseline_due`, each a day, or null if no day is known; `due_words` and `baseline_words`, each as
/// written, or null; `days` moved, negative if brought forward, or null if not known; `revisions`,
/// `requests` and `unreadable_revisions`, which count; `days_late_against_baseline`, or null; and `lead`.
///
/// [`OverdueItem`]: crate::facts::OverdueItem
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slippage<'p> {
    item: Item<'p>,
    baseline: DateReading,
    current: DateReading,
    revisions: usize,
    moves: usize,
    requests: usize,
    unreadable_revisions: usize,
    as_of: NaiveDate,
}

impl<'p> Slippage<'p> {
    /// Returns the action or milestone.
    #[must_use]
    pub const fn item(&self) -> Item<'p> {
        self.item
    }

    /// Returns the original due date.
    #[must_use]
    pub const fn baseline(&self) -> DateReading {
        self.baseline
    }

    /// Returns the due date as of the date asked about.
    #[must_use]
    pub const fn current(&self) -> DateReading {
        self.current
    }

    /// Returns the number of revisions agreed by that date that can be read.
    #[must_use]
    pub const fn revisions(&self) -> usize {
        self.revisions
    }

    /// Returns how many of the agreed revisions moved the due day. One that repeats the day that it replaces
    /// moved nothing.
    #[must_use]
    pub const fn moves(&self) -> usize {
        self.moves
    }

    /// Returns the number of revisions requested and not agreed by that date. They do not move the due date.
    /// A request that a later agreed revision has overtaken is history, and not counted.
    #[must_use]
    pub const fn requests(&self) -> usize {
        self.requests
    }

    /// Returns the number of revisions agreed by that date whose due date is blank or cannot be read.
    /// They do not move the due date.
    #[must_use]
    pub const fn unreadable_revisions(&self) -> usize {
        self.unreadable_revisions
    }

    pub(crate) fn of(item: Item<'p>, as_of: NaiveDate) -> Self {
        let (mut revisions, mut requests, mut unreadable_revisions) = (0, 0, 0);
        for revision in item.revision_dates() {
            if revision.is_move(as_of) {
                revisions += 1;
                requests = 0;
            } else if revision.is_agreed(as_of) {
                unreadable_revisions += 1;
            } else if revision.due != DateReading::Missing {
                requests += 1;
            }
        }
        let (baseline, current) = (item.baseline_due(), item.current_due(as_of));
        let moves = if revisions == 0 { 0 } else { item.moves(as_of).count() };
        Self { item, baseline, current, revisions, moves, requests, unreadable_revisions, as_of }
    }

    /// Returns the days from the original due day to the current one: negative if it was brought
    /// forward, `None` if either is not a day.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        let moved = self.current.due_day()? - self.baseline.due_day()?;
        Some(moved.num_days())
    }

    /// Returns the days that it has been open past its original due day, or `None` if it is not open,
    /// awaits sign-off or is not past that day.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        let baseline = self.baseline.due_day()?;
        let is_late = self.item.is_open(self.as_of)
            && self.item.status() != crate::model::DeliveryStatus::AwaitingSignOff
            && baseline < self.as_of;
        is_late.then(|| days_from(baseline, self.as_of))
    }

    /// Returns whether it is open past its original due day.
    #[must_use]
    pub fn is_late_against_baseline(&self) -> bool {
        self.days_late_against_baseline().is_some()
    }
}

answer_object!(Slippage<'_>, |this|
    [this.item]
    due = this.current.due_day(),
    baseline_due = this.baseline.due_day(),
    due_words = this.item.current_due_words(this.as_of),
    baseline_words = this.item.baseline_words(),
    days = this.days(),
    revisions = this.revisions,
    requests = this.requests,
    unreadable_revisions = this.unreadable_revisions,
    days_late_against_baseline = this.days_late_against_baseline(),
    lead = this.item.lead(),
);

/// A revision that moved the due date, and the due date that it replaced.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Move {
    /// Its index among the revisions.
    pub(crate) position: usize,
    /// The due date it replaced.
    pub(crate) from: DateReading,
    /// The day it was agreed.
    pub(crate) agreed: NaiveDate,
}

impl Move {
    /// Returns the replaced due day and by how many days it had passed when the move was agreed, if it had.
    pub(crate) fn already_past(self) -> Option<(NaiveDate, u32)> {
        let due = self.from.due_day().filter(|due| *due < self.agreed)?;
        Some((due, days_from(due, self.agreed)))
    }
}

impl<'p> Item<'p> {
    /// Returns the revisions that moved the due day by a date, each with the due date that it replaced. One
    /// that repeats the day, or that replaces one date without a day by another, moved nothing.
    pub(crate) fn moves(self, as_of: NaiveDate) -> impl Iterator<Item = Move> + use<'p> {
        let revisions = self.revision_dates().iter().enumerate();
        let agreed = revisions.filter(move |(_, revision)| revision.is_move(as_of));
        let mut standing = self.baseline_due();
        agreed.filter_map(move |(position, revision)| {
            let from = std::mem::replace(&mut standing, revision.due);
            if from.due_day() == revision.due.due_day() {
                return None;
            }
            Some(Move { position, from, agreed: revision.agreed.latest()? })
        })
    }

    /// Returns the revisions that were agreed by a date and moved nothing: the index, and the reading of
    /// the due date, which is blank or cannot be read.
    pub(crate) fn unreadable_revisions(
        self,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = (usize, DateReading)> + use<'p> {
        let revisions = self.revision_dates().iter().enumerate();
        revisions
            .filter(move |(_, one)| one.is_agreed(as_of) && !one.is_move(as_of))
            .map(|(position, one)| (position, one.due))
    }

    /// Returns the revisions that were not agreed by a date and that no later agreed one has overtaken. Each
    /// has its index and the day of its agreement, if any.
    pub(crate) fn requests(
        self,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = (usize, Option<NaiveDate>)> + use<'p> {
        let overtaken = self.current_revision(as_of).map_or(0, |agreed| agreed + 1);
        let revisions = self.revision_dates().iter().enumerate().skip(overtaken);
        revisions
            .filter(move |(_, one)| !one.is_agreed(as_of))
            .map(|(position, one)| (position, one.agreed.latest()))
    }

    /// Returns whether the agreement of a revision is dated by one day, not by a span such as a month.
    pub(crate) fn is_agreed_on_one_day(self, position: usize) -> bool {
        let agreed = self.revision_dates().get(position).map(|revision| revision.agreed);
        agreed.is_some_and(|agreed| agreed.earliest() == agreed.latest())
    }

    /// Returns the revisions agreed before the revision listed above them: the index, and that of the
    /// revision above.
    pub(crate) fn revisions_out_of_order(self) -> impl Iterator<Item = (usize, usize)> + use<'p> {
        let mut above: Option<(usize, NaiveDate)> = None;
        self.revision_dates().iter().enumerate().filter_map(move |(position, revision)| {
            let agreed = revision.agreed.latest()?;
            let first = revision.agreed.earliest().unwrap_or(agreed);
            let (before, day) = above.replace((position, first))?;
            (agreed < day).then_some((position, before))
        })
    }
}
