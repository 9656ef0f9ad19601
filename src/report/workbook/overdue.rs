//! What is overdue: each item once, with whether it is late or to be asked about.

use super::page::{Cell, Column, Page};
use super::signs::{NONE, NOT_APPLICABLE};
use super::standing::{due_said, reported_colour};
use crate::analysis::{OverdueItem, Slippage};
use crate::plan::{Item, quoted};
use crate::report::coverage_report::CoverageReport;
use crate::report::late::{FELL_DUE, LATE_WHEN_GATHERED, original_words};
use crate::report::words::{capital, day, day_and_words};

const COLUMNS: &[Column] = &[
    Column("Kind", 13),
    Column("Reference", 12),
    Column("What will be done", 40),
    Column("Action it belongs to", 18),
    Column("Lead", 24),
    Column("Due", 22),
    Column("Days past its due day", 14),
    Column("When it fell due", 22),
    Column("Original due date", 22),
    Column("Times moved", 10),
    Column("New dates asked for and not agreed", 18),
    Column("Colour (RAG) as reported", 14),
];

impl CoverageReport<'_> {
    pub(super) fn overdue_page(&self) -> Page {
        let gathered = self.plan.status_date();
        let since = gathered.map_or_else(
            || "No day is known on which its facts were gathered.".to_owned(),
            |gathered| {
                format!(
                    "What fell due on or after {} is to be asked about: the plan could not yet say \
                     how it went.",
                    day(gathered)
                )
            },
        );
        let none = ["Nothing is late.".to_owned()].into_iter().chain(self.awaiting_words());
        Page {
            name: "Overdue",
            title: format!("What is overdue on {}", day(self.as_of)),
            lines: if self.overdue.is_empty() { Vec::new() } else { vec![since] },
            table: "overdue_items",
            columns: COLUMNS,
            rows: self.overdue.iter().map(|item| self.overdue_row(item)).collect(),
            none: none.collect::<Vec<_>>().join(" "),
        }
    }

    fn overdue_row(&self, overdue: &OverdueItem<'_>) -> Vec<Cell> {
        let item = overdue.item();
        let slippage = Slippage::of(item, self.as_of);
        let original = match (slippage.baseline.due_day(), original_words(item)) {
            (Some(day), words) => day_and_words(day, words),
            (None, Some(words)) => format!("\u{201c}{words}\u{201d}"),
            (None, None) => NONE.to_owned(),
        };
        let when = match self.plan.status_date() {
            Some(_) if overdue.fell_due_since_report() => FELL_DUE,
            Some(_) => LATE_WHEN_GATHERED,
            None => "Late",
        };
        vec![
            Cell::text(capital(item.kind().as_str())),
            Cell::text_or(item.reference().as_str(), NONE),
            Cell::text(item.title()),
            Cell::text(belongs_to(item)),
            Cell::text(item.lead().to_string()),
            Cell::text(due_said(item, self.as_of)),
            Cell::Number(overdue.days_late()),
            Cell::text(when),
            Cell::text(original),
            Cell::number(slippage.revisions),
            Cell::number(slippage.requests),
            Cell::text(reported_colour(item.action())),
        ]
    }
}

/// The action of a milestone.
pub(super) fn belongs_to(item: Item<'_>) -> String {
    let Item::Milestone(milestone) = item else { return NOT_APPLICABLE.to_owned() };
    let action = milestone.action();
    action.reference().as_str().map_or_else(|| quoted(action.title()), str::to_owned)
}
