//! The ladder of coverage: its rungs, how many recommendations have reached each, and why some have
//! reached none.

use super::answer_words::answer_words;
use super::ratio::Ratio;

answer_words! {
    /// A rung of the ladder, from the lowest. A rung says what the plan holds, never that the
    /// recommendation is met: that only an assessment can say.
    #[derive(PartialOrd, Ord)]
    Rung {
        /// Some live action answers it.
        Addressed = "addressed", "has an action";
        /// And every counted action is completed, or has a lead and a date.
        Planned = "planned", "has a lead and a date";
        /// And every counted action is completed.
        Completed = "completed", "linked actions complete";
        /// And every counted action has evidence that is current and independent.
        Assured = "assured", "completion assured";
    }
}

answer_words! {
    /// Why no live action answers a recommendation.
    #[non_exhaustive]
    Uncovered {
        /// No action was ever linked to it.
        NeverLinked = "never-linked", "no action is linked to it";
        /// One of its parts has no action.
        PartWithoutAction = "part-without-action", "a part of it has no action";
        /// An interim arrangement that answered it has lapsed.
        InterimLapsed = "interim-lapsed", "its temporary arrangement has ended";
        /// All its actions are suspended.
        AllSuspended = "all-suspended", "all its actions are suspended";
        /// All its actions are withdrawn.
        AllWithdrawn = "all-withdrawn", "all its actions are withdrawn";
        /// Its actions stopped in several ways.
        Stopped = "stopped", "its actions have stopped";
    }
}

/// How many recommendations have reached each rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ladder {
    addressed: Ratio,
    planned: Ratio,
    completed: Ratio,
    assured: Ratio,
}

impl Ladder {
    /// Have an action.
    #[must_use]
    pub const fn addressed(&self) -> Ratio {
        self.addressed
    }

    /// Have a lead and a date.
    #[must_use]
    pub const fn planned(&self) -> Ratio {
        self.planned
    }

    /// Have all linked actions complete.
    #[must_use]
    pub const fn completed(&self) -> Ratio {
        self.completed
    }

    /// Have their completion assured.
    #[must_use]
    pub const fn assured(&self) -> Ratio {
        self.assured
    }

    /// Counts the highest rung of each of some recommendations.
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

    /// How many have reached a rung.
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
