//! How far the plan has come, by source and body: one row for each.

use super::page::{Cell, Column, Page};
use super::signs::NONE;
use crate::analysis::{Ladder, Rung};
use crate::report::bodies::{bodies, some_are_shared, source_name};
use crate::report::coverage_report::CoverageReport;

const COLUMNS: &[Column] = &[
    Column("Source", 36),
    Column("Addressed to", 26),
    Column("Recommendations", 20),
    Column("Has no action", 14),
    Column("Has an action", 14),
    Column("Has a lead and a date", 16),
    Column("Linked actions complete", 18),
    Column("Completion assured", 16),
];

impl CoverageReport<'_> {
    pub(super) fn summary_page(&self) -> Page {
        let bodies = bodies(&self.coverage);
        let mut lines = vec![
            "From \u{201c}Has an action\u{201d} on, each column asks for more than the one before \
             it. None of them means met: see Notes."
                .to_owned(),
        ];
        if some_are_shared(&bodies) {
            lines.push(
                "A recommendation that is addressed to several bodies stands under each."
                    .to_owned(),
            );
        }
        let rows = bodies.iter().map(|body| {
            let ladder = Ladder::of(body.recommendations.iter().copied());
            let source = body.source.map(source_name);
            let addressee = body.addressee.as_ref().map(crate::model::Addressee::label);
            let mut row = vec![
                Cell::text_or(source.as_deref(), NONE),
                Cell::text_or(addressee, NONE),
                Cell::number(body.recommendations.len()),
                Cell::number(ladder.addressed.missing()),
            ];
            row.extend(Rung::ALL.iter().map(|rung| Cell::number(ladder.at(*rung).part())));
            row
        });
        Page {
            name: "Summary",
            title: "How far the plan has come, by source and body".to_owned(),
            lines,
            table: "summary_by_source_and_body",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "The plan has no recommendations to answer.".to_owned(),
        }
    }
}
