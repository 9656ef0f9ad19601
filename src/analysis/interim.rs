//! Interim arrangements: when they lapse and what follows them.

use std::fmt;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answers::Answers;
use super::succession::{Succession, successions};
use super::timeliness::days_from;
use crate::plan::{ActionRef, Item, Plan};
use crate::text::{day, days};

impl Plan {
    /// Returns the interim arrangements as of a date, in document order, without stopped ones.
    pub fn interim(&self, as_of: NaiveDate) -> Answers<InterimArrangement<'_>> {
        self.interim_arrangements(as_of).into_iter().collect()
    }

    pub(crate) fn interim_arrangements(&self, as_of: NaiveDate) -> Vec<InterimArrangement<'_>> {
        let mut temporary: Vec<ActionRef<'_>> =
            self.actions().filter(|one| one.is_interim()).collect();
        temporary.retain(|action| Item::Action(*action).stop(as_of).is_none());
        if temporary.is_empty() {
            return Vec::new();
        }
        let follows = successions(&temporary, as_of);
        let each = temporary.into_iter().zip(follows);
        each.map(|(action, follows)| InterimArrangement::of(action, follows, as_of)).collect()
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

/// An action that is in force until a date, and the action that is named to follow it.
///
/// Serialises as `id`, `reference` (as written, or null), `title`, `lead` (as written, or null), `from`
/// and `until` (days, or null), `words` (as written, or null), `state` and `days` as [`InterimState`],
/// `succeeded_by`, the `id` and `reference` of the action that is named to follow it, or null, and
/// `succession`, the word of a [`Succession`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterimArrangement<'p> {
    action: ActionRef<'p>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    state: InterimState,
    succeeded_by: Option<ActionRef<'p>>,
    succession: Succession,
    as_of: NaiveDate,
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

    /// Returns the action that is named to follow it, whether or not it will.
    #[must_use]
    pub const fn succeeded_by(&self) -> Option<ActionRef<'p>> {
        self.succeeded_by
    }

    /// Returns what follows it.
    #[must_use]
    pub const fn succession(&self) -> Succession {
        self.succession
    }

    /// Returns whether work that lasts follows it without a gap, directly or after other interim
    /// arrangements.
    #[must_use]
    pub fn is_followed(&self) -> bool {
        self.succession == Succession::Lasting
    }

    /// Says what follows it, in a clause, given how to name an action.
    pub(crate) fn what_follows(&self, name: impl FnOnce(ActionRef<'p>) -> String) -> String {
        let Some(next) = self.succeeded_by else {
            return "no action is named to follow it".to_owned();
        };
        if next == self.action {
            return "it is named to follow itself".to_owned();
        }
        let why = match self.succession {
            Succession::Lasting | Succession::NotNamed => {
                return format!("{} follows it", name(next));
            }
            Succession::Circle => "leads back to it".to_owned(),
            Succession::Stopped => {
                let stop = Item::Action(next).stop(self.as_of);
                format!("is {}", stop.map_or("stopped", |stop| stop.label()))
            }
            Succession::AfterGap => {
                let begins = next.begins().map(|first| format!(" on {}", day(first)));
                format!("begins only{}", begins.unwrap_or_default())
            }
            Succession::OnlyTemporary if next.has_lapsed(self.as_of) => {
                "has ended too, and nothing lasting follows that".to_owned()
            }
            Succession::OnlyTemporary => {
                "is temporary too, and nothing lasting follows that".to_owned()
            }
        };
        format!("{}, which should follow it, {why}", name(next))
    }

    fn of(action: ActionRef<'p>, succession: Succession, as_of: NaiveDate) -> Self {
        let dates = action.dates();
        let from = dates.from.earliest();
        let until = dates.until.latest();
        let state = match until {
            Some(last) if last < as_of => InterimState::Ended { days: days_from(last, as_of) },
            _ if from.is_some_and(|first| as_of < first) => InterimState::NotYet,
            Some(last) => InterimState::EndsIn { days: days_from(as_of, last) },
            None => InterimState::NoKnownEnd,
        };
        let succeeded_by = action.succeeded_by();
        Self { action, from, until, state, succeeded_by, succession, as_of }
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
    succession = this.succession,
);
