//! A rule of one's own.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::hits::Hits;
use crate::diagnostic::{CodeEntry, Severity};
use crate::plan::Plan;

/// The function of a rule of one's own.
type Check = dyn Fn(&Plan, NaiveDate, &mut Hits) + Send + Sync;

/// A rule of one's own, to run beside those of this crate: see [`Rules::with`](super::Rules::with).
///
/// It is given the plan and the date, and reports what it finds. What it reports appears in checks,
/// reports, counts and waivers like any other diagnostic. Two rules are equal if their codes and their
/// severities are.
///
/// ```
/// use improvement_plan::rules::Rule;
/// use improvement_plan::{Action, Plan, PlanDoc, Rules, Severity, Source};
///
/// let two_leads = Rule::new(
///     "anyshire-two-leads",
///     Severity::Warning,
///     "In Anyshire an action has one owner, so that one person answers for it.",
///     |plan, _as_of, found| {
///         for action in plan.actions().filter(|action| action.record().owners.len() > 1) {
///             found.report(action, format!("it has {} owners", action.record().owners.len()));
///         }
///     },
/// )
/// .with_help("Keep the owner who answers for it.");
///
/// let doc = PlanDoc::new("p", "Plan", "Anyshire")
///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
///     .with_actions([Action::new("Set up a board")
///         .with_reference("1")
///         .with_enables(["ofsted"])
///         .with_owners(["Director", "Head of Service"])]);
/// let plan = Plan::build(doc)?;
/// let found = plan.check(&Rules::standard().with(two_leads)?, "2026-11-02".parse()?);
/// let mine: Vec<_> = found.of_code("anyshire-two-leads").map(ToString::to_string).collect();
/// assert_eq!(mine, ["warning[anyshire-two-leads] actions[0]: it has 2 owners"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Rule {
    entry: CodeEntry,
    check: Arc<Check>,
}

impl Rule {
    /// Creates a rule from its code, the severity of what it reports, an explanation for people, and a
    /// function that looks at a plan as of a date and reports what it finds.
    ///
    /// A code is lower-case words of letters and digits joined by hyphens. Begin it with the name of the
    /// council, so that it never meets one of this crate. [`Rules::with`](super::Rules::with) refuses a
    /// code that is not of this form, or that exists.
    #[must_use]
    pub fn new(
        code: &'static str,
        severity: Severity,
        explanation: &'static str,
        check: impl Fn(&Plan, NaiveDate, &mut Hits) + Send + Sync + 'static,
    ) -> Self {
        let help = "See the explanation of this rule.";
        Self { entry: CodeEntry::new(code, severity, explanation, help), check: Arc::new(check) }
    }

    /// Sets what to do about what it reports.
    #[must_use]
    pub fn with_help(self, help: &'static str) -> Self {
        let (code, severity) = (self.entry.code().as_str(), self.entry.severity());
        Self { entry: CodeEntry::new(code, severity, self.entry.explanation(), help), ..self }
    }

    /// Returns its code, severity, explanation and help.
    #[must_use]
    pub fn entry(&self) -> CodeEntry {
        self.entry
    }

    pub(super) fn ask(&self, plan: &Plan, as_of: NaiveDate) -> Hits {
        let mut hits = Hits::new(self.entry);
        (self.check)(plan, as_of, &mut hits);
        hits
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        let of = |rule: &Self| (rule.entry.code(), rule.entry.severity());
        of(self) == of(other)
    }
}

impl Eq for Rule {}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("entry", &self.entry).finish_non_exhaustive()
    }
}

/// The error for a rule of one's own whose code cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidRule {
    /// The code is that of another rule, or of a problem for which a document is refused.
    #[error("the code {code} exists already")]
    CodeExists {
        /// The code.
        code: &'static str,
    },
    /// The code is not lower-case words of letters and digits joined by hyphens.
    #[error("{code:?} is not a code: write lower-case words joined by hyphens")]
    CodeForm {
        /// The code.
        code: &'static str,
    },
}

/// Returns whether a text is lower-case words of letters and digits joined by hyphens.
pub(super) fn is_code(text: &str) -> bool {
    text.split('-').all(|word| {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(is_plain)
    })
}
