//! The plan document: the serialised form, which can be edited.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::due_date::{DueDate, Quarters};
use crate::id::PlanId;
use crate::model::{
    Action, Authority, LegendEntry, Measure, Period, Purpose, RagPolicy, Recommendation, Record,
    RecordKind, Role, Source, Waiver, Workstream, list, setters,
};

/// A plan as it is serialised, with public fields and no checks. Edit it freely and pass it to
/// [`Plan::build`](crate::Plan::build), which returns either a plan or every problem.
///
/// It prints itself: `Debug` shows every text, restricted ones too, because a failing test must show
/// its input. Keep it out of logs; [`Plan`](crate::Plan) and the answers show no text.
///
/// ```
/// use improvement_plan::{Action, Plan, PlanDoc, Recommendation, Source};
///
/// let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
///     .with_sources([Source::new("Inspection of children's services").with_reference("ofsted")])
///     .with_recommendations([Recommendation::new("Reduce caseloads.")
///         .with_reference("2")
///         .with_source("ofsted")])
///     .with_actions([Action::new("Cap caseloads at 16").with_answers(["2"])]);
/// let plan = Plan::build(doc)?;
/// assert_eq!(plan.action_count(), 1);
/// # Ok::<(), improvement_plan::RejectedPlan>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "a plan: an object with format, reference, title and authority"
)]
#[non_exhaustive]
pub struct PlanDoc {
    /// The version of the document format: always 1.
    pub format: Format,
    /// The plan's id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PlanId>,
    /// The reference people quote the plan by.
    pub reference: String,
    /// The plan's title.
    pub title: String,
    /// What the plan is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// The version of the plan, as its authors number it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The authority that owns the plan.
    pub authority: Authority,
    /// The date on which the facts were gathered, often some time before the meeting that discusses
    /// them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_date: Option<DueDate>,
    /// The first and last day of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What Q1 to Q4 mean: financial quarters by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarters: Option<Quarters>,
    /// The posts with a role in the plan.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// How RAG colours are derived from dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag_policy: Option<RagPolicy>,
    /// The meanings of RAG words other than red, amber and green.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub legend: Vec<LegendEntry>,
    /// The sources of the recommendations.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The recommendations and their parts.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub recommendations: Vec<Recommendation>,
    /// The workstreams.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub workstreams: Vec<Workstream>,
    /// The actions.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    /// The measures.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Diagnostics of rules that are accepted for a time.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
}

impl PlanDoc {
    /// Creates an empty document from a reference, a title and the name of the authority.
    #[must_use]
    pub fn new(
        reference: impl Into<String>,
        title: impl Into<String>,
        authority: impl Into<String>,
    ) -> Self {
        Self {
            format: Format,
            id: None,
            reference: reference.into(),
            title: title.into(),
            purpose: None,
            version: None,
            authority: Authority::new(authority),
            status_date: None,
            period: None,
            quarters: None,
            roles: Vec::new(),
            rag_policy: None,
            legend: Vec::new(),
            sources: Vec::new(),
            recommendations: Vec::new(),
            workstreams: Vec::new(),
            actions: Vec::new(),
            measures: Vec::new(),
            waivers: Vec::new(),
        }
    }
}

/// # Records of any kind
impl PlanDoc {
    /// Returns the record of a kind at a position in its list. Milestones have no top-level list.
    pub(crate) fn record(&self, kind: RecordKind, at: usize) -> Option<&dyn Record> {
        fn get<T: Record>(records: &[T], at: usize) -> Option<&dyn Record> {
            records.get(at).map(|record| record as &dyn Record)
        }
        match kind {
            RecordKind::Source => get(&self.sources, at),
            RecordKind::Recommendation => get(&self.recommendations, at),
            RecordKind::Workstream => get(&self.workstreams, at),
            RecordKind::Action => get(&self.actions, at),
            RecordKind::Measure => get(&self.measures, at),
            RecordKind::Milestone => None,
        }
    }

    /// Iterates over the records of a kind that has a top-level list, in document order.
    pub(crate) fn records(&self, kind: RecordKind) -> impl Iterator<Item = &dyn Record> {
        (0..).map_while(move |at| self.record(kind, at))
    }

    /// Counts the records of a kind.
    pub(crate) fn count(&self, kind: RecordKind) -> usize {
        match kind {
            RecordKind::Source => self.sources.len(),
            RecordKind::Recommendation => self.recommendations.len(),
            RecordKind::Workstream => self.workstreams.len(),
            RecordKind::Action => self.actions.len(),
            RecordKind::Milestone => {
                self.actions.iter().map(|action| action.milestones.len()).sum()
            }
            RecordKind::Measure => self.measures.len(),
        }
    }
}

setters!(PlanDoc {
    option with_id(id: PlanId);
    option with_purpose(purpose: Purpose);
    option with_version(version: String);
    value with_authority(authority: Authority);
    option with_status_date(status_date: DueDate);
    option with_period(period: Period);
    option with_quarters(quarters: Quarters);
    list with_roles(roles: Role);
    option with_rag_policy(rag_policy: RagPolicy);
    list with_legend(legend: LegendEntry);
    list with_sources(sources: Source);
    list with_recommendations(recommendations: Recommendation);
    list with_workstreams(workstreams: Workstream);
    list with_actions(actions: Action);
    list with_measures(measures: Measure);
    list with_waivers(waivers: Waiver);
});

/// The version of the document format, serialised as the number 1. There is no other version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Format;

impl Format {
    /// The version number.
    pub const NUMBER: u64 = 1;
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(FormatVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Format {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Format".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The version of the document format. There is no other version.",
            "type": "integer",
            "const": Self::NUMBER,
        })
    }
}

struct FormatVisitor;

impl Visitor<'_> for FormatVisitor {
    type Value = Format;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number 1")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Format, E> {
        if number == Format::NUMBER {
            Ok(Format)
        } else {
            Err(E::invalid_value(de::Unexpected::Unsigned(number), &self))
        }
    }
}
