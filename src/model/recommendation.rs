//! Recommendations: what inspectors, peers, councillors or the council itself say must change.

use serde::{Deserialize, Serialize};

use super::Assessment;
use super::fields::{is_false, list, null_is_default, setters};
use crate::id::RecommendationId;
use crate::vocabulary::{closed_words, open_words};

open_words! {
    /// Who a recommendation is addressed to.
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
    /// Returns the printed label, such as `the council`; an unknown addressee is printed as
    /// written.
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
    /// The category of a recommendation in its source.
    Tier {
        /// A recommendation.
        Recommendation = "recommendation",
        /// An area for priority action.
        PriorityAction = "priority-action",
        /// An area for improvement.
        AreaForImprovement = "area-for-improvement",
        /// A finding in a paragraph that did not become a recommendation. It is not counted in
        /// totals.
        Finding = "finding",
    }
}

closed_words! {
    /// How urgent a recommendation is in the source's words (`take urgent action`).
    #[non_exhaustive]
    Urgency {
        /// Not urgent.
        Normal = "normal",
        /// Urgent.
        Urgent = "urgent",
        /// To be done at once.
        Immediate = "immediate",
    }
}

closed_words! {
    /// The council's decision on a recommendation. An inspectorate's recommendation is counted in
    /// totals whatever the decision.
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Creates a response without a reason.
    #[must_use]
    pub fn new(decision: Decision) -> Self {
        Self { decision: Some(decision), reason: None }
    }
}

setters!(Response {
    option with_reason(reason: String);
});

/// A recommendation, or one part of it (`part_of`). Parts are made by the authors of the plan and
/// must together cover the whole recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a recommendation: an object with a text")]
#[non_exhaustive]
pub struct Recommendation {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecommendationId>,
    /// The printed reference as text (`21`, `113`, `17. (57, 138)`), unique within its source. Most
    /// recommendations since 2018 have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The source it comes from, by reference or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The recommendation it is a part of, by reference or id. Its own source is searched first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Its text.
    pub text: String,
    /// Who it is addressed to.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub addressed_to: Vec<Addressee>,
    /// Its category in the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// How urgent it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// The paragraphs of the report that it is based on.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// Labels to group it by.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The council's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
    /// The difference it should make to children.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
    /// Judgements of how far it has been met.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Recommendation {
    /// Creates a recommendation with a text.
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

    /// Returns whether it is a finding that did not become a recommendation, and so is not counted
    /// in totals.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        self.tier == Some(Tier::Finding)
    }

    /// Returns whether it asks for urgent or immediate action.
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
