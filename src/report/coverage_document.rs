//! Lists the sections of the coverage report and lays them out.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::layouts::layouts;

impl CoverageReport<'_> {
    /// The sections in their order.
    const SECTIONS: [fn(&Self, &mut Document); 16] = [
        Self::add_summary,
        Self::add_progress,
        Self::add_uncovered,
        Self::add_ladder,
        Self::add_timeliness,
        Self::add_late,
        Self::add_fell_due,
        Self::add_due_soon,
        Self::add_undated,
        Self::add_awaiting,
        Self::add_interim,
        Self::add_rag,
        Self::add_measures,
        Self::add_assessments,
        Self::add_not_recorded,
        Self::add_checks,
    ];

    fn document(&self) -> Document {
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
