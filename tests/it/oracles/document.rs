//! What the definitions say of one action or milestone, read off the document with nothing but days
//! written as `2026-10-30`.

use improvement_plan::model::{EvidenceKind, Stopped};
use improvement_plan::{
    Action, DeliveryStatus, DueDate, Evidence, Milestone, NaiveDate, Owner, PlanDoc, Revision,
};

pub(super) fn day(date: Option<&DueDate>) -> Option<NaiveDate> {
    date?.as_str().parse().ok()
}

fn says(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Case and inner space folded.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Completed as of a day: status completed and the day of completion has come; without one, from the
/// plan's status date on; without that, on every day.
pub(super) fn is_completed(
    doc: &PlanDoc,
    status: DeliveryStatus,
    completed: Option<&DueDate>,
    as_of: NaiveDate,
) -> bool {
    if status != DeliveryStatus::Completed {
        return false;
    }
    match (day(completed), day(doc.status_date.as_ref())) {
        (Some(day), _) | (None, Some(day)) => day <= as_of,
        (None, None) => true,
    }
}

/// Stopped as of a day: suspended or withdrawn, and the day of the stop is missing or has come.
pub(super) fn is_stopped(
    status: DeliveryStatus,
    stopped: Option<&Stopped>,
    as_of: NaiveDate,
) -> bool {
    let is_stop = status == DeliveryStatus::Suspended || status == DeliveryStatus::Withdrawn;
    let date = day(stopped.and_then(|stopped| stopped.date.as_ref()));
    is_stop && (date.is_none() || date.unwrap() <= as_of)
}

/// The due date as of a day: that of the last revision in the list that was agreed by then and whose words
/// are a day, or say that there is none. One that is blank or says anything else moves nothing.
pub(super) fn current_due<'d>(
    due: Option<&'d DueDate>,
    revisions: &'d [Revision],
    as_of: NaiveDate,
) -> Option<&'d DueDate> {
    let mut current = due;
    for revision in revisions {
        let is_agreed = day(revision.agreed.as_ref()).is_some_and(|agreed| agreed <= as_of);
        let words = revision.due.as_ref().map_or("", |due| due.as_str().trim());
        let gives_no_day = ["TBC", "Ongoing", "ASAP"].contains(&words);
        if is_agreed && (gives_no_day || day(revision.due.as_ref()).is_some()) {
            current = revision.due.as_ref();
        }
    }
    current
}

/// A milestone with a day of completion and no status is completed.
pub(super) fn status_of(milestone: &Milestone) -> DeliveryStatus {
    if milestone.status == DeliveryStatus::NotStated && day(milestone.completed.as_ref()).is_some()
    {
        return DeliveryStatus::Completed;
    }
    milestone.status
}

pub(super) struct State<'d> {
    pub(super) doc: &'d PlanDoc,
    pub(super) action: &'d Action,
    pub(super) as_of: NaiveDate,
}

impl State<'_> {
    pub(super) fn is_completed(&self) -> bool {
        let completed = self.action.completed.as_ref();
        is_completed(self.doc, self.action.status, completed, self.as_of)
    }

    pub(super) fn is_stopped(&self) -> bool {
        is_stopped(self.action.status, self.action.stopped.as_ref(), self.as_of)
    }

    pub(super) fn has_lapsed(&self) -> bool {
        let until = self.action.in_force.as_ref().and_then(|in_force| in_force.until.as_ref());
        day(until).is_some_and(|until| self.as_of > until)
    }

    pub(super) fn is_live(&self) -> bool {
        !self.is_stopped() && !self.has_lapsed()
    }

    pub(super) fn is_counted(&self) -> bool {
        let is_withdrawn = self.action.status == DeliveryStatus::Withdrawn && self.is_stopped();
        let is_agreed = self.action.stopped.as_ref().is_some_and(|stopped| {
            let approver = stopped.approved_by.as_ref().filter(|name| folded(name) != "tbc");
            says(stopped.reason.as_ref()) && says(approver)
        });
        !(is_withdrawn && is_agreed)
    }

    fn has_lead(&self) -> bool {
        let is_lead = |owner: &&Owner| match owner {
            Owner::Post(post) => post.role == Some("lead".into()),
            _ => false,
        };
        let owners = &self.action.owners;
        let lead = owners.iter().find(is_lead).or(owners.first());
        let name = match lead {
            Some(Owner::Text(text)) => Some(text),
            Some(Owner::Post(post)) if says(post.post.as_ref()) => post.post.as_ref(),
            Some(Owner::Post(post)) => post.body.as_ref(),
            _ => None,
        };
        says(name) && folded(name.unwrap()) != "tbc"
    }

    fn is_dated(&self) -> bool {
        let due = current_due(self.action.due.as_ref(), &self.action.revisions, self.as_of);
        let review = self.action.recurs.as_ref().and_then(|recurs| recurs.next_review.as_ref());
        day(due).is_some() || day(review).is_some()
    }

    pub(super) fn is_planned(&self) -> bool {
        self.is_completed() || (self.has_lead() && self.is_dated())
    }

    pub(super) fn is_assured(&self) -> bool {
        self.action.evidence.iter().any(|one| self.is_current(one) && self.is_independent(one))
    }

    fn is_current(&self, evidence: &Evidence) -> bool {
        let Some(date) = day(evidence.date.as_ref()) else { return false };
        let is_older = day(self.action.completed.as_ref()).is_some_and(|done| date < done);
        let is_expired = day(evidence.expires.as_ref()).is_some_and(|last| last < self.as_of);
        date <= self.as_of && !is_older && !is_expired
    }

    fn is_independent(&self, evidence: &Evidence) -> bool {
        let by_kind = matches!(
            evidence.kind,
            Some(
                EvidenceKind::Inspection
                    | EvidenceKind::MonitoringVisit
                    | EvidenceKind::PeerReview
                    | EvidenceKind::Commissioner
            )
        );
        let mut owners = Vec::new();
        for owner in &self.action.owners {
            match owner {
                Owner::Text(text) => owners.push(folded(text)),
                Owner::Post(post) => {
                    owners.extend(post.post.as_deref().map(folded));
                    owners.extend(post.body.as_deref().map(folded));
                }
                _ => {}
            }
        }
        owners.retain(|owner| !owner.is_empty() && owner != "tbc");
        let verifier = evidence.verified_by.as_deref().map(folded);
        let names_someone = verifier.as_ref().is_some_and(|name| !name.is_empty() && name != "tbc");
        let is_owner = verifier.is_some_and(|name| owners.contains(&name));
        by_kind || (names_someone && !owners.is_empty() && !is_owner)
    }
}
