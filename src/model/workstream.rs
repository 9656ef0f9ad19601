//! A part of the plan: theme, strand, point, workstream or priority.

use serde::{Deserialize, Serialize};

use super::Owner;
use super::fields::{is_false, null_is_default, setters};
use crate::id::WorkstreamId;

/// A part of the plan, often nested: workstream, then priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a workstream: an object with a name")]
#[non_exhaustive]
pub struct Workstream {
    /// Its id, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkstreamId>,
    /// What people quote it by; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its name.
    pub name: String,
    /// The workstream it is a part of: a reference or an id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Owner>,
    /// The team or board that drives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Workstream {
    /// A workstream known by its name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            name: name.into(),
            part_of: None,
            lead: None,
            team: None,
            restricted: false,
        }
    }
}

setters!(Workstream {
    option with_id(id: WorkstreamId);
    option with_reference(reference: String);
    option with_part_of(part_of: String);
    option with_lead(lead: Owner);
    option with_team(team: String);
    flag with_restricted(restricted: bool);
});
