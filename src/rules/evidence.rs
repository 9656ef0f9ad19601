//! Rules about evidence.

use super::dates::{date, not_asked_yet, on};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::analysis::Rung;
use crate::diagnostic::Location;
use crate::model::{DeliveryStatus, Voice};
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{is_blank, written};

pub(crate) fn completed_without_evidence(facts: &Facts<'_>, hits: &mut Hits) {
    let completed = facts.plan.actions().filter(|action| action.is_completed(facts.as_of));
    let found =
        Found::among(completed, |action| action.record().evidence.is_empty().then_some(action));
    let all = |all| format!("none of the {all} completed actions has evidence");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        let message = format!("completed{}, but no evidence is recorded", completed_on(action));
        hits.add(action.location(), action.subject(), message);
    });
}

pub(crate) fn evidence_expired(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.plan.actions() {
        let is_done = action.is_completed(facts.as_of)
            || (action.status() == DeliveryStatus::AwaitingSignOff && action.is_open(facts.as_of));
        let expired = if is_done { action.last_expired_evidence(facts.as_of) } else { None };
        let Some(last) = expired else { continue };
        let ended = action.record().evidence.get(last.position);
        let ended = ended.and_then(|piece| piece.expires.as_ref());
        let ended = ended.map(|words| on(facts.plan, words)).unwrap_or_default();
        let message = match action.record().evidence.len() {
            1 => format!("its only evidence expired {ended}"),
            all => {
                format!("none of its {all} pieces of evidence is in date: the last expired {ended}")
            }
        };
        let asked = not_asked_yet(facts.plan, last.day, "it expired");
        let message = format!("{message}{asked}");
        hits.add(piece(action, last.position).key("expires"), action.subject(), message);
    }
}

pub(crate) fn evidence_verified_by_owner(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.plan.actions() {
        for (position, evidence, verifier) in action.verified_by_owners() {
            let location = piece(action, position).key("verified_by");
            let (named, by) = (quoted(&evidence.title), quoted(verifier));
            let message = format!("{named} was verified by {by}, an owner of the action");
            hits.add(location, action.subject(), message);
        }
    }
}

pub(crate) fn evidence_unverified(facts: &Facts<'_>, hits: &mut Hits) {
    let with_evidence = facts.records().filter(|(action, record)| {
        !record.evidence.is_empty() && Item::Action(*action).stop(facts.as_of).is_none()
    });
    let found =
        Found::among(with_evidence, |(action, _)| action.is_verified_by_nobody().then_some(action));
    let all = |all| format!("none of the {all} actions with evidence says who verified it");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        let pieces = &action.record().evidence;
        let (location, message) = match pieces.as_slice() {
            [one] => {
                let location = piece(action, 0);
                let title = quoted(&one.title);
                match written(one.verified_by.as_ref()) {
                    Some(by) => (
                        location.key("verified_by"),
                        format!("the verifier of {title} is {}", quoted(by)),
                    ),
                    None => (location, format!("nobody is named as having verified {title}")),
                }
            }
            all => (
                action.location().key("evidence"),
                format!("none of its {} pieces of evidence says who verified it", all.len()),
            ),
        };
        hits.add(location, action.subject(), message);
    });
}

pub(crate) fn no_voice_of_children(facts: &Facts<'_>, hits: &mut Hits) {
    let complete = facts.coverage.recommendations().filter(|one| one.has_reached(Rung::Completed));
    let found = Found::among(complete, |one| {
        let actions = one.actions();
        let mut evidence = actions.iter().flat_map(|action| &action.record().evidence);
        let is_heard = evidence.any(|evidence| evidence.voice.contains(&Voice::Children));
        (!is_heard).then_some(one)
    });
    let all = |all| {
        format!(
            "none of the {all} recommendations whose actions are complete has evidence with the voice of children"
        )
    };
    hits.add_each_or_all(found, "recommendations", all, |hits, one| {
        let message = match one.actions_at(Rung::Completed).part() {
            1 => "its action is complete, and none of its evidence records the voice of children"
                .to_owned(),
            all => format!(
                "its {all} actions are complete, and none of their evidence records the voice of children"
            ),
        };
        hits.add(one.recommendation().location(), one.recommendation().subject(), message);
    });
}

pub(crate) fn evidence_before_completion(facts: &Facts<'_>, hits: &mut Hits) {
    for action in facts.plan.actions().filter(|action| action.is_completed(facts.as_of)) {
        if let Some(newest) = action.newest_evidence_before_completion() {
            let of = action.record().evidence.get(newest.position);
            let of = of.and_then(|piece| piece.date.as_ref());
            let of = of.map(|words| date(facts.plan, words)).unwrap_or_default();
            let on = completed_on(action);
            let message = format!("completed{on}, but the newest evidence is dated {of}");
            hits.add(piece(action, newest.position).key("date"), action.subject(), message);
        }
    }
}

pub(crate) fn evidence_undated(facts: &Facts<'_>, hits: &mut Hits) {
    let pieces = facts.plan.actions().flat_map(|action| {
        let evidence = action.record().evidence.iter().enumerate();
        evidence.map(move |(position, evidence)| (action, position, evidence))
    });
    let found = Found::among(pieces, |(action, position, evidence)| {
        let day = action.evidence_dates(position).date.earliest();
        day.is_none().then_some((action, position, evidence))
    });
    let all = |all| format!("none of the {all} pieces of evidence has a date");
    hits.add_each_or_all(found, "actions", all, |hits, (action, position, evidence)| {
        let location = place(piece(action, position), "date", evidence.date.is_some());
        let words = evidence.date.as_ref().map_or("", |date| date.as_str());
        let message = if is_blank(words) {
            format!("{} has no date", quoted(&evidence.title))
        } else {
            format!("{} is dated {}, which is not a date", quoted(&evidence.title), quoted(words))
        };
        hits.add(location, action.subject(), message);
    });
}

fn piece(action: ActionRef<'_>, position: usize) -> Location {
    action.location().key("evidence").index(position)
}

fn completed_on(action: ActionRef<'_>) -> String {
    let words = action.record().completed.as_ref();
    let words = words.filter(|_| Item::Action(action).completed_day().is_some());
    words.map(|words| format!(" {}", on(action.plan(), words))).unwrap_or_default()
}
