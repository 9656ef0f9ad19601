//! A plan is checked: the rules are asked, and the waivers of its document apply.

use chrono::NaiveDate;

use super::facts::Facts;
use super::selection::Rules;
use super::waivers;
use crate::diagnostic::Diagnostics;
use crate::plan::{Plan, in_document_order};

impl Plan {
    /// Asks the rules about the plan as of a day, and lets the waivers of its document apply.
    ///
    /// An honest plan with every recommendation answered and every action owned and dated has no
    /// error. *Error* means that the plan contradicts itself, or that an inspector's recommendation
    /// has nobody on it.
    ///
    /// ```
    /// # use improvement_plan::{Action, Plan, PlanDoc, Rules, Severity, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Set up a board")
    ///         .with_enables(["ofsted"])
    ///         .with_owners(["Director"])
    ///         .with_due("2026-10-30")
    ///         .with_rag("green")]);
    /// let plan = Plan::build(doc)?;
    /// let found = plan.check(&Rules::standard(), "2026-11-02".parse()?);
    /// let first = found.with_code("green-but-overdue").next().ok_or("nothing found")?;
    /// assert_eq!(first.severity(), Severity::Warning);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, rules: &Rules, as_of: NaiveDate) -> Diagnostics {
        self.check_in_full(rules, as_of).diagnostics
    }

    /// As [`check`](Self::check), with what was waived and which rules were asked.
    #[must_use]
    pub fn check_in_full(&self, rules: &Rules, as_of: NaiveDate) -> Checked {
        let says_urgent_undated = rules.asks("urgent-recommendation-undated") == Some(true);
        let facts = Facts::new(self, as_of, says_urgent_undated);
        let found = rules.ask(&facts);
        let sorted = waivers::apply(&facts, rules, found);
        Checked {
            rules: rules.to_string(),
            diagnostics: in_document_order(self.doc(), sorted.kept),
            waived: in_document_order(self.doc(), sorted.waived),
        }
    }
}

/// What the rules said, what was waived, and which rules were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    rules: String,
    diagnostics: Diagnostics,
    waived: Diagnostics,
}

impl Checked {
    /// The rule set and its version, as a report names it: `standard rules, version 1`.
    #[must_use]
    pub fn rules(&self) -> &str {
        &self.rules
    }

    /// What the rules said, in document order.
    pub const fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// What they would have said, had a waiver of the document not accepted it.
    pub const fn waived(&self) -> &Diagnostics {
        &self.waived
    }

    pub(crate) fn into_diagnostics(self) -> Diagnostics {
        self.diagnostics
    }
}
