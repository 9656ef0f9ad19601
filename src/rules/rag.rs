//! Rules about declared colours.

use std::collections::HashMap;

use super::dates::{day, not_asked_yet};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::analysis::{Declared, RagItem, RagReason, TimelyItem};
use crate::diagnostic::Location;
use crate::model::{DeliveryStatus, RagStatus, UpdateKind};
use crate::plan::{Item, ItemKind, quoted};
use crate::text::{days, fold, same, written};

pub(crate) fn rag_missing(facts: &Facts<'_>, hits: &mut Hits) {
    let open = facts.rag.iter().filter(|rag| rag.action().is_open(facts.as_of));
    let found =
        Found::among(open, |rag| (rag.declared() == Declared::Missing).then_some(rag.action()));
    let all = |all| format!("none of the {all} open actions has a RAG status");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        let location = place(action.location(), "rag", action.record().rag.is_some());
        hits.add(location, action.subject(), "open, but no RAG status is given");
    });
}

pub(crate) fn rag_word_unknown(facts: &Facts<'_>, hits: &mut Hits) {
    let mut words: Vec<(&str, Vec<&RagItem<'_>>)> = Vec::new();
    let mut places = HashMap::new();
    for rag in &facts.rag {
        if let Declared::Unknown(word) = rag.declared() {
            let at = *places.entry(fold(word)).or_insert(words.len());
            match words.get_mut(at) {
                Some((_, rags)) => rags.push(rag),
                None => words.push((word, vec![rag])),
            }
        }
    }
    for (word, rags) in words {
        let Some(first) = rags.first() else { continue };
        let legend = facts.plan.doc().legend.is_empty();
        let legend = if legend { "the plan has no legend" } else { "is not in the legend" };
        let also = match rags.len() {
            1 => String::new(),
            more => format!("; {more} actions have it"),
        };
        let message = format!("{} is not red, amber or green, and {legend}{also}", quoted(word));
        let subjects = rags.iter().map(|rag| rag.action().subject());
        hits.add_of_several(place_of(first), first.action().subject(), message, subjects);
    }
}

pub(crate) fn legend_contradicts_status(facts: &Facts<'_>, hits: &mut Hits) {
    for rag in &facts.rag {
        let Declared::Status(means) = rag.declared() else { continue };
        let action = rag.action();
        let status = action.status();
        // Of work with a completion day, that rule says the same.
        let is_said = means == DeliveryStatus::Completed
            && Item::Action(action).completed_day().is_some()
            && facts.is_asked("completed-date-but-open");
        if agrees(means, status) || is_said {
            continue;
        }
        let word = quoted(written(action.record().rag.as_ref()).unwrap_or_default());
        let state = match status {
            DeliveryStatus::NotStated => "no status is given, so it counts as open".to_owned(),
            status => format!("its status is {}", status.label()),
        };
        let message =
            format!("reported {word}, which the legend calls {}, but {state}", means.label());
        hits.add(place_of(rag), action.subject(), message);
    }
}

/// Returns whether a status agrees with the one that a RAG word stands for. A status that is not stated counts as
/// open, and contradicts only a word for work that has ended.
fn agrees(means: DeliveryStatus, status: DeliveryStatus) -> bool {
    use DeliveryStatus::{InProgress, NotStarted, NotStated};
    match (means, status) {
        (NotStated, _) | (NotStarted | InProgress, NotStated) => true,
        (means, status) => means == status,
    }
}

pub(crate) fn green_but_overdue(facts: &Facts<'_>, hits: &mut Hits) {
    for (rag, timely) in of_colour(facts, RagStatus::Green) {
        if let Some(late) = timely.overdue(facts.as_of) {
            let asked = not_asked_yet(facts.plan, late.due(), "it fell due");
            let message = format!("{}, {} past due{asked}", reported(rag), days(late.days_late()));
            let (location, subject) = (place_of(rag), rag.action().subject());
            if asked.is_empty() {
                hits.add(location, subject, message);
            } else {
                let help = "Ask its lead for an update, and review the RAG status with it.";
                hits.add_with_help(location, subject, message, help);
            }
        }
    }
}

pub(crate) fn green_but_not_started(facts: &Facts<'_>, hits: &mut Hits) {
    for (rag, _) in of_colour(facts, RagStatus::Green) {
        let missed = rag.action().missed_start(facts.as_of);
        let left = rag.derived().reasons().iter().find_map(|reason| match reason {
            RagReason::NotStartedNearDue { days } => Some(*days),
            _ => None,
        });
        let why = match (left, missed) {
            (Some(0), _) => ", due today".to_owned(),
            (Some(left), _) => format!(", due in {}", days(left)),
            (None, Some(start)) => {
                let asked = not_asked_yet(facts.plan, start, "it was to start");
                format!("; its start date was {}{asked}", day(start))
            }
            (None, None) => continue,
        };
        let message = format!("{}, not started{why}", reported(rag));
        hits.add(place_of(rag), rag.action().subject(), message);
    }
}

pub(crate) fn green_but_slipped(facts: &Facts<'_>, hits: &mut Hits) {
    for (rag, timely) in of_colour(facts, RagStatus::Green) {
        let moved = rag.derived().reasons().iter().find_map(|reason| match reason {
            RagReason::MovedFar { days } => Some(*days),
            _ => None,
        });
        let Some(moved) = moved else { continue };
        // Before the original date has passed, it is on time whatever was agreed.
        let first = Item::Action(rag.action()).baseline_due().due_day();
        let Some(first) = first.filter(|first| *first < facts.as_of) else { continue };
        if timely.overdue(facts.as_of).is_none() {
            let item = Item::Action(rag.action());
            let first = day(first);
            let now = item.current_due(facts.as_of).due_day().map(day).unwrap_or_default();
            let (said, moved) = (reported(rag), days(moved));
            let message = format!("{said}, due {now} instead of {first}, {moved} later");
            hits.add(place_of(rag), rag.action().subject(), message);
        }
    }
}

pub(crate) fn red_without_recovery(facts: &Facts<'_>, hits: &mut Hits) {
    for (rag, _) in of_colour(facts, RagStatus::Red) {
        let action = rag.action();
        let has_recovery = action.has_update_of(&UpdateKind::Recovery, facts.as_of);
        if action.is_open(facts.as_of) && !has_recovery {
            let updates = if action.record().updates.is_empty() {
                "there is no update"
            } else {
                "no update of the kind recovery was written by this date"
            };
            hits.add(place_of(rag), action.subject(), format!("{}, and {updates}", reported(rag)));
        }
    }
}

pub(crate) fn red_but_completed(facts: &Facts<'_>, hits: &mut Hits) {
    for (rag, _) in of_colour(facts, RagStatus::Red) {
        let item = Item::Action(rag.action());
        if item.is_completed(facts.as_of) {
            let on = item.completed_day().map(|on| format!(" on {}", day(on))).unwrap_or_default();
            let message = format!("{}, and completed{on}", reported(rag));
            hits.add(place_of(rag), rag.action().subject(), message);
        }
    }
}

/// Returns the colours of every action, with its timeliness.
fn rags<'f, 'p>(facts: &'f Facts<'p>) -> impl Iterator<Item = (&'f RagItem<'p>, TimelyItem<'p>)> {
    let actions = facts.items().filter(|timely| timely.item().kind() == ItemKind::Action);
    facts.rag.iter().zip(actions)
}

/// Returns the actions with a declared colour.
fn of_colour<'f, 'p>(
    facts: &'f Facts<'p>,
    colour: RagStatus,
) -> impl Iterator<Item = (&'f RagItem<'p>, TimelyItem<'p>)> {
    rags(facts).filter(move |(rag, _)| rag.declared().colour() == Some(colour))
}

fn place_of(rag: &RagItem<'_>) -> Location {
    rag.action().location().key("rag")
}

/// Formats the declared colour, with the word as written if the legend defines it.
fn reported(rag: &RagItem<'_>) -> String {
    let word = written(rag.action().record().rag.as_ref()).unwrap_or_default();
    let colour = rag.declared().colour().map_or("", RagStatus::as_str);
    if same(word, colour) {
        format!("reported {colour}")
    } else {
        format!("reported {}, which the legend calls {colour}", quoted(word))
    }
}
