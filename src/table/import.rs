//! What reading a workbook or a CSV file gives.

use super::codes::TABLE;
use super::{Places, Understood};
use crate::diagnostic::{CodeEntry, Diagnostic, Diagnostics};
use crate::plan::{Limits, Plan, PlanDoc, RejectedPlan};

/// What reading a workbook or a CSV file gives: the document, everything that is to be said of the
/// table with the cell it is said of, and what was understood.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct Import {
    doc: PlanDoc,
    diagnostics: Diagnostics,
    understood: Understood,
    places: Places,
}

impl Import {
    pub(crate) fn new(
        doc: PlanDoc,
        diagnostics: Vec<Diagnostic>,
        understood: Understood,
        places: Places,
    ) -> Self {
        Self { doc, diagnostics: Diagnostics::new(diagnostics), understood, places }
    }

    /// Every code that may be said while a table is read, with what it means and what to do.
    #[must_use]
    pub fn codes() -> &'static [CodeEntry] {
        TABLE
    }

    /// The document as it was read.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Takes the document out, to be edited or kept.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        self.doc
    }

    /// What is to be said of the table: each with its cell.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// What was understood, and which cells were not used.
    #[must_use]
    pub fn understood(&self) -> &Understood {
        &self.understood
    }

    /// Builds the plan, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// [`RejectedPlan`] with everything that is wrong, as [`Plan::build`], but each problem at its cell
    /// rather than at a path of the document.
    pub fn build(&self) -> Result<Plan, RejectedPlan> {
        self.build_with(&Limits::default())
    }

    /// Builds the plan, within other limits.
    ///
    /// # Errors
    ///
    /// As [`build`](Self::build).
    pub fn build_with(&self, limits: &Limits) -> Result<Plan, RejectedPlan> {
        Plan::build_with(self.doc.clone(), limits).map_err(|rejected| {
            let diagnostics = self.located(rejected.diagnostics().clone());
            rejected.with_diagnostics(diagnostics)
        })
    }

    /// The same diagnostics of this document, each at the cell its part of the document came from. One
    /// that came from no cell keeps its place in the document.
    pub fn located(&self, diagnostics: Diagnostics) -> Diagnostics {
        let at_cells = diagnostics.into_iter().map(|diagnostic| {
            match self.places.locate(diagnostic.location()) {
                Some(cell) => diagnostic.at(cell),
                None => diagnostic,
            }
        });
        Diagnostics::new(at_cells.collect())
    }
}
