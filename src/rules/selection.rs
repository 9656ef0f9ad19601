//! The selection of rules to run, and their severities.

use std::fmt;

use super::facts::Facts;
use super::hits::{Hits, Reported};
use super::rule::{InvalidRule, Rule, is_code};
use super::table::{Row, TABLE, entries};
use crate::diagnostic::{Code, CodeEntry, Diagnostic, Severity};
use crate::plan::Plan;

/// The version of the rules, incremented when a rule is added or its verdict changes.
const VERSION: u32 = 1;

const STANDARD: &str = "standard";
const STRICT: &str = "strict";

/// The selection of rules to run, and their severities.
///
/// ```
/// use improvement_plan::{Rules, Severity};
///
/// let rules = Rules::standard()
///     .with_severity("rag-missing", Severity::Warning)?
///     .without("duplicate-title")?;
/// assert_eq!(rules.to_string(), "standard rules, version 1, with 2 changes");
/// assert!(Rules::standard().without("no-such-rule").is_err());
/// # Ok::<(), improvement_plan::rules::UnknownCode>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    name: &'static str,
    /// One for each rule of the table, then one for each of `own`.
    choices: Vec<Choice>,
    own: Vec<Rule>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    is_on: bool,
    severity: Option<Severity>,
}

impl Choice {
    /// Returns what a rule has reported, with the chosen severity from a position on.
    fn adjusted(self, from: usize, hits: Hits) -> Reported {
        let mut found = hits.into_found();
        if let Some(severity) = self.severity {
            found.set_severity(from, severity);
        }
        found
    }
}

/// The error for a code that no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule {code}{}", .nearest.map(|near| format!("; did you mean {near}?")).unwrap_or_default())]
pub struct UnknownCode {
    code: String,
    nearest: Option<&'static str>,
}

impl Rules {
    /// Returns the standard rules, for a plan that goes to a board.
    #[must_use]
    pub fn standard() -> Self {
        Self::new(STANDARD, |rule| !rule.is_strict)
    }

    /// Returns all rules, including those that require more than most plans contain.
    #[must_use]
    pub fn strict() -> Self {
        Self::new(STRICT, |_| true)
    }

    /// Sets the severity of the diagnostics of one code. A rule that was switched off is switched on
    /// again.
    ///
    /// # Errors
    ///
    /// Returns [`UnknownCode`] if no rule has this code. The error names the most similar code.
    pub fn with_severity(self, code: &str, severity: Severity) -> Result<Self, UnknownCode> {
        self.changed(code, Choice { is_on: true, severity: Some(severity) })
    }

    /// Switches one rule off.
    ///
    /// # Errors
    ///
    /// Returns [`UnknownCode`] if no rule has this code. The error names the most similar code.
    pub fn without(self, code: &str) -> Result<Self, UnknownCode> {
        self.changed(code, Choice { is_on: false, severity: None })
    }

    /// Adds a rule of one's own, switched on.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidRule`] if a rule or a reason for which [`Plan::build`] refuses documents has the code already,
    /// or if it is not lower-case words joined by hyphens. The codes of reading files are not compared: a name of
    /// one's own in front (`anyshire-…`) keeps the code apart from these and from those of later versions.
    pub fn with(mut self, rule: Rule) -> Result<Self, InvalidRule> {
        let code = rule.entry().code().as_str();
        if !is_code(code) {
            return Err(InvalidRule::CodeForm { code });
        }
        let refusals = Plan::structural_codes().iter().copied();
        if self.entries().chain(refusals).any(|entry| entry.code() == code) {
            return Err(InvalidRule::CodeExists { code });
        }
        self.choices.push(Choice { is_on: true, severity: None });
        self.own.push(rule);
        Ok(self)
    }

    /// Returns every rule of this crate with its explanation.
    #[must_use]
    pub fn table() -> Vec<CodeEntry> {
        entries().collect()
    }

    /// Returns the name of the original rule set: `standard` or `strict`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the version of the rules.
    #[must_use]
    pub fn version(&self) -> u32 {
        VERSION
    }

    /// Returns whether the rule with a code is switched on, or `None` if no rule has this code.
    #[must_use]
    pub fn is_enabled(&self, code: &str) -> Option<bool> {
        let mut rules = self.entries().zip(&self.choices);
        rules.find(|(entry, _)| entry.code() == code).map(|(_, choice)| choice.is_on)
    }

    /// Returns the codes of the rules of this crate that are switched off.
    pub(super) fn off(&self) -> Vec<&'static str> {
        let rules = entries().zip(&self.choices).filter(|(_, choice)| !choice.is_on);
        rules.map(|(entry, _)| entry.code().as_str()).collect()
    }

    /// Runs the rules that are switched on, and applies the chosen severities.
    pub(super) fn ask(&self, facts: &Facts<'_>) -> Reported {
        let mut found = Reported::default();
        for (row, choice) in TABLE.iter().zip(&self.choices).filter(|(_, choice)| choice.is_on) {
            let before = found.diagnostics.len();
            let mut hits = Hits::after(found, row.entry);
            if is_waived(facts.plan, row.entry.code()) {
                hits = hits.keeping_members();
            }
            (row.check)(facts, &mut hits);
            found = choice.adjusted(before, hits);
        }
        let own = self.own.iter().zip(self.choices.iter().skip(TABLE.len()));
        for (rule, choice) in own.filter(|(_, choice)| choice.is_on) {
            found.append(choice.adjusted(0, rule.ask(facts.plan, facts.as_of)));
        }
        found
    }

    /// Applies the chosen severity to the diagnostics of one rule, or drops them if it is switched off.
    pub(crate) fn adjusted(&self, code: &str, hits: Hits) -> Vec<Diagnostic> {
        let mut rules = TABLE.iter().zip(&self.choices);
        match rules.find(|(rule, choice)| rule.entry.code() == code && choice.is_on) {
            Some((_, choice)) => choice.adjusted(0, hits).diagnostics,
            None => Vec::new(),
        }
    }

    fn new(name: &'static str, is_on: impl Fn(&Row) -> bool) -> Self {
        let choices =
            TABLE.iter().map(|rule| Choice { is_on: is_on(rule), severity: None }).collect();
        Self { name, choices, own: Vec::new() }
    }

    /// Returns the rules of this crate, then those of one's own.
    fn entries(&self) -> impl Iterator<Item = CodeEntry> {
        entries().chain(self.own_entries())
    }

    /// Returns the rules of one's own.
    pub(super) fn own_entries(&self) -> impl Iterator<Item = CodeEntry> {
        self.own.iter().map(Rule::entry)
    }

    /// Counts the rules that differ from the original rule set or, if they are one's own, from what they
    /// were added as.
    fn changes(&self) -> usize {
        let begun = if self.name == STRICT { Self::strict() } else { Self::standard() };
        let added = std::iter::repeat(Choice { is_on: true, severity: None });
        let begun = begun.choices.into_iter().chain(added);
        self.choices.iter().zip(begun).filter(|(now, then)| *now != then).count()
    }

    /// Returns the error for a code, unless a rule has it.
    pub(super) fn unknown(&self, code: &str) -> Option<UnknownCode> {
        let is_known = self.entries().any(|entry| entry.code() == code);
        (!is_known).then(|| UnknownCode { code: code.to_owned(), nearest: self.nearest(code) })
    }

    /// Returns the code most similar to a word.
    pub(super) fn nearest(&self, word: &str) -> Option<&'static str> {
        let codes = self.entries().map(|entry| (entry.code().as_str(), entry.code().as_str()));
        crate::text::nearest(word, codes)
    }

    fn changed(mut self, code: &str, to: Choice) -> Result<Self, UnknownCode> {
        let place = self.entries().position(|entry| entry.code() == code);
        match place.and_then(|place| self.choices.get_mut(place)) {
            Some(choice) => {
                *choice = to;
                Ok(self)
            }
            None => Err(UnknownCode { code: code.to_owned(), nearest: self.nearest(code) }),
        }
    }
}

/// Returns whether a waiver of the plan names a rule.
fn is_waived(plan: &Plan, code: Code) -> bool {
    plan.doc().waivers.iter().any(|waiver| code == *waiver.code.trim())
}

impl Default for Rules {
    fn default() -> Self {
        Self::standard()
    }
}

impl fmt::Display for Rules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rules, version {VERSION}", self.name)?;
        match self.changes() {
            0 => Ok(()),
            1 => f.write_str(", with 1 change"),
            changes => write!(f, ", with {changes} changes"),
        }?;
        match self.own.len() {
            0 => Ok(()),
            1 => f.write_str(", and 1 rule added"),
            own => write!(f, ", and {own} rules added"),
        }
    }
}
