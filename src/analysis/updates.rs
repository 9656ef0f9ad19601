//! The last update of an action, whether it explains lateness, and how long an item has waited for sign-off.

use chrono::NaiveDate;

use crate::due_date::DueDate;
use crate::model::{Update, UpdateKind};
use crate::plan::{ActionRef, Item};

/// How long an update answers for lateness, in days. After that it is asked about again.
pub(crate) const ANSWERS_FOR_DAYS: u32 = 90;

/// A dated update: the day from which it counts, and its date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LastUpdate<'p> {
    pub(crate) day: NaiveDate,
    pub(crate) words: &'p DueDate,
}

impl<'p> ActionRef<'p> {
    /// Returns the last update as of a date. An update without a readable day is ignored. An update dated
    /// by month counts from its last day, or from `as_of` before that day.
    pub(crate) fn last_update(self, as_of: NaiveDate) -> Option<LastUpdate<'p>> {
        self.last_update_that(as_of, |_| true)
    }

    /// Returns the last update as of a date that says why something is late or what will be done about it.
    pub(crate) fn last_explanation(self, as_of: NaiveDate) -> Option<LastUpdate<'p>> {
        self.last_update_that(as_of, explains)
    }

    fn last_update_that(
        self,
        as_of: NaiveDate,
        is_meant: impl Fn(&Update) -> bool,
    ) -> Option<LastUpdate<'p>> {
        let updates = self.record().updates.iter().filter(|update| is_meant(update));
        let written = updates.filter_map(|update| update.date.as_ref());
        let last = written.filter_map(|words| {
            let reading = self.plan().read(words);
            reading.earliest().filter(|first| *first <= as_of)?;
            Some(LastUpdate { day: reading.latest()?.min(as_of), words })
        });
        last.max_by_key(|update| update.day)
    }

    /// Returns whether an update that would explain lateness has no date that can be read.
    pub(crate) fn has_undated_explanation(self) -> bool {
        self.record()
            .updates
            .iter()
            .any(|update| explains(update) && self.first_day(update).is_none())
    }

    /// Returns whether an update has no date that can be read.
    pub(crate) fn has_undated_update(self) -> bool {
        self.record().updates.iter().any(|update| self.first_day(update).is_none())
    }

    /// Returns whether an update is dated later than a date.
    pub(crate) fn has_later_update(self, as_of: NaiveDate) -> bool {
        self.record().updates.iter().any(|update| self.is_later(update, as_of))
    }

    /// Returns whether there is an update of a kind as of a date. An update without a date counts; an
    /// update dated later does not.
    pub(crate) fn has_update_of(self, kind: &UpdateKind, as_of: NaiveDate) -> bool {
        let mut updates = self.record().updates.iter();
        updates.any(|update| update.kind.as_ref() == Some(kind) && !self.is_later(update, as_of))
    }

    fn is_later(self, update: &Update, as_of: NaiveDate) -> bool {
        self.first_day(update).is_some_and(|first| first > as_of)
    }

    fn first_day(self, update: &Update) -> Option<NaiveDate> {
        update.date.as_ref().and_then(|date| self.plan().read(date).earliest())
    }
}

fn explains(update: &Update) -> bool {
    update.kind.as_ref().is_some_and(UpdateKind::explains_lateness)
}

/// The day from which a wait for sign-off is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AwaitingSince<'p> {
    /// The day its lead completed it.
    Completed(NaiveDate),
    /// Its last update.
    LastUpdate(LastUpdate<'p>),
    /// Its due day.
    Due(NaiveDate),
}

impl AwaitingSince<'_> {
    pub(crate) fn day(self) -> NaiveDate {
        match self {
            Self::LastUpdate(last) => last.day,
            Self::Completed(day) | Self::Due(day) => day,
        }
    }
}

impl<'p> Item<'p> {
    /// Returns the day since which it has waited for sign-off, if it does: its completion day or the last
    /// update of its action, whichever is later; where there is neither, its due day. Days after `as_of`
    /// are ignored.
    pub(crate) fn awaiting_since(self, as_of: NaiveDate) -> Option<AwaitingSince<'p>> {
        let completed = self.completed_day().filter(|day| *day <= as_of);
        let last = self.action().last_update(as_of);
        match (completed, last) {
            (Some(day), Some(last)) if day < last.day => Some(AwaitingSince::LastUpdate(last)),
            (Some(day), _) => Some(AwaitingSince::Completed(day)),
            (None, Some(last)) => Some(AwaitingSince::LastUpdate(last)),
            (None, None) => {
                let due = self.current_due(as_of).due_day().filter(|day| *day <= as_of);
                due.map(AwaitingSince::Due)
            }
        }
    }
}
