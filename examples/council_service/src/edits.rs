//! Changes to a plan: each gives the whole next version, or every problem that it would have.

use axum::http::StatusCode;
use improvement_plan::plan::Item;
use improvement_plan::{Action, DueDate, Plan, Revision, Uuid};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::problem::Problem;

/// Returns the action or milestone that an id names, or a reference that no other has.
pub fn item<'p>(plan: Option<&'p Plan>, name: &str) -> Result<Item<'p>, Problem> {
    let plan = plan.ok_or_else(|| Problem::not_found("plan"))?;
    let id = name.parse::<Uuid>().ok();
    let is_named = |item: &Item<'_>| {
        id.as_ref() == Some(item.id().as_uuid()) || item.reference().as_str() == Some(name)
    };
    let mut named = plan.items().filter(is_named);
    let item = named.next().ok_or_else(|| Problem::not_found("action or milestone"))?;
    let detail = "More than one action or milestone has this reference. Use the id of one.";
    named.next().map_or(Ok(item), |_| Err(Problem::new(StatusCode::CONFLICT, detail)))
}

/// Changes an action or a milestone by a merge patch (RFC 7396).
///
/// What was agreed about dates stays: an original due date and the revisions of it cannot be typed over
/// in this way.
pub fn patched(item: Item<'_>, patch: &Value) -> Result<Plan, Problem> {
    if !patch.is_object() {
        return Err(Problem::unprocessable("A merge patch is an object."));
    }
    let action = item.action();
    let document = changed(item, |record| json_patch::merge(record, patch))?;
    let record = document.pointer(&format!("/actions/{}", action.position()));
    let Some(Ok(record)) = record.map(Action::deserialize) else {
        return Err(every_problem(&document));
    };
    let plan = action.plan().edit(|doc| {
        if let Some(old) = doc.action_mut(action.id()) {
            *old = record;
        }
        doc.pin_ids();
    })?;
    if plan.item(item.id()).is_none() {
        return Err(Problem::unprocessable("A record keeps its id."));
    }
    let kept = action.milestones().map(Item::Milestone).chain([item]).all(|old| {
        let new = plan.item(old.id()).map(dates);
        let (due, revisions) = dates(old);
        new.is_none_or(|new| (due.is_none() || due == new.0) && revisions == new.1)
    });
    let detail = "An original due date and its revisions stay as they are. To move a date, POST a \
                  revision; to correct a mistake, PUT the document.";
    if kept { Ok(plan) } else { Err(Problem::unprocessable(detail)) }
}

/// Adds a revision to an action or a milestone, and touches nothing else.
pub fn revised(item: Item<'_>, revision: Value) -> Result<Plan, Problem> {
    if let Ok(revision) = Revision::deserialize(&revision) {
        return Ok(item.action().plan().revise(item.id(), revision)?);
    }
    let document = changed(item, |record| match record.get_mut("revisions") {
        Some(Value::Array(revisions)) => revisions.push(revision),
        _ => json_patch::merge(record, &json!({ "revisions": [revision] })),
    })?;
    Err(every_problem(&document))
}

/// Returns the original due date and the revisions of it.
fn dates(item: Item<'_>) -> (Option<&DueDate>, &[Revision]) {
    match item {
        Item::Action(action) => (action.record().due.as_ref(), &action.record().revisions),
        Item::Milestone(one) => (one.record().due.as_ref(), &one.record().revisions),
    }
}

/// Returns the document of the plan with a change to the record of an item.
fn changed(item: Item<'_>, change: impl FnOnce(&mut Value)) -> Result<Value, Problem> {
    let mut document = serde_json::to_value(item.action().plan().doc())?;
    let action = format!("/actions/{}", item.action().position());
    let at = match item {
        Item::Action(_) => action,
        Item::Milestone(one) => format!("{action}/milestones/{}", one.position()),
    };
    document.pointer_mut(&at).map(change);
    Ok(document)
}

/// Reads a document with a record that is none, for every wrong key, type and link. The positions are
/// of a text that the caller has not seen.
fn every_problem(document: &Value) -> Problem {
    let Err(error) = Plan::from_json(&document.to_string()) else {
        return Problem::internal("a record could be read only within its document");
    };
    let mut problem = Problem::from(error);
    for found in problem.diagnostics.iter_mut().filter_map(Value::as_array_mut).flatten() {
        for position in ["line", "column"] {
            found.get_mut(position).map(Value::take);
        }
    }
    problem
}
