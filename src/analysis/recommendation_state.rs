//! The coverage state of every recommendation, from its linked actions and its parts. Takes two passes
//! over the plan, whatever its structure.

use super::item_state::ActionState;
use super::ladder::{Rung, Uncovered};
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Plan, RecommendationRef};

impl RecommendationRef<'_> {
    /// Returns whether it asks for urgent or immediate action. A part that does not state its urgency
    /// is as urgent as its whole.
    pub(crate) fn is_urgent(self) -> bool {
        self.plan().index().is_urgent.get(self.position()).copied().unwrap_or_default()
    }

    /// Returns the urgent recommendation that an action answers by answering this one: itself or, because
    /// an action that answers a whole answers each part, an urgent part of it.
    pub(crate) fn urgent_within(self) -> Option<Self> {
        if self.is_urgent() { Some(self) } else { self.urgent_part() }
    }
}

impl<'p> ActionRef<'p> {
    /// Returns the recommendations it answers that are urgent or have an urgent part, each with the urgent
    /// one.
    pub(crate) fn urgent_answers(
        self,
    ) -> impl Iterator<Item = (RecommendationRef<'p>, RecommendationRef<'p>)> {
        self.answers().filter_map(|answered| Some((answered, answered.urgent_within()?)))
    }
}

/// The coverage state of one recommendation.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecommendationState {
    /// What its linked actions have in common, including those linked to its wholes.
    linked: Linked,
    /// The number of rungs it has reached, 0 to 4.
    height: u8,
    /// What its parts without a live action have in common; without parts, its own.
    gap: Option<GapFacts>,
    /// Whether any action is linked to it, to its wholes or to its parts.
    is_linked: bool,
    /// Whether a live action answers it or one of its parts.
    any_live: bool,
}

impl RecommendationState {
    /// Returns the highest rung it has reached.
    pub(super) fn rung(self) -> Option<Rung> {
        let below = usize::from(self.height).checked_sub(1)?;
        Rung::ALL.get(below).copied()
    }

    /// Returns the reason why no live action answers it; see [`Uncovered`].
    pub(super) fn uncovered(self) -> Option<Uncovered> {
        if self.height > 0 {
            return None;
        }
        let gap = self.gap.unwrap_or(GapFacts::NONE);
        Some(match gap {
            _ if !self.is_linked => Uncovered::NeverLinked,
            _ if gap.unlinked || self.any_live => Uncovered::PartWithoutAction,
            GapFacts { lapsed: true, .. } => Uncovered::InterimLapsed,
            GapFacts { suspended: true, withdrawn: false, .. } => Uncovered::AllSuspended,
            GapFacts { suspended: false, withdrawn: true, .. } => Uncovered::AllWithdrawn,
            _ => Uncovered::Stopped,
        })
    }
}

/// What the actions linked to a recommendation have in common.
#[expect(clippy::struct_excessive_bools, reason = "each rung is a fact of its own")]
#[derive(Debug, Clone, Copy)]
struct Linked {
    any: bool,
    live: bool,
    planned: bool,
    completed: bool,
    assured: bool,
    gap: GapFacts,
}

/// Why parts of a recommendation have no live action.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct GapFacts {
    /// No action is linked to it, or to one of several parts.
    unlinked: bool,
    lapsed: bool,
    suspended: bool,
    withdrawn: bool,
}

impl GapFacts {
    const NONE: Self = Self { unlinked: false, lapsed: false, suspended: false, withdrawn: false };

    fn and(self, other: Self) -> Self {
        Self {
            unlinked: self.unlinked || other.unlinked,
            lapsed: self.lapsed || other.lapsed,
            suspended: self.suspended || other.suspended,
            withdrawn: self.withdrawn || other.withdrawn,
        }
    }
}

impl Linked {
    const NONE: Self = Self {
        any: false,
        live: false,
        planned: true,
        completed: true,
        assured: true,
        gap: GapFacts::NONE,
    };

    fn and(mut self, state: ActionState) -> Self {
        self.any = true;
        self.live |= state.is_live;
        if state.is_counted {
            self.planned &= state.is_planned;
            self.completed &= state.is_completed;
            self.assured &= state.is_assured;
        }
        self.gap = self.gap.and(GapFacts {
            unlinked: false,
            lapsed: state.stop.is_none() && state.has_lapsed,
            suspended: state.stop == Some(DeliveryStatus::Suspended),
            withdrawn: state.stop == Some(DeliveryStatus::Withdrawn),
        });
        self
    }

    fn height(self) -> u8 {
        let rungs = [self.live, self.planned, self.completed, self.assured];
        rungs.iter().take_while(|reached| **reached).map(|_| 1).sum()
    }
}

/// Returns the state of every recommendation. One pass passes links down from wholes to parts; the
/// other passes the states of parts up to their wholes.
pub(super) fn recommendation_states(
    plan: &Plan,
    actions: &[ActionState],
) -> Vec<RecommendationState> {
    let nothing = RecommendationState {
        linked: Linked::NONE,
        height: 0,
        gap: None,
        is_linked: false,
        any_live: false,
    };
    let mut states = vec![nothing; plan.recommendation_count()];
    let order = wholes_first(plan);
    for recommendation in &order {
        let above = recommendation.whole().and_then(|whole| states.get(whole.position()));
        let inherited = above.map_or(Linked::NONE, |whole| whole.linked);
        let linked = recommendation
            .actions()
            .filter_map(|action| actions.get(action.position()).copied())
            .fold(inherited, Linked::and);
        let is_leaf = recommendation.parts().len() == 0;
        let height = if is_leaf { linked.height() } else { u8::MAX };
        let own_gap = GapFacts { unlinked: !linked.any, ..linked.gap };
        if let Some(place) = states.get_mut(recommendation.position()) {
            *place = RecommendationState {
                linked,
                height,
                gap: (is_leaf && height == 0).then_some(own_gap),
                is_linked: linked.any,
                any_live: linked.live,
            };
        }
    }
    for recommendation in order.iter().rev() {
        let Some(part) = states.get(recommendation.position()).copied() else { continue };
        let whole = recommendation.whole();
        if let Some(whole) = whole.and_then(|whole| states.get_mut(whole.position())) {
            whole.height = whole.height.min(part.height);
            whole.is_linked |= part.is_linked;
            whole.any_live |= part.any_live;
            whole.gap = match (whole.gap, part.gap) {
                (Some(one), Some(other)) => Some(one.and(other)),
                (one, other) => one.or(other),
            };
        }
    }
    states
}

/// Returns every recommendation, each after its whole. Parts never form cycles.
pub(super) fn wholes_first(plan: &Plan) -> Vec<RecommendationRef<'_>> {
    let mut order: Vec<RecommendationRef<'_>> = Vec::with_capacity(plan.recommendation_count());
    order.extend(plan.recommendations().filter(|one| one.whole().is_none()));
    let mut next = 0;
    while let Some(whole) = order.get(next).copied() {
        order.extend(whole.parts());
        next += 1;
    }
    order
}
