//! Rules about suspended and withdrawn work.

use super::dates::date;
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::diagnostic::Location;
use crate::model::DeliveryStatus;
use crate::plan::{Item, quoted};
use crate::text::written;

pub(crate) fn dependency_stopped(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.open_actions() {
        for needed in action.depends_on() {
            let needed = Item::Action(needed);
            let Some(stop) = needed.stop(facts.as_of) else { continue };
            let words = needed.stopped().and_then(|stopped| stopped.date.as_ref());
            let words = words.filter(|_| needed.dates().stopped.earliest().is_some());
            let since = match words {
                Some(words) => {
                    format!("has been {} since {}", stop.label(), date(facts.plan, words))
                }
                None => format!("is {}", stop.label()),
            };
            let message = format!("depends on {}, which {since}", needed.action().mention());
            hits.add(action.location().key("depends_on"), action.subject(), message);
        }
    }
}

pub(crate) fn suspended_without_reason(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(stopped_as(facts, DeliveryStatus::Suspended), |item| {
        let reason = item.stopped().and_then(|stopped| written(stopped.reason.as_ref()));
        reason.is_none().then_some(item)
    });
    let all = |n| format!("none of the {n} suspensions has a reason");
    hits.add_each_or_all(found, "actions", all, |hits, item| {
        hits.add(stop_place(item), item.subject(), "suspended, but no reason is given");
    });
}

pub(crate) fn suspended_without_review(facts: &Facts<'_>, hits: &mut Hits) {
    let mut past = Vec::new();
    let suspended = stopped_as(facts, DeliveryStatus::Suspended);
    let looked_at = suspended.map(|item| {
        let review = item.stopped().and_then(|stopped| stopped.review.as_ref());
        let words = review.map_or("", |review| review.as_str().trim());
        match review.and_then(|review| facts.plan.read(review).latest()) {
            Some(day) => {
                past.extend((day < facts.as_of).then_some((item, words)));
                None
            }
            None => Some((item, words)),
        }
    });
    let found: Found<(Item<'_>, &str)> = looked_at.collect();
    let all = |n| format!("none of the {n} suspensions has a review date");
    hits.add_each_or_all(found, "actions", all, |hits, (item, words)| {
        let message = match words {
            "" => "suspended, but no review date is set".to_owned(),
            words => format!("suspended, but its review date {} is not a date", quoted(words)),
        };
        hits.add(review_place(item), item.subject(), message);
    });
    for (item, words) in past {
        let message = format!("its review was due {}, which has passed", quoted(words));
        hits.add(review_place(item), item.subject(), message);
    }
}

pub(crate) fn withdrawn_without_agreement(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(stopped_as(facts, DeliveryStatus::Withdrawn), |item| {
        let stopped = item.stopped();
        let reason = stopped.and_then(|stopped| written(stopped.reason.as_ref()));
        let approver = stopped.and_then(|stopped| written(stopped.approved_by.as_ref()));
        reason.and(approver).is_none().then_some((item, reason, approver))
    });
    let all = |n| format!("none of the {n} withdrawals has both a reason and an approver");
    hits.add_each_or_all(found, "actions", all, |hits, (item, reason, approver)| {
        let message = match (reason, approver) {
            (Some(reason), _) => {
                format!("withdrawn for the reason {}, but no approver is named", quoted(reason))
            }
            (None, Some(approver)) => {
                format!("withdrawn, agreed by {}, but no reason is given", quoted(approver))
            }
            (None, None) => "withdrawn without a reason or an approver".to_owned(),
        };
        hits.add(stop_place(item), item.subject(), message);
    });
}

/// Returns the items that were stopped in this way themselves, not through their action.
fn stopped_as<'p>(facts: &Facts<'p>, stop: DeliveryStatus) -> impl Iterator<Item = Item<'p>> {
    facts.stopped().filter(move |item| item.own_stop(facts.as_of) == Some(stop))
}

fn stop_place(item: Item<'_>) -> Location {
    place(item.location(), "stopped", item.stopped().is_some())
}

fn review_place(item: Item<'_>) -> Location {
    let is_there = item.stopped().is_some_and(|stopped| stopped.review.is_some());
    place(stop_place(item), "review", is_there)
}
