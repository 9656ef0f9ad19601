//! Who said, and when, how far a recommendation has been met.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::{closed_words, open_words};
use crate::due_date::DueDate;

open_words! {
    /// Who looked at it.
    AssessmentKind {
        /// The service itself.
        SelfView = "self",
        /// The improvement board.
        Board = "board",
        /// Inspectors on a monitoring visit.
        MonitoringVisit = "monitoring-visit",
        /// Inspectors at an inspection.
        Inspection = "inspection",
        /// Peers from other councils.
        PeerReview = "peer-review",
        /// A commissioner.
        Commissioner = "commissioner",
        /// The Department for Education.
        Dfe = "dfe",
    }
}

impl AssessmentKind {
    /// Whether the view comes from outside the council and its own board.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        matches!(
            self,
            Self::MonitoringVisit
                | Self::Inspection
                | Self::PeerReview
                | Self::Commissioner
                | Self::Dfe
        )
    }
}

closed_words! {
    /// How far a recommendation has been met, in the assessor's judgement.
    #[non_exhaustive]
    Judgement {
        /// Nothing has begun.
        NotStarted = "not-started",
        /// Some progress.
        SomeProgress = "some-progress",
        /// Good progress.
        GoodProgress = "good-progress",
        /// Met.
        Met = "met",
        /// Looked at and not met.
        NotMet = "not-met",
        /// Worse than it was.
        Regressed = "regressed",
    }
}

impl Judgement {
    /// Where the judgement stands between regressed (0) and met (5), for comparing two views.
    #[must_use]
    pub const fn standing(self) -> u8 {
        match self {
            Self::Regressed => 0,
            Self::NotStarted => 1,
            Self::NotMet => 2,
            Self::SomeProgress => 3,
            Self::GoodProgress => 4,
            Self::Met => 5,
        }
    }
}

/// A dated view of how far a recommendation has been met. Never derived from actions: somebody
/// looked and said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an assessment: an object with date, by and judgement")]
#[non_exhaustive]
pub struct Assessment {
    /// The day of the view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Whose view it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What sort of assessor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AssessmentKind>,
    /// The judgement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Assessment {
    /// A view of a kind of assessor, with its judgement.
    #[must_use]
    pub fn new(kind: impl Into<AssessmentKind>, judgement: Judgement) -> Self {
        Self {
            date: None,
            by: None,
            kind: Some(kind.into()),
            judgement: Some(judgement),
            text: None,
            restricted: false,
        }
    }
}

setters!(Assessment {
    option with_date(date: DueDate);
    option with_by(by: String);
    option with_text(text: String);
    flag with_restricted(restricted: bool);
});
