//! Writes the reports as JSON for programs, with stable keys and dates as `2017-11-07`.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::check_report::CheckReport;
use super::coverage_report::CoverageReport;
#[cfg(any(feature = "csv", feature = "workbook"))]
use super::import_report::ImportReport;
use super::json_text::to_json_text;
use super::progress::ProgressJson;
use super::sections::summary::restricted;
use super::source_groups::source_groups;
use crate::analysis::{DateGivenUp, OverdueItem, TimelinessCounts, Uncovered};
#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Severity;
use crate::due_date::DueDate;
use crate::id::{ActionId, PlanId, RecommendationId, SourceId};
#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::import::Interpretation;
use crate::model::RecordKind;
use crate::plan::{ItemIds, ItemKind, SourceRef};
use crate::text::written;

/// # JSON (feature `json`)
impl CoverageReport<'_> {
    /// Returns the report as JSON, with a line break at the end. Later versions may add keys, but
    /// never rename or remove them.
    ///
    /// A key is always there unless the table says otherwise, and null where there is no value. An `id`
    /// is that of the record in the plan, and a `reference` is as written.
    ///
    /// | key | value |
    /// |---|---|
    /// | `as_of` | the date of the report |
    /// | `plan` | the plan: `id`, `reference`, `title`, `authority` (its name) and `status_date` |
    /// | `headline` | two sentences: what is covered, and what is late |
    /// | `recommendations` | those of every source that are neither parts nor findings: `total`, how many reached each rung (`addressed`, `planned`, `completed`, `assured`), and `uncovered`, the references of those without an action, in document order |
    /// | `uncovered_reasons` | for each of these: `kind` (`recommendation`), `id`, `reference`, `source` (its reference, else its title), `source_id`, `text`, `reason` (a phrase) and `reason_code` (the word of [`Uncovered`](crate::facts::Uncovered)) |
    /// | `by_source_and_body` | for each source and each body it addresses: `kind` (`source`), `id` (of the source, or null), `source` (its reference, else its title), `body` (who wrote it), `addressed_to` (the word of the document), and `total` and the rungs as in `recommendations` |
    /// | `enabling_actions` | how many actions only enable, and so cover nothing |
    /// | `actions`, `milestones` | `total`, and how many are in each class: `overdue`, `due_today`, `due_soon`, `on_time`, `no_date`, `awaiting_sign_off`, `completed`, `suspended`, `withdrawn` |
    /// | `overdue` | what is late, in document order: `kind` (`action` or `milestone`), `id`, `reference`, `action` and `action_id` (the reference and the id of the action: only a milestone has these keys), `title`, `due` (the current due day), `days_late`, `lead` (as written), `fell_due_since_report` |
    /// | `dates_given_up` | what had a due day until an agreed revision took it away, so that it is not late, in document order: the keys of `overdue` up to `title`, then `was_due`, `since` (the day of that agreement), `due_words` (what stands instead, as written) and `lead` |
    /// | `rules` | the name of the rules that checked the plan |
    /// | `diagnostics` | how many results of the rules there are by severity: `error`, `warning`, `advice` |
    /// | `waived` | how many results are waived |
    /// | `restricted` | how many records in the plan are restricted |
    /// | `progress` | what has changed since an earlier plan, with the keys of [`ProgressReport::to_json`](crate::report::ProgressReport::to_json); only in a report that [compares](Self::with_progress) with one |
    ///
    /// ```
    /// # use improvement_plan::{CoverageReport, Plan, PlanDoc, Recommendation, Rules};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")]);
    /// let plan = Plan::build(doc)?;
    /// let report = CoverageReport::new(&plan, "2026-11-02".parse()?, &Rules::standard());
    /// let json: serde_json::Value = serde_json::from_str(&report.to_json())?;
    /// assert_eq!(json["recommendations"]["uncovered"], serde_json::json!(["1"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json_text(&self.wire())
    }

    fn wire(&self) -> Report<'_> {
        let ladder = self.coverage.ladder();
        let doc = self.plan.doc();
        let gaps: Vec<_> = self.coverage.uncovered().collect();
        let count = |severity| self.checked.diagnostics().count(severity);
        let mut ids = ItemIds::default();
        Report {
            as_of: self.as_of,
            plan: PlanSummary {
                id: self.plan.id(),
                reference: &doc.reference,
                title: &doc.title,
                authority: &doc.authority.name,
                status_date: self.plan.status_date(),
            },
            headline: self.headline(),
            recommendations: Recommendations {
                total: ladder.addressed().whole(),
                addressed: ladder.addressed().part(),
                planned: ladder.planned().part(),
                completed: ladder.completed().part(),
                assured: ladder.assured().part(),
                uncovered: gaps.iter().map(|gap| gap.reference().as_str()).collect(),
            },
            uncovered_reasons: gaps
                .iter()
                .map(|gap| UncoveredReason {
                    kind: RecordKind::Recommendation.name(),
                    id: gap.recommendation().id(),
                    source: gap.recommendation().source().map(SourceRef::name),
                    source_id: gap.recommendation().source().map(SourceRef::id),
                    reference: gap.reference().as_str(),
                    text: gap.text(),
                    reason: gap.reason().label(),
                    reason_code: gap.reason(),
                })
                .collect(),
            by_source_and_body: self.by_source_and_body(),
            enabling_actions: self.coverage.enabling_actions(),
            actions: self.timeliness.actions().into(),
            milestones: self.timeliness.milestones().into(),
            overdue: self.overdue.iter().map(|one| Overdue::of(one, &mut ids)).collect(),
            dates_given_up: self.given_up.iter().map(|one| GivenUp::of(one, &mut ids)).collect(),
            rules: self.checked.rules(),
            diagnostics: Counts {
                error: count(Severity::Error),
                warning: count(Severity::Warning),
                advice: count(Severity::Advice),
            },
            waived: self.checked.waived().len(),
            restricted: restricted(self.plan),
            progress: self.progress.as_ref().map(ProgressJson::of),
        }
    }

    fn by_source_and_body(&self) -> Vec<Part<'_>> {
        source_groups(&self.coverage)
            .into_iter()
            .map(|group| {
                let ladder = group.ladder();
                Part {
                    kind: RecordKind::Source.name(),
                    id: group.source.map(SourceRef::id),
                    source: group.source.map(SourceRef::name),
                    body: group.source.and_then(|source| written(source.record().body.as_ref())),
                    addressed_to: group.addressee.as_ref().map(|one| one.as_str().to_owned()),
                    total: ladder.addressed().whole(),
                    addressed: ladder.addressed().part(),
                    planned: ladder.planned().part(),
                    completed: ladder.completed().part(),
                    assured: ladder.assured().part(),
                }
            })
            .collect()
    }
}

/// # JSON (feature `json`)
impl CheckReport {
    /// Returns the diagnostics as a JSON list in document order, with a line break at the end. The
    /// keys are those of a [`Diagnostic`](crate::Diagnostic). What is waived is in the list only after
    /// [`with_waived`](Self::with_waived), with the key `waived`.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json_text(self.diagnostics())
    }
}

#[cfg(any(feature = "csv", feature = "workbook"))]
/// # JSON (feature `json`)
impl ImportReport<'_> {
    /// Returns the report as JSON, with a line break at the end.
    ///
    /// `read` counts the records of the document. `understood` is the whole
    /// [`Interpretation`](crate::import::Interpretation), with every unused cell in full.
    /// `diagnostics` is the same as in a [`CheckReport`](crate::CheckReport). `conclusion` is the
    /// sentence of the text that counts them, and `look_at` the lines about what a person should look at.
    #[must_use]
    pub fn to_json(&self) -> String {
        let doc = self.import.doc();
        to_json_text(&Imported {
            read: Read {
                sources: doc.sources.len(),
                recommendations: doc.recommendations.len(),
                workstreams: doc.workstreams.len(),
                actions: doc.actions.len(),
                milestones: doc.actions.iter().map(|action| action.milestones.len()).sum(),
                measures: doc.measures.len(),
            },
            understood: self.import.interpretation(),
            diagnostics: self.diagnostics(),
            conclusion: self.conclusion(),
            look_at: self.look_at(),
        })
    }
}

/// The schema of [`CoverageReport::to_json`].
#[cfg(feature = "schema")]
impl schemars::JsonSchema for CoverageReport<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CoverageReport".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Report::json_schema(generator)
    }
}

/// The JSON of a coverage report.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Report<'a> {
    /// The date of the report.
    as_of: NaiveDate,
    /// The plan.
    plan: PlanSummary<'a>,
    /// Two sentences: what is covered, and what is late.
    headline: [String; 2],
    /// The recommendations of every source that are neither parts nor findings.
    recommendations: Recommendations<'a>,
    /// Each recommendation that no action answers, with the reason, in document order.
    uncovered_reasons: Vec<UncoveredReason<'a>>,
    /// The ladder for each source and each body that it addresses.
    by_source_and_body: Vec<Part<'a>>,
    /// How many actions only enable, and so cover nothing.
    enabling_actions: usize,
    /// How many actions are in each class.
    actions: Classes,
    /// How many milestones are in each class.
    milestones: Classes,
    /// What is late, in document order.
    overdue: Vec<Overdue<'a>>,
    /// What had a due day until an agreed revision took it away, in document order.
    dates_given_up: Vec<GivenUp<'a>>,
    /// The name of the rules that checked the plan.
    rules: &'a str,
    /// How many results of the rules there are by severity.
    diagnostics: Counts,
    /// How many results are waived.
    waived: usize,
    /// How many records in the plan are restricted.
    restricted: usize,
    /// What has changed since an earlier plan. A report that compares with none has no such key.
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressJson<'a>>,
}

/// The plan of a report.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct PlanSummary<'a> {
    /// Its id.
    id: PlanId,
    /// Its reference, as written.
    reference: &'a str,
    /// Its title.
    title: &'a str,
    /// The name of its authority.
    authority: &'a str,
    /// The date on which the facts were gathered.
    status_date: Option<NaiveDate>,
}

/// How many recommendations reached each rung.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Recommendations<'a> {
    /// How many there are.
    total: usize,
    /// How many have an action.
    addressed: usize,
    /// How many have a lead and a date.
    planned: usize,
    /// For how many the linked actions are complete.
    completed: usize,
    /// For how many the completion is assured.
    assured: usize,
    /// The references of those without an action, in document order; null for one without a reference.
    uncovered: Vec<Option<&'a str>>,
}

/// A recommendation without an action.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct UncoveredReason<'a> {
    /// The kind of record: `recommendation`.
    kind: &'static str,
    /// Its id.
    id: RecommendationId,
    /// Its source: the reference or, without one, the title.
    source: Option<&'a str>,
    /// The id of its source.
    source_id: Option<SourceId>,
    /// Its reference, as written.
    reference: Option<&'a str>,
    /// What it says.
    text: &'a str,
    /// Why it is not covered, as a phrase.
    reason: &'static str,
    /// Why it is not covered, as a word.
    reason_code: Uncovered,
}

/// The ladder for one source and one body that it addresses.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Part<'a> {
    /// The kind of record: `source`.
    kind: &'static str,
    /// The id of the source.
    id: Option<SourceId>,
    /// The source: its reference or, without one, its title.
    source: Option<&'a str>,
    /// The body that wrote it.
    body: Option<&'a str>,
    /// The body addressed, in the word of the document.
    addressed_to: Option<String>,
    /// How many recommendations there are.
    total: usize,
    /// How many have an action.
    addressed: usize,
    /// How many have a lead and a date.
    planned: usize,
    /// For how many the linked actions are complete.
    completed: usize,
    /// For how many the completion is assured.
    assured: usize,
}

/// How many items are in each class. Each item is in exactly one.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Classes {
    /// How many there are.
    total: usize,
    /// How many are overdue.
    overdue: usize,
    /// How many fall due today.
    due_today: usize,
    /// How many fall due soon.
    due_soon: usize,
    /// How many have time left.
    on_time: usize,
    /// How many have no due day.
    no_date: usize,
    /// How many await sign-off.
    awaiting_sign_off: usize,
    /// How many are completed.
    completed: usize,
    /// How many are suspended.
    suspended: usize,
    /// How many are withdrawn.
    withdrawn: usize,
}

impl From<TimelinessCounts> for Classes {
    fn from(counts: TimelinessCounts) -> Self {
        Self {
            total: counts.total(),
            overdue: counts.overdue(),
            due_today: counts.due_today(),
            due_soon: counts.due_soon(),
            on_time: counts.on_time(),
            no_date: counts.no_date(),
            awaiting_sign_off: counts.awaiting_sign_off(),
            completed: counts.completed(),
            suspended: counts.suspended(),
            withdrawn: counts.withdrawn(),
        }
    }
}

/// An action or a milestone that is late.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Overdue<'a> {
    /// Whether it is an action or a milestone.
    kind: ItemKind,
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "ActionId"))]
    id: Uuid,
    /// Its reference, as written.
    reference: Option<&'a str>,
    /// The reference of the action of a milestone; an action has no such key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[expect(clippy::option_option, reason = "only a milestone has the key, which may be null")]
    action: Option<Option<&'a str>>,
    /// The id of the action of a milestone; an action has no such key.
    #[serde(skip_serializing_if = "Option::is_none")]
    action_id: Option<ActionId>,
    /// Its title.
    title: &'a str,
    /// The current due day.
    due: NaiveDate,
    /// How many days it is late.
    days_late: u32,
    /// Who leads it, as written.
    lead: Option<&'a str>,
    /// Whether it fell due only on or after the status date, so that nobody has been asked yet.
    fell_due_since_report: bool,
}

impl<'a> Overdue<'a> {
    fn of(item: &OverdueItem<'a>, ids: &mut ItemIds<'a>) -> Self {
        let action = item.item().action_of_milestone();
        Self {
            kind: item.kind(),
            id: ids.of(item.item()),
            reference: item.reference().as_str(),
            action: action.map(|action| action.reference().as_str()),
            action_id: action.map(|action| ids.of_action(action)),
            title: item.title(),
            due: item.due(),
            days_late: item.days_late(),
            lead: item.lead().as_str(),
            fell_due_since_report: item.fell_due_since_report(),
        }
    }
}

/// An action or milestone whose due day was given up.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct GivenUp<'a> {
    /// Whether it is an action or a milestone.
    kind: ItemKind,
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "ActionId"))]
    id: Uuid,
    /// Its reference, as written.
    reference: Option<&'a str>,
    /// The reference of the action of a milestone. An action does not have the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[expect(clippy::option_option, reason = "only a milestone has the key, which may be null")]
    action: Option<Option<&'a str>>,
    /// The id of the action of a milestone. An action does not have the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    action_id: Option<ActionId>,
    /// What will be done or reached.
    title: &'a str,
    /// The day it was due until that was given up.
    was_due: NaiveDate,
    /// The day on which that was agreed.
    since: NaiveDate,
    /// What stands in place of a due day, as written.
    due_words: Option<&'a str>,
    /// Its lead, as written.
    lead: Option<&'a str>,
}

impl<'a> GivenUp<'a> {
    fn of(one: &DateGivenUp<'a>, ids: &mut ItemIds<'a>) -> Self {
        let action = one.item().action_of_milestone();
        Self {
            kind: one.kind(),
            id: ids.of(one.item()),
            reference: one.reference().as_str(),
            action: action.map(|action| action.reference().as_str()),
            action_id: action.map(|action| ids.of_action(action)),
            title: one.title(),
            was_due: one.was_due(),
            since: one.since(),
            due_words: one.due_words().map(DueDate::as_str),
            lead: one.lead().as_str(),
        }
    }
}

/// How many diagnostics there are of each severity.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Counts {
    /// Errors.
    error: usize,
    /// Warnings.
    warning: usize,
    /// Advice.
    advice: usize,
}

#[cfg(any(feature = "csv", feature = "workbook"))]
#[derive(Serialize)]
struct Imported<'a> {
    read: Read,
    understood: &'a Interpretation,
    diagnostics: &'a Diagnostics,
    conclusion: String,
    look_at: Vec<String>,
}

#[cfg(any(feature = "csv", feature = "workbook"))]
#[derive(Serialize)]
struct Read {
    sources: usize,
    recommendations: usize,
    workstreams: usize,
    actions: usize,
    milestones: usize,
    measures: usize,
}
