//! When somebody last wrote about an action, and since when something waits to be accepted.

use chrono::NaiveDate;

use crate::due_date::DateReading;
use crate::model::{Update, UpdateKind};
use crate::plan::{ActionRef, Item};

impl ActionRef<'_> {
    /// The last day on which somebody wrote about it, as of a day. An update without a
    /// readable day counts as none; one dated by a month counts from its last day, once
    /// the month has begun.
    pub(crate) fn last_update(self, as_of: NaiveDate) -> Option<NaiveDate> {
        let dates = self.record().updates.iter().filter_map(|update| update.date.as_ref());
        let read = dates.map(|date| self.plan().read(date));
        read.filter(|reading| reading.earliest().is_some_and(|first| first <= as_of))
            .filter_map(DateReading::latest)
            .map(|last| last.min(as_of))
            .max()
    }

    /// Whether somebody had written an update of a kind by a day. One without a day counts; one
    /// dated later does not.
    pub(crate) fn has_update_of(self, kind: &UpdateKind, as_of: NaiveDate) -> bool {
        let is_later = |update: &Update| {
            let date = update.date.as_ref().and_then(|date| self.plan().read(date).earliest());
            date.is_some_and(|first| first > as_of)
        };
        let mut updates = self.record().updates.iter();
        updates.any(|update| update.kind.as_ref() == Some(kind) && !is_later(update))
    }
}

/// From which day a wait for sign-off is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AwaitingSince {
    /// The day it was completed by its lead.
    Completed(NaiveDate),
    /// The day somebody last wrote about it.
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
    /// Since when it waits for sign-off, if it does, as far as anybody wrote: its day of completion,
    /// else the last update of its action, else its due day. No day after `as_of` counts.
    pub(crate) fn awaiting_since(self, as_of: NaiveDate) -> Option<AwaitingSince> {
        let completed = self.completed_day().filter(|day| *day <= as_of);
        let due = || self.current_due(as_of).due_day().filter(|day| *day <= as_of);
        completed
            .map(AwaitingSince::Completed)
            .or_else(|| self.action().last_update(as_of).map(AwaitingSince::LastUpdate))
            .or_else(|| due().map(AwaitingSince::Due))
    }
}
