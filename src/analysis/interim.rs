//! What lapses when, and what follows it.

use chrono::NaiveDate;

use super::timeliness::days_from;
use crate::plan::{ActionRef, Plan};

impl Plan {
    /// The interim arrangements as of a day, in document order: what lapses when, and what follows.
    /// Those that are stopped are left out.
    pub fn interim(&self, as_of: NaiveDate) -> impl Iterator<Item = InterimArrangement<'_>> {
        self.actions()
            .filter(move |action| {
                action.record().in_force.is_some()
                    && crate::plan::Item::Action(*action).stop(as_of).is_none()
            })
            .map(move |action| InterimArrangement::of(action, as_of))
    }
}

/// How long an interim arrangement still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InterimState {
    /// It begins on a later day.
    NotYet,
    /// In force, with so many days after this one: 0 on its last day.
    EndsIn {
        /// Days left.
        days: u32,
    },
    /// In force, and its end is no known day.
    NoKnownEnd,
    /// Its last day is past.
    Ended {
        /// Days since its last day: 1 on the day after.
        days: u32,
    },
}

impl InterimState {
    /// The word for programs, which never changes; the figures are left out.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::EndsIn { .. } => "ends-in",
            Self::NoKnownEnd => "no-known-end",
            Self::Ended { .. } => "ended",
        }
    }
}

/// An action that is in force until a day, and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterimArrangement<'p> {
    action: ActionRef<'p>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    state: InterimState,
    succeeded_by: Option<ActionRef<'p>>,
}

impl<'p> InterimArrangement<'p> {
    /// The action.
    #[must_use]
    pub const fn action(&self) -> ActionRef<'p> {
        self.action
    }

    /// The first day, where it is known.
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day, where it is known.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// How long it still holds.
    #[must_use]
    pub const fn state(&self) -> InterimState {
        self.state
    }

    /// What follows it.
    #[must_use]
    pub const fn succeeded_by(&self) -> Option<ActionRef<'p>> {
        self.succeeded_by
    }

    pub(crate) fn of(action: ActionRef<'p>, as_of: NaiveDate) -> Self {
        let dates = action.dates();
        let from = dates.from.earliest();
        let until = dates.until.latest();
        let state = match until {
            Some(last) if last < as_of => InterimState::Ended { days: days_from(last, as_of) },
            _ if from.is_some_and(|first| as_of < first) => InterimState::NotYet,
            Some(last) => InterimState::EndsIn { days: days_from(as_of, last) },
            None => InterimState::NoKnownEnd,
        };
        Self { action, from, until, state, succeeded_by: action.succeeded_by() }
    }

    /// The document's own words for how long it holds.
    #[must_use]
    pub fn words(&self) -> Option<&'p str> {
        let in_force = self.action.record().in_force.as_ref()?;
        let until = in_force.until.as_ref().map(crate::due_date::DueDate::as_str);
        crate::text::written(in_force.words.as_ref()).or(until)
    }
}
