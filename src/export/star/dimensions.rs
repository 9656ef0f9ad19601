//! The dimension tables: the plan, its sources, recommendations, workstreams, actions, milestones and
//! measures, as in the document.

use super::table::{Column, Kind, Shape, Table, table};
use crate::due_date::DueDate;
use crate::export::write::Cell;
use crate::model::{Addressee, Decision, Owner, Polarity, Statistic, Urgency};
use crate::plan::{
    ActionRef, MeasureRef, MilestoneRef, Plan, RecommendationRef, SourceRef, WorkstreamRef,
};

const PLAN: (&str, &str, &str) = ("plan_id", "dim_plan", "plan_id");
const POSITION: &str = "Its place in the document, from 1.";
const QUOTED: &str = "What people quote it by.";
const RESTRICTED: &str = "Whether it is to be kept out of what is published.";

/// Returns the plan itself in one row.
pub(super) fn plan(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_plan",
        title: "The plan",
        meaning: "One row: the plan itself.",
        key: &["plan_id"],
        links: &[],
    };
    let columns: [Column<&Plan>; 11] = [
        Column::always("plan_id", Kind::Id, "The plan.", |plan| Cell::plain(plan.id())),
        Column::new("reference", Kind::Text, QUOTED, |plan| {
            Cell::optional(plan.reference().as_str())
        }),
        Column::always("title", Kind::Text, "Its title.", |plan| Cell::text(plan.title())),
        Column::always("authority", Kind::Text, "Whose plan it is.", |plan| {
            Cell::text(&plan.doc().authority.name)
        }),
        Column::new("authority_code", Kind::Text, "The code of the authority.", |plan| {
            Cell::optional(plan.doc().authority.code.as_ref())
        }),
        Column::new("purpose", Kind::Text, "What the plan is for.", |plan| {
            Cell::optional(plan.doc().purpose.as_ref().map(ToString::to_string))
        }),
        Column::new("version", Kind::Text, "Its version, as its authors count.", |plan| {
            Cell::optional(plan.doc().version.as_ref())
        }),
        Column::new("status_date", Kind::Day, "The day its facts were gathered.", |plan| {
            Cell::maybe(plan.status_date())
        }),
        Column::new("period_start", Kind::Day, "The first day it runs for.", |plan| {
            let start = plan.doc().period.as_ref().and_then(|period| period.start.as_ref());
            first_day(plan, start)
        }),
        Column::new("period_end", Kind::Day, "The last day it runs for.", |plan| {
            let end = plan.doc().period.as_ref().and_then(|period| period.end.as_ref());
            Cell::maybe(end.and_then(|end| plan.read(end).latest()))
        }),
        Column::new("period_words", Kind::Text, "The two, as written.", |plan| {
            let period = plan.doc().period.as_ref();
            let words = period.into_iter().flat_map(|period| [&period.start, &period.end]);
            let words: Vec<&str> = words.flatten().map(DueDate::as_str).collect();
            Cell::text(&words.join(" to "))
        }),
    ];
    table(&shape, &columns, [plan])
}

/// Returns the sources.
pub(super) fn sources(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_source",
        title: "Sources",
        meaning: "One row for each report, review or resolution that recommendations come from.",
        key: &["source_id"],
        links: &[PLAN],
    };
    let columns: [Column<SourceRef<'_>>; 11] = [
        Column::always("source_id", Kind::Id, "The source.", |row| Cell::plain(row.id())),
        Column::always("plan_id", Kind::Id, "Its plan.", |row| Cell::plain(row.plan().id())),
        Column::always("position", Kind::Whole, POSITION, |row| Cell::plain(row.position() + 1)),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("title", Kind::Text, "Its title.", |row| Cell::text(row.title())),
        Column::new("kind", Kind::Text, "What sort of thing it is.", |row| {
            Cell::optional(row.record().kind.as_ref().map(ToString::to_string))
        }),
        Column::new("framework", Kind::Text, "The framework of an inspection.", |row| {
            Cell::optional(row.record().framework.as_ref().map(ToString::to_string))
        }),
        Column::new("body", Kind::Text, "Who wrote it.", |row| {
            Cell::optional(row.record().body.as_ref())
        }),
        Column::new("published", Kind::Day, "The first day on which it was published.", |row| {
            first_day(row.plan(), row.record().published.as_ref())
        }),
        Column::new("received", Kind::Day, "The first day on which it was received.", |row| {
            first_day(row.plan(), row.record().received.as_ref())
        }),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.sources())
}

/// Returns the recommendations.
pub(super) fn recommendations(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_recommendation",
        title: "Recommendations",
        meaning: "One row for each recommendation and each part of one.",
        key: &["recommendation_id"],
        links: &[
            PLAN,
            ("source_id", "dim_source", "source_id"),
            ("part_of_id", "dim_recommendation", "recommendation_id"),
        ],
    };
    let columns: [Column<RecommendationRef<'_>>; 14] = [
        Column::always("recommendation_id", Kind::Id, "The recommendation.", |row| {
            Cell::plain(row.id())
        }),
        Column::always("plan_id", Kind::Id, "Its plan.", |row| Cell::plain(row.plan().id())),
        Column::new("source_id", Kind::Id, "The source it comes from.", |row| {
            Cell::maybe(row.source().map(SourceRef::id))
        }),
        Column::new("part_of_id", Kind::Id, "The recommendation it is a part of.", |row| {
            Cell::maybe(row.whole().map(RecommendationRef::id))
        }),
        Column::always("position", Kind::Whole, POSITION, |row| Cell::plain(row.position() + 1)),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("text", Kind::Text, "What it says.", |row| Cell::text(row.text())),
        Column::new("addressed_to", Kind::Text, "Whom it is addressed to.", |row| {
            joined(row.record().addressed_to.iter().map(Addressee::as_str))
        }),
        Column::new("tier", Kind::Text, "How strong it is.", |row| {
            Cell::optional(row.record().tier.as_ref().map(ToString::to_string))
        }),
        Column::new(
            "urgency",
            Kind::words(Urgency::ALL, Urgency::as_str),
            "How pressing it is.",
            |row| Cell::maybe(row.record().urgency),
        ),
        Column::new(
            "response",
            Kind::words(Decision::ALL, Decision::as_str),
            "What the council decided on it.",
            |row| Cell::maybe(row.record().response.as_ref().and_then(|one| one.decision)),
        ),
        Column::always(
            "is_counted",
            Kind::Truth,
            "Whether it counts in the totals of coverage: no part and no finding.",
            |row| Cell::plain(row.is_counted()),
        ),
        Column::new("tags", Kind::Text, "Its tags.", |row| {
            joined(row.record().tags.iter().map(String::as_str))
        }),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.recommendations())
}

/// Returns the workstreams.
pub(super) fn workstreams(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_workstream",
        title: "Workstreams",
        meaning: "One row for each part of the plan: theme, strand, workstream or priority.",
        key: &["workstream_id"],
        links: &[PLAN, ("part_of_id", "dim_workstream", "workstream_id")],
    };
    let columns: [Column<WorkstreamRef<'_>>; 9] = [
        Column::always("workstream_id", Kind::Id, "The workstream.", |row| Cell::plain(row.id())),
        Column::always("plan_id", Kind::Id, "Its plan.", |row| Cell::plain(row.plan().id())),
        Column::new("part_of_id", Kind::Id, "The workstream it is a part of.", |row| {
            Cell::maybe(row.whole().map(WorkstreamRef::id))
        }),
        Column::always("position", Kind::Whole, POSITION, |row| Cell::plain(row.position() + 1)),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("name", Kind::Text, "Its name.", |row| Cell::text(row.name())),
        Column::new("lead", Kind::Text, "Who leads it.", |row| {
            Cell::optional(row.record().lead.as_ref().and_then(|lead| lead.as_str()))
        }),
        Column::new("team", Kind::Text, "The team or board it belongs to.", |row| {
            Cell::optional(row.record().team.as_ref())
        }),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.workstreams())
}

/// Returns the actions.
pub(super) fn actions(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_action",
        title: "Actions",
        meaning: "One row for each action.",
        key: &["action_id"],
        links: &[
            PLAN,
            ("workstream_id", "dim_workstream", "workstream_id"),
            ("succeeded_by_id", "dim_action", "action_id"),
        ],
    };
    let columns: [Column<ActionRef<'_>>; 15] = [
        Column::always("action_id", Kind::Id, "The action.", |row| Cell::plain(row.id())),
        Column::always("plan_id", Kind::Id, "Its plan.", |row| Cell::plain(row.plan().id())),
        Column::new("workstream_id", Kind::Id, "The workstream it sits in.", |row| {
            Cell::maybe(row.workstream().map(WorkstreamRef::id))
        }),
        Column::new("succeeded_by_id", Kind::Id, "The action that follows it.", |row| {
            Cell::maybe(row.succeeded_by().map(ActionRef::id))
        }),
        Column::always("position", Kind::Whole, POSITION, |row| Cell::plain(row.position() + 1)),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("title", Kind::Text, "What will be done.", |row| Cell::text(row.title())),
        Column::new("lead", Kind::Text, "Who leads it.", |row| Cell::optional(row.lead().as_str())),
        Column::new("other_owners", Kind::Text, "Who else does it.", |row| {
            joined(row.other_owners().filter_map(Owner::as_str))
        }),
        Column::new("start", Kind::Day, "The first day on which it may start.", |row| {
            first_day(row.plan(), row.record().start.as_ref())
        }),
        Column::always(
            "is_enabling_only",
            Kind::Truth,
            "Whether it serves the whole response and answers no single recommendation.",
            |row| Cell::plain(row.is_enabling_only()),
        ),
        Column::always(
            "is_interim",
            Kind::Truth,
            "Whether it is an arrangement for a time.",
            |row| Cell::plain(row.record().in_force.is_some()),
        ),
        Column::new("success", Kind::Text, "What success looks like.", |row| {
            Cell::optional(row.record().success.as_ref())
        }),
        Column::new("tags", Kind::Text, "Its tags.", |row| {
            joined(row.record().tags.iter().map(String::as_str))
        }),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.actions())
}

/// Returns the milestones.
pub(super) fn milestones(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_milestone",
        title: "Milestones",
        meaning: "One row for each dated step of an action.",
        key: &["milestone_id"],
        links: &[("action_id", "dim_action", "action_id")],
    };
    let columns: [Column<MilestoneRef<'_>>; 7] = [
        Column::always("milestone_id", Kind::Id, "The milestone.", |row| Cell::plain(row.id())),
        Column::always("action_id", Kind::Id, "The action it is a step of.", |row| {
            Cell::plain(row.action().id())
        }),
        Column::always("position", Kind::Whole, "Its place in the action, from 1.", |row| {
            Cell::plain(row.position() + 1)
        }),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("title", Kind::Text, "What is to be reached.", |row| {
            Cell::text(row.title())
        }),
        Column::new("lead", Kind::Text, "Who leads it.", |row| Cell::optional(row.lead().as_str())),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.milestones())
}

/// Returns the measures.
pub(super) fn measures(plan: &Plan) -> Table {
    let shape = Shape {
        name: "dim_measure",
        title: "Measures",
        meaning: "One row for each figure that is watched over time.",
        key: &["measure_id"],
        links: &[PLAN],
    };
    let columns: [Column<MeasureRef<'_>>; 12] = [
        Column::always("measure_id", Kind::Id, "The measure.", |row| Cell::plain(row.id())),
        Column::always("plan_id", Kind::Id, "Its plan.", |row| Cell::plain(row.plan().id())),
        Column::always("position", Kind::Whole, POSITION, |row| Cell::plain(row.position() + 1)),
        Column::new("reference", Kind::Text, QUOTED, |row| {
            Cell::optional(row.reference().as_str())
        }),
        Column::always("name", Kind::Text, "Its name.", |row| Cell::text(row.name())),
        Column::new("unit", Kind::Text, "The unit of its figures.", |row| {
            Cell::optional(row.record().unit.as_ref())
        }),
        Column::new(
            "statistic",
            Kind::words(Statistic::ALL, Statistic::as_str),
            "What kind of figure it is.",
            |row| Cell::maybe(row.record().statistic),
        ),
        Column::new(
            "polarity",
            Kind::words(Polarity::ALL, Polarity::as_str),
            "Which way is better.",
            |row| Cell::maybe(row.record().polarity),
        ),
        Column::new("tolerance", Kind::Figure, "How far off the target is still near.", |row| {
            Cell::maybe(row.record().tolerance)
        }),
        Column::new("baseline", Kind::Figure, "Where it stood before.", |row| {
            Cell::maybe(row.record().baseline.as_ref().and_then(|baseline| baseline.value))
        }),
        Column::new("baseline_day", Kind::Day, "The first day of the baseline.", |row| {
            let baseline = row.record().baseline.as_ref();
            first_day(row.plan(), baseline.and_then(|baseline| baseline.date.as_ref()))
        }),
        Column::always("is_restricted", Kind::Truth, RESTRICTED, |row| {
            Cell::plain(row.record().restricted)
        }),
    ];
    table(&shape, &columns, plan.measures())
}

/// Returns a cell with the first day of the range of a due date.
fn first_day(plan: &Plan, date: Option<&DueDate>) -> Cell {
    Cell::maybe(date.and_then(|date| plan.read(date).earliest()))
}

/// Returns a cell with several texts.
fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Cell {
    Cell::list(texts, "; ")
}
