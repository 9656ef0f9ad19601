//! The chain from a recommendation to its parts, actions, milestones, evidence, measures and assessments.

use super::answer_object::{NameOf, answer_object};
use crate::id::RecommendationId;
use crate::model::{Assessment, Evidence};
use crate::plan::{ActionRef, MeasureRef, MilestoneRef, Plan, RecommendationRef};

impl Plan {
    /// Returns the trace of the recommendation with an id; see [`RecommendationRef::trace`].
    #[must_use]
    pub fn trace(&self, recommendation: RecommendationId) -> Option<Trace<'_>> {
        self.recommendation(recommendation).map(RecommendationRef::trace)
    }
}

impl<'p> RecommendationRef<'p> {
    /// Returns the trace of the recommendation: its parts, the actions that answer it or its parts,
    /// their milestones and evidence, the measures linked to it, and its assessments.
    #[must_use]
    pub fn trace(self) -> Trace<'p> {
        Trace { recommendation: self }
    }

    /// Returns whether a measure is linked to it, to one of its parts or to an action that answers
    /// either.
    pub(crate) fn has_measure(self) -> bool {
        let (mut next, mut left) = (Some(self), Vec::new());
        while let Some(one) = next {
            let of_actions = one.actions().any(|action| action.measures().len() > 0);
            if of_actions || one.measures().len() > 0 {
                return true;
            }
            left.extend(one.parts());
            next = left.pop();
        }
        false
    }
}

/// The chain from a recommendation to its effect, one method per step.
///
/// Serialises as `id`, `reference` (as written, or null), `source` (its `id` and `reference`, or null),
/// `text`, `actions` (a list of [`TracedAction`]s), `measures` (each with `id`, `reference` and `name`),
/// `assessments` (as the document writes them) and `parts`: a list of its parts, their parts and so on,
/// in document order, each with the same keys except `parts`, and `part_of`, the `id`, `reference` and
/// `source` of the recommendation it is a direct part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace<'p> {
    recommendation: RecommendationRef<'p>,
}

impl<'p> Trace<'p> {
    /// Returns the recommendation or part.
    #[must_use]
    pub fn recommendation(self) -> RecommendationRef<'p> {
        self.recommendation
    }

    /// Returns the traces of its parts.
    pub fn parts(self) -> impl ExactSizeIterator<Item = Trace<'p>> {
        self.recommendation.parts().map(RecommendationRef::trace)
    }

    /// Returns the actions that list it in `answers`.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = TracedAction<'p>> {
        self.recommendation.actions().map(|action| TracedAction { action })
    }

    /// Returns its own measures and those of its actions, each once.
    #[must_use]
    pub fn measures(self) -> Vec<MeasureRef<'p>> {
        let of_actions = self.recommendation.actions().flat_map(ActionRef::measures);
        let mut found: Vec<_> = self.recommendation.measures().chain(of_actions).collect();
        found.sort_by_key(|measure| measure.position());
        found.dedup();
        found
    }

    /// Returns the assessments of how far it is met, as written: by whom and when.
    #[must_use]
    pub fn assessments(self) -> &'p [Assessment] {
        &self.recommendation.record().assessments
    }
}

/// An action of a trace.
///
/// Serialises as `id`, `reference` (as written, or null), `title`, `lead` (as written, or null), `status`
/// (the word of the document), `milestones` (each with `id`, `reference`, `action`, `title` and
/// `status`), `evidence` (as the document writes it) and `measures` (each with `id`, `reference` and
/// `name`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracedAction<'p> {
    action: ActionRef<'p>,
}

impl<'p> TracedAction<'p> {
    /// Returns the action.
    #[must_use]
    pub fn action(self) -> ActionRef<'p> {
        self.action
    }

    /// Returns its milestones.
    #[must_use]
    pub fn milestones(self) -> impl ExactSizeIterator<Item = MilestoneRef<'p>> {
        self.action.milestones()
    }

    /// Returns its evidence.
    #[must_use]
    pub fn evidence(self) -> &'p [Evidence] {
        &self.action.record().evidence
    }

    /// Returns the measures that show its effect.
    #[must_use]
    pub fn measures(self) -> impl ExactSizeIterator<Item = MeasureRef<'p>> {
        self.action.measures()
    }
}

/// A part of a traced recommendation, at any depth.
struct TracedPart<'p>(Trace<'p>);

/// A milestone of a traced action.
struct TracedMilestone<'p>(MilestoneRef<'p>);

impl<'p> Trace<'p> {
    /// Returns its parts, their parts and so on, in document order. A list and not a tree, so that no
    /// depth of parts can exhaust the stack of a serialiser.
    fn parts_below(self) -> Vec<TracedPart<'p>> {
        let mut found: Vec<RecommendationRef<'p>> = self.recommendation.parts().collect();
        let mut next = 0;
        while let Some(part) = found.get(next).copied() {
            found.extend(part.parts());
            next += 1;
        }
        found.sort_by_key(|part| part.position());
        found.into_iter().map(|part| TracedPart(part.trace())).collect()
    }
}

answer_object!(Trace<'_>, |this|
    [this.recommendation]
    actions = this.actions().collect::<Vec<_>>(),
    measures = names(this.measures()),
    assessments = this.assessments(),
    parts = this.parts_below(),
);

answer_object!(TracedPart<'_>, |this|
    [this.0.recommendation]
    part_of = this.0.recommendation.whole(),
    actions = this.0.actions().collect::<Vec<_>>(),
    measures = names(this.0.measures()),
    assessments = this.0.assessments(),
);

answer_object!(TracedAction<'_>, |this|
    [this.action]
    lead = this.action.lead(),
    status = this.action.status(),
    milestones = this.milestones().map(TracedMilestone).collect::<Vec<_>>(),
    evidence = this.evidence(),
    measures = names(this.measures()),
);

answer_object!(TracedMilestone<'_>, |this|
    [this.0]
    status = this.0.status(),
);

fn names<'p>(measures: impl IntoIterator<Item = MeasureRef<'p>>) -> Vec<NameOf<MeasureRef<'p>>> {
    measures.into_iter().map(NameOf).collect()
}
