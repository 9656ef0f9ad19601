//! Rules about items reported as complete or awaiting sign-off.

use super::dates::{day, due_words, not_asked_yet, on};
use super::facts::{Facts, KINDS};
use super::hits::{Found, Hits};
use super::locations::place;
use crate::analysis::{AwaitingSince, Timeliness};
use crate::due_date::DueDate;
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{days, names_nobody, written};

/// The longest an item may await sign-off, in days.
const LONGEST_WAIT: u32 = 28;

pub(crate) fn completed_in_future(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(gathered) = facts.plan.status_date() else { return };
    for item in facts.dated_complete.iter().copied() {
        let is_later = item.completed_day().is_some_and(|completed| completed > gathered);
        if is_later && item.status() == DeliveryStatus::Completed {
            let words = completed_words(item);
            let message = format!("completed {words}, after the status date, {}", day(gathered));
            hits.add(item.location().key("completed"), item.subject(), message);
        }
    }
}

pub(crate) fn completed_with_open_milestone(facts: &Facts<'_>, hits: &mut Hits) {
    for action in completed_actions(facts) {
        let mut open = action.milestones().filter(|milestone| milestone.is_open(facts.as_of));
        let Some(first) = open.next() else { continue };
        let named = match first.reference().as_str() {
            Some(_) => format!("{} ({})", first.subject(), quoted(first.title())),
            None => first.subject(),
        };
        let message = match open.count() {
            0 => format!("complete, while {named} is still open"),
            more => format!(
                "complete, while {} of its {} milestones are still open, the first of them {named}",
                more + 1,
                action.milestones().len()
            ),
        };
        hits.add(action.location().key("status"), action.subject(), message);
    }
}

pub(crate) fn completed_date_but_open(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.dated_complete.iter().copied() {
        let (state, help) = match item.status() {
            DeliveryStatus::Completed => continue,
            DeliveryStatus::NotStated => (
                "no status is given, so it counts as open".to_owned(),
                "Set the status to completed if it is done, or remove the completion date.",
            ),
            status @ DeliveryStatus::AwaitingSignOff => (
                format!("its status is {}", status.label()),
                "Set the status to completed once it is signed off, or remove the completion date until then.",
            ),
            status @ (DeliveryStatus::Suspended | DeliveryStatus::Withdrawn) => (
                format!("its status is {}", status.label()),
                "Set the status to completed if it was done, or remove the completion date.",
            ),
            status => (
                format!("its status is {}", status.label()),
                "Set the status to completed if it is done, or remove the completion date.",
            ),
        };
        let message = format!("its completion date is {}, but {state}", completed_words(item));
        hits.add_with_help(item.location().key("completed"), item.subject(), message, help);
    }
}

pub(crate) fn completed_without_date(facts: &Facts<'_>, hits: &mut Hits) {
    for kind in KINDS {
        let found = Found::among(completed(facts).filter(|item| item.kind() == kind), |item| {
            item.completed_day().is_none().then_some(item)
        });
        let all = |n| format!("none of the {n} completed {kind}s has a completion date");
        hits.add_each_or_all(found, "actions", all, |hits, item| {
            let words = completed_key(item).map(|words| words.as_str().trim());
            let message = match words.filter(|words| !words.is_empty()) {
                Some(words) => format!("completed {}, which is not a date", quoted(words)),
                None => "complete, but no completion date is given".to_owned(),
            };
            let location = place(item.location(), "completed", words.is_some());
            hits.add(location, item.subject(), message);
        });
    }
}

pub(crate) fn completed_without_sign_off(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(completed_actions(facts), |action| {
        let sign_off = action.record().signed_off.as_ref();
        let by = sign_off.and_then(|sign_off| written(sign_off.by.as_ref()));
        by.is_none_or(names_nobody).then_some((action, sign_off.is_some(), by))
    });
    let all = |n| {
        format!("none of the {n} completed actions has been signed off by a named person or body")
    };
    hits.add_each_or_all(found, "actions", all, |hits, (action, is_signed_off, by)| {
        let message = match by {
            Some(by) => format!("signed off by {}", quoted(by)),
            None if is_signed_off => "signed off, but nobody is named".to_owned(),
            None => "complete, but no sign-off is recorded".to_owned(),
        };
        let location = place(action.location(), "signed_off", is_signed_off);
        hits.add(location, action.subject(), message);
    });
}

pub(crate) fn signed_off_by_owner(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, _) in facts.records().filter(|(_, record)| record.signed_off.is_some()) {
        if let Some(by) = action.signed_off_by_owner() {
            let message = format!("signed off by {}, an owner of the action", quoted(by));
            hits.add(action.location().key("signed_off").key("by"), action.subject(), message);
        }
    }
}

pub(crate) fn awaiting_sign_off_long(facts: &Facts<'_>, hits: &mut Hits) {
    let waiting = facts.items().filter(|timely| timely.class() == Timeliness::AwaitingSignOff);
    for item in waiting.map(|timely| timely.item()) {
        let Some(since) = item.awaiting_since(facts.as_of) else { continue };
        let waited = u32::try_from((facts.as_of - since.day()).num_days()).unwrap_or(0);
        if waited > LONGEST_WAIT {
            let (counted, help) = match since {
                AwaitingSince::Completed(_) => {
                    let done = completed_key(item).map(|words| on(facts.plan, words));
                    (format!("it was done {}", done.unwrap_or_default()), None)
                }
                AwaitingSince::LastUpdate(last) => {
                    (format!("the last update was written {}", on(facts.plan, last.words)), None)
                }
                AwaitingSince::Due(due) => {
                    let is_one = item.current_due(facts.as_of).earliest() == Some(due);
                    let words = || due_words(item, facts.as_of);
                    let asked = not_asked_yet(facts.plan, due, "it fell due");
                    let due = if is_one { format!("on {}", day(due)) } else { words() };
                    let help = (!asked.is_empty()).then_some(
                        "Ask its lead whether it is done. If it is, sign it off, or say what is missing.",
                    );
                    (format!("it was due {due}{asked}"), help)
                }
            };
            // Of a month, the first day counts.
            let is_month = matches!(since, AwaitingSince::Completed(_))
                && completed_key(item).is_some_and(|it| facts.plan.read(it).single_day().is_none());
            let up_to = if is_month { "up to " } else { "" };
            let message = format!("awaiting sign-off for {up_to}{}: {counted}", days(waited));
            let (location, subject) = (item.location().key("status"), item.subject());
            match help {
                Some(help) => hits.add_with_help(location, subject, message, help),
                None => hits.add(location, subject, message),
            }
        }
    }
}

/// Returns the items completed as of the date, in document order.
fn completed<'p>(facts: &Facts<'p>) -> impl Iterator<Item = Item<'p>> {
    let completed = facts.items().filter(|timely| {
        matches!(
            timely.class(),
            Timeliness::CompletedOnTime { .. }
                | Timeliness::CompletedLate { .. }
                | Timeliness::CompletedLatenessUnknown
        )
    });
    completed.map(|timely| timely.item())
}

fn completed_actions<'p>(facts: &Facts<'p>) -> impl Iterator<Item = ActionRef<'p>> {
    completed(facts).filter_map(|item| match item {
        Item::Action(action) => Some(action),
        Item::Milestone(_) => None,
    })
}

fn completed_key(item: Item<'_>) -> Option<&DueDate> {
    match item {
        Item::Action(action) => action.record().completed.as_ref(),
        Item::Milestone(milestone) => milestone.record().completed.as_ref(),
    }
}

fn completed_words(item: Item<'_>) -> String {
    completed_key(item).map_or_else(String::new, |words| quoted(words.as_str()))
}
