//! What has changed since an earlier plan, if the report compares with one.

use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Level};
use crate::report::grammar::day;
use crate::report::progress::ProgressReport;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_progress(&self, document: &mut Document) {
        if let Some(note) = self.begin_progress(document) {
            note.add_to(document, Level::Part);
        }
    }

    #[cfg(feature = "html")]
    pub(in crate::report) fn add_progress_to_page(&self, document: &mut Document) {
        if let Some(note) = self.begin_progress(document) {
            note.add_to_page(document);
        }
    }

    /// Adds the heading of the section.
    fn begin_progress(&self, document: &mut Document) -> Option<ProgressReport<'_, '_>> {
        let progress = self.progress.as_ref()?;
        let since = day(progress.earlier_as_of());
        document.anchored_section("changed", &format!("What changed since {since}"));
        Some(ProgressReport::new(progress))
    }
}
