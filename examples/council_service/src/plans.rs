//! The documents of plans: reading them, and storing the next version of one.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use improvement_plan::ids::RecordId;
use improvement_plan::{Diagnostic, Plan, Rules};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::access::Access;
use crate::answers::{AsOf, answer};
use crate::call::{Call, Held, Reply};
use crate::edits;
use crate::problem::Problem;
use crate::schemas::Listed;
use crate::store::{Key, StoreError};

#[derive(Deserialize, JsonSchema)]
pub struct VersionPath {
    council: String,
    plan: String,
    version: i64,
}

#[derive(Deserialize, JsonSchema)]
pub struct ItemPath {
    council: String,
    plan: String,
    /// The id of an action or a milestone, or its reference if no other has it.
    item: String,
}

pub async fn list(call: Call) -> Reply {
    call.work(|call| {
        let listed = call.service.store.keys()?.into_iter().map(|key| {
            let Held { version, plan, .. } = call.held(&key)?;
            let title = plan.title().to_owned();
            Ok(Listed { council: key.council, plan: key.plan, title, version })
        });
        Ok(Json(listed.collect::<Result<Vec<_>, Problem>>()?).into_response())
    })
    .await
}

pub async fn read(call: Call, Path(key): Path<Key>) -> Reply {
    call.work(move |call| {
        let held = call.held(&key)?;
        let tag = tag(held.version, call.access);
        if call.header(header::IF_NONE_MATCH).is_some_and(|known| names(known, &tag)) {
            return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
        }
        Ok(document(held.plan.to_json(), tag))
    })
    .await
}

/// Answers for whole plans only: what is restricted today may not have been so in an earlier version.
pub async fn versions(call: Call, Path(key): Path<Key>) -> Reply {
    call.access.must_be_whole()?;
    call.work(move |call| match call.service.store.versions(&key)? {
        none if none.is_empty() => Err(Problem::not_found("plan")),
        versions => Ok(Json(versions).into_response()),
    })
    .await
}

pub async fn version(call: Call, Path(path): Path<VersionPath>) -> Reply {
    call.access.must_be_whole()?;
    call.work(move |call| {
        let VersionPath { council, plan, version } = path;
        let text = call.service.store.document(&Key { council, plan }, version)?;
        let text = text.ok_or_else(|| Problem::not_found("version"))?;
        Ok(document(text, tag(version, call.access)))
    })
    .await
}

pub async fn put(call: Call, path: Path<Key>, as_of: Query<AsOf>, body: Bytes) -> Reply {
    let Key { council, plan: reference } = path.0.clone();
    store(call, path.0, as_of.0, move |_| {
        let is_allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        if !(1..=64).contains(&council.len()) || !council.bytes().all(is_allowed) {
            let rule = "A council is 1 to 64 lower-case letters, digits and hyphens.";
            return Err(edits::unprocessable(rule));
        }
        let plan = edits::with_ids(Plan::from_json_bytes(&body)?)?;
        if plan.reference().as_str() != Some(reference.as_str()) {
            let rule = "The plan in the address must be the reference of the document.";
            return Err(edits::unprocessable(rule));
        }
        Ok((plan, Vec::new()))
    })
    .await
}

pub async fn patch(call: Call, path: Path<ItemPath>, as_of: Query<AsOf>, body: Bytes) -> Reply {
    let ItemPath { council, plan, item } = path.0;
    store(call, Key { council, plan }, as_of.0, move |plan| {
        let item = edits::item(plan, &item)?;
        let milestones = item.action().milestones().map(|one| one.id().into());
        let about = milestones.chain([RecordId::from(item.id())]).collect();
        Ok((edits::patched(item, &json(&body)?)?, about))
    })
    .await
}

pub async fn revise(call: Call, path: Path<ItemPath>, as_of: Query<AsOf>, body: Bytes) -> Reply {
    let ItemPath { council, plan, item } = path.0;
    store(call, Key { council, plan }, as_of.0, move |plan| {
        let item = edits::item(plan, &item)?;
        Ok((edits::revised(item, json(&body)?)?, vec![item.id().into()]))
    })
    .await
}

/// Stores the next version of a plan if the caller saw the latest, and answers what the rules say about
/// the records that were changed; without any, about the whole plan.
async fn store<E>(call: Call, key: Key, as_of: AsOf, edit: E) -> Reply
where
    E: FnOnce(Option<&Plan>) -> Result<(Plan, Vec<RecordId>), Problem> + Send + 'static,
{
    call.access.must_be_whole()?;
    call.work(move |call| {
        let day = as_of.day()?;
        let (current, plan) = call.service.store.latest(&key)?.unzip();
        let is_current = |tags| current.is_some_and(|now| names(tags, &tag(now, call.access)));
        match (call.header(header::IF_MATCH), call.header(header::IF_NONE_MATCH)) {
            (Some(tags), None) if is_current(tags) => {}
            (None, Some("*") | None) if current.is_none() => {}
            (None, None) => {
                let detail = "Send If-Match with the ETag of the version that you changed.";
                return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, detail));
            }
            _ => return Err(StoreError::Changed { current }.into()),
        }
        let (plan, about) = edit(plan.as_ref())?;
        let version = call.service.store.add(&key, current, &plan)?;
        let held = Held { version, plan, withheld: None };
        let found = held.plan.check(&Rules::standard(), day);
        let is_about = |one: &&Diagnostic| one.record().is_some_and(|id| about.contains(&id));
        let found: Vec<_> = found.iter().filter(|one| about.is_empty() || is_about(one)).collect();
        let status = if current.is_none() { StatusCode::CREATED } else { StatusCode::OK };
        let tag = [(header::ETAG, tag(version, call.access))];
        Ok((status, tag, Json(answer(call, key, &held, day, found))).into_response())
    })
    .await
}

fn json(body: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(body).map_err(|error| {
        Problem::new(StatusCode::BAD_REQUEST, format!("The body is not JSON: {error}."))
    })
}

/// Returns the entity tag of a version as a caller sees it.
fn tag(version: i64, access: Access) -> String {
    match access {
        Access::Whole => format!("\"{version}\""),
        Access::Published => format!("\"{version}-published\""),
    }
}

/// Returns whether a list of entity tags names this one.
fn names(tags: &str, tag: &str) -> bool {
    tags.trim() == "*" || tags.split(',').any(|one| one.trim() == tag)
}

fn document(text: String, tag: String) -> Response {
    let kind = (header::CONTENT_TYPE, "application/json".to_owned());
    ([kind, (header::ETAG, tag)], text).into_response()
}
