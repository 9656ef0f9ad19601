//! Actions: what will be done.

use serde::{Deserialize, Serialize};

use super::fields::{is_false, list, null_is_default, setters};
use super::{
    DeliveryStatus, Evidence, Milestone, Owner, Resource, Revision, SignOff, Stopped, Update,
};
use crate::due_date::DueDate;
use crate::id::ActionId;
use crate::vocabulary::closed_words;

closed_words! {
    /// How often something recurs.
    #[non_exhaustive]
    Every {
        /// Every day.
        Day = "day",
        /// Every week.
        Week = "week",
        /// Every month.
        Month = "month",
        /// Every quarter.
        Quarter = "quarter",
        /// Every school term.
        Term = "term",
        /// Every year.
        Year = "year",
        /// All the time.
        Continuous = "continuous",
    }
}

/// How often work recurs and when it is next reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a recurrence: an object with every and next_review")]
#[non_exhaustive]
pub struct Recurrence {
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// The date of the next review of whether it should go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_review: Option<DueDate>,
}

impl Recurrence {
    /// Creates a recurrence without a review date.
    #[must_use]
    pub fn new(every: Every) -> Self {
        Self { every: Some(every), next_review: None }
    }
}

setters!(Recurrence {
    option with_next_review(next_review: DueDate);
});

/// An interim arrangement: in force until a date, after which it lapses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "an interim arrangement: an object with from, until and words"
)]
#[non_exhaustive]
pub struct InForce {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DueDate>,
    /// The last day on which it is in force. A length such as `for 6 months` counts from `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DueDate>,
    /// The text as the document has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl InForce {
    /// Creates an interim arrangement without dates.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters!(InForce {
    option with_from(from: DueDate);
    option with_until(until: DueDate);
    option with_words(words: String);
});

/// An action: what will be done. It answers one or more recommendations, or enables the response to
/// a source as a board or a programme team does, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "an action: an object with a title")]
#[non_exhaustive]
pub struct Action {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ActionId>,
    /// The reference people quote; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What will be done.
    pub title: String,
    /// The recommendations it answers, by reference or id.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// The sources whose response it enables as a whole, by reference or id. It covers no
    /// recommendation by this.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub enables: Vec<String>,
    /// Its workstream, by reference or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workstream: Option<String>,
    /// Who does it. The owner marked as lead leads it or, if none is, the first.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<Owner>,
    /// The date it starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<DueDate>,
    /// The original due date. It never changes: see `revisions`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<DueDate>,
    /// How often it recurs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurs: Option<Recurrence>,
    /// When it is in force, if it is an interim arrangement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<InForce>,
    /// The action that follows it, by reference or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succeeded_by: Option<String>,
    /// Its delivery status.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "DeliveryStatus::is_not_stated"
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<DeliveryStatus>", extend("default" = "not-stated")))]
    pub status: DeliveryStatus,
    /// The date it was completed. The date alone does not complete the action: its status must be
    /// `completed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<DueDate>,
    /// Who accepted the completion, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_off: Option<SignOff>,
    /// When and why it was suspended or withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
    /// The declared RAG status: red, amber, green or a word from the plan's legend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<String>,
    /// What success looks like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<String>,
    /// The measures that show its effect, by reference or id.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Changes to the due date, agreed or requested.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// Its dated steps.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// The actions it depends on, by reference or id.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<String>,
    /// Labels to group it by.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What it costs and who pays.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// What shows that it happened.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Dated notes on progress.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Action {
    /// Creates an action with a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            title: title.into(),
            answers: Vec::new(),
            enables: Vec::new(),
            workstream: None,
            owners: Vec::new(),
            start: None,
            due: None,
            recurs: None,
            in_force: None,
            succeeded_by: None,
            status: DeliveryStatus::NotStated,
            completed: None,
            signed_off: None,
            stopped: None,
            rag: None,
            success: None,
            measures: Vec::new(),
            revisions: Vec::new(),
            milestones: Vec::new(),
            depends_on: Vec::new(),
            tags: Vec::new(),
            resources: Vec::new(),
            evidence: Vec::new(),
            updates: Vec::new(),
            restricted: false,
        }
    }
}

setters!(Action {
    option with_id(id: ActionId);
    option with_reference(reference: String);
    list with_answers(answers: String);
    list with_enables(enables: String);
    option with_workstream(workstream: String);
    list with_owners(owners: Owner);
    option with_start(start: DueDate);
    option with_due(due: DueDate);
    option with_recurs(recurs: Recurrence);
    option with_in_force(in_force: InForce);
    option with_succeeded_by(succeeded_by: String);
    value with_status(status: DeliveryStatus);
    option with_completed(completed: DueDate);
    option with_signed_off(signed_off: SignOff);
    option with_stopped(stopped: Stopped);
    option with_rag(rag: String);
    option with_success(success: String);
    list with_measures(measures: String);
    list with_revisions(revisions: Revision);
    list with_milestones(milestones: Milestone);
    list with_depends_on(depends_on: String);
    list with_tags(tags: String);
    list with_resources(resources: Resource);
    list with_evidence(evidence: Evidence);
    list with_updates(updates: Update);
    flag with_restricted(restricted: bool);
});
