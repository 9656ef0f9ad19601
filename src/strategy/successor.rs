//! Makes a later plan out of an earlier one by a few edits, such as officers make between two meetings. An edit that
//! would break the plan is left out, so both are valid.

use super::Dates;
use super::choices::Choices;
use super::draft::Numbers;
use crate::model::{
    Action, DeliveryStatus, LegendEntry, LegendMeaning, RagPolicy, RagStatus, Revision, Stopped,
};
use crate::plan::{Plan, PlanDoc};

/// How many numbers an edit has.
pub(super) const EDIT: usize = 8;

/// Returns the document after the edits.
pub(super) fn successor(earlier: &PlanDoc, edits: &[Numbers], dates: Dates) -> PlanDoc {
    let mut doc = earlier.clone();
    for numbers in edits {
        let mut edited = doc.clone();
        edit(&mut edited, &mut Choices::new(numbers, dates));
        if Plan::build(edited.clone()).is_ok() {
            doc = edited;
        }
    }
    doc
}

/// Makes one edit.
fn edit(doc: &mut PlanDoc, choices: &mut Choices<'_>) {
    let kind = choices.below(24);
    match kind {
        0..=13 => action(doc, kind, choices),
        14..=18 => milestone(doc, kind, choices),
        19 => order(doc, choices),
        20 | 21 => recommendation(doc, choices),
        22 => source(doc, choices),
        _ => particulars(doc, choices),
    }
}

fn action(doc: &mut PlanDoc, kind: usize, choices: &mut Choices<'_>) {
    let count = doc.actions.len();
    let (at, other) = (choices.below(count), choices.below(count));
    let answers = doc.actions.get(other).map(|other| other.answers.clone());
    let other_reference = doc.actions.get(other).and_then(|other| other.reference.clone());
    let Some(action) = doc.actions.get_mut(at) else { return };
    match kind {
        0 => {
            action.status = DeliveryStatus::Completed;
            action.completed = choices.maybe(Choices::date);
        }
        1 => {
            action.status = choices.pick(DeliveryStatus::Suspended, &[DeliveryStatus::Withdrawn]);
            let mut stopped = Stopped::new();
            stopped.reason = choices.maybe(|_| "No money".to_owned());
            stopped.approved_by = choices.pick(None, &[Some("Board".into()), Some("TBC".into())]);
            stopped.date = choices.maybe(Choices::date);
            action.stopped = Some(stopped);
        }
        2 => {
            action.status =
                choices.pick(DeliveryStatus::InProgress, &[DeliveryStatus::AwaitingSignOff]);
        }
        3 | 4 => action.revisions.push(revision(choices)),
        5 => action.due = choices.maybe(Choices::date),
        6 => drop(action.revisions.pop()),
        7 => drop(doc.actions.remove(at)),
        8 => {
            let mut new: Action = action.clone();
            new.id = None;
            new.reference = reference(choices, "N");
            new.title = format!("A new action {}", choices.below(30));
            new.milestones.clear();
            doc.actions.push(new);
        }
        9 => {
            let new = reference(choices, "M");
            action.reference = choices.pick(None, &[new, other_reference]);
        }
        10 => action.title = format!("Reworded {}", choices.below(4)),
        11 => action.rag = choices.pick(None, &[Some("green".into()), Some("Blue".into())]),
        12 => {
            action.owners = choices.pick(Vec::new(), &[vec!["Head of Service".into()]]);
        }
        _ => action.answers.extend(answers.unwrap_or_default()),
    }
    if kind == 13
        && let Some(action) = doc.actions.get_mut(at)
        && choices.once_in(2)
    {
        action.answers.truncate(1);
    }
}

fn milestone(doc: &mut PlanDoc, kind: usize, choices: &mut Choices<'_>) {
    let count = doc.actions.len();
    let (at, other) = (choices.below(count), choices.below(count));
    let Some(action) = doc.actions.get_mut(at) else { return };
    let within = choices.below(action.milestones.len());
    let Some(milestone) = action.milestones.get_mut(within) else { return };
    match kind {
        14 => {
            milestone.status = DeliveryStatus::Completed;
            milestone.completed = choices.maybe(Choices::date);
        }
        15 => milestone.revisions.push(revision(choices)),
        16 => milestone.due = choices.maybe(Choices::date),
        17 => {
            milestone.reference = choices.pick(None, &[Some("a".into()), Some("b".into())]);
            if choices.once_in(2) {
                milestone.title = "A milestone in other words".into();
            }
            milestone.owners = choices.pick(Vec::new(), &[vec!["Board".into()]]);
        }
        _ => {
            let milestone = action.milestones.remove(within);
            if let Some(other) = doc.actions.get_mut(other) {
                other.milestones.push(milestone);
            }
        }
    }
}

/// Changes the order of the lists.
fn order(doc: &mut PlanDoc, choices: &mut Choices<'_>) {
    let places = choices.below(5);
    let rotate = |count: usize| places.checked_rem(count).unwrap_or(0);
    let count = rotate(doc.actions.len());
    doc.actions.rotate_left(count);
    let count = rotate(doc.recommendations.len());
    doc.recommendations.rotate_left(count);
    if choices.once_in(2) {
        doc.sources.reverse();
        doc.actions.iter_mut().for_each(|action| action.milestones.reverse());
    }
}

fn recommendation(doc: &mut PlanDoc, choices: &mut Choices<'_>) {
    let at = choices.below(doc.recommendations.len());
    let Some(one) = doc.recommendations.get_mut(at) else { return };
    match choices.below(5) {
        0 => one.text = format!("Do it in other words {}", choices.below(3)),
        1 => one.reference = reference(choices, "R"),
        2 => one.tier = choices.pick(None, &[Some("finding".into())]),
        3 => drop(doc.recommendations.remove(at)),
        _ => {
            let mut new = one.clone();
            new.id = None;
            new.reference = reference(choices, "R");
            new.text = format!("A new recommendation {}", choices.below(20));
            doc.recommendations.push(new);
        }
    }
}

fn source(doc: &mut PlanDoc, choices: &mut Choices<'_>) {
    let at = choices.below(doc.sources.len());
    let Some(source) = doc.sources.get_mut(at) else { return };
    match choices.below(2) {
        0 => source.title = format!("A source in other words {}", choices.below(3)),
        _ => source.reference = reference(choices, "S"),
    }
}

fn particulars(doc: &mut PlanDoc, choices: &mut Choices<'_>) {
    match choices.below(5) {
        0 => doc.pin_ids(),
        1 => doc.status_date = choices.maybe(Choices::date),
        2 => doc.authority.code = choices.maybe(|_| "E10000099".to_owned()),
        3 => {
            let days = u32::try_from(choices.below(40)).unwrap_or_default();
            doc.rag_policy =
                choices.maybe(|_| RagPolicy { red_after_days: days, ..RagPolicy::default() });
        }
        _ => {
            let meaning = LegendMeaning::Colour(RagStatus::Amber);
            doc.legend.push(LegendEntry::new("Blue", meaning));
        }
    }
}

fn revision(choices: &mut Choices<'_>) -> Revision {
    let day = choices.date();
    let mut revision = Revision::new(choices.pick(day, &["TBC".into(), "soon".into()]));
    revision.agreed = choices.maybe(Choices::date);
    revision.reason = choices.pick(Some("No staff".to_owned()), &[None, Some(" ".to_owned())]);
    revision
}

/// Makes a reference, or none.
fn reference(choices: &mut Choices<'_>, letter: &str) -> Option<String> {
    choices.maybe(|choices| format!("{letter}{}", choices.below(30)))
}
