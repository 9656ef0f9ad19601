//! Rules about start dates, milestones and dependencies: whether the dates of a plan are consistent.

use super::dates::{day, due_words, on};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::due_place;
use crate::due_date::DateSpan;
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Item, ItemKind, quoted};
use crate::text::{days, is_just, short_and_list};

pub(crate) fn starts_after_due(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.open_actions() {
        let start = action.start_days().map(DateSpan::earliest);
        let due = action.current_due(facts.as_of).due_day();
        if let (Some(start), Some(due)) = (start, due)
            && start > due
        {
            let message = format!(
                "starts {}, after it is due ({})",
                start_words(action),
                due_words(Item::Action(action), facts.as_of)
            );
            hits.add(action.location().key("start"), action.subject(), message);
        }
    }
}

pub(crate) fn start_after_completion(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, record) in facts.records() {
        let Some(words) = record.completed.as_ref() else { continue };
        if action.status() != DeliveryStatus::Completed {
            continue;
        }
        let start = action.start_days().map(DateSpan::earliest);
        let completed = action.dates().item.completed.latest();
        if start.zip(completed).is_some_and(|(start, completed)| start > completed) {
            let (start, on) = (start_words(action), on(facts.plan, words));
            let message = format!("starts {start}, after it was completed {on}");
            hits.add(action.location().key("start"), action.subject(), message);
        }
    }
}

pub(crate) fn start_missed(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.open_actions() {
        let Some(start) = action.missed_start(facts.as_of) else { continue };
        let late = u32::try_from((facts.as_of - start).num_days()).unwrap_or(0);
        let by = start_by(action, start);
        let location = action.location().key("start");
        if facts.plan.status_date().is_some_and(|gathered| start >= gathered) {
            let asked = "since the status date, so its lead has not been asked yet";
            let message = format!("was to start {by}, {asked}");
            let help = "Ask its lead whether it has started.";
            hits.add_with_help(location, action.subject(), message, help);
            continue;
        }
        let message = format!("should have started {by} but has not, {} later", days(late));
        hits.add(location, action.subject(), message);
    }
}

pub(crate) fn milestone_after_action(facts: &Facts<'_>, hits: &mut Hits) {
    // The last action with its due day, if it is open: its milestones follow it.
    let mut whole = None;
    let mut later: Vec<(ActionRef<'_>, Vec<Item<'_>>)> = Vec::new();
    for timely in facts
        .items()
        .filter(|timely| timely.item().kind() == ItemKind::Action || timely.class().is_open())
    {
        let item = timely.item();
        let own = item.current_due(facts.as_of).due_day();
        let Item::Milestone(milestone) = item else {
            whole = own.filter(|_| timely.class().is_open());
            continue;
        };
        if own.zip(whole).is_some_and(|(own, whole)| own > whole) {
            match later.last_mut().filter(|(action, _)| *action == milestone.action()) {
                Some((_, milestones)) => milestones.push(item),
                None => later.push((milestone.action(), vec![item])),
            }
        }
    }
    for (action, milestones) in later {
        let listed: Vec<String> = milestones
            .iter()
            .map(|one| format!("{} (due {})", one.subject(), due_words(*one, facts.as_of)))
            .collect();
        let which = match milestones.len() {
            1 => "its milestone is".to_owned(),
            several => format!("{several} of its milestones are"),
        };
        let item = Item::Action(action);
        let message = format!(
            "due {}, but {which} due later: {}",
            due_words(item, facts.as_of),
            short_and_list(&listed)
        );
        let subjects = milestones.iter().map(|one| one.subject());
        hits.add_of_several(due_place(item, facts.as_of), item.subject(), message, subjects);
    }
}

pub(crate) fn dependency_due_later(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.open_actions() {
        let item = Item::Action(action);
        let Some(due) = item.current_due(facts.as_of).due_day() else { continue };
        for needed in action.depends_on().filter(|needed| needed.is_open(facts.as_of)) {
            if needed.current_due(facts.as_of).due_day().is_some_and(|later| later > due) {
                let message = format!(
                    "due {}, but depends on {}, which is due {}",
                    due_words(item, facts.as_of),
                    needed.subject(),
                    due_words(Item::Action(needed), facts.as_of)
                );
                hits.add(item.location().key("depends_on"), item.subject(), message);
            }
        }
    }
}

pub(crate) fn action_without_milestone(facts: &Facts<'_>, hits: &mut Hits) {
    let due_once = facts.open_actions().filter(|action| action.record().recurs.is_none());
    let found =
        Found::among(due_once, |action| action.record().milestones.is_empty().then_some(action));
    let all = |n| format!("none of the {n} open actions that do not recur has a milestone");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        hits.add(action.location(), action.subject(), "no milestone is given");
    });
}

/// Formats the start as written, with its last day if the text does not state it.
fn start_by(action: ActionRef<'_>, last: chrono::NaiveDate) -> String {
    let words = action.record().start.as_ref().map_or("", |start| start.as_str().trim());
    if is_just(words, last) {
        return quoted(words);
    }
    let is_one = action.start_days().is_some_and(|span| span.earliest() == last);
    let by = if is_one { "" } else { "by " };
    format!("{} ({by}{})", quoted(words), day(last))
}

/// Formats the start as written, with its day if the text does not state it.
fn start_words(action: ActionRef<'_>) -> String {
    let words = action.record().start.as_ref().map_or("", |start| start.as_str().trim());
    match action.start_days() {
        Some(start) if !is_just(words, start.earliest()) => {
            format!("{} ({})", quoted(words), span(start.earliest(), start.latest()))
        }
        _ => quoted(words),
    }
}

fn span(first: chrono::NaiveDate, last: chrono::NaiveDate) -> String {
    if first == last { day(first) } else { format!("{} to {}", day(first), day(last)) }
}
