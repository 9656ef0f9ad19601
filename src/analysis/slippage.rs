//! How far due dates have moved, how often, and with whose agreement.

use chrono::NaiveDate;

use super::timeliness::days_from;
use crate::due_date::DateReading;
use crate::plan::{Item, Plan, RevisionDates};

impl Plan {
    /// How far the due dates have moved as of a day: one answer for each action and milestone that
    /// has a revision, or is open past its original due day; in document order.
    pub fn slippage(&self, as_of: NaiveDate) -> impl Iterator<Item = Slippage<'_>> {
        self.items().map(move |item| Slippage::of(item, as_of)).filter(|slippage| {
            slippage.revisions + slippage.requests > 0 || slippage.is_late_against_baseline()
        })
    }
}

/// How far the due date of one item has moved as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slippage<'p> {
    item: Item<'p>,
    baseline: DateReading,
    current: DateReading,
    revisions: usize,
    requests: usize,
    as_of: NaiveDate,
}

impl<'p> Slippage<'p> {
    /// The action or milestone.
    #[must_use]
    pub const fn item(&self) -> Item<'p> {
        self.item
    }

    /// The original due date.
    #[must_use]
    pub const fn baseline(&self) -> DateReading {
        self.baseline
    }

    /// The due date as of the day.
    #[must_use]
    pub const fn current(&self) -> DateReading {
        self.current
    }

    /// Agreed revisions by the day. How often matters as much as how far.
    #[must_use]
    pub const fn revisions(&self) -> usize {
        self.revisions
    }

    /// Revisions asked for and not agreed by the day: they move nothing.
    #[must_use]
    pub const fn requests(&self) -> usize {
        self.requests
    }

    pub(crate) fn of(item: Item<'p>, as_of: NaiveDate) -> Self {
        let dates = item.revision_dates();
        let with_date = dates.iter().filter(|revision| revision.due != DateReading::Missing);
        let (agreed, asked): (Vec<&RevisionDates>, Vec<_>) =
            with_date.partition(|one| one.is_agreed(as_of));
        Self {
            item,
            baseline: item.baseline_due(),
            current: item.current_due(as_of),
            revisions: agreed.len(),
            requests: asked.len(),
            as_of,
        }
    }

    /// Days from the original due day to the present one: negative where it was brought forward,
    /// none where either is no day.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        let moved = self.current.due_day()? - self.baseline.due_day()?;
        Some(moved.num_days())
    }

    /// Days open past the original due day; none where it is not open, awaits sign-off, or is not
    /// past it.
    #[must_use]
    pub fn days_late_against_baseline(&self) -> Option<u32> {
        let baseline = self.baseline.due_day()?;
        let is_late = self.item.is_open(self.as_of)
            && self.item.status() != crate::model::DeliveryStatus::AwaitingSignOff
            && baseline < self.as_of;
        is_late.then(|| days_from(baseline, self.as_of))
    }

    /// Whether it is open past its original due day.
    #[must_use]
    pub fn is_late_against_baseline(&self) -> bool {
        self.days_late_against_baseline().is_some()
    }
}

/// One agreed revision, with the due date that it replaced.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Move {
    /// Its place among the revisions.
    pub(crate) position: usize,
    /// The due date that stood before.
    pub(crate) from: DateReading,
    /// The day it was agreed.
    pub(crate) agreed: NaiveDate,
}

impl Move {
    /// The due day that had already passed when the move was agreed, and how many days before.
    pub(crate) fn already_past(self) -> Option<(NaiveDate, u32)> {
        let due = self.from.due_day().filter(|due| *due < self.agreed)?;
        Some((due, days_from(due, self.agreed)))
    }
}

impl<'p> Item<'p> {
    /// The revisions agreed by a day, each with the due date that it replaced.
    pub(crate) fn moves(self, as_of: NaiveDate) -> impl Iterator<Item = Move> + use<'p> {
        let revisions = self.revision_dates().iter().enumerate();
        let agreed = revisions.filter(move |(_, revision)| revision.is_agreed(as_of));
        let mut standing = self.baseline_due();
        agreed.filter_map(move |(position, revision)| {
            let from = std::mem::replace(&mut standing, revision.due);
            Some(Move { position, from, agreed: revision.agreed.latest()? })
        })
    }

    /// The revisions that moved nothing by a day: asked for, not agreed by then, or without a date.
    /// Each with its place and the day it is agreed on, where that is one.
    pub(crate) fn requests(
        self,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = (usize, Option<NaiveDate>)> + use<'p> {
        let revisions = self.revision_dates().iter().enumerate();
        revisions
            .filter(move |(_, one)| !one.is_agreed(as_of))
            .map(|(position, one)| (position, one.agreed.latest()))
    }

    /// The revisions that were agreed before the one that stands above them: their places, with the
    /// day each was agreed and the day of the one above.
    pub(crate) fn revisions_out_of_order(
        self,
    ) -> impl Iterator<Item = (usize, NaiveDate, NaiveDate)> + use<'p> {
        let mut above: Option<NaiveDate> = None;
        self.revision_dates().iter().enumerate().filter_map(move |(position, revision)| {
            let agreed = revision.agreed.latest()?;
            let before = above.replace(revision.agreed.earliest().unwrap_or(agreed));
            before.filter(|before| agreed < *before).map(|before| (position, agreed, before))
        })
    }
}
