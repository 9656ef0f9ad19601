//! The latest assessments of a recommendation: by the service, the board and outside bodies.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Assessment, AssessmentKind};
use crate::plan::RecommendationRef;

/// The latest assessments of a recommendation as of a date. Only an assessment can say *met*; actions
/// never do.
///
/// Serialises as `own`, `board` and `outside`, each the assessment as the document writes it, or null.
#[derive(Serialize, Clone, Copy, Default, PartialEq, Eq)]
pub struct Assessments<'p> {
    own: Option<&'p Assessment>,
    board: Option<&'p Assessment>,
    outside: Option<&'p Assessment>,
}

/// Shows no text of the plan.
impl std::fmt::Debug for Assessments<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Assessments")
            .field("own", &self.own.is_some())
            .field("board", &self.board.is_some())
            .field("outside", &self.outside.is_some())
            .finish_non_exhaustive()
    }
}

impl<'p> Assessments<'p> {
    /// Returns the service's own latest assessment.
    #[must_use]
    pub const fn own(&self) -> Option<&'p Assessment> {
        self.own
    }

    /// Returns the improvement board's latest assessment.
    #[must_use]
    pub const fn board(&self) -> Option<&'p Assessment> {
        self.board
    }

    /// Returns the latest outside assessment: by inspectors, peers, a commissioner, the Department for Education.
    #[must_use]
    pub const fn outside(&self) -> Option<&'p Assessment> {
        self.outside
    }

    /// Collects the assessments made by a date. One without a readable date counts as the oldest; of
    /// several on one date, the last listed counts.
    pub(crate) fn of(recommendation: RecommendationRef<'p>, as_of: NaiveDate) -> Self {
        let plan = recommendation.plan();
        let mut views = Self::default();
        let mut days = [None; 3];
        for assessment in &recommendation.record().assessments {
            let day = assessment.date.as_ref().and_then(|date| plan.read(date).earliest());
            if day.is_some_and(|day| day > as_of) {
                continue;
            }
            let [own_day, board_day, outside_day] = &mut days;
            let (latest, latest_day) = match &assessment.kind {
                Some(AssessmentKind::SelfView) => (&mut views.own, own_day),
                Some(AssessmentKind::Board) => (&mut views.board, board_day),
                Some(kind) if kind.is_outside() => (&mut views.outside, outside_day),
                _ => continue,
            };
            if latest.is_none() || day >= *latest_day {
                *latest = Some(assessment);
                *latest_day = day;
            }
        }
        views
    }
}
