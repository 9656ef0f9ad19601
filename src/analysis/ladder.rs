//! The coverage ladder: its rungs, how many recommendations have reached each, and why some have reached
//! none.

use serde::Serialize;

use super::answer_words::answer_words;
use super::ratio::Ratio;

answer_words! {
    /// A rung of the coverage ladder, lowest first. A rung reports what the plan contains, never that
    /// the recommendation is met: only an assessment can say that.
    #[derive(PartialOrd, Ord)]
    Rung {
        /// At least one live action answers it.
        Addressed = "addressed", "has an action";
        /// Also, every counted action is completed or has a lead and a date.
        Planned = "planned", "has a lead and a date";
        /// Also, every counted action is completed.
        Completed = "completed", "linked actions complete";
        /// Also, every counted action has current, independent evidence.
        Assured = "assured", "completion assured";
    }
}

answer_words! {
    /// The reason why no live action answers a recommendation.
    #[non_exhaustive]
    Uncovered {
        /// No action is linked to it.
        NeverLinked = "never-linked", "no action is linked to it";
        /// One of its parts has no action.
        PartWithoutAction = "part-without-action", "a part of it has no action";
        /// The interim arrangement that answered it has lapsed.
        InterimLapsed = "interim-lapsed", "its temporary arrangement has ended";
        /// All its actions are suspended.
        AllSuspended = "all-suspended", "all its actions are suspended";
        /// All its actions are withdrawn.
        AllWithdrawn = "all-withdrawn", "all its actions are withdrawn";
        /// Its actions have stopped for different reasons.
        Stopped = "stopped", "its actions have stopped";
    }
}

/// The number of recommendations that have reached each rung.
///
/// Serialises as `addressed`, `planned`, `completed` and `assured`, each a [`Ratio`].
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ladder {
    addressed: Ratio,
    planned: Ratio,
    completed: Ratio,
    assured: Ratio,
}

impl Ladder {
    /// Returns how many have an action.
    #[must_use]
    pub const fn addressed(&self) -> Ratio {
        self.addressed
    }

    /// Returns how many have a lead and a date.
    #[must_use]
    pub const fn planned(&self) -> Ratio {
        self.planned
    }

    /// Returns how many have all linked actions complete.
    #[must_use]
    pub const fn completed(&self) -> Ratio {
        self.completed
    }

    /// Returns how many have their completion assured.
    #[must_use]
    pub const fn assured(&self) -> Ratio {
        self.assured
    }

    /// Counts recommendations by the highest rung of each.
    pub(crate) fn of(highest: impl Iterator<Item = Option<Rung>>) -> Self {
        let mut reached = [0; 4];
        let mut whole = 0;
        for highest in highest {
            whole += 1;
            for (count, rung) in reached.iter_mut().zip(Rung::ALL) {
                *count += usize::from(highest >= Some(*rung));
            }
        }
        let [addressed, planned, completed, assured] = reached.map(|part| Ratio::new(part, whole));
        Self { addressed, planned, completed, assured }
    }

    /// Returns how many have reached `rung`.
    #[must_use]
    pub fn at(&self, rung: Rung) -> Ratio {
        match rung {
            Rung::Addressed => self.addressed,
            Rung::Planned => self.planned,
            Rung::Completed => self.completed,
            Rung::Assured => self.assured,
        }
    }
}
