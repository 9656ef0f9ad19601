//! Shows the diagnostics of the rules, grouped by rule.

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::check_report::severities;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{capital, sentence};
use crate::report::page::{Cell, Column, Page};

/// The maximum number of diagnostics shown for a rule.
const SHOWN: usize = 3;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_checks(&self, document: &mut Document) {
        document.anchored_section("checks", "What the checks say");
        let found = self.checked.diagnostics();
        document.paragraph(&self.checks_sentence());
        for (code, group) in found.by_code() {
            let Some(first) = group.first() else { continue };
            let worst = group.iter().map(|one| one.severity()).max().unwrap_or(first.severity());
            let times = match group.len() {
                1 => "once".to_owned(),
                number => format!("{number} times"),
            };
            document.part(&format!("{} ({code}): {times}", severity_words(worst)));
            if let Some(explanation) = self.checked.explanation(code) {
                document.paragraph(explanation);
            }
            let is_one_help = group.iter().all(|one| one.help() == first.help());
            if is_one_help {
                document.paragraph(&format!("What to do: {}", sentence(first.help())));
            }
            for diagnostic in group.iter().take(SHOWN) {
                let help = (!is_one_help).then(|| sentence(&capital(diagnostic.help())));
                document.item(&line(diagnostic), help);
            }
            if group.len() > SHOWN {
                document.item(&format!("And {} more.", group.len() - SHOWN), None);
            }
        }
    }

    /// Returns `By the standard rules, version 7: 2 errors, … None was waived.`
    fn checks_sentence(&self) -> String {
        let waived = match self.checked.waived().len() {
            0 => "None was waived.".to_owned(),
            1 => "1 more was waived.".to_owned(),
            number => format!("{number} more were waived."),
        };
        let found = severities(self.checked.diagnostics());
        format!("By the {}: {found}. {waived}", self.checked.rules())
    }
}

const COLUMNS: &[Column] = &[
    Column("Severity", 12),
    Column("Check", 26),
    Column("What it is about", 30),
    Column("What was found", 60),
    Column("What to do", 60),
];

impl CoverageReport<'_> {
    pub(in crate::report) fn checks_page(&self) -> Page {
        let worst_first = self.checked.diagnostics().by_code();
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
            lines: vec![self.checks_sentence()],
            table: "checks",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "Nothing was found.".to_owned(),
            bars: Vec::new(),
        }
    }
}

/// Returns what a severity means for the reader of a report.
fn severity_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "To put right",
        Severity::Warning => "This needs a look",
        Severity::Advice => "Advice",
    }
}

fn line(diagnostic: &Diagnostic) -> String {
    capital(&format!("{}: {}", diagnostic.subject(), diagnostic.message()))
}
