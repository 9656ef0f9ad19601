//! Assessments: who judged how far a recommendation has been met, and when.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, null_is_default, setters};
use crate::due_date::DueDate;
use crate::vocabulary::{closed_words, open_words};

open_words! {
    /// What kind of assessor made an assessment.
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
    /// Returns whether the assessor is from outside the council and its own board.
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
        /// Not started.
        NotStarted = "not-started",
        /// Some progress.
        SomeProgress = "some-progress",
        /// Good progress.
        GoodProgress = "good-progress",
        /// Met.
        Met = "met",
        /// Assessed as not met.
        NotMet = "not-met",
        /// Worse than before.
        Regressed = "regressed",
    }
}

impl Judgement {
    /// Returns the judgement as a number from 0 (regressed) to 5 (met), to compare two assessments.
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

/// A dated judgement of how far a recommendation has been met. It is recorded by an assessor and
/// never derived from actions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an assessment: an object with date, by and judgement")]
#[non_exhaustive]
pub struct Assessment {
    /// The date of the assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// The assessor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The kind of assessor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AssessmentKind>,
    /// The judgement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// The assessor's comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Assessment {
    /// Creates an assessment from the kind of assessor and the judgement.
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
