//! Determines which waivers a published plan keeps: those that name no withheld record.

use std::collections::HashSet;

use super::hidden::Hidden;
use crate::model::{Record, RecordKind, Waiver};
use crate::plan::Plan;
use crate::plan::subject::{quoted, subject};
use crate::text::{fold_reference, is_blank, written};

/// Returns the waivers to keep, and counts the others.
pub(super) fn staying(plan: &Plan, hidden: &Hidden, withheld: &mut usize) -> Vec<Waiver> {
    let waivers = &plan.doc().waivers;
    if waivers.iter().all(|waiver| waiver.subject.is_none()) {
        return waivers.clone();
    }
    let names = names(plan, hidden);
    let names_nothing_hidden = |waiver: &&Waiver| {
        let subject = written(waiver.subject.as_ref());
        subject.is_none_or(|subject| !names.held.contains(fold_reference(subject).as_ref()))
    };
    let staying: Vec<Waiver> = waivers.iter().filter(names_nothing_hidden).cloned().collect();
    *withheld += waivers.len() - staying.len();
    staying
}

/// The folded names of withheld records, with and without their kind.
#[derive(Default)]
struct Names {
    held: HashSet<String>,
}

impl Names {
    fn add(&mut self, record: &dyn Record) {
        let (kind, words) = (record.kind().name(), record.words());
        if let Some(reference) = record.reference() {
            self.add_name(reference);
            self.add_name(&subject(kind, Some(reference), words));
        }
        if !is_blank(words) {
            self.add_name(words);
            self.add_name(&quoted(words));
            self.add_name(&subject(kind, None, words));
        }
    }

    /// Adds the names that start with the source or action, as in `milestone 3.1/3.1.a`.
    fn add_within(&mut self, outer: &str, record: &dyn Record) {
        let (kind, words) = (record.kind().name(), record.words());
        if let Some(reference) = record.reference() {
            self.add_name(&format!("{outer}/{reference}"));
            self.add_name(&format!("{kind} {outer}/{reference}"));
        }
        self.add_name(&format!("{kind} {outer}/{}", quoted(words)));
    }

    fn add_name(&mut self, name: &str) {
        self.held.insert(fold_reference(name).into_owned());
    }
}

fn names(plan: &Plan, hidden: &Hidden) -> Names {
    let mut names = Names::default();
    let doc = plan.doc();
    for kind in RecordKind::LISTED {
        let records = doc.records(kind).enumerate();
        for (at, record) in records.filter(|(at, _)| hidden.holds(kind, *at)) {
            names.add(record);
            let source = plan.source_of(at).filter(|_| kind == RecordKind::Recommendation);
            if let Some(source) = source {
                names.add_within(source.reference().unwrap_or(&source.title), record);
            }
        }
    }
    for (at, action) in doc.actions.iter().enumerate() {
        let is_hidden = hidden.holds(RecordKind::Action, at);
        for milestone in action.milestones.iter().filter(|one| is_hidden || one.restricted) {
            names.add(milestone);
            if let Some(action) = action.reference() {
                names.add_within(action, milestone);
            }
        }
    }
    names
}
