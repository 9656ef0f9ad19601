//! The colour that follows from the dates of an action.

use chrono::NaiveDate;
use serde::Serialize;

use super::reason::RagReason;
use crate::analysis::slippage::Slippage;
use crate::analysis::timeliness::{Timeliness, days_from};
use crate::model::{DeliveryStatus, RagPolicy, RagStatus};
use crate::plan::{ActionRef, Item, Plan};

/// The colour derived from the dates, with the reasons.
///
/// Serialises as `colour`, or null, and `reasons`, a list of [`RagReason`]s.
#[derive(Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    colour: Option<RagStatus>,
    reasons: Vec<RagReason>,
}

impl Derived {
    /// Returns the colour, or `None` if there is no date or the work has stopped.
    #[must_use]
    pub const fn colour(&self) -> Option<RagStatus> {
        self.colour
    }

    /// Returns the reasons why it is not green, the most important first.
    #[must_use]
    pub fn reasons(&self) -> &[RagReason] {
        &self.reasons
    }
}

/// Returns the derived colour of every action, given the classes of all actions and milestones in document order.
pub(in crate::analysis) fn derived_colours(
    plan: &Plan,
    as_of: NaiveDate,
    policy: &RagPolicy,
    classes: &[Timeliness],
) -> Vec<Option<RagStatus>> {
    let mut rest = classes;
    let mut colours = Vec::with_capacity(plan.action_count());
    for action in plan.actions() {
        let Some((class, more)) = rest.split_first() else { break };
        let (own, more) = more.split_at_checked(action.milestones().len()).unwrap_or((more, &[]));
        rest = more;
        let is_milestone_late = || own.iter().any(|class| class.is_overdue());
        colours.push(colour(action, *class, is_milestone_late, as_of, policy, |_| {}));
    }
    colours
}

/// Derives the colour of an action in a class.
pub(super) fn derive(
    action: ActionRef<'_>,
    class: Timeliness,
    is_milestone_late: impl FnOnce() -> bool,
    as_of: NaiveDate,
    policy: &RagPolicy,
) -> Derived {
    let mut reasons = Vec::new();
    let because = |reason| reasons.push(reason);
    let colour = colour(action, class, is_milestone_late, as_of, policy, because);
    Derived { colour, reasons }
}

/// Returns the derived colour of an action in a class, and calls a function with each reason why it is not green.
fn colour(
    action: ActionRef<'_>,
    class: Timeliness,
    is_milestone_late: impl FnOnce() -> bool,
    as_of: NaiveDate,
    policy: &RagPolicy,
    mut because: impl FnMut(RagReason),
) -> Option<RagStatus> {
    let item = Item::Action(action);
    match class {
        Timeliness::Suspended | Timeliness::Withdrawn | Timeliness::NoDate(_) => return None,
        Timeliness::AwaitingSignOff if item.current_due(as_of).due_day().is_none() => return None,
        _ if item.is_completed(as_of) => return Some(RagStatus::Green),
        _ => {}
    }
    let mut colour = RagStatus::Green;
    let mut add = |worse: RagStatus, reason: RagReason| {
        colour = colour.max(worse);
        because(reason);
    };
    if let Timeliness::Overdue { days } = class {
        if action.urgent_answers().next().is_some() {
            add(RagStatus::Red, RagReason::UrgentLate { days });
        } else if days > policy.red_after_days {
            add(RagStatus::Red, RagReason::Late { days });
        } else {
            add(RagStatus::Amber, RagReason::Late { days });
        }
    }
    if is_milestone_late() {
        add(RagStatus::Amber, RagReason::MilestoneLate);
    }
    if action.depends_on().any(|other| Timeliness::of(Item::Action(other), as_of).is_overdue()) {
        add(RagStatus::Amber, RagReason::DependencyLate);
    }
    if action.status() == DeliveryStatus::NotStarted {
        let due = item.current_due(as_of).due_day();
        let left = due.filter(|due| as_of <= *due).map(|due| days_from(as_of, due));
        if let Some(days) = left.filter(|days| *days <= policy.not_started_within_days) {
            add(RagStatus::Amber, RagReason::NotStartedNearDue { days });
        }
    }
    if action.missed_start(as_of).is_some() {
        add(RagStatus::Amber, RagReason::StartMissed);
    }
    let slippage = Slippage::of(item, as_of);
    if slippage.requests() > 0 {
        add(RagStatus::Amber, RagReason::MoveNotAgreed);
    }
    let moved = slippage.days().and_then(|days| u32::try_from(days).ok());
    if let Some(days) = moved.filter(|days| *days > policy.moved_by_more_than_days) {
        add(RagStatus::Amber, RagReason::MovedFar { days });
    }
    if slippage.moves() > 0 && slippage.moves() >= policy.moved_times as usize {
        add(RagStatus::Amber, RagReason::MovedOften { times: slippage.moves() });
    }
    Some(colour)
}
