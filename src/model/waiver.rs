//! Waivers: diagnostics of rules that are accepted for a time.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use crate::due_date::DueDate;

/// A waiver: a rule's diagnostic that is accepted, with a reason, an approver and an expiry date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a waiver: an object with code, subject and reason")]
#[non_exhaustive]
pub struct Waiver {
    /// The code of the rule.
    pub code: String,
    /// The subject as the diagnostic names it (`action 3.0`). Without one the rule is waived
    /// everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Why it is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// The last day on which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<DueDate>,
}

impl Waiver {
    /// Creates a waiver of a rule for every subject.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), subject: None, reason: None, approved_by: None, expires: None }
    }
}

setters!(Waiver {
    option with_subject(subject: String);
    option with_reason(reason: String);
    option with_approved_by(approved_by: String);
    option with_expires(expires: DueDate);
});
