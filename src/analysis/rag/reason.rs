//! The reasons why a derived colour is not green.

use std::fmt;

use crate::analysis::answer_object::answer_object;
use crate::text::{counted, days as in_days};

/// A reason why the derived colour is not green.
///
/// Serialises as `reason`, its stable word; `days`, its days late, left or moved, or null; and `times`,
/// its number of moves, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RagReason {
    /// It is late.
    Late {
        /// Days past the due day.
        days: u32,
    },
    /// It is late and answers an urgent recommendation.
    UrgentLate {
        /// Days past the due day.
        days: u32,
    },
    /// One of its milestones is late.
    MilestoneLate,
    /// An item it depends on is late.
    DependencyLate,
    /// It is not started and is due soon.
    NotStartedNearDue {
        /// Days left.
        days: u32,
    },
    /// It is not started, and its start date has passed.
    StartMissed,
    /// A move of its date was requested and not agreed.
    MoveNotAgreed,
    /// Its due date has moved far.
    MovedFar {
        /// Days from the original due day.
        days: u32,
    },
    /// Its due date has moved often.
    MovedOften {
        /// The number of moves.
        times: usize,
    },
}

impl RagReason {
    /// Returns the stable word for programs, without the numbers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::UrgentLate { .. } => "urgent-late",
            Self::MilestoneLate => "milestone-late",
            Self::DependencyLate => "dependency-late",
            Self::NotStartedNearDue { .. } => "not-started-near-due",
            Self::StartMissed => "start-missed",
            Self::MoveNotAgreed => "move-not-agreed",
            Self::MovedFar { .. } => "moved-far",
            Self::MovedOften { .. } => "moved-often",
        }
    }

    /// Returns its days: late, left or moved.
    const fn days(self) -> Option<u32> {
        match self {
            Self::Late { days }
            | Self::UrgentLate { days }
            | Self::NotStartedNearDue { days }
            | Self::MovedFar { days } => Some(days),
            _ => None,
        }
    }

    /// Returns its number of moves.
    const fn times(self) -> Option<usize> {
        match self {
            Self::MovedOften { times } => Some(times),
            _ => None,
        }
    }
}

answer_object!(RagReason, |this| reason = this.as_str(), days = this.days(), times = this.times(),);

/// Writes the reason with its numbers: `13 days late`.
impl fmt::Display for RagReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late { days } => write!(f, "{} late", in_days(*days)),
            Self::UrgentLate { days } => {
                write!(f, "{} late on an urgent recommendation", in_days(*days))
            }
            Self::MilestoneLate => f.write_str("a milestone is late"),
            Self::DependencyLate => f.write_str("something it waits for is late"),
            Self::NotStartedNearDue { days: 0 } => f.write_str("not started, due today"),
            Self::NotStartedNearDue { days } => {
                write!(f, "not started, due in {}", in_days(*days))
            }
            Self::StartMissed => f.write_str("not started, and its start day is past"),
            Self::MoveNotAgreed => f.write_str("a new date is asked for and not agreed"),
            Self::MovedFar { days } => write!(f, "its date was moved by {}", in_days(*days)),
            Self::MovedOften { times } => {
                write!(f, "its date was moved {}", counted(*times, "time"))
            }
        }
    }
}
