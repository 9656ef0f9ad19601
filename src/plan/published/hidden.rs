//! Determines which records are withheld from a published plan.

use crate::model::{ByKind, Record, RecordKind};
use crate::plan::Plan;

/// For each record, whether it is withheld.
pub(super) struct Hidden(ByKind<Vec<bool>>);

impl Hidden {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut hidden = ByKind::<Vec<bool>>::default();
        for kind in RecordKind::LISTED {
            *hidden.of_mut(kind) = plan.doc().records(kind).map(Record::is_restricted).collect();
        }
        let mut hidden = Self(hidden);
        hidden.0.recommendations = recommendations(plan, &hidden);
        hidden.0.actions = actions(plan, &hidden);
        hidden
    }

    /// Returns whether the record of a kind at a position is withheld.
    pub(super) fn holds(&self, kind: RecordKind, position: usize) -> bool {
        self.0.of(kind).get(position).copied().unwrap_or_default()
    }

    /// Returns whether the target of a link is withheld.
    pub(super) fn holds_target(&self, kind: RecordKind, target: u32) -> bool {
        self.holds(kind, target as usize)
    }
}

/// Returns which recommendations are withheld, including those of a withheld source and the parts
/// of a withheld recommendation.
fn recommendations(plan: &Plan, restricted: &Hidden) -> Vec<bool> {
    let index = plan.index();
    let is_hidden = |at: usize| {
        let source = index.source_of.of(at);
        restricted.holds(RecordKind::Recommendation, at)
            || source.is_some_and(|source| restricted.holds_target(RecordKind::Source, source))
    };
    let mut hidden: Vec<bool> = (0..plan.recommendation_count()).map(is_hidden).collect();
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

/// Returns which actions are withheld, including those that answer and enable only withheld
/// records.
fn actions(plan: &Plan, hidden: &Hidden) -> Vec<bool> {
    let index = plan.index();
    let all = |kind, targets: &[u32]| targets.iter().all(|to| hidden.holds_target(kind, *to));
    let is_hidden = |at: usize| {
        hidden.holds(RecordKind::Action, at)
            || (all(RecordKind::Recommendation, index.answers.of(at))
                && all(RecordKind::Source, index.enables.of(at)))
    };
    (0..plan.action_count()).map(is_hidden).collect()
}
