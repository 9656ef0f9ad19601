//! Shows how far the work has come over time, from snapshots of the plan.

use crate::analysis::Snapshot;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Block, Document, Figure, Table};
use crate::report::grammar::{counted, day, verb};
use crate::report::picture::{BurnUp, BurnUpPoint, Picture};

/// The least number of snapshots that show a course.
const LEAST: usize = 3;

impl CoverageReport<'_> {
    /// Adds the section, but only if there are snapshots enough.
    pub(in crate::report) fn add_history(&self, document: &mut Document) {
        let [first, .., last] = self.snapshots.as_slice() else { return };
        if self.snapshots.len() < LEAST {
            return;
        }
        document.anchored_section("history", "How far it has come over time");
        let words = |one: &Snapshot| {
            let actions = one.actions();
            format!(
                "{} of {} {} complete on {}",
                actions.completed(),
                counted(actions.total(), "action"),
                verb(actions.completed(), "was", "were"),
                day(one.as_of())
            )
        };
        let finding = format!("{}; {}.", words(first), words(last));
        document.paragraph(&finding);
        let points = self.snapshots.iter().map(|one| BurnUpPoint {
            day: one.as_of(),
            total: one.actions().total(),
            completed: one.actions().completed(),
            open: one.actions().open(),
        });
        document.figure(Figure {
            subtitle: format!(
                "Actions in {}, {} to {}",
                counted(self.snapshots.len(), "snapshot"),
                day(first.as_of()),
                day(last.as_of())
            ),
            finding,
            reading: "Three lines over time, from 0: all actions with open circles, those still open with \
                      diamonds, those completed with filled circles. The numbers at the right are those \
                      of the last day.",
            picture: Picture::BurnUp(BurnUp { points: points.collect() }),
            table: Box::new(Block::Table(Table::new(
                "Actions by the date of each snapshot",
                ["Date", "All", "Open", "Late", "Completed"],
                self.snapshots.iter().map(|one| {
                    let actions = one.actions();
                    let counts =
                        [actions.total(), actions.open(), actions.overdue(), actions.completed()];
                    let [all, open, late, completed] = counts.map(|number| number.to_string());
                    [day(one.as_of()), all, open, late, completed]
                }),
            ))),
        });
        document.paragraph(
            "There is no forecast: a few points of work of unequal size predict nothing. An action that \
             was suspended or withdrawn is neither open nor completed.",
        );
    }
}
