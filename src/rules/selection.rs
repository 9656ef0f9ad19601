//! The selection of rules to run, and their severities.

use std::fmt;

use super::facts::Facts;
use super::hits::Hits;
use super::table::{Rule, TABLE, entries};
use crate::diagnostic::{CodeEntry, Diagnostic, Severity};

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
    choices: Vec<Choice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    is_on: bool,
    severity: Option<Severity>,
}

impl Choice {
    fn adjusted(self, hits: Hits) -> Vec<Diagnostic> {
        let mut found = hits.into_found();
        if let Some(severity) = self.severity {
            for diagnostic in &mut found {
                diagnostic.set_severity(severity);
            }
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

    /// Returns every rule with its explanation.
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
        let mut rules = TABLE.iter().zip(&self.choices);
        rules.find(|(rule, _)| rule.entry.code() == code).map(|(_, choice)| choice.is_on)
    }

    /// Runs the rules that are switched on, and applies the chosen severities.
    pub(super) fn ask(&self, facts: &Facts<'_>) -> Vec<Diagnostic> {
        let asked = TABLE.iter().zip(&self.choices).filter(|(_, choice)| choice.is_on);
        asked
            .flat_map(|(rule, choice)| {
                let mut hits = Hits::new(rule.entry);
                (rule.check)(facts, &mut hits);
                choice.adjusted(hits)
            })
            .collect()
    }

    /// Applies the chosen severity to the diagnostics of one rule, or drops them if it is switched off.
    pub(crate) fn adjusted(&self, code: &str, hits: Hits) -> Vec<Diagnostic> {
        let mut rules = TABLE.iter().zip(&self.choices);
        match rules.find(|(rule, choice)| rule.entry.code() == code && choice.is_on) {
            Some((_, choice)) => choice.adjusted(hits),
            None => Vec::new(),
        }
    }

    fn new(name: &'static str, is_on: impl Fn(&Rule) -> bool) -> Self {
        let choices =
            TABLE.iter().map(|rule| Choice { is_on: is_on(rule), severity: None }).collect();
        Self { name, choices }
    }

    /// Counts the rules that differ from the original rule set.
    fn changes(&self) -> usize {
        let begun = if self.name == STRICT { Self::strict() } else { Self::standard() };
        self.choices.iter().zip(&begun.choices).filter(|(now, then)| now != then).count()
    }

    fn changed(mut self, code: &str, to: Choice) -> Result<Self, UnknownCode> {
        let place = TABLE.iter().position(|rule| rule.entry.code() == code);
        match place.and_then(|place| self.choices.get_mut(place)) {
            Some(choice) => {
                *choice = to;
                Ok(self)
            }
            None => Err(UnknownCode { code: code.to_owned(), nearest: nearest_code(code) }),
        }
    }
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
        }
    }
}

/// Returns the code most similar to a word.
pub(crate) fn nearest_code(word: &str) -> Option<&'static str> {
    let codes = entries().map(|entry| (entry.code().as_str(), entry.code().as_str()));
    crate::text::nearest(word, codes)
}
