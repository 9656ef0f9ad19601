//! Lists the sheets of the published workbook and writes it.

use std::io::Write;

use super::error::PublishError;
use super::properties::completed;
use super::write::workbook;
use crate::report::coverage_report::CoverageReport;
use crate::report::page::Page;

/// # Workbook (feature `workbook`)
impl CoverageReport<'_> {
    /// The sheets after the cover, in order.
    const PAGES: [fn(&Self) -> Page; 6] = [
        Self::notes_page,
        Self::summary_page,
        Self::coverage_page,
        Self::overdue_page,
        Self::undated_page,
        Self::checks_page,
    ];

    /// Writes the report as a workbook (`.xlsx`) for publication.
    ///
    /// It has a cover, notes, and one table per sheet: the ladder by source and body, every
    /// recommendation with the actions that answer it, what is overdue, what has no due date, and
    /// the results of the rules. Text is never cut. The same report gives the same bytes.
    ///
    /// Restricted records *are* included, and the cover says so: create the report from the plan
    /// that [`Plan::published`](crate::Plan::published) returns, and set [what was
    /// withheld](Self::with_withheld).
    ///
    /// # Errors
    ///
    /// [`PublishError`] if the writer fails, or if the plan does not fit into a spreadsheet.
    /// Nothing is written until the whole workbook is complete.
    ///
    /// ```
    /// # use improvement_plan::{Action, CoverageReport, Plan, PlanDoc, Recommendation, Rules};
    /// let doc = PlanDoc::new("p", "Improvement plan", "Anyshire")
    ///     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")])
    ///     .with_actions([Action::new("Cap caseloads").with_answers(["1"])]);
    /// let plan = Plan::build(doc)?;
    /// let published = plan.published();
    /// let report =
    ///     CoverageReport::new(published.plan(), "2026-11-02".parse()?, &Rules::standard())
    ///         .with_withheld(*published.withheld());
    /// let mut workbook = Vec::new();
    /// report.write_workbook(&mut workbook)?;
    /// assert!(workbook.starts_with(b"PK"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write_workbook(&self, mut writer: impl Write) -> Result<(), PublishError> {
        let pages = Self::PAGES.map(|page| page(self));
        let workbook = workbook(&self.cover(&pages), &pages, self.as_of)?;
        writer.write_all(&completed(workbook)?)?;
        writer.flush()?;
        Ok(())
    }
}
