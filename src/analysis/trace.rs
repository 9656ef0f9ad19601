//! The chain from a recommendation to its parts, actions, milestones, evidence, measures and assessments.

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
        let mut left = vec![self];
        while let Some(one) = left.pop() {
            let of_actions = one.actions().any(|action| action.measures().len() > 0);
            if of_actions || one.measures().len() > 0 {
                return true;
            }
            left.extend(one.parts());
        }
        false
    }
}

/// The chain from a recommendation to its effect, one method per step.
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
