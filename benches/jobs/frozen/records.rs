//! The records.

use serde::Deserialize;

use super::values::{
    ActionId, Format, LegendMeaning, MeasureId, MilestoneId, Number, Owner, PlanId,
    RecommendationId, SourceId, WorkstreamId, null_is_default,
};
use super::vocabulary::{
    Addressee, AssessmentKind, Basis, Decision, DeliveryStatus, Every, EvidenceKind, Framework,
    Funding, Judgement, OwnerRole, Polarity, Purpose, Quarters, SourceKind, Statistic, Tier,
    UpdateKind, Urgency, Voice,
};

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a plan: an object with format, reference, title and authority"
)]
pub(crate) struct PlanDoc {
    format: Format,
    #[serde(default)]
    id: Option<PlanId>,
    reference: String,
    title: String,
    #[serde(default)]
    purpose: Option<Purpose>,
    #[serde(default)]
    version: Option<String>,
    authority: Authority,
    #[serde(default)]
    status_date: Option<DueDate>,
    #[serde(default)]
    period: Option<Period>,
    #[serde(default)]
    quarters: Option<Quarters>,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(default)]
    rag_policy: Option<RagPolicy>,
    #[serde(default)]
    legend: Vec<LegendEntry>,
    #[serde(default)]
    sources: Vec<Source>,
    #[serde(default)]
    recommendations: Vec<Recommendation>,
    #[serde(default)]
    workstreams: Vec<Workstream>,
    #[serde(default)]
    actions: Vec<Action>,
    #[serde(default)]
    measures: Vec<Measure>,
    #[serde(default)]
    waivers: Vec<Waiver>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an authority: an object with a name")]
pub(super) struct Authority {
    name: String,
    #[serde(default)]
    code: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a period: an object with start and end")]
pub(super) struct Period {
    #[serde(default)]
    start: Option<DueDate>,
    #[serde(default)]
    end: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a role: an object with role and post")]
pub(super) struct Role {
    #[serde(default)]
    role: Option<String>,
    #[serde(default)]
    post: Option<String>,
    #[serde(default)]
    body: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a grade: an object with area and grade")]
pub(super) struct Grade {
    #[serde(default)]
    area: Option<String>,
    #[serde(default)]
    grade: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a source: an object with a title")]
pub(super) struct Source {
    #[serde(default)]
    id: Option<SourceId>,
    #[serde(default)]
    reference: Option<String>,
    #[serde(default)]
    kind: Option<SourceKind>,
    #[serde(default)]
    framework: Option<Framework>,
    #[serde(default)]
    body: Option<String>,
    title: String,
    #[serde(default)]
    published: Option<DueDate>,
    #[serde(default)]
    received: Option<DueDate>,
    #[serde(default)]
    stated_deadline: Option<DueDate>,
    #[serde(default)]
    grades: Vec<Grade>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a response: an object with a decision")]
pub(super) struct Response {
    #[serde(default)]
    decision: Option<Decision>,
    #[serde(default)]
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a recommendation: an object with a text")]
pub(super) struct Recommendation {
    #[serde(default)]
    id: Option<RecommendationId>,
    #[serde(default)]
    reference: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    part_of: Option<String>,
    text: String,
    #[serde(default)]
    addressed_to: Vec<Addressee>,
    #[serde(default)]
    tier: Option<Tier>,
    #[serde(default)]
    urgency: Option<Urgency>,
    #[serde(default)]
    paragraphs: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    response: Option<Response>,
    #[serde(default)]
    difference: Option<String>,
    #[serde(default)]
    assessments: Vec<Assessment>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an assessment: an object with date, by and judgement")]
pub(super) struct Assessment {
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    kind: Option<AssessmentKind>,
    #[serde(default)]
    judgement: Option<Judgement>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a workstream: an object with a name")]
pub(super) struct Workstream {
    #[serde(default)]
    id: Option<WorkstreamId>,
    #[serde(default)]
    reference: Option<String>,
    name: String,
    #[serde(default)]
    part_of: Option<String>,
    #[serde(default)]
    lead: Option<Owner>,
    #[serde(default)]
    team: Option<String>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a recurrence: an object with every and next_review")]
pub(super) struct Recurrence {
    #[serde(default)]
    every: Option<Every>,
    #[serde(default)]
    next_review: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an interim arrangement: an object with from, until and words"
)]
pub(super) struct InForce {
    #[serde(default)]
    from: Option<DueDate>,
    #[serde(default)]
    until: Option<DueDate>,
    #[serde(default)]
    words: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an action: an object with a title")]
pub(super) struct Action {
    #[serde(default)]
    id: Option<ActionId>,
    #[serde(default)]
    reference: Option<String>,
    title: String,
    #[serde(default)]
    answers: Vec<String>,
    #[serde(default)]
    enables: Vec<String>,
    #[serde(default)]
    workstream: Option<String>,
    #[serde(default)]
    owners: Vec<Owner>,
    #[serde(default)]
    start: Option<DueDate>,
    #[serde(default)]
    due: Option<DueDate>,
    #[serde(default)]
    recurs: Option<Recurrence>,
    #[serde(default)]
    in_force: Option<InForce>,
    #[serde(default)]
    succeeded_by: Option<String>,
    #[serde(default, deserialize_with = "null_is_default")]
    status: DeliveryStatus,
    #[serde(default)]
    completed: Option<DueDate>,
    #[serde(default)]
    signed_off: Option<SignOff>,
    #[serde(default)]
    stopped: Option<Stopped>,
    #[serde(default)]
    rag: Option<String>,
    #[serde(default)]
    success: Option<String>,
    #[serde(default)]
    measures: Vec<String>,
    #[serde(default)]
    revisions: Vec<Revision>,
    #[serde(default)]
    milestones: Vec<Milestone>,
    #[serde(default)]
    depends_on: Vec<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    resources: Vec<Resource>,
    #[serde(default)]
    evidence: Vec<Evidence>,
    #[serde(default)]
    updates: Vec<Update>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a milestone: an object with a title")]
pub(super) struct Milestone {
    #[serde(default)]
    id: Option<MilestoneId>,
    #[serde(default)]
    reference: Option<String>,
    title: String,
    #[serde(default)]
    owners: Vec<Owner>,
    #[serde(default)]
    due: Option<DueDate>,
    #[serde(default, deserialize_with = "null_is_default")]
    status: DeliveryStatus,
    #[serde(default)]
    completed: Option<DueDate>,
    #[serde(default)]
    signed_off: Option<SignOff>,
    #[serde(default)]
    revisions: Vec<Revision>,
    #[serde(default)]
    stopped: Option<Stopped>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a revision: an object with due, agreed, reason and approved_by"
)]
pub(super) struct Revision {
    #[serde(default)]
    due: Option<DueDate>,
    #[serde(default)]
    agreed: Option<DueDate>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    approved_by: Option<String>,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a stop: an object with date, reason, approved_by and review"
)]
pub(super) struct Stopped {
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    approved_by: Option<String>,
    #[serde(default)]
    review: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a sign-off: an object with date and by")]
pub(super) struct SignOff {
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an owner: a text, or an object with post, body and role")]
pub(super) struct Post {
    #[serde(default)]
    post: Option<String>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    role: Option<OwnerRole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "evidence: an object with kind, title and date")]
pub(super) struct Evidence {
    #[serde(default)]
    kind: Option<EvidenceKind>,
    title: String,
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    verified_by: Option<String>,
    #[serde(default)]
    expires: Option<DueDate>,
    #[serde(default)]
    voice: Vec<Voice>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an update: an object with date, kind and text")]
pub(super) struct Update {
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    kind: Option<UpdateKind>,
    text: String,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a resource: an object with amount, basis and funding")]
pub(super) struct Resource {
    #[serde(default)]
    amount: Option<Number>,
    #[serde(default)]
    basis: Option<Basis>,
    #[serde(default)]
    funding: Option<Funding>,
    #[serde(default)]
    funding_source: Option<String>,
    #[serde(default)]
    ring_fenced: Option<bool>,
    #[serde(default)]
    spent: Option<Number>,
    #[serde(default)]
    words: Option<String>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a baseline: an object with value and date")]
pub(super) struct Baseline {
    #[serde(default)]
    value: Option<Number>,
    #[serde(default)]
    date: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a target: an object with value, by and set")]
pub(super) struct Target {
    #[serde(default)]
    value: Option<Number>,
    #[serde(default)]
    by: Option<DueDate>,
    #[serde(default)]
    set: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a comparator: an object with name, value and date")]
pub(super) struct Comparator {
    name: String,
    #[serde(default)]
    value: Option<Number>,
    #[serde(default)]
    date: Option<DueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a reading: an object with date and value")]
pub(super) struct Reading {
    #[serde(default)]
    date: Option<DueDate>,
    #[serde(default)]
    value: Option<Number>,
    #[serde(default)]
    lowest: Option<Number>,
    #[serde(default)]
    highest: Option<Number>,
    #[serde(default)]
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a measure: an object with a name")]
pub(super) struct Measure {
    #[serde(default)]
    id: Option<MeasureId>,
    #[serde(default)]
    reference: Option<String>,
    name: String,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    statistic: Option<Statistic>,
    #[serde(default)]
    polarity: Option<Polarity>,
    #[serde(default)]
    baseline: Option<Baseline>,
    #[serde(default)]
    targets: Vec<Target>,
    #[serde(default)]
    tolerance: Option<Number>,
    #[serde(default)]
    comparators: Vec<Comparator>,
    #[serde(default)]
    answers: Vec<String>,
    #[serde(default)]
    workstreams: Vec<String>,
    #[serde(default)]
    readings: Vec<Reading>,
    #[serde(default, deserialize_with = "null_is_default")]
    restricted: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a legend entry: an object with word and means")]
pub(super) struct LegendEntry {
    word: String,
    means: LegendMeaning,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a RAG policy: an object with numbers of days")]
pub(super) struct RagPolicy {
    red_after_days: u32,
    not_started_within_days: u32,
    moved_by_more_than_days: u32,
    moved_times: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a waiver: an object with code, subject and reason")]
pub(super) struct Waiver {
    code: String,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    approved_by: Option<String>,
    #[serde(default)]
    expires: Option<DueDate>,
}

#[derive(Deserialize)]
pub(super) struct DueDate(String);

impl Default for RagPolicy {
    fn default() -> Self {
        Self {
            red_after_days: 28,
            not_started_within_days: 14,
            moved_by_more_than_days: 28,
            moved_times: 2,
        }
    }
}
