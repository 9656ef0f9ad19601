//! The words that stand for the answers of an analysis. They are stable: people build reports on them.

use crate::analysis::{Derived, MeasureStatus, NoDate, RagDifference, Rung, Timeliness, Uncovered};

/// Each class of timeliness.
pub(super) const TIMELINESS: &[&str] = &[
    "overdue",
    "due-today",
    "due-soon",
    "on-time",
    "no-date",
    "awaiting-sign-off",
    "completed-on-time",
    "completed-late",
    "completed-lateness-unknown",
    "suspended",
    "withdrawn",
];

pub(super) fn timeliness(class: Timeliness) -> &'static str {
    match class {
        Timeliness::Overdue { .. } => "overdue",
        Timeliness::DueToday => "due-today",
        Timeliness::DueSoon { .. } => "due-soon",
        Timeliness::OnTime { .. } => "on-time",
        Timeliness::NoDate(_) => "no-date",
        Timeliness::AwaitingSignOff => "awaiting-sign-off",
        Timeliness::CompletedOnTime { .. } => "completed-on-time",
        Timeliness::CompletedLate { .. } => "completed-late",
        Timeliness::CompletedLatenessUnknown => "completed-lateness-unknown",
        Timeliness::Suspended => "suspended",
        Timeliness::Withdrawn => "withdrawn",
    }
}

/// Each reason why an open item has no due day.
pub(super) const NO_DATE: &[&str] = &[
    "ongoing",
    "recurring",
    "to-be-confirmed",
    "as-soon-as-possible",
    "only-a-start",
    "year-unstated",
    "unreadable",
    "missing",
];

pub(super) fn no_date(class: Timeliness) -> Option<&'static str> {
    let Timeliness::NoDate(reason) = class else { return None };
    Some(match reason {
        NoDate::Ongoing => "ongoing",
        NoDate::Recurring => "recurring",
        NoDate::ToBeConfirmed => "to-be-confirmed",
        NoDate::AsSoonAsPossible => "as-soon-as-possible",
        NoDate::Starting => "only-a-start",
        NoDate::YearUnstated => "year-unstated",
        NoDate::Unreadable => "unreadable",
        NoDate::Missing => "missing",
    })
}

/// Days past the due day, of what is open or was completed; none where it is not late or nobody knows.
pub(super) fn days_late(class: Timeliness) -> Option<u32> {
    match class {
        Timeliness::Overdue { days } | Timeliness::CompletedLate { days } => Some(days),
        _ => None,
    }
}

/// Days left of what is open and has a due day that has not passed.
pub(super) fn days_left(class: Timeliness) -> Option<u32> {
    match class {
        Timeliness::DueToday => Some(0),
        Timeliness::DueSoon { days } | Timeliness::OnTime { days } => Some(days),
        _ => None,
    }
}

/// Each way in which a declared colour may differ from the derived one.
pub(super) const DIFFERENCES: &[&str] = &["agree", "optimistic", "cautious", "not-comparable"];

pub(super) fn difference(difference: RagDifference) -> &'static str {
    match difference {
        RagDifference::Agree => "agree",
        RagDifference::Optimistic => "optimistic",
        RagDifference::Cautious => "cautious",
        RagDifference::NotComparable => "not-comparable",
    }
}

/// Why the derived colour is not green, in words.
pub(super) fn reasons(derived: &Derived) -> String {
    let reasons: Vec<String> = derived.reasons.iter().map(ToString::to_string).collect();
    reasons.join("; ")
}

/// Each rung of coverage, and none.
pub(super) const RUNGS: &[&str] = &["none", "addressed", "planned", "completed", "assured"];

pub(super) fn rung(rung: Option<Rung>) -> &'static str {
    match rung {
        None => "none",
        Some(Rung::Addressed) => "addressed",
        Some(Rung::Planned) => "planned",
        Some(Rung::Completed) => "completed",
        Some(Rung::Assured) => "assured",
    }
}

/// Each reason why no live action answers a recommendation.
pub(super) const UNCOVERED: &[&str] = &[
    "never-linked",
    "part-without-action",
    "interim-lapsed",
    "all-suspended",
    "all-withdrawn",
    "stopped",
];

pub(super) fn uncovered(reason: Uncovered) -> &'static str {
    match reason {
        Uncovered::NeverLinked => "never-linked",
        Uncovered::PartWithoutAction => "part-without-action",
        Uncovered::InterimLapsed => "interim-lapsed",
        Uncovered::AllSuspended => "all-suspended",
        Uncovered::AllWithdrawn => "all-withdrawn",
        Uncovered::Stopped => "stopped",
    }
}

/// Each way in which a measure may stand.
pub(super) const MEASURE_STATUS: &[&str] =
    &["context", "no-data", "no-target", "on-target", "near-target", "off-target"];

pub(super) fn measure_status(status: MeasureStatus) -> &'static str {
    match status {
        MeasureStatus::Context => "context",
        MeasureStatus::NoData => "no-data",
        MeasureStatus::NoTarget => "no-target",
        MeasureStatus::OnTarget => "on-target",
        MeasureStatus::NearTarget => "near-target",
        MeasureStatus::OffTarget => "off-target",
    }
}
