//! Checks a plan: runs the rules and applies the waivers of its document.

use chrono::NaiveDate;

use super::facts::Facts;
use super::selection::Rules;
use super::table::entries;
use super::waivers;
use crate::diagnostic::{Code, CodeEntry, Diagnostics};
use crate::plan::Plan;

impl Plan {
    /// Runs the rules on the plan as of a date, and applies the waivers of its document.
    ///
    /// An accurate plan in which every recommendation is answered and every action has an owner and a
    /// date has no errors. An *error* means that the plan contradicts itself, or that no action answers
    /// an inspector's recommendation.
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
    /// let first = found.of_code("green-but-overdue").next().ok_or("nothing found")?;
    /// assert_eq!(first.severity(), Severity::Warning);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, rules: &Rules, as_of: NaiveDate) -> Diagnostics {
        self.check_in_full(rules, as_of).diagnostics
    }

    /// Like [`check`](Self::check), and also returns the waived diagnostics and the rule set used.
    #[must_use]
    pub fn check_in_full(&self, rules: &Rules, as_of: NaiveDate) -> Checked {
        let facts = Facts::new(self, as_of, rules.off());
        let found = rules.ask(&facts);
        let sorted = waivers::apply(&facts, rules, found);
        let (own, rules) = (rules.own_entries().collect(), rules.to_string());
        if sorted.waived.is_empty() {
            let diagnostics = self.diagnosed(sorted.kept);
            return Checked { rules, own, diagnostics, ..Checked::default() };
        }
        let mut all = sorted.kept;
        all.extend(sorted.waived);
        let (mut kept, mut waived, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for diagnostic in self.diagnosed(all) {
            if diagnostic.waived().is_some() {
                waived.push(diagnostic);
                places.push(kept.len());
            } else {
                kept.push(diagnostic);
            }
        }
        let (diagnostics, waived) = (Diagnostics::new(kept), Diagnostics::new(waived));
        Checked { rules, own, diagnostics, waived, places }
    }
}

/// The result of a check: the diagnostics, the waived diagnostics and the rule set used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    rules: String,
    /// The rules of one's own.
    own: Vec<CodeEntry>,
    diagnostics: Diagnostics,
    waived: Diagnostics,
    /// Before which of the diagnostics each of the waived ones comes in document order.
    places: Vec<usize>,
}

impl Checked {
    /// Returns the rule set and its version, as printed in reports: `standard rules, version 1`.
    #[must_use]
    pub fn rules(&self) -> &str {
        &self.rules
    }

    /// Returns the explanation of a rule that was run.
    pub(crate) fn explanation(&self, code: Code) -> Option<&'static str> {
        let own = self.own.iter().copied();
        let mut all = entries().chain(own);
        all.find(|entry| entry.code() == code).map(|entry| entry.explanation())
    }

    /// Returns the diagnostics that are not waived, in document order.
    pub const fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns the diagnostics that a waiver of the document accepts, in document order, each with its
    /// reason and its last day ([`Diagnostic::waived`](crate::Diagnostic::waived)).
    pub const fn waived(&self) -> &Diagnostics {
        &self.waived
    }

    pub(crate) fn into_diagnostics(self) -> Diagnostics {
        self.diagnostics
    }

    /// Returns the diagnostics with the waived ones among them, in document order.
    ///
    /// ```
    /// # use improvement_plan::model::Waiver;
    /// # use improvement_plan::{Action, Plan, PlanDoc, Rules, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Set up a board").with_reference("1").with_enables(["ofsted"])])
    ///     .with_waivers([Waiver::new("rag-missing").with_reason("From December on")]);
    /// let checked = Plan::build(doc)?.check_in_full(&Rules::standard(), "2026-11-02".parse()?);
    /// let all = checked.all();
    /// let waived = all.of_code("rag-missing").next().and_then(|one| one.waived());
    /// assert_eq!(waived.and_then(|waived| waived.reason()), Some("From December on"));
    /// assert_eq!(checked.diagnostics().of_code("rag-missing").count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn all(&self) -> Diagnostics {
        let mut all = Vec::with_capacity(self.diagnostics.len() + self.waived.len());
        let mut waived = self.waived.iter().zip(&self.places).peekable();
        for (position, diagnostic) in self.diagnostics.iter().enumerate() {
            while let Some((waived, _)) = waived.next_if(|(_, place)| **place == position) {
                all.push(waived.clone());
            }
            all.push(diagnostic.clone());
        }
        all.extend(waived.map(|(waived, _)| waived.clone()));
        Diagnostics::new(all)
    }
}
