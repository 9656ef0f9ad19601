//! How far the work has got, in the words of the plan, and who accepted that it is done.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use super::vocabulary::closed_words;
use crate::due_date::DueDate;

closed_words! {
    /// The delivery status of an action or a milestone, as declared. Separate from its RAG (an
    /// opinion) and from the difference it made.
    #[non_exhaustive]
    DeliveryStatus {
        /// Nobody said. The default: silence is not `not-started`.
        NotStated = "not-stated",
        /// Not started.
        NotStarted = "not-started",
        /// Under way.
        InProgress = "in-progress",
        /// Done by its lead and not yet accepted.
        AwaitingSignOff = "awaiting-sign-off",
        /// Completed.
        Completed = "completed",
        /// Stopped for now.
        Suspended = "suspended",
        /// Stopped for good, by agreement or not.
        Withdrawn = "withdrawn",
    }
}

#[expect(clippy::derivable_impls, reason = "the variants are written by a macro")]
impl Default for DeliveryStatus {
    fn default() -> Self {
        Self::NotStated
    }
}

impl DeliveryStatus {
    /// Whether nobody said.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    pub(crate) fn is_not_stated(&self) -> bool {
        *self == Self::NotStated
    }

    /// Whether the word says that work stopped: suspended or withdrawn.
    #[must_use]
    pub const fn is_stop(self) -> bool {
        matches!(self, Self::Suspended | Self::Withdrawn)
    }

    /// The word for people to read: `awaiting sign-off`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotStated => "not stated",
            Self::NotStarted => "not started",
            Self::InProgress => "in progress",
            Self::AwaitingSignOff => "awaiting sign-off",
            Self::Completed => "completed",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// An accepted completion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a sign-off: an object with date and by")]
#[non_exhaustive]
pub struct SignOff {
    /// The day it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Who accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl SignOff {
    /// A sign-off by somebody.
    #[must_use]
    pub fn new(by: impl Into<String>) -> Self {
        Self { date: None, by: Some(by.into()) }
    }
}

setters!(SignOff {
    option with_date(date: DueDate);
});
