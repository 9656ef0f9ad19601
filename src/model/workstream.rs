//! Workstreams: the parts of a plan, which councils also call themes, strands, points or
//! priorities.

use serde::{Deserialize, Serialize};

use super::Owner;
use super::fields::{is_false, null_is_default, setters};
use crate::id::WorkstreamId;

/// A part of the plan. Workstreams can be nested, such as priorities in a workstream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a workstream: an object with a name")]
#[non_exhaustive]
pub struct Workstream {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkstreamId>,
    /// The reference people quote; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its name.
    pub name: String,
    /// The workstream it is a part of, by reference or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<Owner>,
    /// The team or board responsible for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team: Option<String>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Workstream {
    /// Creates a workstream with a name.
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
