//! Interim arrangements: when they lapse and what follows them.

use std::fmt;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answers::Answers;
use super::timeliness::days_from;
use crate::plan::{ActionRef, Plan};
use crate::text::days;

impl Plan {
    /// Returns the interim arrangements as of a date, in document order, without stopped ones.
    pub fn interim(&self, as_of: NaiveDate) -> Answers<InterimArrangement<'_>> {
        self.actions()
            .filter(|action| {
                action.record().in_force.is_some()
                    && crate::plan::Item::Action(*action).stop(as_of).is_none()
            })
            .map(|action| InterimArrangement::of(action, as_of))
            .collect()
    }
}

/// How long an interim arrangement remains in force.
///
/// Serialises as `state`, its stable word, and `days`, the days left or since its end, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InterimState {
    /// It starts later.
    NotYet,
    /// In force, with this many days left: 0 on its last day.
    EndsIn {
        /// Days left.
        days: u32,
    },
    /// In force, with no known end date.
    NoKnownEnd,
    /// Its last day has passed.
    Ended {
        /// Days since its last day: 1 on the day after.
        days: u32,
    },
}

impl InterimState {
    /// Returns the stable word for programs, without the number of days.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::EndsIn { .. } => "ends-in",
            Self::NoKnownEnd => "no-known-end",
            Self::Ended { .. } => "ended",
        }
    }

    /// Returns the days left or since its end.
    const fn days(self) -> Option<u32> {
        match self {
            Self::EndsIn { days } | Self::Ended { days } => Some(days),
            Self::NotYet | Self::NoKnownEnd => None,
        }
    }
}

answer_object!(InterimState, |this| state = this.as_str(), days = this.days(),);

/// The state in words, with its days: `3 days left`.
impl fmt::Display for InterimState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYet => f.write_str("not begun"),
            Self::EndsIn { days: 0 } => f.write_str("ends today"),
            Self::EndsIn { days: left } => write!(f, "{} left", days(*left)),
            Self::NoKnownEnd => f.write_str("no known end"),
            Self::Ended { days: since } => write!(f, "ended {} ago", days(*since)),
        }
    }
}

/// An action that is in force until a date, and the action that follows it.
///
/// Serialises as `id`, `reference` (as written, or null), `title`, `lead` (as written, or null), `from`
/// and `until` (days, or null), `words` (as written, or null), `state` and `days` as [`InterimState`],
/// and `succeeded_by`, the `id` and `reference` of the action that follows it, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterimArrangement<'p> {
    action: ActionRef<'p>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    state: InterimState,
    succeeded_by: Option<ActionRef<'p>>,
}

impl<'p> InterimArrangement<'p> {
    /// Returns the action.
    #[must_use]
    pub const fn action(&self) -> ActionRef<'p> {
        self.action
    }

    /// Returns the first day, if it is known.
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Returns the last day, if it is known.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Returns how long it remains in force.
    #[must_use]
    pub const fn state(&self) -> InterimState {
        self.state
    }

    /// Returns the action that follows it.
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

    /// Returns the record of how long it is in force, as written in the document.
    #[must_use]
    pub fn words(&self) -> Option<&'p str> {
        let in_force = self.action.record().in_force.as_ref()?;
        let until = in_force.until.as_ref().map(crate::due_date::DueDate::as_str);
        crate::text::written(in_force.words.as_ref()).or(until)
    }
}

answer_object!(InterimArrangement<'_>, |this|
    [this.action]
    lead = this.action.lead(),
    from = this.from,
    until = this.until,
    words = this.words(),
    state = this.state.as_str(),
    days = this.state.days(),
    succeeded_by = this.succeeded_by,
);
