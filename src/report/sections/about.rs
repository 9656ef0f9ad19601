//! Ends the report: how its figures are found, and where the recommendations come from.

use crate::report::coverage_report::CoverageReport;
use crate::report::dates::written_day;
use crate::report::document::{Document, NOT_STATED, Record, Records};
use crate::report::grammar::{capital, day};
use crate::report::line::isolated;
use crate::report::names::source_name;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_about(&self, document: &mut Document) {
        document.anchored_section("about", "About this report");
        document.list(
            "How the figures are found:",
            [
                format!(
                    "Late means still to be done, not awaiting sign-off, and due before {}. What is due \
                     on that day is not late. Where a month, a quarter or a year is written, its last \
                     day counts.",
                    day(self.as_of)
                ),
                "What fell due on or after the day on which the facts were gathered is asked about, not \
                 called late"
                    .to_owned(),
                "A due date moves only when the new one is agreed".to_owned(),
                "A recommendation with parts stands at the lowest of its parts. Findings are listed and \
                 not counted"
                    .to_owned(),
                "Whether a recommendation is met is never worked out from actions".to_owned(),
                "Updates and the text of assessments are left out, because they may name people"
                    .to_owned(),
            ],
        );
        let sources = self.plan.sources().map(|source| {
            let record = source.record();
            let kind = record.kind.as_ref().map(|kind| isolated(&kind.as_str().replace('-', " ")));
            let kind = kind.map_or_else(|| NOT_STATED.to_owned(), |kind| capital(&kind));
            let published = record.published.as_ref().map(|date| written_day(self.plan, date));
            let published = published.unwrap_or_else(|| NOT_STATED.to_owned());
            let number = source.recommendations().len().to_string();
            let said =
                format!("{kind}. Published: {published}. Recommendations and parts: {number}.");
            Record::new(&source_name(source), [said], None, [kind, published, number])
        });
        let sources: Vec<_> = sources.collect();
        if sources.is_empty() {
            document.paragraph("The plan names no sources.");
        } else {
            document.paragraph("Where the recommendations come from:");
        }
        document.records(Records {
            caption: "Sources".to_owned(),
            columns: &["Source", "Kind", "Published", "Recommendations and parts"],
            rows: sources,
        });
    }
}
