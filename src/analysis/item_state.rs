//! The state of one action or milestone as of a date: completed, stopped, open, live, due.

use chrono::NaiveDate;

use crate::due_date::{DateReading, DateSpan, DueDate};
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Item, MilestoneRef, Plan, RevisionDates};
use crate::text::{named, reason};

impl<'p> Item<'p> {
    /// Returns whether it is completed as of a date: its status is completed, and the first day of its
    /// completion date has come. Without a readable completion date it counts as completed from the
    /// plan's status date on; without that, always.
    #[must_use]
    pub fn is_completed(self, as_of: NaiveDate) -> bool {
        if self.status() != DeliveryStatus::Completed {
            return false;
        }
        let known = self.dates().completed.earliest();
        known.or_else(|| self.plan().status_date()).is_none_or(|day| day <= as_of)
    }

    /// Returns `suspended` or `withdrawn` if it is stopped as of a date. Before the date of its stop it
    /// was open; a stop without a readable date always applies. A milestone stops with its action.
    #[must_use]
    pub fn stop(self, as_of: NaiveDate) -> Option<DeliveryStatus> {
        let of_action = match self {
            Self::Milestone(milestone) => Self::Action(milestone.action()).stop(as_of),
            Self::Action(_) => None,
        };
        self.stop_within(of_action, as_of)
    }

    /// Like `stop`, given the stop of its action if it is a milestone.
    pub(crate) fn stop_within(
        self,
        of_action: Option<DeliveryStatus>,
        as_of: NaiveDate,
    ) -> Option<DeliveryStatus> {
        of_action.or_else(|| {
            let status = Some(self.status()).filter(|status| status.is_stop())?;
            let has_come = self.dates().stopped.earliest().is_none_or(|day| day <= as_of);
            has_come.then_some(status)
        })
    }

    /// Like `stop`, but `None` for a milestone that stopped with its action.
    pub(crate) fn own_stop(self, as_of: NaiveDate) -> Option<DeliveryStatus> {
        match self {
            Self::Milestone(milestone)
                if Self::Action(milestone.action()).stop(as_of).is_some() =>
            {
                None
            }
            _ => self.stop(as_of),
        }
    }

    /// Returns whether it is open as of a date: neither completed nor stopped.
    #[must_use]
    pub fn is_open(self, as_of: NaiveDate) -> bool {
        !self.is_completed(as_of) && self.stop(as_of).is_none()
    }

    /// Returns the due date as of a date: that of the last revision in the list that was agreed by then
    /// and can be read, else the baseline.
    ///
    /// A revision that was not agreed is only a request and moves nothing. Neither does one whose words
    /// are blank or unreadable, or state a year out of range or none. One that can be read and gives no
    /// day (*to be confirmed*, *ongoing*, `From …`, `w/c …`, ASAP) takes the day away.
    #[must_use]
    pub fn current_due(self, as_of: NaiveDate) -> DateReading {
        let dates = self.dates();
        let mut revisions = self.plan().index().dates.revisions(dates).iter();
        revisions.rfind(|one| one.is_move(as_of)).map_or(dates.due, |revision| revision.due)
    }

    /// Returns the position of the revision that sets the due date as of a date, or `None` for the
    /// baseline.
    pub(crate) fn current_revision(self, as_of: NaiveDate) -> Option<usize> {
        self.revision_dates().iter().rposition(|revision| revision.is_move(as_of))
    }

    /// Returns the text of the due date as of a date.
    pub(crate) fn current_due_words(self, as_of: NaiveDate) -> Option<&'p DueDate> {
        let agreed = self.current_revision(as_of).and_then(|at| self.revisions().get(at));
        agreed.map_or_else(|| self.baseline_words(), |revision| revision.due.as_ref())
    }

    /// Returns the text of the original due date.
    pub(crate) fn baseline_words(self) -> Option<&'p DueDate> {
        match self {
            Self::Action(action) => action.record().due.as_ref(),
            Self::Milestone(milestone) => milestone.record().due.as_ref(),
        }
    }

    /// Returns the original due date, before any revision.
    #[must_use]
    pub fn baseline_due(self) -> DateReading {
        self.dates().due
    }

    /// Returns the first day of its completion date, if one is given.
    #[must_use]
    pub fn completed_day(self) -> Option<NaiveDate> {
        self.dates().completed.earliest()
    }

    pub(crate) fn revision_dates(self) -> &'p [RevisionDates] {
        self.plan().index().dates.revisions(self.dates())
    }
}

impl ActionRef<'_> {
    /// Returns whether it is completed as of a date; see [`Item::is_completed`].
    #[must_use]
    pub fn is_completed(self, as_of: NaiveDate) -> bool {
        Item::Action(self).is_completed(as_of)
    }

    /// Returns whether it is open as of a date: neither completed nor stopped.
    #[must_use]
    pub fn is_open(self, as_of: NaiveDate) -> bool {
        Item::Action(self).is_open(as_of)
    }

    /// Returns whether it is live as of a date: not stopped and, for an interim arrangement, not past
    /// its last day. A completed action is live.
    #[must_use]
    pub fn is_live(self, as_of: NaiveDate) -> bool {
        Item::Action(self).stop(as_of).is_none() && !self.has_lapsed(as_of)
    }

    /// Returns whether it is an interim arrangement whose last day has passed.
    #[must_use]
    pub fn has_lapsed(self, as_of: NaiveDate) -> bool {
        self.dates().until.latest().is_some_and(|last| last < as_of)
    }

    /// Returns whether it was withdrawn by a date with a reason and an approver.
    #[must_use]
    pub fn is_withdrawn_by_agreement(self, as_of: NaiveDate) -> bool {
        let item = Item::Action(self);
        let is_agreed = item.stopped().is_some_and(|stopped| {
            reason(stopped.reason.as_ref()).is_some()
                && named(stopped.approved_by.as_ref()).is_some()
        });
        is_agreed && item.stop(as_of) == Some(DeliveryStatus::Withdrawn)
    }

    /// Returns the due date as of a date; see [`Item::current_due`].
    #[must_use]
    pub fn current_due(self, as_of: NaiveDate) -> DateReading {
        Item::Action(self).current_due(as_of)
    }

    /// Returns the days between which it should start. `From October 2026` counts as October.
    pub(crate) fn start_days(self) -> Option<DateSpan> {
        match self.dates().start {
            DateReading::Due(span)
            | DateReading::From(span)
            | DateReading::WeekCommencing(span) => Some(span),
            _ => None,
        }
    }

    /// Returns whether it is dated as of a date: its due date has a due day, or it recurs and its next
    /// review has one.
    #[must_use]
    pub fn is_dated(self, as_of: NaiveDate) -> bool {
        self.current_due(as_of).due_day().is_some() || self.dates().next_review.due_day().is_some()
    }

    /// Returns the start date that has passed, if the action is reported as not started.
    pub(crate) fn missed_start(self, as_of: NaiveDate) -> Option<NaiveDate> {
        let start = self.start_days().map(DateSpan::latest).filter(|start| *start < as_of)?;
        (self.status() == DeliveryStatus::NotStarted).then_some(start)
    }
}

impl MilestoneRef<'_> {
    /// Returns whether it is completed as of a date; see [`Item::is_completed`].
    #[must_use]
    pub fn is_completed(self, as_of: NaiveDate) -> bool {
        Item::Milestone(self).is_completed(as_of)
    }

    /// Returns whether it is open as of a date: neither completed nor stopped, nor its action stopped.
    #[must_use]
    pub fn is_open(self, as_of: NaiveDate) -> bool {
        Item::Milestone(self).is_open(as_of)
    }
}

/// What coverage needs to know about an action as of a date, computed once per action.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct ActionState {
    pub(crate) is_live: bool,
    pub(crate) has_lapsed: bool,
    pub(crate) stop: Option<DeliveryStatus>,
    /// Whether it counts in the rungs above the first: not withdrawn by agreement.
    pub(crate) is_counted: bool,
    pub(crate) is_planned: bool,
    pub(crate) is_completed: bool,
    pub(crate) is_assured: bool,
}

impl ActionState {
    pub(crate) fn all(plan: &Plan, as_of: NaiveDate) -> Vec<Self> {
        plan.actions().map(|action| Self::new(action, as_of)).collect()
    }

    fn new(action: ActionRef<'_>, as_of: NaiveDate) -> Self {
        let stop = Item::Action(action).stop(as_of);
        let has_lapsed = action.has_lapsed(as_of);
        let is_completed = action.is_completed(as_of);
        Self {
            is_live: stop.is_none() && !has_lapsed,
            has_lapsed,
            stop,
            is_counted: !action.is_withdrawn_by_agreement(as_of),
            is_planned: is_completed || (action.lead().is_known() && action.is_dated(as_of)),
            is_completed,
            is_assured: action.assuring_evidence(as_of).next().is_some(),
        }
    }
}
