//! Which waivers of a published plan stay: those that name nothing that is kept out.

use std::collections::HashSet;

use super::hidden::{Hidden, is_hidden};
use crate::model::Waiver;
use crate::plan::Plan;
use crate::plan::index::position;
use crate::plan::subject::{quoted, subject};
use crate::text::{fold_reference, is_blank, written};

/// The waivers that stay; the others are counted.
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

/// Every name of what is kept out, in its compared form: with its kind and without.
#[derive(Default)]
struct Names {
    held: HashSet<String>,
}

impl Names {
    fn add(&mut self, kind: &str, reference: Option<&str>, words: &str) {
        if let Some(reference) = reference {
            self.add_name(reference);
            self.add_name(&subject(kind, Some(reference), words));
        }
        if !is_blank(words) {
            self.add_name(words);
            self.add_name(&quoted(words));
            self.add_name(&subject(kind, None, words));
        }
    }

    /// A name that says first what it belongs to, as in `milestone 3.1/3.1.a`.
    fn add_within(&mut self, kind: &str, outer: &str, reference: Option<&str>, words: &str) {
        if let Some(reference) = reference {
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
    let is_at = |hidden: &[bool], at: usize| is_hidden(hidden, position(at));
    for one in plan.sources().filter(|one| is_at(&hidden.sources, one.position())) {
        names.add("source", one.reference().as_str(), one.title());
    }
    for one in plan.recommendations().filter(|one| is_at(&hidden.recommendations, one.position())) {
        let reference = one.reference().as_str();
        names.add("recommendation", reference, one.text());
        if let Some(source) = one.source() {
            names.add_within("recommendation", source.name(), reference, one.text());
        }
    }
    for one in plan.workstreams().filter(|one| is_at(&hidden.workstreams, one.position())) {
        names.add("workstream", one.reference().as_str(), one.name());
    }
    for action in plan.actions() {
        let is_hidden = is_at(&hidden.actions, action.position());
        if is_hidden {
            names.add("action", action.reference().as_str(), action.title());
        }
        for one in action.milestones().filter(|one| is_hidden || one.record().restricted) {
            names.add("milestone", one.reference().as_str(), one.title());
            if let Some(action) = action.reference().as_str() {
                names.add_within("milestone", action, one.reference().as_str(), one.title());
            }
        }
    }
    for one in plan.measures().filter(|one| is_at(&hidden.measures, one.position())) {
        names.add("measure", one.reference().as_str(), one.name());
    }
    names
}
