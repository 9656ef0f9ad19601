//! The latest assessments of a recommendation: by the service, the board, outside bodies and others.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Assessment, AssessmentKind, Judgement};
use crate::plan::RecommendationRef;
use crate::text::same;

/// The latest assessments of a recommendation as of a date. Only an assessment can say *met*; actions
/// never do.
///
/// Serialises as `own`, `board`, `outside` and `other`, each the assessment as the document writes it, or
/// null.
#[derive(Serialize, Clone, Copy, Default, PartialEq, Eq)]
pub struct Assessments<'p> {
    own: Option<&'p Assessment>,
    board: Option<&'p Assessment>,
    outside: Option<&'p Assessment>,
    other: Option<&'p Assessment>,
}

/// Shows no text of the plan.
impl std::fmt::Debug for Assessments<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Assessments")
            .field("own", &self.own.is_some())
            .field("board", &self.board.is_some())
            .field("outside", &self.outside.is_some())
            .field("other", &self.other.is_some())
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

    /// Returns the latest assessment by anybody else: of a kind that is not listed, such as that of a
    /// scrutiny committee, or without a kind.
    #[must_use]
    pub const fn other(&self) -> Option<&'p Assessment> {
        self.other
    }

    /// Returns the latest assessments by others than the service, those with the most authority first.
    pub(crate) fn of_others(self) -> impl Iterator<Item = &'p Assessment> {
        [self.outside, self.board, self.other].into_iter().flatten()
    }

    /// Collects the assessments made by a date. One without a readable date counts as the oldest; of
    /// several on one date, the last listed counts.
    pub(crate) fn of(recommendation: RecommendationRef<'p>, as_of: NaiveDate) -> Self {
        let plan = recommendation.plan();
        let mut views = Self::default();
        let mut days = [None; 4];
        for assessment in &recommendation.record().assessments {
            let day = assessment.date.as_ref().and_then(|date| plan.read(date).earliest());
            if day.is_some_and(|day| day > as_of) {
                continue;
            }
            let [own_day, board_day, outside_day, other_day] = &mut days;
            let (latest, latest_day) = match &assessment.kind {
                Some(AssessmentKind::SelfView) => (&mut views.own, own_day),
                Some(AssessmentKind::Board) => (&mut views.board, board_day),
                Some(kind) if kind.is_outside() => (&mut views.outside, outside_day),
                // Another spelling of the service's own kind is nobody else's view.
                Some(kind) if same(kind.as_str(), AssessmentKind::SelfView.as_str()) => continue,
                _ => (&mut views.other, other_day),
            };
            if latest.is_none() || day >= *latest_day {
                *latest = Some(assessment);
                *latest_day = day;
            }
        }
        views
    }
}

impl<'p> RecommendationRef<'p> {
    /// Returns the latest view of an inspection or a commissioner as of a date, if it says *met* and no later
    /// monitoring visit says otherwise.
    pub(crate) fn met_by_inspectors(self, as_of: NaiveDate) -> Option<&'p Assessment> {
        let [mut inspected, mut visited] = [None; 2];
        for assessment in &self.record().assessments {
            let latest = match assessment.kind {
                Some(AssessmentKind::Inspection | AssessmentKind::Commissioner) => &mut inspected,
                Some(AssessmentKind::MonitoringVisit) => &mut visited,
                _ => continue,
            };
            let date = assessment.date.as_ref();
            let day = date.and_then(|date| self.plan().read(date).earliest());
            let is_later = latest.is_none_or(|(known, _)| day >= known);
            if is_later && day.is_none_or(|day| day <= as_of) {
                *latest = Some((day, assessment));
            }
        }
        let says_met = |view: &Assessment| view.judgement == Some(Judgement::Met);
        let (day, view) = inspected.filter(|(_, view)| says_met(view))?;
        let is_contradicted = visited.is_some_and(|(visit, seen)| visit > day && !says_met(seen));
        (!is_contradicted).then_some(view)
    }
}
