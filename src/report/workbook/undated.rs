//! What is open and has no due day: each item once.

use super::overdue::belongs_to;
use super::page::{Cell, Column, Page};
use super::signs::NONE;
use crate::analysis::Timeliness;
use crate::report::coverage_report::CoverageReport;
use crate::report::undated::reason_words;
use crate::report::words::capital;

const COLUMNS: &[Column] = &[
    Column("Kind", 13),
    Column("Reference", 12),
    Column("What will be done", 50),
    Column("Action it belongs to", 20),
    Column("Lead", 28),
    Column("Why it has no due day", 24),
    Column("What the plan says instead", 36),
];

impl CoverageReport<'_> {
    pub(super) fn undated_page(&self) -> Page {
        let rows = self.timeliness.items().filter_map(|one| {
            let Timeliness::NoDate(reason) = one.class() else { return None };
            let item = one.item();
            Some(vec![
                Cell::text(capital(item.kind().as_str())),
                Cell::text_or(item.reference().as_str(), NONE),
                Cell::text(item.title()),
                Cell::text(belongs_to(item)),
                Cell::text(item.lead().to_string()),
                Cell::text(reason_words(reason)),
                Cell::text_or(self.undated_words(item, reason).as_deref(), NONE),
            ])
        });
        Page {
            name: "No date",
            title: "What is still to be done and has no due day".to_owned(),
            lines: vec![
                "Without a day by which it is due, nothing is ever counted as late.".to_owned(),
            ],
            table: "items_without_due_day",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "Everything still to be done has a due day.".to_owned(),
        }
    }
}
