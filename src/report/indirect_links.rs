//! Finds the actions of a recommendation without linked actions: those of its parts, or of the
//! recommendation that it is a part of.

use super::page::{NONE, THROUGH_PARTS, THROUGH_WHOLE};
use crate::plan::{Plan, RecommendationRef};

/// Records for each recommendation whether a recommendation above or below it has linked actions.
pub(super) struct IndirectLinks {
    above: Vec<bool>,
    below: Vec<bool>,
}

impl IndirectLinks {
    /// Takes time linear in the size of the plan: no link is followed twice.
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

    /// Returns the placeholder for a recommendation without linked actions.
    pub(super) fn placeholder(&self, one: RecommendationRef<'_>) -> &'static str {
        let has = |known: &[bool]| known.get(one.position()).copied().unwrap_or_default();
        match (has(&self.above), has(&self.below)) {
            (true, _) => THROUGH_WHOLE,
            (false, true) => THROUGH_PARTS,
            (false, false) => NONE,
        }
    }
}

/// Marks a recommendation, and returns whether it was unmarked before.
fn mark(known: &mut [bool], one: RecommendationRef<'_>) -> bool {
    known.get_mut(one.position()).is_some_and(|place| !std::mem::replace(place, true))
}
