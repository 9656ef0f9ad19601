//! What the rules say, grouped by rule.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::words::{capital, count};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::rules::Rules;

/// How many of one rule are shown.
const SHOWN: usize = 3;

impl CoverageReport<'_> {
    pub(super) fn write_checks(&self, document: &mut Document) {
        document.section("Checks");
        let found = &self.checked.diagnostics;
        let waived = self.waived_words();
        document.say(&format!("By the {}: {}. {waived}", self.checked.rules, severities(found)));
        let table = Rules::table();
        for (code, group) in found.by_code() {
            let Some(first) = group.first() else { continue };
            let worst = group.iter().map(|one| one.severity()).max().unwrap_or(first.severity());
            let times = match group.len() {
                1 => "once".to_owned(),
                number => format!("{number} times"),
            };
            document.part(&format!("{}, {code}: {times}", capital(worst.as_str())));
            if let Some(entry) = table.iter().find(|entry| entry.code == code) {
                document.say(entry.explanation);
            }
            for diagnostic in group.iter().take(SHOWN) {
                document.item(&said(diagnostic), None);
            }
            if group.len() > SHOWN {
                document.item(&format!("And {} more.", group.len() - SHOWN), None);
            }
        }
    }

    /// How many diagnostics were waived, as a sentence.
    pub(super) fn waived_words(&self) -> String {
        match self.checked.waived.len() {
            0 => "None was waived.".to_owned(),
            1 => "1 more was waived.".to_owned(),
            number => format!("{number} more were waived."),
        }
    }
}

/// `2 errors, 1 warning, no advice`.
pub(super) fn severities(found: &Diagnostics) -> String {
    let number = |severity| found.count(severity);
    format!(
        "{}, {}, {} of advice",
        count(number(Severity::Error), "error", "errors"),
        count(number(Severity::Warning), "warning", "warnings"),
        count(number(Severity::Advice), "piece", "pieces"),
    )
}

fn said(diagnostic: &Diagnostic) -> String {
    capital(&format!("{}: {}", diagnostic.subject(), diagnostic.message()))
}
