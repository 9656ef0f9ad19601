//! The authority, period, purpose and roles of a plan.

use serde::{Deserialize, Serialize};

use super::fields::setters;
use crate::due_date::DueDate;
use crate::vocabulary::open_words;

/// The authority that owns a plan: a council, or a trust that runs its children's services.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an authority: an object with a name")]
#[non_exhaustive]
pub struct Authority {
    /// The name people use, such as `Croydon`.
    pub name: String,
    /// Its nine-character Office for National Statistics code, such as `E09000008`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Authority {
    /// Creates an authority with a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), code: None }
    }
}

setters!(Authority {
    option with_code(code: String);
});

/// The first and last day of a plan. A date written without a year is taken to be in this period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a period: an object with start and end")]
#[non_exhaustive]
pub struct Period {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<DueDate>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<DueDate>,
}

impl Period {
    /// Creates a period from its first and last day.
    #[must_use]
    pub fn new(start: impl Into<DueDate>, end: impl Into<DueDate>) -> Self {
        Self { start: Some(start.into()), end: Some(end.into()) }
    }
}

open_words! {
    /// What a plan is for.
    Purpose {
        /// An improvement plan that answers an inspection.
        Improvement = "improvement",
        /// A short plan for the first months, before the improvement plan is agreed.
        Transitional = "transitional",
        /// The written statement of proposed action that the law requires.
        WrittenStatement = "written-statement",
        /// A plan that acts on a review.
        Review = "review",
    }
}

/// A post with a role in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a role: an object with role and post")]
#[non_exhaustive]
pub struct Role {
    /// What the post does for the plan, such as `accountable`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The post, such as `Director of Children's Services`. Never a person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The body the post belongs to, if not the authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl Role {
    /// Creates a role from what the post does for the plan and the post.
    #[must_use]
    pub fn new(role: impl Into<String>, post: impl Into<String>) -> Self {
        Self { role: Some(role.into()), post: Some(post.into()), body: None }
    }
}

setters!(Role {
    option with_body(body: String);
});
