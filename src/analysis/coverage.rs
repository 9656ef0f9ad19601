//! Coverage: whether every recommendation is answered, and how far along its actions are.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::assessments::Assessments;
use super::item_state::ActionState;
use super::ladder::{Ladder, Rung, Uncovered};
use super::linked_counts::{LinkedCounts, linked_counts};
use super::ratio::Ratio;
use super::recommendation_state::{RecommendationState, recommendation_states, wholes_first};
use crate::plan::{ActionRef, Plan, RecommendationRef, Reference};

impl Plan {
    /// Returns how the plan answers its recommendations as of a date. See [`Coverage`] for the rungs.
    ///
    /// Takes time linear in the size of the plan.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Recommendation};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_recommendations([
    ///         Recommendation::new("Reduce caseloads.").with_reference("1"),
    ///         Recommendation::new("See children alone.").with_reference("2"),
    ///     ])
    ///     .with_actions([Action::new("Cap caseloads").with_answers(["1"])]);
    /// let plan = Plan::build(doc)?;
    /// let coverage = plan.coverage("2026-11-02".parse()?);
    /// assert_eq!(coverage.addressed().to_string(), "1 of 2 (50%)");
    /// let gaps: Vec<_> = coverage.uncovered().map(|gap| gap.reference().to_string()).collect();
    /// assert_eq!(gaps, ["2"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn coverage(&self, as_of: NaiveDate) -> Coverage<'_> {
        Coverage::new(self, as_of)
    }
}

/// How the plan answers its recommendations as of a date.
///
/// Totals count top-level recommendations of all sources, without findings. The rungs are
/// cumulative, and judged over the actions linked to a recommendation; an action withdrawn by
/// agreement (a reason and an approver) does not count above the first rung. A recommendation with
/// parts has the lowest rung of its parts; an action that answers the whole answers each part.
/// Actions linked only by `enables` never cover.
///
/// Serialises as `as_of`; `total`, the number of counted recommendations; `addressed`, `planned`,
/// `completed` and `assured`, each a [`Ratio`]; and `recommendations`, a [`RecommendationCoverage`] for
/// each counted recommendation.
#[derive(Debug, Clone)]
pub struct Coverage<'p> {
    plan: &'p Plan,
    as_of: NaiveDate,
    actions: Vec<ActionState>,
    recommendations: Vec<RecommendationState>,
    /// Counted when first asked for.
    linked: OnceLock<Vec<LinkedCounts>>,
}

impl<'p> Coverage<'p> {
    fn new(plan: &'p Plan, as_of: NaiveDate) -> Self {
        let actions = ActionState::all(plan, as_of);
        let recommendations = recommendation_states(plan, &actions);
        Self { plan, as_of, actions, recommendations, linked: OnceLock::new() }
    }

    /// Returns the plan.
    #[must_use]
    pub fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// Returns the date.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns the ladder of all counted recommendations.
    #[must_use]
    pub fn ladder(&self) -> Ladder {
        Ladder::of(self.recommendations().map(|one| one.rung()))
    }

    /// Returns how many recommendations have a live action.
    #[must_use]
    pub fn addressed(&self) -> Ratio {
        self.ladder().addressed()
    }

    /// Returns how many also have a lead and a date for every counted action that is not completed.
    #[must_use]
    pub fn planned(&self) -> Ratio {
        self.ladder().planned()
    }

    /// Returns how many also have every counted action completed.
    #[must_use]
    pub fn completed(&self) -> Ratio {
        self.ladder().completed()
    }

    /// Returns how many also have current and independent evidence for every counted action.
    #[must_use]
    pub fn assured(&self) -> Ratio {
        self.ladder().assured()
    }

    /// Returns the counted recommendations, in document order: top-level ones that are not findings.
    pub fn recommendations(&self) -> impl Iterator<Item = RecommendationCoverage<'_, 'p>> {
        let counted = self.plan.recommendations().filter(|one| one.is_counted());
        counted.filter_map(|one| self.recommendation(one))
    }

    /// Returns the coverage of one recommendation, part or finding.
    ///
    /// Returns `None` for a recommendation of another plan.
    #[must_use]
    pub fn recommendation(
        &self,
        recommendation: RecommendationRef<'p>,
    ) -> Option<RecommendationCoverage<'_, 'p>> {
        let state = self.recommendations.get(recommendation.position())?;
        std::ptr::eq(recommendation.plan(), self.plan).then_some(RecommendationCoverage {
            coverage: self,
            recommendation,
            state: *state,
        })
    }

    /// Returns the counted recommendations that no live action answers, in document order.
    pub fn uncovered(&self) -> impl Iterator<Item = Gap<'p>> {
        self.recommendations().filter_map(|one| {
            Some(Gap { recommendation: one.recommendation(), reason: one.uncovered()? })
        })
    }

    /// Returns, for each recommendation, the outermost recommendation that contains it (itself if it is not
    /// a part).
    pub(crate) fn outermost_wholes(&self) -> Vec<RecommendationRef<'p>> {
        let mut wholes: Vec<RecommendationRef<'p>> = self.plan.recommendations().collect();
        for recommendation in wholes_first(self.plan) {
            let above = recommendation.whole().and_then(|whole| wholes.get(whole.position()));
            if let (Some(above), Some(place)) =
                (above.copied(), wholes.get_mut(recommendation.position()))
            {
                *place = above;
            }
        }
        wholes
    }

    /// Returns how many actions are linked only by `enables`, and so cover nothing.
    #[must_use]
    pub fn enabling_actions(&self) -> usize {
        self.plan.actions().filter(|action| action.is_enabling_only()).count()
    }
}

answer_object!(
    Coverage<'_>,
    |this| as_of = this.as_of,
    total = this.addressed().whole(),
    addressed = this.addressed(),
    planned = this.planned(),
    completed = this.completed(),
    assured = this.assured(),
    recommendations = this.recommendations().collect::<Vec<_>>(),
);

/// A recommendation that no live action answers, and why.
///
/// Serialises as `id`, `reference` (as written, or null), `source` (its `id` and `reference`, or null),
/// `text` and `uncovered`, the word of the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'p> {
    recommendation: RecommendationRef<'p>,
    reason: Uncovered,
}

impl<'p> Gap<'p> {
    /// Returns the recommendation.
    #[must_use]
    pub fn recommendation(&self) -> RecommendationRef<'p> {
        self.recommendation
    }

    /// Returns its reference.
    #[must_use]
    pub fn reference(&self) -> Reference<'p> {
        self.recommendation.reference()
    }

    /// Returns its text.
    #[must_use]
    pub fn text(&self) -> &'p str {
        self.recommendation.text()
    }

    /// Returns why no live action answers it.
    #[must_use]
    pub fn reason(&self) -> Uncovered {
        self.reason
    }
}

answer_object!(Gap<'_>, |this|
    [this.recommendation]
    uncovered = this.reason,
);

/// The coverage of one recommendation as of a date.
///
/// Serialises as `id`, `reference` (as written, or null), `source` (its `id` and `reference`, or null),
/// `text`, `rung` (the word of the highest rung reached, or null) and `uncovered` (the word of the reason
/// why no live action answers it, or null).
#[derive(Debug, Clone, Copy)]
pub struct RecommendationCoverage<'c, 'p> {
    coverage: &'c Coverage<'p>,
    recommendation: RecommendationRef<'p>,
    state: RecommendationState,
}

impl<'p> RecommendationCoverage<'_, 'p> {
    /// Returns the recommendation.
    #[must_use]
    pub fn recommendation(&self) -> RecommendationRef<'p> {
        self.recommendation
    }

    /// Returns the highest rung reached, or `None` if no live action answers it.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        self.state.rung()
    }

    /// Returns whether it has reached `rung`.
    #[must_use]
    pub fn has_reached(&self, rung: Rung) -> bool {
        self.rung() >= Some(rung)
    }

    /// Returns why no live action answers it, or `None` if one does.
    ///
    /// The first reason that applies, in this order: never linked; a part has no action (never had
    /// one, or no longer has one while other parts do); an interim arrangement lapsed; all suspended;
    /// all withdrawn; stopped in several ways.
    #[must_use]
    pub fn uncovered(&self) -> Option<Uncovered> {
        self.state.uncovered()
    }

    /// Returns the parts below it that have no parts themselves, in document order, or only itself if
    /// it has no parts. A recommendation has the lowest rung of these.
    pub(crate) fn ends(&self) -> Vec<Self> {
        let mut ends = Vec::new();
        let mut below = vec![self.recommendation];
        while let Some(one) = below.pop() {
            if one.parts().len() == 0 {
                ends.extend(self.coverage.recommendation(one));
            }
            below.extend(one.parts());
        }
        ends.sort_by_key(|end| end.recommendation.position());
        ends
    }

    /// Returns the actions linked to it, to the recommendations that contain it and to its parts, in
    /// document order, without duplicates.
    #[must_use]
    pub fn actions(&self) -> Vec<ActionRef<'p>> {
        let mut found: Vec<ActionRef<'p>> = Vec::new();
        let mut whole = self.recommendation.whole();
        while let Some(one) = whole {
            found.extend(one.actions());
            whole = one.whole();
        }
        let mut below = vec![self.recommendation];
        while let Some(one) = below.pop() {
            found.extend(one.actions());
            below.extend(one.parts());
        }
        found.sort_by_key(|action| action.position());
        found.dedup();
        found
    }

    /// Returns how many of its linked actions have reached `rung`. The first rung counts out of all
    /// linked actions; higher rungs leave out those withdrawn by agreement.
    #[must_use]
    pub fn actions_at(&self, rung: Rung) -> Ratio {
        let linked = self.linked();
        match rung {
            Rung::Addressed => Ratio::new(linked.live, linked.all),
            Rung::Planned => Ratio::new(linked.planned, linked.counted),
            Rung::Completed => Ratio::new(linked.completed, linked.counted),
            Rung::Assured => Ratio::new(linked.assured, linked.counted),
        }
    }

    /// Returns how many of its linked actions are in each state. The first question counts for all
    /// recommendations.
    pub(crate) fn linked(&self) -> LinkedCounts {
        let Coverage { plan, actions, linked, .. } = self.coverage;
        let all = linked.get_or_init(|| linked_counts(plan, actions));
        all.get(self.recommendation.position()).copied().unwrap_or_default()
    }

    /// Returns how many of its linked actions are withdrawn as of the date, by agreement or not.
    #[must_use]
    pub fn withdrawn(&self) -> usize {
        self.linked().withdrawn
    }

    /// Returns the latest assessments as of the date. Only these can say *met*.
    #[must_use]
    pub fn assessments(&self) -> Assessments<'p> {
        Assessments::of(self.recommendation, self.coverage.as_of)
    }
}

answer_object!(RecommendationCoverage<'_, '_>, |this|
    [this.recommendation]
    rung = this.rung(),
    uncovered = this.uncovered(),
);
