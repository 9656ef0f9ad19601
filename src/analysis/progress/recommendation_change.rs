//! What has changed of one recommendation.

use super::change::Change;
use super::differences::{references, reworded};
use super::outcome::MatchedBy;
use super::sides::Sides;
use crate::analysis::answer_object::answer_object;
use crate::analysis::coverage::Coverage;
use crate::analysis::ladder::{Rung, Uncovered};
use crate::plan::{Plan, RecommendationRef};

/// A recommendation, part or finding of two plans: a pair, or in one plan only.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecommendationRow {
    earlier: Option<u32>,
    later: Option<u32>,
    /// The rung in each plan where it is counted.
    pub(super) before: Counted,
    pub(super) now: Counted,
    uncovered: Option<Uncovered>,
    has_same_id: bool,
    is_renumbered: bool,
    is_reworded: bool,
}

/// The rung of a recommendation in a plan, if it is there and counted.
pub(super) type Counted = Option<Option<Rung>>;

impl RecommendationRow {
    pub(super) fn differs(&self) -> bool {
        self.before != self.now
            || self.is_renumbered
            || self.is_reworded
            || self.earlier.is_none()
            || self.later.is_none()
    }
}

/// Compares every recommendation: those of the later plan in its order, then what is gone in the order of the earlier.
pub(super) fn recommendation_rows<'p>(
    sides: &Sides<'p>,
    earlier_coverage: &Coverage<'p>,
    coverage: &Coverage<'p>,
) -> Vec<RecommendationRow> {
    let counted = |coverage: &Coverage<'p>, one: RecommendationRef<'p>| {
        one.is_counted().then(|| coverage.recommendation(one).and_then(|one| one.rung()))
    };
    let position = |one: RecommendationRef<'p>| u32::try_from(one.position()).ok();
    let mut rows = Vec::with_capacity(sides.later.recommendation_count());
    for later in sides.later.recommendations() {
        let earlier = sides.pairs.recommendations.earlier(later.position());
        let earlier = earlier.and_then(|at| recommendation_at(sides.earlier, at));
        let has_same_id = sides.pairs.recommendations.has_same_id(later.position());
        let renumbered = earlier.and_then(|earlier| {
            references(earlier.reference().as_str(), later.reference().as_str())
        });
        let reworded =
            earlier.and_then(|earlier| reworded(earlier.record(), later.record(), has_same_id));
        rows.push(RecommendationRow {
            earlier: earlier.and_then(position),
            later: position(later),
            before: earlier.and_then(|earlier| counted(earlier_coverage, earlier)),
            now: counted(coverage, later),
            uncovered: coverage.recommendation(later).and_then(|one| one.uncovered()),
            has_same_id,
            is_renumbered: renumbered.is_some(),
            is_reworded: reworded.is_some(),
        });
    }
    for earlier in sides.earlier.recommendations() {
        if sides.pairs.recommendations.later(earlier.position()).is_none() {
            rows.push(RecommendationRow {
                earlier: position(earlier),
                later: None,
                before: counted(earlier_coverage, earlier),
                now: None,
                uncovered: None,
                has_same_id: false,
                is_renumbered: false,
                is_reworded: false,
            });
        }
    }
    rows
}

fn recommendation_at(plan: &Plan, at: usize) -> Option<RecommendationRef<'_>> {
    RecommendationRef::new(plan, u32::try_from(at).ok()?)
}

/// A recommendation, part or finding of two plans, and what has changed of it.
///
/// Serialises as `id`, `reference`, `source` and `text` of the [`recommendation`](Self::recommendation); `counted_before`
/// and `counted`; `rung_before` and `rung`, null also where it is not counted; `uncovered`; `renumbered`, `from` and `to`
/// or null; `reworded` (the earlier text, or null) and `matched_by`.
#[derive(Debug, Clone, Copy)]
pub struct RecommendationChange<'s, 'p> {
    sides: &'s Sides<'p>,
    row: RecommendationRow,
}

impl<'s, 'p> RecommendationChange<'s, 'p> {
    pub(super) const fn new(sides: &'s Sides<'p>, row: RecommendationRow) -> Self {
        Self { sides, row }
    }
}

impl<'p> RecommendationChange<'_, 'p> {
    /// Returns it in the earlier plan.
    #[must_use]
    pub fn earlier(&self) -> Option<RecommendationRef<'p>> {
        RecommendationRef::new(self.sides.earlier, self.row.earlier?)
    }

    /// Returns it in the later plan.
    #[must_use]
    pub fn later(&self) -> Option<RecommendationRef<'p>> {
        RecommendationRef::new(self.sides.later, self.row.later?)
    }

    /// Returns it in the later plan or, if it is gone, in the earlier.
    #[must_use]
    pub fn recommendation(&self) -> RecommendationRef<'p> {
        let one = self.later().or_else(|| self.earlier());
        one.unwrap_or_else(|| unreachable!("a recommendation is in one of the two plans"))
    }

    /// Returns whether it counts in the totals of the earlier plan: it is there, no part and no finding.
    #[must_use]
    pub fn was_counted(&self) -> bool {
        self.row.before.is_some()
    }

    /// Returns whether it counts in the totals of the later plan.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.row.now.is_some()
    }

    /// Returns whether it is counted in the later plan only.
    #[must_use]
    pub fn is_added(&self) -> bool {
        self.is_counted() && !self.was_counted()
    }

    /// Returns whether it is counted in the earlier plan only.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.was_counted() && !self.is_counted()
    }

    /// Returns the rung that it had reached in the earlier plan, if it was counted.
    #[must_use]
    pub fn rung_before(&self) -> Option<Rung> {
        self.row.before.flatten()
    }

    /// Returns the rung that it has reached in the later plan, if it is counted.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        self.row.now.flatten()
    }

    /// Returns whether it is counted in both plans and stands higher.
    #[must_use]
    pub fn is_gained(&self) -> bool {
        self.was_counted() && self.is_counted() && self.rung() > self.rung_before()
    }

    /// Returns whether it is counted in both plans and stands lower.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.was_counted() && self.is_counted() && self.rung() < self.rung_before()
    }

    /// Returns why no live action answers it any more, if it fell to no rung.
    #[must_use]
    pub fn uncovered(&self) -> Option<Uncovered> {
        self.row.uncovered.filter(|_| self.is_lost())
    }

    /// Returns the references if they differ or one is missing.
    #[must_use]
    pub fn renumbered(&self) -> Option<Change<&'p str>> {
        let (earlier, later) = self.earlier().zip(self.later())?;
        references(earlier.reference().as_str(), later.reference().as_str())
    }

    /// Returns the earlier text and what shows that the two are the same, if somebody changed the words.
    #[must_use]
    pub fn reworded(&self) -> Option<(&'p str, MatchedBy)> {
        if !self.row.is_reworded {
            return None;
        }
        let (earlier, later) = self.earlier().zip(self.later())?;
        let matched_by = reworded(earlier.record(), later.record(), self.row.has_same_id)?;
        Some((earlier.text(), matched_by))
    }

    /// Returns whether anything has changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.row.differs()
    }
}

answer_object!(RecommendationChange<'_, '_>, |this|
    [this.recommendation()]
    counted_before = this.was_counted(),
    counted = this.is_counted(),
    rung_before = this.rung_before(),
    rung = this.rung(),
    uncovered = this.uncovered(),
    renumbered = this.renumbered(),
    reworded = this.reworded().map(|(from, _)| from),
    matched_by = this.reworded().map(|(_, matched_by)| matched_by),
);
