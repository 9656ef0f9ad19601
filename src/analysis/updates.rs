//! The last update of an action, and how long an item has waited for sign-off.

use chrono::NaiveDate;

use crate::due_date::DateReading;
use crate::model::{Update, UpdateKind};
use crate::plan::{ActionRef, Item};

impl ActionRef<'_> {
    /// Returns the day of the last update as of a date. An update without a readable day is ignored.
    /// An update dated by month counts from its last day, or from `as_of` before that day.
    pub(crate) fn last_update(self, as_of: NaiveDate) -> Option<NaiveDate> {
        let dates = self.record().updates.iter().filter_map(|update| update.date.as_ref());
        let read = dates.map(|date| self.plan().read(date));
        read.filter(|reading| reading.earliest().is_some_and(|first| first <= as_of))
            .filter_map(DateReading::latest)
            .map(|last| last.min(as_of))
            .max()
    }

    /// Returns whether there is an update of a kind as of a date. An update without a date counts; an
    /// update dated later does not.
    pub(crate) fn has_update_of(self, kind: &UpdateKind, as_of: NaiveDate) -> bool {
        let is_later = |update: &Update| {
            let date = update.date.as_ref().and_then(|date| self.plan().read(date).earliest());
            date.is_some_and(|first| first > as_of)
        };
        let mut updates = self.record().updates.iter();
        updates.any(|update| update.kind.as_ref() == Some(kind) && !is_later(update))
    }
}

/// The day from which a wait for sign-off is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AwaitingSince {
    /// The day its lead completed it.
    Completed(NaiveDate),
    /// The day of its last update.
    LastUpdate(NaiveDate),
    /// Its due day.
    Due(NaiveDate),
}

impl AwaitingSince {
    pub(crate) fn day(self) -> NaiveDate {
        match self {
            Self::Completed(day) | Self::LastUpdate(day) | Self::Due(day) => day,
        }
    }
}

impl Item<'_> {
    /// Returns the day since which it has waited for sign-off, if it does: its completion day, else the
    /// last update of its action, else its due day. Days after `as_of` are ignored.
    pub(crate) fn awaiting_since(self, as_of: NaiveDate) -> Option<AwaitingSince> {
        let completed = self.completed_day().filter(|day| *day <= as_of);
        let due = || self.current_due(as_of).due_day().filter(|day| *day <= as_of);
        completed
            .map(AwaitingSince::Completed)
            .or_else(|| self.action().last_update(as_of).map(AwaitingSince::LastUpdate))
            .or_else(|| due().map(AwaitingSince::Due))
    }
}
