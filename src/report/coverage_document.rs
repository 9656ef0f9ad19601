//! Lists the sections of the coverage report and lays them out.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::layouts::layouts;

impl CoverageReport<'_> {
    /// The opening of text and Markdown: whoever reads on after the first sentences is told what has changed.
    const OPENING: [fn(&Self, &mut Document); 3] =
        [Self::add_summary, Self::add_progress, Self::add_decisions];

    /// The opening of the page, whose first screen and first side on paper are for what to decide.
    #[cfg(feature = "html")]
    const PAGE_OPENING: [fn(&Self, &mut Document); 3] =
        [Self::add_summary, Self::add_decisions, Self::add_progress_to_page];

    /// The further sections in their order: how far the plan has come, when it is due, what shows its
    /// effect, and what the report rests on.
    const SECTIONS: [fn(&Self, &mut Document); 17] = [
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

    fn document(&self) -> Document {
        self.opened_by(Self::OPENING)
    }

    /// Returns the document of the page.
    #[cfg(feature = "html")]
    pub(super) fn page_document(&self) -> Document {
        self.opened_by(Self::PAGE_OPENING)
    }

    fn opened_by(&self, opening: [fn(&Self, &mut Document); 3]) -> Document {
        let mut document = Document::default();
        for add in opening.into_iter().chain(Self::SECTIONS) {
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
