//! What inspectors, peers, councillors or the council itself say must change.

use serde::{Deserialize, Serialize};

use super::Assessment;
use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::{closed_words, open_words};
use crate::id::RecommendationId;

open_words! {
    /// Whom a recommendation is addressed to.
    Addressee {
        /// The council.
        Council = "council",
        /// The local safeguarding children board or partnership.
        SafeguardingBoard = "safeguarding-board",
        /// Health bodies.
        Health = "health",
        /// The police.
        Police = "police",
        /// Schools and colleges.
        Schools = "schools",
        /// The partnership as a whole.
        Partnership = "partnership",
    }
}

impl Addressee {
    /// The words that are printed: `the council`; another addressee as written.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Council => "the council",
            Self::SafeguardingBoard => "the safeguarding board",
            Self::Police => "the police",
            Self::Partnership => "the partnership",
            other => other.as_str(),
        }
    }
}

open_words! {
    /// How strong a recommendation is, in its source's own terms.
    Tier {
        /// A recommendation.
        Recommendation = "recommendation",
        /// An area for priority action.
        PriorityAction = "priority-action",
        /// An area for improvement.
        AreaForImprovement = "area-for-improvement",
        /// A finding in a paragraph that never became a recommendation: outside every total.
        Finding = "finding",
    }
}

closed_words! {
    /// How pressing the source's words are (`take urgent action`).
    #[non_exhaustive]
    Urgency {
        /// Nothing is said.
        Normal = "normal",
        /// Urgent.
        Urgent = "urgent",
        /// To be done at once.
        Immediate = "immediate",
    }
}

closed_words! {
    /// What the council says to a recommendation. An inspector's stays in every total whatever it
    /// says.
    #[non_exhaustive]
    Decision {
        /// Accepted.
        Accepted = "accepted",
        /// Accepted in part.
        Partly = "partly",
        /// Declined.
        Declined = "declined",
        /// Noted.
        Noted = "noted",
    }
}

/// The council's answer to a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a response: an object with a decision")]
#[non_exhaustive]
pub struct Response {
    /// The decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Why, or on what terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Response {
    /// A decision.
    #[must_use]
    pub fn new(decision: Decision) -> Self {
        Self { decision: Some(decision), reason: None }
    }
}

setters!(Response {
    option with_reason(reason: String);
});

/// Something that must change, or one part of it (`part_of`). The parts of a recommendation are the
/// reader's own division of it and must together say the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a recommendation: an object with a text")]
#[non_exhaustive]
pub struct Recommendation {
    /// Its id, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecommendationId>,
    /// The printed reference, kept as text (`21`, `113`, `17. (57, 138)`); unique within its source.
    /// Since 2018 most have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The source it comes from: a reference or an id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The recommendation it is a part of: a reference or an id, looked for in its own source first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// What it says.
    pub text: String,
    /// Whom it is addressed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressed_to: Vec<Addressee>,
    /// How strong it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// How pressing its words are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// The paragraphs of the report it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// Words to group it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What the council says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// The difference it should make to children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
    /// Who said, and when, how far it has been met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Recommendation {
    /// A recommendation known by what it says.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            source: None,
            part_of: None,
            text: text.into(),
            addressed_to: Vec::new(),
            tier: None,
            urgency: None,
            paragraphs: Vec::new(),
            tags: Vec::new(),
            response: None,
            difference: None,
            assessments: Vec::new(),
            restricted: false,
        }
    }

    /// Whether it is a finding that never became a recommendation, and so is outside every total.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        self.tier == Some(Tier::Finding)
    }

    /// Whether its words ask for urgent or immediate action.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        matches!(self.urgency, Some(Urgency::Urgent | Urgency::Immediate))
    }
}

setters!(Recommendation {
    option with_id(id: RecommendationId);
    option with_reference(reference: String);
    option with_source(source: String);
    option with_part_of(part_of: String);
    list with_addressed_to(addressed_to: Addressee);
    option with_tier(tier: Tier);
    option with_urgency(urgency: Urgency);
    list with_paragraphs(paragraphs: String);
    list with_tags(tags: String);
    option with_response(response: Response);
    option with_difference(difference: String);
    list with_assessments(assessments: Assessment);
    flag with_restricted(restricted: bool);
});
