//! The report of every diagnostic of a plan, with what to do about each.

use chrono::NaiveDate;

use super::document::Document;
use super::grammar::{counted, day};
use super::layouts::layouts;
use crate::diagnostic::{Diagnostics, Severity};
#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::import::Import;
use crate::plan::{Plan, RejectedPlan};
use crate::rules::Rules;

/// Every diagnostic of a plan, or of a document that is not a plan yet, with what to do about each.
/// It is for the person who corrects the plan.
///
/// ```
/// use improvement_plan::{Action, CheckReport, Plan, PlanDoc};
///
/// let doc = PlanDoc::new("p", "Plan", "Anyshire").with_actions([Action::new("Recruit")]);
/// let rejected = Plan::build(doc).unwrap_err();
/// let report = CheckReport::of_rejected(&rejected);
/// assert!(report.has_errors());
/// assert!(report.to_text().starts_with("error[action-without-recommendation] actions[0]: "));
/// assert!(report.to_text().ends_with(
///     "\nThe document is not a plan yet. Correct its 1 error, then check it again for\nwarnings and advice.\n"
/// ));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    diagnostics: Diagnostics,
    conclusion: String,
}

impl CheckReport {
    /// Checks a plan by the rules as of a date.
    #[must_use]
    pub fn of_plan(plan: &Plan, as_of: NaiveDate, rules: &Rules) -> Self {
        let checked = plan.check_in_full(rules, as_of);
        let waived = match checked.waived().len() {
            0 => String::new(),
            number => format!(" {number} waived."),
        };
        Self {
            conclusion: format!(
                "Checked as of {} by the {}: {}.{waived}",
                day(as_of),
                checked.rules(),
                severities(checked.diagnostics())
            ),
            diagnostics: checked.into_diagnostics(),
        }
    }

    /// Reports why a document is not a plan.
    #[must_use]
    pub fn of_rejected(rejected: &RejectedPlan) -> Self {
        let diagnostics = rejected.diagnostics().clone();
        let errors = counted(diagnostics.count(Severity::Error), "error");
        let conclusion = format!(
            "The document is not a plan yet. Correct its {errors}, then check it again for warnings \
             and advice."
        );
        Self { diagnostics, conclusion }
    }

    /// Adds the diagnostics of the import before these, and locates each of these at the cell that
    /// it came from.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    #[must_use]
    pub fn with_import(self, import: &Import) -> Self {
        let read = import.diagnostics();
        let unused = import.interpretation().unused.len();
        let conclusion = if read.is_empty() && unused == 0 {
            self.conclusion
        } else {
            let unused = format!(
                "{} {}",
                counted(unused, "cell"),
                super::grammar::verb(unused, "was", "were")
            );
            let found = severities(read);
            format!("While the table was read: {found}; {unused} not used. {}", self.conclusion)
        };
        let located = import.located(self.diagnostics);
        let diagnostics = read.iter().cloned().chain(located).collect();
        Self { diagnostics: Diagnostics::new(diagnostics), conclusion }
    }

    /// Returns the diagnostics in document order; those of an import come first.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.count(Severity::Error) > 0
    }

    fn document(&self) -> Document {
        let mut document = Document::default();
        add_diagnostics(&mut document, &self.diagnostics);
        document.paragraph(&self.conclusion);
        document
    }
}

layouts! {
    /// Returns the report as plain text of 80 columns: each diagnostic with its help, then a line
    /// that counts them.
    CheckReport, "plan"
}

/// Adds each diagnostic with what it is about and what to do.
pub(super) fn add_diagnostics(document: &mut Document, diagnostics: &Diagnostics) {
    for diagnostic in diagnostics {
        document.problem(
            &diagnostic.line_in_full(),
            [("about", diagnostic.subject()), ("help", diagnostic.help())],
        );
    }
}

/// Returns the counts by severity: `2 errors, 1 warning, 0 pieces of advice`.
pub(super) fn severities(found: &Diagnostics) -> String {
    let number = |severity| found.count(severity);
    format!(
        "{}, {}, {} of advice",
        counted(number(Severity::Error), "error"),
        counted(number(Severity::Warning), "warning"),
        counted(number(Severity::Advice), "piece"),
    )
}
