//! What the rules say: every one of them.

use super::page::{Cell, Column, Page};
use crate::report::checks::severities;
use crate::report::coverage_report::CoverageReport;
use crate::report::words::capital;

const COLUMNS: &[Column] = &[
    Column("Severity", 12),
    Column("Check", 26),
    Column("What it is about", 30),
    Column("What was found", 60),
    Column("What to do", 60),
];

impl CoverageReport<'_> {
    pub(super) fn checks_page(&self) -> Page {
        let worst_first = self.checked.diagnostics.by_code();
        let found = worst_first.into_iter().flat_map(|(_, group)| group);
        let rows = found.map(|found| {
            vec![
                Cell::text(capital(found.severity().as_str())),
                Cell::text(found.code().as_str()),
                Cell::text(capital(found.subject())),
                Cell::text(capital(found.message())),
                Cell::text(found.help()),
            ]
        });
        Page {
            name: "Checks",
            title: "What the checks find".to_owned(),
            lines: vec![format!(
                "By the {}: {}. {}",
                self.checked.rules,
                severities(&self.checked.diagnostics),
                self.waived_words()
            )],
            table: "checks",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "Nothing was found.".to_owned(),
        }
    }
}
