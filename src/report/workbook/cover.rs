//! The first sheet: whose plan it is, which day, how it stands, and where to find what.

use super::page::Page;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::clean;
use crate::report::words::day;

/// The first sheet.
pub(super) struct Cover {
    pub(super) title: String,
    /// What kind of document it is.
    pub(super) subject: &'static str,
    /// One a row.
    pub(super) lines: Vec<String>,
    /// The name of each sheet, and what is said of it.
    pub(super) contents: Vec<(&'static str, String)>,
}

impl CoverageReport<'_> {
    pub(super) fn cover(&self, pages: &[Page]) -> Cover {
        let [coverage, late] = self.headline();
        let facts = [
            "This workbook says how far an improvement plan answers what was recommended, what is \
             late, and what the checks find. It is made from the records of the plan alone."
                .to_owned(),
            format!("Authority: {}", self.plan.doc().authority.name),
            format!("Plan: {}", self.plan_and_version()),
            format!("As of: {}", day(self.as_of)),
            format!("Facts gathered: {}", self.gathered()),
            coverage,
            late,
        ];
        let lines = facts.into_iter().chain(self.restricted_words()).chain(self.withheld_words());
        let contents = pages
            .iter()
            .map(|page| (page.name, format!("{}: {} ({})", page.name, page.title, page.size())));
        Cover {
            title: clean(&self.title()),
            subject: "Coverage report",
            lines: lines.map(|line| clean(&line)).collect(),
            contents: contents.collect(),
        }
    }
}
