//! A council's own selection of rules, kept in a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rule::{InvalidRule, Rule};
use super::selection::{Rules, UnknownCode};
use crate::diagnostic::Severity;
use crate::model::setters;
use crate::vocabulary::closed_words;

closed_words! {
    /// The rule set that settings start from.
    #[derive(Default)]
    RuleBase {
        /// The standard rules, for a plan that goes to a board.
        #[default]
        Standard = "standard",
        /// All rules, including those that require more than most plans contain.
        Strict = "strict",
    }
}

/// A council's own selection of rules, which it keeps in a file: the rule set to start from, other
/// severities, and rules that are switched off. Pass it to [`Rules::from_settings`].
///
/// ```
/// # #[cfg(feature = "json")] {
/// use improvement_plan::Rules;
/// use improvement_plan::rules::RuleSettings;
///
/// let settings: RuleSettings = serde_json::from_str(
///     r#"{ "base": "strict", "severity": { "rag-missing": "warning" }, "off": ["duplicate-title"] }"#,
/// )?;
/// let rules = Rules::from_settings(&settings, [])?;
/// assert_eq!(rules.to_string(), "strict rules, version 1, with 2 changes");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "settings of rules: an object with base, severity and off"
)]
#[non_exhaustive]
pub struct RuleSettings {
    /// The rule set to start from: `standard` by default.
    pub base: RuleBase,
    /// The severity of what a rule reports, by the code of the rule, in place of its usual one.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub severity: BTreeMap<String, Severity>,
    /// The codes of the rules that are switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
}

setters!(RuleSettings {
    value with_base(base: RuleBase);
    list with_off(off: String);
});

impl RuleSettings {
    /// Creates settings that change nothing: the standard rules.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the severity of what the rule with a code reports.
    #[must_use]
    pub fn with_severity(mut self, code: impl Into<String>, severity: Severity) -> Self {
        self.severity.insert(code.into(), severity);
        self
    }
}

/// # Settings
impl Rules {
    /// Creates the rules that settings select, with rules of one's own, whose codes the settings may name.
    ///
    /// # Errors
    ///
    /// Returns [`InvalidSettings`] if the settings name codes that no rule has, or both set the severity of
    /// a rule and switch it off, or if a rule of one's own has a code that cannot be used.
    pub fn from_settings(
        settings: &RuleSettings,
        own: impl IntoIterator<Item = Rule>,
    ) -> Result<Self, InvalidSettings> {
        let mut rules = match settings.base {
            RuleBase::Standard => Self::standard(),
            RuleBase::Strict => Self::strict(),
        };
        for rule in own {
            rules = rules.with(rule)?;
        }
        let named = settings.severity.keys().chain(&settings.off);
        let unknown: Vec<_> = named.filter_map(|code| rules.unknown(code)).collect();
        if !unknown.is_empty() {
            return Err(InvalidSettings::UnknownCodes(unknown));
        }
        let off = settings.off.iter();
        let both: Vec<_> = off.filter(|code| settings.severity.contains_key(*code)).collect();
        if let Some(code) = both.first() {
            return Err(InvalidSettings::OffWithSeverity((*code).clone()));
        }
        let unknown = |one| InvalidSettings::UnknownCodes(vec![one]);
        for (code, severity) in &settings.severity {
            rules = rules.with_severity(code, *severity).map_err(unknown)?;
        }
        for code in &settings.off {
            rules = rules.without(code).map_err(unknown)?;
        }
        Ok(rules)
    }
}

/// The error for settings that select no set of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidSettings {
    /// The settings name codes that no rule has. Each names the most similar code.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    UnknownCodes(Vec<UnknownCode>),
    /// The settings both set the severity of the rule with this code and switch it off.
    #[error("{0} has a severity and is also off: keep one of the two")]
    OffWithSeverity(String),
    /// A rule of one's own has a code that cannot be used.
    #[error(transparent)]
    Rule(#[from] InvalidRule),
}
