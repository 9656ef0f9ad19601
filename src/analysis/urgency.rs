//! Which work the source wanted at once.

use crate::plan::{ActionRef, RecommendationRef};

impl RecommendationRef<'_> {
    /// Whether its words ask for urgent or immediate action. A part of which nothing is said is as
    /// urgent as its whole.
    pub(crate) fn is_urgent(self) -> bool {
        self.plan().index().is_urgent.get(self.position()).copied().unwrap_or_default()
    }
}

impl<'p> ActionRef<'p> {
    /// The urgent recommendations it answers, and the parts of urgent ones.
    pub(crate) fn urgent_answers(self) -> impl Iterator<Item = RecommendationRef<'p>> {
        self.answers().filter(|recommendation| recommendation.is_urgent())
    }
}
