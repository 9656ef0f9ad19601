//! The delivery status of work, and its sign-off.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use crate::due_date::DueDate;
use crate::vocabulary::closed_words;

closed_words! {
    /// The declared delivery status of an action or a milestone. It is separate from the RAG, which
    /// is an opinion, and from the difference the work made.
    #[non_exhaustive]
    DeliveryStatus {
        /// Not stated: the default, and different from `not-started`.
        NotStated = "not-stated",
        /// Not started.
        NotStarted = "not-started",
        /// In progress.
        InProgress = "in-progress",
        /// Done, according to its lead, and not yet accepted.
        AwaitingSignOff = "awaiting-sign-off",
        /// Completed.
        Completed = "completed",
        /// Stopped temporarily.
        Suspended = "suspended",
        /// Stopped permanently, with or without agreement.
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
    /// Returns whether the status is not stated.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    pub(crate) fn is_not_stated(&self) -> bool {
        *self == Self::NotStated
    }

    /// Returns whether work stopped: suspended or withdrawn.
    #[must_use]
    pub const fn is_stop(self) -> bool {
        matches!(self, Self::Suspended | Self::Withdrawn)
    }

    /// Returns the printed label, such as `awaiting sign-off`.
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

/// The acceptance of a completion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a sign-off: an object with date and by")]
#[non_exhaustive]
pub struct SignOff {
    /// The date it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// Who accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl SignOff {
    /// Creates a sign-off without a date.
    #[must_use]
    pub fn new(by: impl Into<String>) -> Self {
        Self { date: None, by: Some(by.into()) }
    }
}

setters!(SignOff {
    option with_date(date: DueDate);
});
