//! How much of a plan a page shows in full.

use crate::plan::Plan;

/// How the lists of a page are laid out, by the size of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything in full, only long lists inside a recommendation folded.
    Full,
    /// Everything, with each list inside a recommendation folded.
    Folded,
    /// The first entries of each list, and how many more there are.
    FirstOnly,
}

impl Extent {
    /// The most actions whose lists inside recommendations are not folded.
    const ACTIONS_IN_FULL: usize = 200;
    /// The most records of which each is on the page.
    const RECORDS_IN_FULL: usize = 1500;
    /// The number of entries shown of each list of a plan with more records.
    const FIRST: usize = 50;
    /// The most entries of a list inside a recommendation that is not folded.
    const SHORT_LIST: usize = 5;

    pub(super) fn of(plan: &Plan) -> Self {
        let records = plan.recommendation_count() + plan.items().count() + plan.measures().count();
        if records + plan.sources().count() > Self::RECORDS_IN_FULL {
            Self::FirstOnly
        } else if plan.action_count() > Self::ACTIONS_IN_FULL {
            Self::Folded
        } else {
            Self::Full
        }
    }

    /// Returns how many entries of a list are shown.
    pub(super) fn shown(self) -> usize {
        if self == Self::FirstOnly { Self::FIRST } else { usize::MAX }
    }

    /// Returns whether a list inside a recommendation is folded.
    pub(super) fn folds(self, entries: usize) -> bool {
        self != Self::Full || entries > Self::SHORT_LIST
    }
}
