//! Changes to a plan: each gives the whole next version, or every problem that it would have.

use axum::http::StatusCode;
use improvement_plan::plan::Item;
use improvement_plan::{DueDate, Plan, RejectedPlan, Revision, Uuid};
use serde_json::{Map, Value};

use crate::problem::Problem;

/// Writes the id of every record into the document, so that a record keeps it when its reference
/// changes.
pub fn with_ids(plan: Plan) -> Result<Plan, RejectedPlan> {
    Plan::build(plan.into_doc_with_ids())
}

/// Returns the action or milestone that an id names, or a reference that no other has.
pub fn item<'p>(plan: Option<&'p Plan>, name: &str) -> Result<Item<'p>, Problem> {
    let plan = plan.ok_or_else(|| Problem::not_found("plan"))?;
    let id = name.parse::<Uuid>().ok();
    let is_named = |item: &Item<'_>| {
        id.as_ref() == Some(item.id().as_uuid()) || item.reference().as_str() == Some(name)
    };
    let mut named = plan.items().filter(is_named);
    match (named.next(), named.next()) {
        (Some(item), None) => Ok(item),
        (None, _) => Err(Problem::not_found("action or milestone")),
        (Some(_), Some(_)) => {
            let detail = "More than one action or milestone has this reference. Use the id of one.";
            Err(Problem::new(StatusCode::CONFLICT, detail))
        }
    }
}

/// Changes an action or a milestone by a merge patch (RFC 7396).
///
/// What was agreed about dates stays: an original due date and the revisions of it cannot be typed over
/// in this way.
pub fn patched(item: Item<'_>, patch: &Value) -> Result<Plan, Problem> {
    if !patch.is_object() {
        return Err(unprocessable("A merge patch is an object."));
    }
    let plan = changed(item, |record| merge(record, patch))?;
    if plan.item(item.id()).is_none() {
        return Err(unprocessable("A record keeps its id."));
    }
    let milestones = item.action().milestones().map(Item::Milestone);
    let kept = milestones.chain([item]).all(|old| {
        plan.item(old.id()).is_none_or(|new| {
            let (old, new) = (dates(old), dates(new));
            (old.0.is_none() || old.0 == new.0) && old.1 == new.1
        })
    });
    let detail = "An original due date and its revisions stay as they are. To move a date, POST a \
                  revision; to correct a mistake, PUT the document.";
    if kept { Ok(plan) } else { Err(unprocessable(detail)) }
}

/// Adds a revision to an action or a milestone, and touches nothing else.
pub fn revised(item: Item<'_>, revision: Value) -> Result<Plan, Problem> {
    changed(item, |record| {
        if let Some(record) = record.as_object_mut() {
            let revisions = record.entry("revisions").or_insert_with(|| Value::Array(Vec::new()));
            if let Some(revisions) = revisions.as_array_mut() {
                revisions.push(revision);
            }
        }
    })
}

/// Returns the original due date and the revisions of it.
fn dates(item: Item<'_>) -> (Option<&DueDate>, &[Revision]) {
    match item {
        Item::Action(action) => (action.record().due.as_ref(), &action.record().revisions),
        Item::Milestone(one) => (one.record().due.as_ref(), &one.record().revisions),
    }
}

/// Changes a record in the document and reads the document again: every wrong key, type and link of the
/// change is found, as in a document that was sent.
fn changed(item: Item<'_>, change: impl FnOnce(&mut Value)) -> Result<Plan, Problem> {
    let mut document = serde_json::to_value(item.action().plan().doc())?;
    let action = format!("/actions/{}", item.action().position());
    let at = match item {
        Item::Milestone(milestone) => format!("{action}/milestones/{}", milestone.position()),
        Item::Action(_) => action,
    };
    document.pointer_mut(&at).map(change);
    let plan = Plan::from_json(&document.to_string());
    Ok(with_ids(plan.map_err(|error| Problem::from(error).without_positions())?)?)
}

/// Applies a merge patch: null removes a key, an object is merged, anything else replaces.
fn merge(value: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else { return value.clone_from(patch) };
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Some(object) = value.as_object_mut() else { return };
    for (key, new) in patch {
        if new.is_null() {
            object.remove(key);
        } else {
            merge(object.entry(key.as_str()).or_insert(Value::Null), new);
        }
    }
}

pub fn unprocessable(detail: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
}
