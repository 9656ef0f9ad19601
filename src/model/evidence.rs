//! What shows that an action happened.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::open_words;
use crate::due_date::DueDate;

open_words! {
    /// What sort of evidence it is.
    EvidenceKind {
        /// A case audit.
        Audit = "audit",
        /// A dip sample.
        DipSample = "dip-sample",
        /// A survey.
        Survey = "survey",
        /// Figures.
        Data = "data",
        /// Practice that somebody watched.
        Observation = "observation",
        /// What children, families or staff said.
        Feedback = "feedback",
        /// A document.
        Document = "document",
        /// An inspection.
        Inspection = "inspection",
        /// A monitoring visit.
        MonitoringVisit = "monitoring-visit",
        /// A peer review.
        PeerReview = "peer-review",
        /// A commissioner's view.
        Commissioner = "commissioner",
    }
}

impl EvidenceKind {
    /// Whether evidence of this kind is independent by itself, whoever verified it: an inspection,
    /// a monitoring visit, a peer review or a commissioner.
    #[must_use]
    pub fn is_independent(&self) -> bool {
        matches!(
            self,
            Self::Inspection | Self::MonitoringVisit | Self::PeerReview | Self::Commissioner
        )
    }
}

open_words! {
    /// Whose voice evidence carries.
    Voice {
        /// Children and young people.
        Children = "children",
        /// Families.
        Families = "families",
        /// Carers.
        Carers = "carers",
        /// Staff.
        Staff = "staff",
        /// Partners.
        Partners = "partners",
    }
}

/// What shows that an action happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "evidence: an object with kind, title and date")]
#[non_exhaustive]
pub struct Evidence {
    /// What sort of evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// What it is called.
    pub title: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Who verified it: somebody other than the owners, or it is marking one's own homework.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<String>,
    /// The last day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<DueDate>,
    /// Whose voice it carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voice: Vec<Voice>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Evidence {
    /// Evidence of a kind, by its title.
    #[must_use]
    pub fn new(kind: impl Into<EvidenceKind>, title: impl Into<String>) -> Self {
        Self { kind: Some(kind.into()), title: title.into(), ..Self::default() }
    }
}

setters!(Evidence {
    option with_date(date: DueDate);
    option with_verified_by(verified_by: String);
    option with_expires(expires: DueDate);
    list with_voice(voice: Voice);
    flag with_restricted(restricted: bool);
});
