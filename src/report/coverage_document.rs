//! Lists the sections of the coverage report and lays them out.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::layouts::layouts;

impl CoverageReport<'_> {
    /// The sections in their order: what to decide, how far the plan has come, when it is due, what
    /// shows its effect, and what the report rests on.
    const SECTIONS: [fn(&Self, &mut Document); 20] = [
        Self::add_summary,
        Self::add_decisions,
        Self::add_progress,
        Self::add_history,
        Self::add_ladder,
        Self::add_trace,
        Self::add_workstreams,
        Self::add_late,
        Self::add_fell_due,
        Self::add_due_soon,
        Self::add_dates_moved,
        Self::add_undated,
        Self::add_interim,
        Self::add_rag,
        Self::add_measures,
        Self::add_assessments,
        Self::add_resources,
        Self::add_not_recorded,
        Self::add_checks,
        Self::add_about,
    ];

    pub(super) fn document(&self) -> Document {
        let mut document = Document::default();
        for add in Self::SECTIONS {
            add(self, &mut document);
        }
        document
    }
}

layouts! {
    /// Returns the report as plain text of 80 columns, without drawings or colours. Words longer
    /// than a line are not cut.
    CoverageReport<'_>, "plan"
}
