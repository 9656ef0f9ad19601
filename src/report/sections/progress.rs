//! What has changed since an earlier plan, if the report compares with one.

use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Level};
use crate::report::grammar::day;
use crate::report::progress::ProgressReport;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_progress(&self, document: &mut Document) {
        let Some(progress) = &self.progress else { return };
        document.anchored_section(
            "changed",
            &format!("What changed since {}", day(progress.earlier_as_of())),
        );
        ProgressReport::new(progress).add_to(document, Level::Part);
    }
}
