//! Which records are kept out of a published plan, by their positions.

use crate::plan::Plan;

/// For each position, whether the record there is kept out.
pub(super) struct Hidden {
    pub(super) sources: Vec<bool>,
    pub(super) recommendations: Vec<bool>,
    pub(super) workstreams: Vec<bool>,
    pub(super) actions: Vec<bool>,
    pub(super) measures: Vec<bool>,
}

impl Hidden {
    pub(super) fn of(plan: &Plan) -> Self {
        let doc = plan.doc();
        let sources: Vec<bool> = doc.sources.iter().map(|one| one.restricted).collect();
        let recommendations = recommendations(plan, &sources);
        let actions = actions(plan, &sources, &recommendations);
        Self {
            workstreams: doc.workstreams.iter().map(|one| one.restricted).collect(),
            measures: doc.measures.iter().map(|one| one.restricted).collect(),
            sources,
            recommendations,
            actions,
        }
    }
}

/// Whether the record at a position is kept out.
pub(super) fn is_hidden(hidden: &[bool], position: u32) -> bool {
    hidden.get(position as usize).copied().unwrap_or_default()
}

/// A recommendation is kept out with its source, and a part with its whole.
fn recommendations(plan: &Plan, sources: &[bool]) -> Vec<bool> {
    let index = plan.index();
    let mut hidden: Vec<bool> = plan
        .doc()
        .recommendations
        .iter()
        .enumerate()
        .map(|(at, one)| {
            one.restricted
                || index.source_of.of(at).is_some_and(|source| is_hidden(sources, source))
        })
        .collect();
    let mut parts_to_hide: Vec<usize> =
        hidden.iter().enumerate().filter(|(_, hidden)| **hidden).map(|(at, _)| at).collect();
    while let Some(whole) = parts_to_hide.pop() {
        for part in index.parts.of(whole) {
            let part = *part as usize;
            if let Some(hidden @ false) = hidden.get_mut(part) {
                *hidden = true;
                parts_to_hide.push(part);
            }
        }
    }
    hidden
}

/// An action is kept out when nothing is left that it answers or enables.
fn actions(plan: &Plan, sources: &[bool], recommendations: &[bool]) -> Vec<bool> {
    let index = plan.index();
    plan.doc()
        .actions
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let answers = || index.answers.of(at).iter().all(|to| is_hidden(recommendations, *to));
            let enables = || index.enables.of(at).iter().all(|to| is_hidden(sources, *to));
            one.restricted || (answers() && enables())
        })
        .collect()
}
