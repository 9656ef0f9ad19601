//! The documents of plans: reading them, and storing the next version of one.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use improvement_plan::ids::RecordId;
use improvement_plan::{Plan, PlanDoc, Rules};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::access::Access;
use crate::call::{Call, Held, Reply};
use crate::edits;
use crate::problem::Problem;
use crate::store::Key;

/// A plan that is kept here.
#[derive(Serialize, JsonSchema)]
pub struct Listed {
    #[serde(flatten)]
    key: Key,
    title: String,
    version: i64,
}

#[derive(Deserialize, JsonSchema)]
pub struct VersionPath {
    #[serde(flatten)]
    key: Key,
    version: i64,
}

#[derive(Deserialize, JsonSchema)]
pub struct ItemPath {
    #[serde(flatten)]
    key: Key,
    /// The id of an action or a milestone, or its reference if no other has it.
    item: String,
}

pub fn list(call: &Call) -> Reply {
    let listed = call.service.store.keys()?.into_iter().map(|key| {
        let Held { plan, version, .. } = call.held(&key)?;
        Ok(Listed { key, title: plan.title().to_owned(), version })
    });
    Ok(Json(listed.collect::<Result<Vec<_>, Problem>>()?).into_response())
}

pub fn read(call: &Call, key: &Key) -> Reply {
    let held = call.held(key)?;
    let tag = tag(held.version, call.access);
    if call.header(header::IF_NONE_MATCH).is_some_and(|known| names(known, &tag)) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    Ok(document(held.plan.to_json(), tag))
}

/// Answers for whole plans only: what is restricted today may not have been so in an earlier version.
pub fn versions(call: &Call, key: &Key) -> Reply {
    call.access.must_be_whole()?;
    match call.service.store.versions(key)? {
        none if none.is_empty() => Err(Problem::not_found("plan")),
        versions => Ok(Json(versions).into_response()),
    }
}

pub fn version(call: &Call, path: &VersionPath) -> Reply {
    call.access.must_be_whole()?;
    let found = call.service.store.document(&path.key, Some(path.version))?;
    let (version, text) = found.ok_or_else(|| Problem::not_found("version"))?;
    Ok(document(text, tag(version, call.access)))
}

pub fn put(call: &Call, key: &Key) -> Reply {
    store(call, key, |_| {
        let is_allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if !(1..=64).contains(&key.council.len()) || !key.council.bytes().all(is_allowed) {
            let rule = "A council is 1 to 64 lower-case letters, digits and hyphens.";
            return Err(Problem::unprocessable(rule));
        }
        let plan = Plan::from_json_bytes(&call.body)?;
        if plan.reference().as_str() != Some(key.plan.as_str()) {
            let rule = "The plan in the address must be the reference of the document.";
            return Err(Problem::unprocessable(rule));
        }
        // A record whose id is written keeps it when its reference changes.
        Ok((plan.edit(PlanDoc::pin_ids)?, Vec::new()))
    })
}

pub fn patch(call: &Call, path: &ItemPath) -> Reply {
    store(call, &path.key, |plan| {
        let item = edits::item(plan, &path.item)?;
        let milestones = item.action().milestones().map(|one| one.id().into());
        let about = milestones.chain([RecordId::from(item.id())]).collect();
        Ok((edits::patched(item, &body(call)?)?, about))
    })
}

pub fn revise(call: &Call, path: &ItemPath) -> Reply {
    store(call, &path.key, |plan| {
        let item = edits::item(plan, &path.item)?;
        Ok((edits::revised(item, body(call)?)?, vec![item.id().into()]))
    })
}

/// Stores the next version of a plan if the caller saw the latest, and answers what the rules say about
/// the records that were changed; without any, about the whole plan.
fn store<E>(call: &Call, key: &Key, edit: E) -> Reply
where
    E: FnOnce(Option<&Plan>) -> Result<(Plan, Vec<RecordId>), Problem>,
{
    call.access.must_be_whole()?;
    let latest = call.latest(key)?;
    let current = latest.as_ref().map(|held| held.version);
    let is_current = |tags| current.is_some_and(|now| names(tags, &tag(now, call.access)));
    match (call.header(header::IF_MATCH), call.header(header::IF_NONE_MATCH)) {
        (Some(tags), None) if is_current(tags) => {}
        (None, Some("*") | None) if current.is_none() => {}
        (None, None) => {
            let detail = "Send If-Match with the ETag of the version that you changed.";
            return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, detail));
        }
        _ => return Err(changed()),
    }
    let (plan, about) = edit(latest.as_ref().map(|held| &held.plan))?;
    let version = call.service.store.add(key, current, &plan.to_json())?.ok_or_else(changed)?;
    let held = Held { version, plan, withheld: None };
    let found = held.plan.check(&Rules::standard(), call.day());
    let is_about = |id| about.contains(&id);
    let found = found.iter().filter(|one| about.is_empty() || one.record().is_some_and(is_about));
    let answer = Json(call.about(key, &held, found.collect::<Vec<_>>()));
    let status = if current.is_none() { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::ETAG, tag(version, call.access))], answer).into_response())
}

/// Creates the answer to who changed a version that is not the latest.
fn changed() -> Problem {
    let detail = "The plan is not at the version that you changed. Read it again, make the change to \
                  it, and send it with the ETag that it has then. A new plan needs no If-Match.";
    Problem::new(StatusCode::PRECONDITION_FAILED, detail)
}

fn body(call: &Call) -> Result<Value, Problem> {
    serde_json::from_slice(&call.body).map_err(|error| {
        Problem::new(StatusCode::BAD_REQUEST, format!("The body is not JSON: {error}."))
    })
}

/// Returns the entity tag of a version as a caller sees it.
fn tag(version: i64, access: Access) -> String {
    let view = if access == Access::Whole { "" } else { "-published" };
    format!("\"{version}{view}\"")
}

/// Returns whether a list of entity tags names this one.
fn names(tags: &str, tag: &str) -> bool {
    tags.trim() == "*" || tags.split(',').any(|one| one.trim() == tag)
}

fn document(text: String, tag: String) -> Response {
    let kind = (header::CONTENT_TYPE, "application/json".to_owned());
    ([kind, (header::ETAG, tag)], text).into_response()
}
