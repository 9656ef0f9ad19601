//! Recommendation, parts, actions, milestones, evidence, measures, assessments: the whole chain.

use crate::id::RecommendationId;
use crate::model::{Assessment, Evidence};
use crate::plan::{ActionRef, MeasureRef, MilestoneRef, Plan, RecommendationRef};

impl Plan {
    /// Everything that hangs on the recommendation with an id; see [`RecommendationRef::trace`].
    #[must_use]
    pub fn trace(&self, recommendation: RecommendationId) -> Option<Trace<'_>> {
        self.recommendation(recommendation).map(RecommendationRef::trace)
    }
}

impl<'p> RecommendationRef<'p> {
    /// Everything that hangs on the recommendation: its parts, what answers it and them, the steps
    /// and evidence of those, the measures that tell about it, and who says it is met.
    #[must_use]
    pub fn trace(self) -> Trace<'p> {
        Trace { recommendation: self }
    }

    /// Whether a measure tells about it: its own, one of its parts, or one of an action linked to
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

/// The chain from a recommendation to its effect. Each step is one question away from the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace<'p> {
    recommendation: RecommendationRef<'p>,
}

impl<'p> Trace<'p> {
    /// The recommendation, or the part.
    #[must_use]
    pub fn recommendation(self) -> RecommendationRef<'p> {
        self.recommendation
    }

    /// The traces of its parts.
    pub fn parts(self) -> impl ExactSizeIterator<Item = Trace<'p>> {
        self.recommendation.parts().map(RecommendationRef::trace)
    }

    /// The actions that name it in `answers`.
    #[must_use]
    pub fn actions(self) -> impl ExactSizeIterator<Item = TracedAction<'p>> {
        self.recommendation.actions().map(|action| TracedAction { action })
    }

    /// The measures that tell about it, its own and those of its actions, each once.
    #[must_use]
    pub fn measures(self) -> Vec<MeasureRef<'p>> {
        let of_actions = self.recommendation.actions().flat_map(ActionRef::measures);
        let mut found: Vec<_> = self.recommendation.measures().chain(of_actions).collect();
        found.sort_by_key(|measure| measure.position());
        found.dedup();
        found
    }

    /// Who said, and when, how far it is met, as written.
    #[must_use]
    pub fn assessments(self) -> &'p [Assessment] {
        &self.recommendation.record().assessments
    }
}

/// One action of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracedAction<'p> {
    action: ActionRef<'p>,
}

impl<'p> TracedAction<'p> {
    /// The action.
    #[must_use]
    pub fn action(self) -> ActionRef<'p> {
        self.action
    }

    /// Its dated steps.
    #[must_use]
    pub fn milestones(self) -> impl ExactSizeIterator<Item = MilestoneRef<'p>> {
        self.action.milestones()
    }

    /// What shows that it happened.
    #[must_use]
    pub fn evidence(self) -> &'p [Evidence] {
        &self.action.record().evidence
    }

    /// The measures that show its effect.
    #[must_use]
    pub fn measures(self) -> impl ExactSizeIterator<Item = MeasureRef<'p>> {
        self.action.measures()
    }
}
