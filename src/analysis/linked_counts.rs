//! How many of the actions linked to each recommendation are in each state: those linked to it, to the
//! recommendations that contain it and to its parts, each once.

use std::ops::{AddAssign, SubAssign};

use super::item_state::ActionState;
use crate::model::DeliveryStatus;
use crate::plan::{Plan, RecommendationRef};

/// The number of actions linked to a recommendation, and of those in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LinkedCounts {
    pub(crate) all: usize,
    pub(crate) live: usize,
    /// Those that count in the rungs above the first, and of these the planned, completed and assured.
    pub(super) counted: usize,
    pub(super) planned: usize,
    pub(super) completed: usize,
    pub(super) assured: usize,
    pub(crate) suspended: usize,
    pub(crate) withdrawn: usize,
    /// Interim arrangements that have lapsed and are not stopped.
    pub(crate) lapsed: usize,
    pub(crate) live_planned: usize,
    pub(crate) live_completed: usize,
    pub(crate) live_assured: usize,
}

impl LinkedCounts {
    fn of(state: ActionState) -> Self {
        let counted = state.is_counted;
        let is_assured = state.is_completed && state.is_assured;
        let one = usize::from;
        Self {
            all: 1,
            live: one(state.is_live),
            counted: one(counted),
            planned: one(counted && state.is_planned),
            completed: one(counted && state.is_completed),
            assured: one(counted && is_assured),
            suspended: one(state.stop == Some(DeliveryStatus::Suspended)),
            withdrawn: one(state.stop == Some(DeliveryStatus::Withdrawn)),
            lapsed: one(state.stop.is_none() && !state.is_live),
            live_planned: one(state.is_live && state.is_planned),
            live_completed: one(state.is_live && state.is_completed),
            live_assured: one(state.is_live && is_assured),
        }
    }

    fn each(&mut self, other: Self, change: impl Fn(&mut usize, usize)) {
        change(&mut self.all, other.all);
        change(&mut self.live, other.live);
        change(&mut self.counted, other.counted);
        change(&mut self.planned, other.planned);
        change(&mut self.completed, other.completed);
        change(&mut self.assured, other.assured);
        change(&mut self.suspended, other.suspended);
        change(&mut self.withdrawn, other.withdrawn);
        change(&mut self.lapsed, other.lapsed);
        change(&mut self.live_planned, other.live_planned);
        change(&mut self.live_completed, other.live_completed);
        change(&mut self.live_assured, other.live_assured);
    }
}

// Both wrap: a difference may be taken before what it is taken from has been added.
impl AddAssign for LinkedCounts {
    fn add_assign(&mut self, other: Self) {
        self.each(other, |own, other| *own = own.wrapping_add(other));
    }
}

impl SubAssign for LinkedCounts {
    fn sub_assign(&mut self, other: Self) {
        self.each(other, |own, other| *own = own.wrapping_sub(other));
    }
}

/// What is known of a recommendation while the tree of wholes and parts is walked.
#[derive(Clone, Copy, Default)]
struct Node {
    /// Its place in the order of the walk, in which each whole is followed by all that is below it.
    entry: usize,
    /// How many recommendations contain it.
    depth: usize,
    /// Counts for itself and for what contains it.
    up: LinkedCounts,
    /// Counts for what it contains.
    down: LinkedCounts,
}

/// Returns the counts of every recommendation.
///
/// An action counts for a recommendation that it is linked to, for all above it and for all below it. To count
/// it once where its links meet, it is taken away again from the lowest recommendation that contains two links
/// that follow each other. So the time taken is that of a walk over the links, whatever the shape of the tree: a list of
/// actions for each recommendation would repeat those of a whole for each of its parts.
pub(super) fn linked_counts(plan: &Plan, states: &[ActionState]) -> Vec<LinkedCounts> {
    let order = depth_first(plan);
    let mut nodes = vec![Node::default(); plan.recommendation_count()];
    let mut path: Vec<usize> = Vec::new();
    let mut last_links: Vec<Option<usize>> = vec![None; states.len()];
    for (entry, recommendation) in order.iter().enumerate() {
        let here = recommendation.position();
        let depth = recommendation.whole().and_then(|whole| nodes.get(whole.position()));
        let depth = depth.map_or(0, |whole| whole.depth + 1);
        path.truncate(depth);
        path.push(here);
        let Some(node) = nodes.get_mut(here) else { continue };
        (node.entry, node.depth) = (entry, depth);
        for action in recommendation.actions() {
            let (Some(state), Some(last)) =
                (states.get(action.position()), last_links.get_mut(action.position()))
            else {
                continue;
            };
            let linked = LinkedCounts::of(*state);
            if let Some(last) = last.and_then(|last| nodes.get(last).map(|node| (last, *node))) {
                let (last, last_node) = last;
                if path.get(last_node.depth) == Some(&last) {
                    // It is linked to what contains this, and counts here already.
                    continue;
                }
                let is_before =
                    |at: &usize| nodes.get(*at).is_some_and(|node| node.entry <= last_node.entry);
                let common = path.partition_point(is_before).checked_sub(1);
                let common = common.and_then(|at| path.get(at)).copied();
                if let Some(common) = common.and_then(|at| nodes.get_mut(at)) {
                    common.up -= linked;
                }
            }
            *last = Some(here);
            if let Some(node) = nodes.get_mut(here) {
                node.up += linked;
                node.down += linked;
            }
        }
    }
    add_up(&order, nodes)
}

/// Adds the counts of parts to their wholes, and those of wholes to their parts.
fn add_up(order: &[RecommendationRef<'_>], mut nodes: Vec<Node>) -> Vec<LinkedCounts> {
    for recommendation in order.iter().rev() {
        let part = nodes.get(recommendation.position()).map(|node| node.up).unwrap_or_default();
        let whole = recommendation.whole().and_then(|whole| nodes.get_mut(whole.position()));
        if let Some(whole) = whole {
            whole.up += part;
        }
    }
    for recommendation in order {
        let whole = recommendation.whole().and_then(|whole| nodes.get(whole.position()));
        let above = whole.map(|whole| whole.down).unwrap_or_default();
        if let Some(node) = nodes.get_mut(recommendation.position()) {
            node.up += above;
            node.down += above;
        }
    }
    nodes.into_iter().map(|node| node.up).collect()
}

/// Returns every recommendation, each followed by all that is below it. Parts never form cycles.
fn depth_first(plan: &Plan) -> Vec<RecommendationRef<'_>> {
    let mut order = Vec::with_capacity(plan.recommendation_count());
    let mut next: Vec<_> = plan.recommendations().filter(|one| one.whole().is_none()).collect();
    while let Some(one) = next.pop() {
        order.push(one);
        next.extend(one.parts());
    }
    order
}
