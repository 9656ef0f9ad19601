//! Reads a council's own selection of rules from JSON.

use super::JsonError;
use super::diagnose::record_error;
use super::strict::read_strictly;
use crate::rules::RuleSettings;

/// # JSON (feature `json`)
impl RuleSettings {
    /// Reads the selection of rules that a council keeps in a file. A leading byte-order mark is skipped.
    ///
    /// ```
    /// use improvement_plan::Rules;
    /// use improvement_plan::rules::RuleSettings;
    ///
    /// let settings = RuleSettings::from_json(
    ///     r#"{ "severity": { "rag-missing": "error" }, "off": ["duplicate-titel"] }"#,
    /// )?;
    /// let unknown = Rules::from_settings(&settings, []).unwrap_err();
    /// assert_eq!(
    ///     unknown.to_string(),
    ///     "there is no rule duplicate-titel; did you mean duplicate-title?"
    /// );
    /// # Ok::<(), improvement_plan::json::JsonError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`JsonError`] with every problem, each with its place and what to do. Whether a rule has a code is
    /// checked by [`Rules::from_settings`](crate::Rules::from_settings).
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        read_strictly(text).map_err(|_| record_error::<Self>(text))
    }
}
