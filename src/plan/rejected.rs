//! The error for a document that cannot be built.

use std::fmt;

use serde::Serialize;

use super::PlanDoc;
use crate::diagnostic::Diagnostics;

/// The error returned when a document cannot be built. It holds the document, so that it can be
/// fixed, and every structural problem in document order. Displays as a list of all problems with
/// what to do about each (for a restricted record without its text), and is serialised as `{ "diagnostics": [ … ] }` without the document.
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
#[derive(Clone, PartialEq, Serialize)]
pub struct RejectedPlan {
    #[serde(skip)]
    doc: Box<PlanDoc>,
    diagnostics: Diagnostics,
}

impl RejectedPlan {
    pub(crate) fn new(doc: PlanDoc, diagnostics: Diagnostics) -> Self {
        Self { doc: Box::new(doc), diagnostics }
    }

    /// Replaces the diagnostics.
    #[cfg(any(feature = "csv", feature = "json", feature = "workbook"))]
    pub(crate) fn with_diagnostics(self, diagnostics: Diagnostics) -> Self {
        Self { diagnostics, ..self }
    }

    /// Returns every problem in document order.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns the rejected document, unchanged.
    #[must_use]
    pub fn doc(&self) -> &PlanDoc {
        &self.doc
    }

    /// Converts into the rejected document, to fix it and build again.
    #[must_use]
    pub fn into_doc(self) -> PlanDoc {
        *self.doc
    }
}

/// Shows the codes and the places, and no text of the document.
impl fmt::Debug for RejectedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RejectedPlan")
            .field("diagnostics", &self.diagnostics)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for RejectedPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.diagnostics.len();
        let problems = if count == 1 { "problem" } else { "problems" };
        write!(f, "the plan has {count} {problems} to fix before it can be used")?;
        for diagnostic in &self.diagnostics {
            write!(f, "\n{diagnostic}")?;
            if !diagnostic.is_restricted() {
                let (about, help) = (diagnostic.subject(), diagnostic.help());
                write!(f, "\n  about: {about}\n  help: {help}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for RejectedPlan {}
