//! Where a recommendation that no action names has its actions: with its parts, or with the whole it
//! is a part of.

use super::page::{NONE, THROUGH_PARTS, THROUGH_WHOLE};
use crate::plan::{Plan, RecommendationRef};

/// For each recommendation, whether actions are linked above it and below it.
pub(super) struct IndirectLinks {
    above: Vec<bool>,
    below: Vec<bool>,
}

impl IndirectLinks {
    /// Linear in the plan: nothing is walked twice.
    pub(super) fn of(plan: &Plan) -> Self {
        let none = vec![false; plan.recommendation_count()];
        let mut links = Self { above: none.clone(), below: none };
        for one in plan.recommendations().filter(|one| one.actions().len() > 0) {
            let mut whole = one.whole();
            while let Some(next) = whole.filter(|next| mark(&mut links.below, *next)) {
                whole = next.whole();
            }
            let mut parts: Vec<_> = one.parts().collect();
            while let Some(part) = parts.pop() {
                if mark(&mut links.above, part) {
                    parts.extend(part.parts());
                }
            }
        }
        links
    }

    /// What stands in place of an action.
    pub(super) fn placeholder(&self, one: RecommendationRef<'_>) -> &'static str {
        let has = |known: &[bool]| known.get(one.position()).copied().unwrap_or_default();
        match (has(&self.above), has(&self.below)) {
            (true, _) => THROUGH_WHOLE,
            (false, true) => THROUGH_PARTS,
            (false, false) => NONE,
        }
    }
}

/// Marks one, and says whether it was not marked before.
fn mark(known: &mut [bool], one: RecommendationRef<'_>) -> bool {
    known.get_mut(one.position()).is_some_and(|place| !std::mem::replace(place, true))
}
