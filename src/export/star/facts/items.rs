//! The state of every action and milestone as of a date.

use chrono::NaiveDate;

use super::AS_OF;
use crate::analysis::{NoDate, RagDifference, RagItem, Slippage, Timeliness, TimelyItem};
use crate::due_date::DueDate;
use crate::export::star::table::{Column, Kind, Shape, Table, table};
use crate::export::write::Cell;
use crate::model::{DeliveryStatus, RagStatus};
use crate::plan::{ActionRef, Item, Plan};

/// An action or a milestone as of a date.
struct ItemRow<'p> {
    as_of: NaiveDate,
    timely: TimelyItem<'p>,
    slippage: Slippage<'p>,
    /// The RAG answer of an action.
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

/// Returns the columns that actions and milestones share.
fn item_columns<'p>() -> Vec<Column<ItemRow<'p>>> {
    vec![
        Column::always("status", statuses(), "The delivery status that is declared.", |row| {
            Cell::plain(row.item().status())
        }),
        Column::always(
            "timeliness",
            Kind::Word(Timeliness::WORDS.to_vec()),
            "How it stands against its date: each is in exactly one class.",
            |row| Cell::plain(row.class().as_str()),
        ),
        Column::new(
            "no_date_reason",
            Kind::words(NoDate::ALL, NoDate::as_str),
            "Why it has no due day.",
            |row| match row.class() {
                Timeliness::NoDate(reason) => Cell::plain(reason),
                _ => Cell::default(),
            },
        ),
        Column::new("days_late", Kind::Whole, "Days past its due day, open or completed.", |row| {
            Cell::maybe(row.class().days_late())
        }),
        Column::new("days_left", Kind::Whole, "Days left until its due day.", |row| {
            Cell::maybe(row.class().days_left())
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
            Cell::maybe(row.slippage.current().due_day())
        }),
        Column::new("due_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(row.item().current_due_words(row.as_of).map(DueDate::as_str))
        }),
        Column::new("original_due", Kind::Day, "The day it was due at first.", |row| {
            Cell::maybe(row.slippage.baseline().due_day())
        }),
        Column::new("original_due_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(row.item().baseline_words().map(DueDate::as_str))
        }),
        Column::new(
            "days_moved",
            Kind::Whole,
            "Days from the first due day to the present one; below zero where it was brought forward.",
            |row| Cell::maybe(row.slippage.days()),
        ),
        Column::always("times_moved", Kind::Whole, "How often the date was moved.", |row| {
            Cell::plain(row.slippage.moves())
        }),
        Column::always(
            "open_requests",
            Kind::Whole,
            "How many new dates were asked for and are not agreed.",
            |row| Cell::plain(row.slippage.requests()),
        ),
        Column::new("completed", Kind::Day, "The first day on which it was completed.", |row| {
            Cell::maybe(row.item().completed_day())
        }),
    ]
}

/// Returns the state of every action.
pub(in crate::export::star) fn actions(plan: &Plan, as_of: NaiveDate) -> Table {
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

/// Returns the columns about the RAG status of an action.
fn colour_columns<'p>() -> [Column<ItemRow<'p>>; 5] {
    [
        Column::new("declared_rag", colours(), "The colour that people gave it.", |row| {
            Cell::maybe(row.rag.as_ref().and_then(|rag| rag.declared().colour()))
        }),
        Column::new("declared_rag_words", Kind::Text, "The same, as written.", |row| {
            Cell::optional(row.action().record().rag.as_ref())
        }),
        Column::new("derived_rag", colours(), "The colour that the dates give.", |row| {
            Cell::maybe(row.rag.as_ref().and_then(|rag| rag.derived().colour()))
        }),
        Column::new("derived_rag_reasons", Kind::Text, "Why that is not green.", |row| {
            let reasons = row.rag.iter().flat_map(|rag| rag.derived().reasons());
            Cell::list(reasons.map(ToString::to_string), "; ")
        }),
        Column::new(
            "rag_difference",
            Kind::words(RagDifference::ALL, RagDifference::as_str),
            "How the two differ: optimistic is better than the dates allow.",
            |row| Cell::maybe(row.rag.as_ref().map(RagItem::difference)),
        ),
    ]
}

/// Returns the state of every milestone.
pub(in crate::export::star) fn milestones(plan: &Plan, as_of: NaiveDate) -> Table {
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

fn statuses() -> Kind {
    Kind::words(DeliveryStatus::ALL, DeliveryStatus::as_str)
}

fn colours() -> Kind {
    Kind::words(RagStatus::ALL, RagStatus::as_str)
}
