//! The latest assessments of a recommendation: by the service, the board, outside bodies and others.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Assessment, AssessmentKind, Judgement};
use crate::plan::{Plan, RecommendationRef};
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

    /// Returns the latest judgement by anybody but the service. Of two on one day, the worse counts. One without a
    /// readable date counts as the oldest if it is from outside, and otherwise not at all.
    pub(crate) fn latest_of_others(self, plan: &Plan) -> Option<&'p Assessment> {
        let day =
            |view: &Assessment| view.date.as_ref().and_then(|date| plan.read(date).earliest());
        let judged = self.of_others().filter(|view| {
            view.judgement.is_some() && (day(view).is_some() || self.outside == Some(*view))
        });
        judged.max_by_key(|view| (day(view), Reverse(standing(view))))
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

/// The latest dated views of those who inspect, as of a date.
#[derive(Clone, Copy, Default)]
struct Inspected<'p> {
    /// Of an inspection or a commissioner.
    judged: Option<(NaiveDate, &'p Assessment)>,
    /// Of a monitoring visit.
    visited: Option<(NaiveDate, &'p Assessment)>,
}

impl<'p> Inspected<'p> {
    /// Collects the views with a readable date. Of two on one day, the worse counts.
    fn of(recommendation: RecommendationRef<'p>, as_of: NaiveDate) -> Self {
        let mut views = Self::default();
        for assessment in &recommendation.record().assessments {
            let latest = match assessment.kind {
                Some(AssessmentKind::Inspection | AssessmentKind::Commissioner) => {
                    &mut views.judged
                }
                Some(AssessmentKind::MonitoringVisit) => &mut views.visited,
                _ => continue,
            };
            let date = assessment.date.as_ref();
            let day = date.and_then(|date| recommendation.plan().read(date).earliest());
            let Some(day) = day.filter(|day| *day <= as_of) else { continue };
            let counts = latest.is_none_or(|(known, other)| {
                day > known || day == known && standing(assessment) < standing(other)
            });
            if counts {
                *latest = Some((day, assessment));
            }
        }
        views
    }

    /// Returns the view of an inspection or a commissioner that says *met*, unless a monitoring visit of that day
    /// or later says otherwise.
    fn met(self) -> Option<(NaiveDate, &'p Assessment)> {
        let (day, view) = self.judged.filter(|(_, view)| says_met(view))?;
        let is_contradicted =
            self.visited.is_some_and(|(visit, seen)| visit >= day && !says_met(seen));
        (!is_contradicted).then_some((day, view))
    }

    /// Returns the last day on which one of them says something else than *met*.
    fn last_not_met(self) -> Option<NaiveDate> {
        let views = [self.judged, self.visited].into_iter().flatten();
        views.filter(|(_, view)| !says_met(view)).map(|(day, _)| day).max()
    }
}

fn says_met(view: &Assessment) -> bool {
    view.judgement == Some(Judgement::Met)
}

/// Returns how good a judgement is. None at all is the worst.
fn standing(view: &Assessment) -> Option<u8> {
    view.judgement.map(Judgement::standing)
}

impl<'p> RecommendationRef<'p> {
    /// Returns the latest dated view of an inspection or a commissioner as of a date, if it says *met* and no
    /// monitoring visit of that day or later says otherwise.
    ///
    /// The view of the whole of which it is a part, given as the direct and the outermost one, does for the part
    /// if it is later than what they said of the part itself. What they said later of one of its parts, or on the
    /// same day, counts against a recommendation.
    pub(crate) fn met_by_inspectors(
        self,
        outermost: Self,
        as_of: NaiveDate,
    ) -> Option<&'p Assessment> {
        let own = Inspected::of(self, as_of);
        let mut not_met = own.last_not_met();
        let mut found = own.met();
        for whole in self.whole().into_iter().chain((outermost != self).then_some(outermost)) {
            if found.is_some() {
                break;
            }
            let views = Inspected::of(whole, as_of);
            found = views.met().filter(|(day, _)| not_met.is_none_or(|not_met| *day > not_met));
            not_met = not_met.max(views.last_not_met());
        }
        let (day, view) = found?;
        let mut below: Vec<Self> = self.parts().collect();
        while let Some(part) = below.pop() {
            if Inspected::of(part, as_of).last_not_met().is_some_and(|later| later >= day) {
                return None;
            }
            below.extend(part.parts());
        }
        Some(view)
    }
}
