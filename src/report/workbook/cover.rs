//! The cover: whose plan it is, the date, the headline, and the contents.

use crate::report::coverage_report::CoverageReport;
use crate::report::line::{clean, without_marks};
use crate::report::page::Page;
/// The first sheet of the workbook.
pub(super) struct Cover {
    pub(super) title: String,
    /// The kind of document.
    pub(super) subject: &'static str,
    /// The lines under the title, one per row.
    pub(super) lines: Vec<String>,
    /// The name of each sheet and its line in the contents.
    pub(super) contents: Vec<(&'static str, String)>,
}

impl CoverageReport<'_> {
    pub(super) fn cover(&self, pages: &[Page]) -> Cover {
        let lines = [
            "This workbook shows how far an improvement plan answers the recommendations, what is \
             late, and what the checks find. It uses only the records of the plan."
                .to_owned(),
        ]
        .into_iter()
        .chain(self.labelled_facts().map(|(label, fact)| format!("{label}: {fact}")))
        .chain(self.headline())
        .chain(self.cautions());
        let contents = pages
            .iter()
            .map(|page| (page.name, format!("{}: {} ({})", page.name, page.title, page.size())));
        Cover {
            title: without_marks(&clean(&self.title())).into_owned(),
            subject: "Coverage report",
            lines: lines.map(|line| without_marks(&clean(&line)).into_owned()).collect(),
            contents: contents.collect(),
        }
    }
}
