//! Links from actions to recommendations that are new, or gone.

use super::sides::Sides;
use crate::analysis::answer_object::answer_object;
use crate::plan::{ActionRef, RecommendationRef};

/// A link from an action that is in both plans to a recommendation.
///
/// Serialises as `id`, `reference` and `title` of the action, and `recommendation`, its `id`, `reference` and `source`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkChange<'p> {
    action: ActionRef<'p>,
    recommendation: RecommendationRef<'p>,
}

impl<'p> LinkChange<'p> {
    /// Returns the action, in the later plan.
    #[must_use]
    pub fn action(&self) -> ActionRef<'p> {
        self.action
    }

    /// Returns the recommendation: of a link that is gone, in the earlier plan.
    #[must_use]
    pub fn recommendation(&self) -> RecommendationRef<'p> {
        self.recommendation
    }
}

answer_object!(LinkChange<'_>, |this|
    [this.action]
    recommendation = this.recommendation,
);

/// Returns the links that are new and those that are gone, by action and then by recommendation, each in the order of
/// its own plan. A link is the same where its two recommendations are a pair.
pub(super) fn link_changes<'p>(sides: &Sides<'p>) -> [Vec<LinkChange<'p>>; 2] {
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    let pairs = &sides.pairs.recommendations;
    let (mut before, mut now) = (Vec::new(), Vec::new());
    for action in sides.later.actions() {
        let Some(earlier) = sides.pairs.actions.earlier(action.position()) else { continue };
        let written = sides.earlier.index().answers.of(earlier);
        let is_same = |(earlier, later): (&u32, RecommendationRef<'p>)| {
            pairs.later(*earlier as usize) == Some(later.position())
        };
        if written.len() == action.answers().len()
            && written.iter().zip(action.answers()).all(is_same)
        {
            continue;
        }
        before.clear();
        before.extend(written.iter().map(|at| pairs.later(*at as usize)));
        before.sort_unstable();
        now.clear();
        now.extend(action.answers().map(RecommendationRef::position));
        now.sort_unstable();
        let new = now.iter().filter(|at| before.binary_search(&Some(**at)).is_err());
        added.extend(new.filter_map(|at| {
            let recommendation = RecommendationRef::new(sides.later, u32::try_from(*at).ok()?)?;
            Some(LinkChange { action, recommendation })
        }));
        let mut gone: Vec<u32> = written.to_vec();
        gone.sort_unstable();
        let is_gone = |at: &u32| {
            pairs.later(*at as usize).is_none_or(|later| now.binary_search(&later).is_err())
        };
        gone.retain(is_gone);
        removed.extend(gone.into_iter().filter_map(|at| {
            let recommendation = RecommendationRef::new(sides.earlier, at)?;
            Some(LinkChange { action, recommendation })
        }));
    }
    [added, removed]
}
