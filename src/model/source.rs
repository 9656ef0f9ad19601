//! Sources: where recommendations come from.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, list, null_is_default, setters};
use crate::due_date::DueDate;
use crate::id::SourceId;
use crate::vocabulary::open_words;

open_words! {
    /// The kind of a source.
    SourceKind {
        /// An inspection with a report.
        Inspection = "inspection",
        /// A focused visit under the ILACS framework.
        FocusedVisit = "focused-visit",
        /// A monitoring visit after an inadequate judgement.
        MonitoringVisit = "monitoring-visit",
        /// A review by peers from other councils.
        PeerReview = "peer-review",
        /// A committee of councillors.
        Scrutiny = "scrutiny",
        /// A commissioner appointed by the Secretary of State.
        Commissioner = "commissioner",
        /// A direction from the Secretary of State.
        StatutoryDirection = "statutory-direction",
        /// An improvement notice from the Department for Education.
        ImprovementNotice = "improvement-notice",
        /// The council's own assessment of its services.
        SelfAssessment = "self-assessment",
        /// The local safeguarding children board or partnership.
        SafeguardingBoard = "safeguarding-board",
        /// A review of a serious case.
        CaseReview = "case-review",
        /// What staff said.
        StaffFeedback = "staff-feedback",
        /// What children and young people said.
        ChildrenFeedback = "children-feedback",
        /// A priority the council set itself.
        LocalPriority = "local-priority",
    }
}

impl SourceKind {
    /// Returns whether the recommendations are the council's own rather than from outside.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self, Self::LocalPriority | Self::SelfAssessment | Self::StaffFeedback)
    }

    /// Returns whether it comes from an inspectorate.
    #[must_use]
    pub fn is_inspectorate(&self) -> bool {
        matches!(self, Self::Inspection | Self::FocusedVisit | Self::MonitoringVisit)
    }
}

open_words! {
    /// The framework of an inspection.
    Framework {
        /// The single inspection framework, 2013 to 2017.
        Sif = "sif",
        /// Inspection of local authority children's services, standard.
        IlacsStandard = "ilacs-standard",
        /// Inspection of local authority children's services, short.
        IlacsShort = "ilacs-short",
        /// Area inspection of special educational needs and disabilities.
        AreaSend = "area-send",
        /// Joint targeted area inspection.
        Jtai = "jtai",
    }
}

/// A grade from a source. One report often has several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a grade: an object with area and grade")]
#[non_exhaustive]
pub struct Grade {
    /// What was graded, such as `overall`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The grade in the source's wording, such as `inadequate`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
}

impl Grade {
    /// Creates a grade for an area.
    #[must_use]
    pub fn new(area: impl Into<String>, grade: impl Into<String>) -> Self {
        Self { area: Some(area.into()), grade: Some(grade.into()) }
    }
}

/// Where recommendations come from: an inspection, a peer review, the council's own priority.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a source: an object with a title")]
#[non_exhaustive]
pub struct Source {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SourceId>,
    /// The reference people quote; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// The framework of an inspection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework: Option<Framework>,
    /// The body that wrote it, such as `Ofsted`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Its title.
    pub title: String,
    /// The date it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<DueDate>,
    /// The date the council received it. The statutory deadline counts from this date, not from
    /// publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<DueDate>,
    /// The deadline for the written response as the council states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_deadline: Option<DueDate>,
    /// The grades given.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Source {
    /// Creates a source with a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            kind: None,
            framework: None,
            body: None,
            title: title.into(),
            published: None,
            received: None,
            stated_deadline: None,
            grades: Vec::new(),
            restricted: false,
        }
    }
}

setters!(Source {
    option with_id(id: SourceId);
    option with_reference(reference: String);
    option with_kind(kind: SourceKind);
    option with_framework(framework: Framework);
    option with_body(body: String);
    option with_published(published: DueDate);
    option with_received(received: DueDate);
    option with_stated_deadline(stated_deadline: DueDate);
    list with_grades(grades: Grade);
    flag with_restricted(restricted: bool);
});
