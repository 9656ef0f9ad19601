//! The report of every diagnostic of a plan, with what to do about each.

use chrono::NaiveDate;

use super::document::Document;
use super::grammar::{counted, day};
use super::layouts::layouts;
use crate::diagnostic::{Diagnostics, Severity};
#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::import::Import;
use crate::plan::{Plan, RejectedPlan};
use crate::rules::{Checked, Rules};

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
    /// What was checked, for those who also want what is waived.
    checked: Option<Checked>,
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
        let conclusion = format!(
            "Checked as of {} by the {}: {}.{waived}",
            day(as_of),
            checked.rules(),
            severities(checked.diagnostics())
        );
        if checked.waived().is_empty() {
            return Self { diagnostics: checked.into_diagnostics(), checked: None, conclusion };
        }
        Self { diagnostics: checked.diagnostics().clone(), checked: Some(checked), conclusion }
    }

    /// Lists also what waivers of the document accept, in document order among the rest, each with the reason
    /// and the last day of its waiver. They do not count as errors, warnings or advice.
    ///
    /// Call it before [`with_import`](Self::with_import).
    #[must_use]
    pub fn with_waived(self) -> Self {
        match &self.checked {
            Some(checked) => Self { diagnostics: checked.all(), ..self },
            None => self,
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
        Self { diagnostics, checked: None, conclusion }
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
        Self { diagnostics: Diagnostics::new(diagnostics), checked: None, conclusion }
    }

    /// Returns the diagnostics in document order; those of an import come first. What is waived is among them
    /// only after [`with_waived`](Self::with_waived).
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns whether any diagnostic is an error that no waiver accepts.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let mut diagnostics = self.diagnostics.iter();
        diagnostics.any(|one| one.severity() == Severity::Error && one.waived().is_none())
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
        let waived = diagnostic.waived().map(ToString::to_string);
        let mut lines = vec![("about", diagnostic.subject()), ("help", diagnostic.help())];
        lines.extend(waived.as_deref().map(|waived| ("waived", waived)));
        document.problem(&diagnostic.line_in_full(), lines);
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
