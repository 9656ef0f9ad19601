//! Changes of mind that are kept: a due date that moved, work that was stopped.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use crate::due_date::DueDate;

/// A new due date. The original is never altered: each revision has the new date, the day it was
/// agreed, a reason and an approver. Until it is agreed it is only a request, and moves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a revision: an object with due, agreed, reason and approved_by"
)]
#[non_exhaustive]
pub struct Revision {
    /// The new due date. A revision without one moves nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDate>,
    /// The day it was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<DueDate>,
    /// Why the date moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who agreed to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
}

impl Revision {
    /// A request for a new due date.
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

/// When, why and with whose agreement work was suspended or withdrawn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a stop: an object with date, reason, approved_by and review"
)]
#[non_exhaustive]
pub struct Stopped {
    /// The day it stopped. Before it the work was open; without one it counts as stopped always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who agreed. A withdrawal is by agreement when it has a reason and an approver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// When a suspension is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<DueDate>,
}

impl Stopped {
    /// A stop of which nothing more is known.
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
