//! Changes to the plan that are kept on record: due dates that moved and work that stopped.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use crate::due_date::DueDate;

/// A change to a due date: the new date, the date it was agreed, a reason and an approver. The
/// original due date never changes. Until a revision is agreed it is a request and does not move
/// the due date; nor does one whose new date is blank or cannot be read, which is an error. One whose new
/// date can be read and gives no day (*to be confirmed*, *ongoing*) takes the due day away.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "a revision: an object with due, agreed, reason and approved_by"
)]
#[non_exhaustive]
pub struct Revision {
    /// The new due date. A revision whose new date is blank or cannot be read moves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDate>,
    /// The date it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<DueDate>,
    /// Why the date moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
}

impl Revision {
    /// Creates a request for a new due date.
    #[must_use]
    pub fn new(due: impl Into<DueDate>) -> Self {
        Self { due: Some(due.into()), agreed: None, reason: None, approved_by: None }
    }
}

setters!(Revision {
    option with_agreed(agreed: DueDate);
    option with_reason(reason: String);
    option with_approved_by(approved_by: String);
});

/// When and why work was suspended or withdrawn, and who approved it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "a stop: an object with date, reason, approved_by and review"
)]
#[non_exhaustive]
pub struct Stopped {
    /// The date it stopped. The work was open before this date; without one it always counts as
    /// stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who approved it. A withdrawal counts as agreed if it has a reason and an approver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// The date on which a suspension is reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<DueDate>,
}

impl Stopped {
    /// Creates a stop without any details.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters!(Stopped {
    option with_date(date: DueDate);
    option with_reason(reason: String);
    option with_approved_by(approved_by: String);
    option with_review(review: DueDate);
});
