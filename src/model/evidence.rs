//! Evidence that an action happened.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, list, null_is_default, setters};
use crate::due_date::DueDate;
use crate::vocabulary::open_words;

open_words! {
    /// The kind of evidence.
    EvidenceKind {
        /// A case audit.
        Audit = "audit",
        /// A dip sample.
        DipSample = "dip-sample",
        /// A survey.
        Survey = "survey",
        /// Data.
        Data = "data",
        /// An observation of practice.
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
    /// Returns whether evidence of this kind is independent whoever verified it: an inspection, a
    /// monitoring visit, a peer review or a commissioner's view.
    #[must_use]
    pub fn is_independent(&self) -> bool {
        matches!(
            self,
            Self::Inspection | Self::MonitoringVisit | Self::PeerReview | Self::Commissioner
        )
    }
}

open_words! {
    /// Whose views a piece of evidence reports.
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

/// A piece of evidence that an action happened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "evidence: an object with kind, title and date")]
#[non_exhaustive]
pub struct Evidence {
    /// The kind of evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// Its title.
    pub title: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Who verified it. Verification by one of the action's owners does not make it independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_by: Option<String>,
    /// The last day on which it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<DueDate>,
    /// Whose views it reports.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub voice: Vec<Voice>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Evidence {
    /// Creates a piece of evidence from its kind and title.
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
