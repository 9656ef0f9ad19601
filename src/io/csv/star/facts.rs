//! What is known of things on a day: where recommendations, actions, milestones and measures stand, and
//! what was measured.

use chrono::NaiveDate;

use super::table::{Column, Kind, Shape, Table, table};
use super::words;
use crate::analysis::{
    MeasureState, RagItem, RecommendationCoverage, Rung, Slippage, Timeliness, TimelyItem,
};
use crate::due_date::DueDate;
use crate::io::csv::write::Cell;
use crate::model::{DeliveryStatus, RagStatus, Reading};
use crate::plan::{ActionRef, Item, MeasureRef, Plan};

const AS_OF: &str = "The day for which it is said.";

fn statuses() -> Kind {
    Kind::Word(DeliveryStatus::ALL.iter().map(|one| one.as_str()).collect())
}

fn colours() -> Kind {
    Kind::Word(RagStatus::ALL.iter().map(|one| one.as_str()).collect())
}

/// A recommendation as of a day.
struct CoverageRow<'c, 'p> {
    as_of: NaiveDate,
    one: RecommendationCoverage<'c, 'p>,
}

impl CoverageRow<'_, '_> {
    /// How many of its actions have reached a rung.
    fn actions(&self, rung: Rung) -> Cell {
        Cell::plain(self.one.actions_at(rung).part())
    }
}

/// Where every recommendation, part and finding stands.
pub(super) fn recommendations(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_recommendation_status",
        title: "Where each recommendation stands",
        meaning: "One row for each recommendation as of a day: how far its actions have got. No rung \
                  says that a recommendation is met.",
        key: &["as_of", "recommendation_id"],
        links: &[("recommendation_id", "dim_recommendation", "recommendation_id")],
    };
    let coverage = plan.coverage(as_of);
    let rows = plan.recommendations().filter_map(|recommendation| {
        Some(CoverageRow { as_of, one: coverage.recommendation(recommendation)? })
    });
    let columns: [Column<CoverageRow<'_, '_>>; 10] = [
        Column::always("as_of", Kind::Day, AS_OF, |row| Cell::plain(row.as_of)),
        Column::always("recommendation_id", Kind::Id, "The recommendation.", |row| {
            Cell::plain(row.one.recommendation().id())
        }),
        Column::always(
            "rung",
            Kind::Word(words::RUNGS.to_vec()),
            "The highest rung of coverage that it has reached.",
            |row| Cell::plain(words::rung(row.one.rung())),
        ),
        Column::new(
            "uncovered_reason",
            Kind::Word(words::UNCOVERED.to_vec()),
            "Why no live action answers it.",
            |row| Cell::maybe(row.one.uncovered().map(words::uncovered)),
        ),
        Column::always("actions", Kind::Whole, "How many actions are linked to it.", |row| {
            Cell::plain(row.one.actions().len())
        }),
        Column::always("actions_live", Kind::Whole, "How many of them are live.", |row| {
            row.actions(Rung::Addressed)
        }),
        Column::always(
            "actions_planned",
            Kind::Whole,
            "How many of them have a lead and a date, or are completed.",
            |row| row.actions(Rung::Planned),
        ),
        Column::always("actions_completed", Kind::Whole, "How many are completed.", |row| {
            row.actions(Rung::Completed)
        }),
        Column::always(
            "actions_assured",
            Kind::Whole,
            "How many are completed with evidence that is current and independent.",
            |row| row.actions(Rung::Assured),
        ),
        Column::always(
            "actions_withdrawn",
            Kind::Whole,
            "How many were withdrawn by agreement and count no more.",
            |row| Cell::plain(row.one.withdrawn()),
        ),
    ];
    table(&shape, &columns, rows)
}

/// An action or a milestone as of a day.
struct ItemRow<'p> {
    as_of: NaiveDate,
    timely: TimelyItem<'p>,
    slippage: Slippage<'p>,
    /// The colours of an action.
    rag: Option<RagItem<'p>>,
}

impl<'p> ItemRow<'p> {
    fn all(plan: &'p Plan, as_of: NaiveDate) -> impl Iterator<Item = Self> {
        let policy = plan.rag_policy();
        let timely: Vec<TimelyItem<'p>> = plan.timeliness(as_of).items().collect();
        timely.into_iter().map(move |timely| {
            let item = timely.item();
            let rag = match item {
                Item::Action(action) => Some(action.rag(as_of, &policy)),
                Item::Milestone(_) => None,
            };
            Self { as_of, timely, slippage: Slippage::of(item, as_of), rag }
        })
    }

    fn item(&self) -> Item<'p> {
        self.timely.item()
    }

    fn class(&self) -> Timeliness {
        self.timely.class()
    }

    fn action(&self) -> ActionRef<'p> {
        self.item().action()
    }
}

/// What is known of actions and of milestones alike.
fn item_columns<'p>() -> Vec<Column<ItemRow<'p>>> {
    vec![
        Column::always("status", statuses(), "The delivery status that is declared.", |row| {
            Cell::plain(row.item().status())
        }),
        Column::always(
            "timeliness",
            Kind::Word(words::TIMELINESS.to_vec()),
            "How it stands against its date: each is in exactly one class.",
            |row| Cell::plain(words::timeliness(row.class())),
        ),
        Column::new(
            "no_date_reason",
            Kind::Word(words::NO_DATE.to_vec()),
            "Why it has no due day.",
            |row| Cell::maybe(words::no_date(row.class())),
        ),
        Column::new("days_late", Kind::Whole, "Days past its due day, open or completed.", |row| {
            Cell::maybe(words::days_late(row.class()))
        }),
        Column::new("days_left", Kind::Whole, "Days left until its due day.", |row| {
            Cell::maybe(words::days_left(row.class()))
        }),
        Column::always(
            "fell_due_since_report",
            Kind::Truth,
            "Whether it is overdue and fell due on or after the day the facts were gathered, so that \
             nobody has been asked yet.",
            |row| {
                let overdue = row.timely.overdue(row.as_of);
                Cell::plain(overdue.is_some_and(|overdue| overdue.fell_due_since_report()))
            },
        ),
        Column::new("due", Kind::Day, "The day it is due, as of the day.", |row| {
            Cell::maybe(row.slippage.current.due_day())
        }),
        Column::new("due_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(row.item().current_due_words(row.as_of).map(DueDate::as_str))
        }),
        Column::new("original_due", Kind::Day, "The day it was due at first.", |row| {
            Cell::maybe(row.slippage.baseline.due_day())
        }),
        Column::new("original_due_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(original_words(row.item()))
        }),
        Column::new(
            "days_moved",
            Kind::Whole,
            "Days from the first due day to the present one; below zero where it was brought forward.",
            |row| Cell::maybe(row.slippage.days()),
        ),
        Column::always("times_moved", Kind::Whole, "How often the date was moved.", |row| {
            Cell::plain(row.slippage.revisions)
        }),
        Column::always(
            "open_requests",
            Kind::Whole,
            "How many new dates were asked for and are not agreed.",
            |row| Cell::plain(row.slippage.requests),
        ),
        Column::new("completed", Kind::Day, "The first day on which it was completed.", |row| {
            Cell::maybe(row.item().completed_day())
        }),
    ]
}

/// Where every action stands.
pub(super) fn actions(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_action_status",
        title: "Where each action stands",
        meaning: "One row for each action as of a day: declared status and colour, and what the dates \
                  say.",
        key: &["as_of", "action_id"],
        links: &[("action_id", "dim_action", "action_id")],
    };
    let mut columns = vec![
        Column::always("as_of", Kind::Day, AS_OF, |row: &ItemRow<'_>| Cell::plain(row.as_of)),
        Column::always("action_id", Kind::Id, "The action.", |row| Cell::plain(row.action().id())),
    ];
    columns.extend(item_columns());
    columns.extend(colour_columns());
    columns.extend([
        Column::always(
            "is_live",
            Kind::Truth,
            "Whether it is neither stopped nor an arrangement whose time is over.",
            |row: &ItemRow<'_>| Cell::plain(row.action().is_live(row.as_of)),
        ),
        Column::always("has_lead", Kind::Truth, "Whether somebody leads it.", |row| {
            Cell::plain(row.action().lead().is_known())
        }),
        Column::always("milestones", Kind::Whole, "How many milestones it has.", |row| {
            Cell::plain(row.action().milestones().len())
        }),
        Column::always("milestones_completed", Kind::Whole, "How many are completed.", |row| {
            let milestones = row.action().milestones();
            Cell::plain(milestones.filter(|one| one.is_completed(row.as_of)).count())
        }),
        Column::always("evidence", Kind::Whole, "How many pieces of evidence it has.", |row| {
            Cell::plain(row.action().record().evidence.len())
        }),
        Column::always(
            "evidence_assuring",
            Kind::Whole,
            "How many of them are current and independent.",
            |row| Cell::plain(row.action().assuring_evidence(row.as_of).count()),
        ),
    ]);
    let rows = ItemRow::all(plan, as_of).filter(|row| row.rag.is_some());
    table(&shape, &columns, rows)
}

/// What is known of the colour of an action.
fn colour_columns<'p>() -> [Column<ItemRow<'p>>; 5] {
    [
        Column::new("declared_rag", colours(), "The colour that people gave it.", |row| {
            Cell::maybe(row.rag.as_ref().and_then(|rag| rag.declared.colour()))
        }),
        Column::new("declared_rag_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(row.action().record().rag.as_ref())
        }),
        Column::new("derived_rag", colours(), "The colour that the dates give.", |row| {
            Cell::maybe(row.rag.as_ref().and_then(|rag| rag.derived.colour))
        }),
        Column::new("derived_rag_reasons", Kind::Text, "Why that is not green.", |row| {
            Cell::optional(row.rag.as_ref().map(|rag| words::reasons(&rag.derived)))
        }),
        Column::new(
            "rag_difference",
            Kind::Word(words::DIFFERENCES.to_vec()),
            "How the two differ: optimistic is better than the dates allow.",
            |row| Cell::maybe(row.rag.as_ref().map(|rag| words::difference(rag.difference()))),
        ),
    ]
}

/// Where every milestone stands.
pub(super) fn milestones(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_milestone_status",
        title: "Where each milestone stands",
        meaning: "One row for each milestone as of a day.",
        key: &["as_of", "milestone_id"],
        links: &[("milestone_id", "dim_milestone", "milestone_id")],
    };
    let mut columns = vec![
        Column::always("as_of", Kind::Day, AS_OF, |row: &ItemRow<'_>| Cell::plain(row.as_of)),
        Column::always("milestone_id", Kind::Id, "The milestone.", |row| match row.item() {
            Item::Milestone(milestone) => Cell::plain(milestone.id()),
            Item::Action(_) => Cell::default(),
        }),
    ];
    columns.extend(item_columns());
    let rows = ItemRow::all(plan, as_of).filter(|row| row.rag.is_none());
    table(&shape, &columns, rows)
}

/// A measure as of a day.
struct MeasureRow<'p> {
    as_of: NaiveDate,
    state: MeasureState<'p>,
}

/// Where every measure stands.
pub(super) fn measures(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_measure_status",
        title: "Where each measure stands",
        meaning: "One row for each measure as of a day: its latest figure and the target in force.",
        key: &["as_of", "measure_id"],
        links: &[("measure_id", "dim_measure", "measure_id")],
    };
    let columns: [Column<MeasureRow<'_>>; 8] = [
        Column::always("as_of", Kind::Day, AS_OF, |row| Cell::plain(row.as_of)),
        Column::always("measure_id", Kind::Id, "The measure.", |row| {
            Cell::plain(row.state.measure.id())
        }),
        Column::always(
            "status",
            Kind::Word(words::MEASURE_STATUS.to_vec()),
            "How it stands against the target; without data or target it is never bad.",
            |row| Cell::plain(words::measure_status(row.state.status)),
        ),
        Column::new("latest_value", Kind::Figure, "The latest figure.", |row| {
            Cell::maybe(row.state.latest.and_then(|latest| latest.value))
        }),
        Column::new("latest_day", Kind::Day, "The first day that figure stands for.", |row| {
            Cell::maybe(row.state.latest_day)
        }),
        Column::new("target", Kind::Figure, "The target in force.", |row| {
            Cell::maybe(row.state.target.and_then(|target| target.value))
        }),
        Column::new("target_by", Kind::Day, "The day by which it is to be reached.", |row| {
            let by = row.state.target.and_then(|target| target.by.as_ref());
            Cell::maybe(by.and_then(|by| row.state.measure.plan().read(by).latest()))
        }),
        Column::new("target_by_words", Kind::Text, "The same, as written.", |row| {
            let by = row.state.target.and_then(|target| target.by.as_ref());
            Cell::optional(by.map(DueDate::as_str))
        }),
    ];
    let rows = plan.measure_states(as_of).map(|state| MeasureRow { as_of, state });
    table(&shape, &columns, rows)
}

/// One reading of a measure.
struct ReadingRow<'p> {
    measure: MeasureRef<'p>,
    position: usize,
    reading: &'p Reading,
}

/// Every reading of every measure.
pub(super) fn readings(plan: &Plan) -> Table {
    let shape = Shape {
        name: "fact_measure_reading",
        title: "Readings",
        meaning: "One row for each reading of a measure. A reading without a value says that there \
                  was no data.",
        key: &["measure_id", "position"],
        links: &[("measure_id", "dim_measure", "measure_id")],
    };
    let columns: [Column<ReadingRow<'_>>; 9] = [
        Column::always("measure_id", Kind::Id, "The measure.", |row| Cell::plain(row.measure.id())),
        Column::always("position", Kind::Whole, "Its place in the measure, from 1.", |row| {
            Cell::plain(row.position + 1)
        }),
        Column::new("first_day", Kind::Day, "The first day that it stands for.", |row| {
            let date = row.reading.date.as_ref();
            Cell::maybe(date.and_then(|date| row.measure.plan().read(date).earliest()))
        }),
        Column::new("last_day", Kind::Day, "The last day that it stands for.", |row| {
            let date = row.reading.date.as_ref();
            Cell::maybe(date.and_then(|date| row.measure.plan().read(date).latest()))
        }),
        Column::new("date_words", Kind::Text, "Its date, as written.", |row| {
            Cell::optional(row.reading.date.as_ref().map(DueDate::as_str))
        }),
        Column::new("value", Kind::Figure, "The figure; empty where there was no data.", |row| {
            Cell::maybe(row.reading.value)
        }),
        Column::new("lowest", Kind::Figure, "The lowest of what it was taken over.", |row| {
            Cell::maybe(row.reading.lowest)
        }),
        Column::new("highest", Kind::Figure, "The highest.", |row| {
            Cell::maybe(row.reading.highest)
        }),
        Column::new("data_source", Kind::Text, "Where the figure is from.", |row| {
            Cell::optional(row.reading.source.as_ref())
        }),
    ];
    let rows = plan.measures().flat_map(|measure| {
        let readings = measure.record().readings.iter().enumerate();
        readings.map(move |(position, reading)| ReadingRow { measure, position, reading })
    });
    table(&shape, &columns, rows)
}

/// The original due date, as it is written.
fn original_words(item: Item<'_>) -> Option<&str> {
    let due = match item {
        Item::Action(action) => action.record().due.as_ref(),
        Item::Milestone(milestone) => milestone.record().due.as_ref(),
    };
    due.map(DueDate::as_str)
}
