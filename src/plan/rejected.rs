//! A document that is not a plan, with everything that is wrong with it.

use std::fmt;

use super::PlanDoc;
use crate::diagnostic::Diagnostics;

/// A document that cannot be a plan: the document itself, to be mended, and every structural problem
/// in document order. Printed, it lists them all with what to do about each.
///
/// ```
/// use improvement_plan::{Action, Plan, PlanDoc};
///
/// let doc = PlanDoc::new("p", "Plan", "Anyshire").with_actions([Action::new("Recruit")]);
/// let rejected = Plan::build(doc).unwrap_err();
/// assert_eq!(rejected.diagnostics().len(), 1);
/// let mut doc = rejected.into_doc();
/// doc.actions.clear();
/// assert!(Plan::build(doc).is_ok());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RejectedPlan {
    doc: Box<PlanDoc>,
    diagnostics: Diagnostics,
}

impl RejectedPlan {
    pub(crate) fn new(doc: PlanDoc, diagnostics: Diagnostics) -> Self {
        Self { doc: Box::new(doc), diagnostics }
    }

    /// The same document and problems, each problem at another place.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn with_diagnostics(self, diagnostics: Diagnostics) -> Self {
        Self { diagnostics, ..self }
    }

    /// Everything that is wrong, in document order.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The document as it was handed in.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Gives the document back, to be mended.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        *self.doc
    }
}

impl fmt::Display for RejectedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.diagnostics.len();
        let problems = if count == 1 { "problem" } else { "problems" };
        write!(f, "the plan has {count} {problems} to mend before it can be used")?;
        for diagnostic in &self.diagnostics {
            let (about, help) = (diagnostic.subject(), diagnostic.help());
            write!(f, "\n{diagnostic}\n  about: {about}\n  help: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for RejectedPlan {}
