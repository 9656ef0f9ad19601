//! The coverage report as a workbook that may be published: what each sheet says, and how a sheet is
//! written so that everybody can read it. It says what the other layouts say, with their words.
//!
//! After the guidance of the UK Analysis Function on releasing statistics in spreadsheets: a cover with
//! contents, notes, one marked-up table a sheet with one header row, no merged, blank or coloured
//! cells, no filter and no frozen pane.

mod checks;
mod cover;
mod coverage;
mod error;
mod height;

mod notes;
mod overdue;
mod page;
mod properties;
mod signs;
mod standing;
mod summary;
mod through;
mod undated;
mod write;

use std::io::Write;

use super::coverage_report::CoverageReport;

pub use error::PublishError;

/// # Workbook (feature `workbook`)
impl CoverageReport<'_> {
    /// Writes the report as a workbook (`.xlsx`) for publication: a cover, notes, and one table a
    /// sheet: the ladder by source and body, every recommendation with the actions that answer it,
    /// what is overdue, what has no due day, and what the rules say. Nothing is cut: what does not fit
    /// in a row stands in the next. The same report gives the same bytes.
    ///
    /// Records marked restricted *are* in it, and its cover says so: make the report of the plan that
    /// [`Plan::published`](crate::Plan::published) gives, and tell it
    /// [what was withheld](Self::with_withheld).
    ///
    /// # Errors
    ///
    /// [`PublishError`] where the writer fails, or where the plan does not fit into a spreadsheet.
    /// Nothing is written unless the whole workbook was made.
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
        let pages = [
            self.notes_page(),
            self.summary_page(),
            self.coverage_page(),
            self.overdue_page(),
            self.undated_page(),
            self.checks_page(),
        ];
        let workbook = write::workbook(&self.cover(&pages), &pages, self.as_of)?;
        writer.write_all(&properties::completed(workbook)?)?;
        writer.flush()?;
        Ok(())
    }
}
