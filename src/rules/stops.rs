//! Rules about suspended and withdrawn work.

use super::dates::{date, not_asked_yet};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::diagnostic::Location;
use crate::model::{DeliveryStatus, Stopped};
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{is_blank, names_nobody, says_nothing, short_and_list, written};

pub(crate) fn dependency_stopped(facts: &Facts<'_>, hits: &mut Hits) {
    let stopped = facts.stopped().filter_map(|item| match item {
        Item::Action(action) => Some(action),
        Item::Milestone(_) => None,
    });
    for needed in stopped {
        let waiting = needed.needed_by().filter(|action| action.is_open(facts.as_of));
        let waiting: Vec<String> = waiting.map(ActionRef::subject).collect();
        let item = Item::Action(needed);
        let Some(stop) = item.stop(facts.as_of).filter(|_| !waiting.is_empty()) else { continue };
        let words = item.stopped().and_then(|stopped| stopped.date.as_ref());
        let words = words.filter(|_| item.dates().stopped.earliest().is_some());
        let since = words.map(|words| format!(" since {}", date(facts.plan, words)));
        let (since, depend) =
            (since.unwrap_or_default(), if waiting.len() == 1 { "depends" } else { "depend" });
        let message =
            format!("{}{since}, and {} {depend} on it", stop.label(), short_and_list(&waiting));
        hits.add_of_several(needed.location().key("status"), needed.subject(), message, waiting);
    }
}

pub(crate) fn suspended_without_reason(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(stopped_as(facts, DeliveryStatus::Suspended), |item| {
        let reason = item.stopped().and_then(|stopped| written(stopped.reason.as_ref()));
        reason.is_none_or(says_nothing).then_some((item, reason))
    });
    let all = |n| format!("none of the {n} suspensions has a reason");
    hits.add_each_or_all(found, "actions", all, |hits, (item, open)| {
        let message = match open {
            Some(open) => format!("suspended, but its reason is {}", quoted(open)),
            None => "suspended, but no reason is given".to_owned(),
        };
        hits.add(stop_place(item), item.subject(), message);
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
                past.extend((day < facts.as_of).then_some((item, words, day)));
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
    for (item, words, day) in past {
        let asked = not_asked_yet(facts.plan, day, "it fell due");
        let message = format!("its review was due {}, which has passed{asked}", quoted(words));
        let help = "Hold the review, and record its outcome or the day of the next one.";
        hits.add_with_help(review_place(item), item.subject(), message, help);
    }
}

pub(crate) fn withdrawn_without_agreement(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(stopped_as(facts, DeliveryStatus::Withdrawn), |item| {
        let stopped = item.stopped();
        let reason = stopped.and_then(|stopped| written(stopped.reason.as_ref()));
        let approver = stopped.and_then(|stopped| written(stopped.approved_by.as_ref()));
        let given = reason.filter(|reason| !says_nothing(reason));
        let agreed = approver.filter(|approver| !names_nobody(approver));
        given.and(agreed).is_none().then_some((item, reason, approver))
    });
    let all = |n| format!("none of the {n} withdrawals has both a reason and an approver");
    hits.add_each_or_all(found, "actions", all, |hits, (item, reason, approver)| {
        let given = reason.filter(|reason| !says_nothing(reason)).map(quoted);
        let agreed = approver.filter(|approver| !names_nobody(approver)).map(quoted);
        let (reason, approver) = (reason.map(quoted), approver.map(quoted));
        let (message, help) = match (&given, &agreed) {
            (Some(given), _) => {
                let who = match approver {
                    Some(open) => format!("its approver is {open}"),
                    None => "no approver is named".to_owned(),
                };
                (
                    format!("withdrawn for the reason {given}, but {who}"),
                    Some("Record who approved it."),
                )
            }
            (None, Some(agreed)) => {
                let why = match reason {
                    Some(open) => format!("its reason is {open}"),
                    None => "no reason is given".to_owned(),
                };
                (format!("withdrawn, agreed by {agreed}, but {why}"), Some("Record the reason."))
            }
            (None, None) => {
                let message = match (reason, approver) {
                    (Some(reason), Some(approver)) => {
                        format!(
                            "withdrawn, but its reason is {reason}, and its approver is {approver}"
                        )
                    }
                    (Some(reason), None) => {
                        format!("withdrawn, but its reason is {reason}, and no approver is named")
                    }
                    (None, Some(approver)) => {
                        format!("withdrawn without a reason, and its approver is {approver}")
                    }
                    (None, None) => "withdrawn without a reason or an approver".to_owned(),
                };
                (message, None)
            }
        };
        match help {
            Some(help) => hits.add_with_help(stop_place(item), item.subject(), message, help),
            None => hits.add(stop_place(item), item.subject(), message),
        }
    });
}

pub(crate) fn stopped_but_open(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, record) in facts.records() {
        if record.stopped.is_some() {
            report_stopped_but_open(facts, hits, Item::Action(action));
        }
        if record.milestones.iter().any(|milestone| milestone.stopped.is_some()) {
            for milestone in action.milestones() {
                report_stopped_but_open(facts, hits, Item::Milestone(milestone));
            }
        }
    }
}

/// Reports an item with a stop whose status is not one. A stop that says nothing, or that begins only after the
/// facts and the day asked about, is none yet.
fn report_stopped_but_open(facts: &Facts<'_>, hits: &mut Hits, item: Item<'_>) {
    let Some(stopped) = item.stopped().filter(|_| !item.status().is_stop()) else { return };
    let first = item.dates().stopped.earliest();
    let limit = facts.gathered().max(facts.as_of);
    if is_blank_stop(stopped) || first.is_some_and(|first| first > limit) {
        return;
    }
    let words = stopped.date.as_ref().filter(|words| !is_blank(words.as_str()));
    let dated = words.map(|words| format!(" of {}", date(facts.plan, words)));
    let dated = dated.unwrap_or_default();
    let state = match item.status() {
        DeliveryStatus::NotStated => "no status is given".to_owned(),
        status => format!("the status is {}", status.label()),
    };
    let help = if item.status() == DeliveryStatus::Completed {
        "Remove the stop if the work was completed, or set the status to suspended or withdrawn."
    } else {
        "Set the status to suspended or withdrawn, or remove the stop if the work goes on."
    };
    let message = format!("a stop{dated} is recorded, but {state}");
    hits.add_with_help(item.location().key("stopped"), item.subject(), message, help);
}

fn is_blank_stop(stopped: &Stopped) -> bool {
    let texts = [&stopped.reason, &stopped.approved_by];
    let dates = [&stopped.date, &stopped.review];
    texts.into_iter().all(|text| written(text.as_ref()).is_none())
        && dates.into_iter().flatten().all(|date| is_blank(date.as_str()))
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
