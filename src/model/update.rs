//! Dated words on how an action goes.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::open_words;
use crate::due_date::DueDate;

open_words! {
    /// What an update is about.
    UpdateKind {
        /// How it goes.
        Progress = "progress",
        /// Why it is late or changed.
        Reason = "reason",
        /// How it will be brought back on course.
        Recovery = "recovery",
        /// What was decided.
        Decision = "decision",
        /// What stands in the way.
        Blocker = "blocker",
    }
}

/// Dated words on how an action goes. Free text: it stays out of what is published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an update: an object with date, kind and text")]
#[non_exhaustive]
pub struct Update {
    /// The day it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UpdateKind>,
    /// The words.
    pub text: String,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Update {
    /// Words of a kind.
    #[must_use]
    pub fn new(kind: impl Into<UpdateKind>, text: impl Into<String>) -> Self {
        Self { date: None, kind: Some(kind.into()), text: text.into(), restricted: false }
    }
}

setters!(Update {
    option with_date(date: DueDate);
    flag with_restricted(restricted: bool);
});
