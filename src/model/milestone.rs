//! Milestones: the dated steps of an action.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, list, null_is_default, setters};
use super::{DeliveryStatus, Owner, Revision, SignOff, Stopped};
use crate::due_date::DueDate;
use crate::id::MilestoneId;

/// A dated step of an action. A milestone with a `completed` date and no status counts as
/// completed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a milestone: an object with a title")]
#[non_exhaustive]
pub struct Milestone {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MilestoneId>,
    /// The reference people quote; unique within its action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What will be reached.
    pub title: String,
    /// Its owners, if they are not the action's. The owner marked as lead leads it or, if none is,
    /// the first.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// The original due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDate>,
    /// Its delivery status.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "DeliveryStatus::is_not_stated"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DeliveryStatus>", extend("default" = "not-stated")))]
    pub status: DeliveryStatus,
    /// The date it was completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<DueDate>,
    /// Who accepted the completion, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_off: Option<SignOff>,
    /// Changes to the due date, agreed or requested.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// When and why it was suspended or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Milestone {
    /// Creates a milestone with a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            title: title.into(),
            owners: Vec::new(),
            due: None,
            status: DeliveryStatus::NotStated,
            completed: None,
            signed_off: None,
            revisions: Vec::new(),
            stopped: None,
            restricted: false,
        }
    }
}

setters!(Milestone {
    option with_id(id: MilestoneId);
    option with_reference(reference: String);
    list with_owners(owners: Owner);
    option with_due(due: DueDate);
    value with_status(status: DeliveryStatus);
    option with_completed(completed: DueDate);
    option with_signed_off(signed_off: SignOff);
    list with_revisions(revisions: Revision);
    option with_stopped(stopped: Stopped);
    flag with_restricted(restricted: bool);
});
