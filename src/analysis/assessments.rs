//! Who says how far a recommendation has been met: the service, the board, somebody outside.

use chrono::NaiveDate;

use crate::model::{Assessment, AssessmentKind};
use crate::plan::RecommendationRef;

/// The latest views of a recommendation as of a day, side by side. *Met* comes only from here, never
/// from actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Assessments<'p> {
    own: Option<&'p Assessment>,
    board: Option<&'p Assessment>,
    outside: Option<&'p Assessment>,
}

impl<'p> Assessments<'p> {
    /// The service's own latest view.
    #[must_use]
    pub const fn own(&self) -> Option<&'p Assessment> {
        self.own
    }

    /// The improvement board's latest view.
    #[must_use]
    pub const fn board(&self) -> Option<&'p Assessment> {
        self.board
    }

    /// The latest view from outside: inspectors, peers, a commissioner, the Department for Education.
    #[must_use]
    pub const fn outside(&self) -> Option<&'p Assessment> {
        self.outside
    }

    /// The views given by a day. A view without a readable day is as old as can be; of several on
    /// one day the last written counts.
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
