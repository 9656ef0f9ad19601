//! The closed answers about one item of two plans.

use crate::analysis::answer_words::answer_words;
use crate::analysis::timeliness::Timeliness;

answer_words! {
    /// The state of an action or milestone as of a date: its timeliness class made coarse. A milestone of a
    /// stopped action is in the state of its action, completed or not.
    #[derive(PartialOrd, Ord)]
    ItemState {
        /// Neither completed nor stopped. One that awaits sign-off is open.
        Open = "open", "open";
        /// Completed.
        Completed = "completed", "completed";
        /// Suspended.
        Suspended = "suspended", "suspended";
        /// Withdrawn.
        Withdrawn = "withdrawn", "withdrawn";
    }
}

impl From<Timeliness> for ItemState {
    fn from(class: Timeliness) -> Self {
        match class {
            Timeliness::Suspended => Self::Suspended,
            Timeliness::Withdrawn => Self::Withdrawn,
            _ if class.is_open() => Self::Open,
            _ => Self::Completed,
        }
    }
}

answer_words! {
    /// What became of an action or milestone between two plans. One whose state differs, or that is in one plan
    /// only, has exactly one outcome.
    ItemOutcome {
        /// It is in the later plan only.
        Added = "added", "added";
        /// It is in the earlier plan only.
        Removed = "removed", "gone";
        /// It was not completed and is, also if it had stopped.
        Completed = "completed", "done";
        /// It was not suspended and is.
        Suspended = "suspended", "suspended";
        /// It was not withdrawn and is.
        Withdrawn = "withdrawn", "withdrawn";
        /// It was not open and is.
        Reopened = "reopened", "open again";
    }
}

answer_words! {
    /// The reason why an item that was late is not late any more: the first that applies, in this order.
    ///
    /// It has *recovered* only if it is completed or awaits sign-off.
    LatenessEnd {
        /// It is not in the later plan.
        Removed = "removed", "no longer in the plan";
        /// It is completed.
        Completed = "completed", "done";
        /// It is suspended.
        Suspended = "suspended", "suspended";
        /// It is withdrawn.
        Withdrawn = "withdrawn", "withdrawn";
        /// It is done by its lead and not yet accepted.
        AwaitingSignOff = "awaiting-sign-off", "awaiting sign-off";
        /// Its due date was moved by an agreed revision.
        Agreed = "agreed", "its date was moved by agreement";
        /// Its due date is another without an agreed revision.
        Altered = "altered", "its date was altered without an agreed move";
        /// The later date is before the earlier, and it is not late yet.
        NotYet = "not-yet", "not late yet on the day of this comparison";
    }
}

impl LatenessEnd {
    /// Returns whether the work was done, which is all that *recovered* may be said of.
    #[must_use]
    pub const fn is_recovery(self) -> bool {
        matches!(self, Self::Completed | Self::AwaitingSignOff)
    }
}

answer_words! {
    /// What shows that two records with different words are the same.
    MatchedBy {
        /// Their ids are equal, and at least one of them is written in its document.
        Id = "id", "by their id";
        /// Only the reference: somebody should look whether it is still the same work.
        Reference = "reference", "by their reference alone";
    }
}
