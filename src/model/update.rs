//! Updates: dated notes on the progress of an action.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, null_is_default, setters};
use crate::due_date::DueDate;
use crate::vocabulary::open_words;

open_words! {
    /// What an update is about.
    UpdateKind {
        /// Progress.
        Progress = "progress",
        /// Why it is late or changed.
        Reason = "reason",
        /// How it will be brought back on course.
        Recovery = "recovery",
        /// What was decided.
        Decision = "decision",
        /// What is blocking it.
        Blocker = "blocker",
    }
}

impl UpdateKind {
    /// Returns whether it says why something is late or what will be done about it: a reason, a recovery,
    /// a decision or a blocker, and not progress.
    #[must_use]
    pub fn explains_lateness(&self) -> bool {
        matches!(self, Self::Reason | Self::Recovery | Self::Decision | Self::Blocker)
    }
}

/// A dated note on the progress of an action. Updates are free text and are withheld from the
/// published plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an update: an object with date, kind and text")]
#[non_exhaustive]
pub struct Update {
    /// The date it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UpdateKind>,
    /// Its text.
    pub text: String,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Update {
    /// Creates an update from its kind and text.
    #[must_use]
    pub fn new(kind: impl Into<UpdateKind>, text: impl Into<String>) -> Self {
        Self { date: None, kind: Some(kind.into()), text: text.into(), restricted: false }
    }
}

setters!(Update {
    option with_date(date: DueDate);
    flag with_restricted(restricted: bool);
});
