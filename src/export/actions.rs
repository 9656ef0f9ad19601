//! The flat CSV file: one row for each action.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::write::{Cell, write_table};
use crate::analysis::{Slippage, Timeliness};
use crate::due_date::DueDate;
use crate::model::{DeliveryStatus, Owner};
use crate::plan::{ActionRef, Item, Plan, RecommendationRef, SourceRef};
use crate::text::written;

/// Whether a file in UTF-8 begins with a byte-order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ByteOrderMark {
    /// It does. By the mark Excel knows that a CSV file is in UTF-8.
    #[default]
    Include,
    /// It does not, as most programs expect.
    Omit,
}

/// Writes the actions of a plan as of a date to a flat CSV file for people.
///
/// There is one row for each action, in document order, with what it answers, its lead, its due date and
/// its state. Lines end as RFC 4180 requires. Exact dates are written as `2026-10-30`, which spreadsheets
/// display in their own format; other due dates keep their text. Several texts in one cell are on separate
/// lines. Text that a spreadsheet might run as a formula is preceded by `'`, which
/// [`read`](crate::csv::read) removes again. Updates and reasons, in which people may be named, are
/// omitted. To publish, pass the plan from [`Plan::published`].
///
/// ```
/// # use improvement_plan::{csv, Action, Plan, PlanDoc, Source};
/// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
/// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
/// #     .with_actions([Action::new("Set up a board").with_enables(["ofsted"])]);
/// # let plan = Plan::build(doc)?;
/// let mut file = Vec::new();
/// csv::write_actions(&plan, "2026-11-02".parse()?, csv::ByteOrderMark::Include, &mut file)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Returns any error of the writer.
pub fn write_actions(
    plan: &Plan,
    as_of: NaiveDate,
    mark: ByteOrderMark,
    mut writer: impl Write,
) -> io::Result<()> {
    if mark == ByteOrderMark::Include {
        writer.write_all("\u{FEFF}".as_bytes())?;
    }
    let headings: Vec<&str> = COLUMNS.iter().map(|(heading, _)| *heading).collect();
    let rows = plan.actions().map(|action| {
        let row = Row::new(action, as_of);
        COLUMNS.iter().map(|(_, cell)| cell(&row)).collect()
    });
    write_table(writer, &headings, rows)
}

/// An action as of a date.
struct Row<'p> {
    as_of: NaiveDate,
    action: ActionRef<'p>,
    item: Item<'p>,
    class: Timeliness,
    slippage: Slippage<'p>,
}

impl<'p> Row<'p> {
    fn new(action: ActionRef<'p>, as_of: NaiveDate) -> Self {
        let item = Item::Action(action);
        let class = Timeliness::of(item, as_of);
        Self { as_of, action, item, class, slippage: Slippage::of(item, as_of) }
    }
}

/// Written for an action without a workstream, because a blank cell would mean that of the row above.
const NONE: &str = "\u{2013}";

/// A heading, and the cell of a row.
type Column = (&'static str, fn(&Row<'_>) -> Cell);

/// The reader of tables knows the headings of what people wrote. It does not know those of derived
/// columns, so these are derived again and never mistaken for what people wrote.
const COLUMNS: &[Column] = &[
    ("Recommendations answered", |row| lines(row.action.answers().filter_map(reference))),
    ("Recommendation", |row| lines(row.action.answers().map(asked))),
    ("Serves the whole response to", |row| lines(row.action.enables().map(SourceRef::title))),
    ("Action reference", |row| Cell::optional(row.action.reference().as_str())),
    ("Action", |row| Cell::text(row.action.title())),
    ("Workstream", |row| match row.action.workstream() {
        Some(workstream) => Cell::text(workstream.name()),
        // An empty cell would be read as the cell above it.
        None if row.action.plan().workstreams().len() > 0 => Cell::text(NONE),
        None => Cell::default(),
    }),
    ("Lead", |row| Cell::optional(row.action.lead().as_str())),
    ("Other owners", |row| lines(row.action.other_owners().filter_map(Owner::as_str))),
    ("Start date", |row| date(row.action.plan(), row.action.record().start.as_ref())),
    ("Original due date", |row| date(row.action.plan(), row.action.record().due.as_ref())),
    ("Revised due date", |row| match row.item.current_revision(row.as_of) {
        Some(_) => date(row.action.plan(), row.item.current_due_words(row.as_of)),
        None => Cell::default(),
    }),
    ("Times moved", |row| Cell::plain(row.slippage.moves())),
    ("Status", |row| match row.action.status() {
        DeliveryStatus::NotStated => Cell::default(),
        status => Cell::plain(status.label()),
    }),
    ("RAG", |row| Cell::optional(row.action.record().rag.as_ref())),
    ("Completed", |row| date(row.action.plan(), row.action.record().completed.as_ref())),
    ("Falls due on", |row| Cell::maybe(row.slippage.current().due_day())),
    ("Timeliness", |row| Cell::plain(row.class)),
    ("Days late", |row| Cell::maybe(row.class.days_late())),
    ("Milestones completed so far, out of all", |row| {
        let milestones = row.action.milestones();
        let all = milestones.len();
        let completed = milestones.filter(|one| one.is_completed(row.as_of)).count();
        if all == 0 { Cell::default() } else { Cell::plain(format!("{completed} of {all}")) }
    }),
    ("Success measures", |row| Cell::optional(row.action.record().success.as_ref())),
    ("Evidence", |row| lines(row.action.record().evidence.iter().map(|one| &one.title))),
];

/// Returns a cell with several texts, one per line.
fn lines(texts: impl Iterator<Item = impl AsRef<str>>) -> Cell {
    Cell::list(texts, "\n")
}

/// Returns the reference of a recommendation, with its source if the reference alone is ambiguous.
fn reference(recommendation: RecommendationRef<'_>) -> Option<String> {
    let reference = recommendation.reference().as_str()?;
    let source = recommendation.source().filter(|_| recommendation.shares_reference());
    match source.and_then(|source| written(source.record().reference.as_ref())) {
        Some(source) => Some(format!("{source}/{reference}")),
        None => Some(reference.to_owned()),
    }
}

/// Returns the reference and text of a recommendation on one line.
fn asked(recommendation: RecommendationRef<'_>) -> String {
    let words: Vec<&str> = recommendation.text().split_whitespace().collect();
    let words = words.join(" ");
    match reference(recommendation) {
        Some(reference) => format!("{reference}: {words}"),
        None => format!("\u{2022} {words}"),
    }
}

/// Returns a cell with an exact date, or else the text of the due date.
fn date(plan: &Plan, date: Option<&DueDate>) -> Cell {
    let Some(date) = date else { return Cell::default() };
    plan.read(date).single_day().map_or_else(|| Cell::text(date.as_str()), Cell::plain)
}
