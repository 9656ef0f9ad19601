//! Questions about plans as of a day.

use axum::Json;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use chrono::{Local, NaiveDate};
use improvement_plan::plan::Withheld;
use improvement_plan::{CoverageReport, Plan, Rules};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::call::{Call, Held, Reply};
use crate::problem::Problem;
use crate::schemas::About;
use crate::store::Key;

/// The day that a question is about.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day to answer for, such as 2026-11-02; today, by the clock of the service, if not given.
    #[schemars(with = "Option<NaiveDate>")]
    as_of: Option<String>,
}

impl AsOf {
    pub fn day(&self) -> Result<NaiveDate, Problem> {
        let Some(day) = &self.as_of else { return Ok(Local::now().date_naive()) };
        day.parse().map_err(|_| {
            let detail = "as_of is not a day. Write it as 2026-11-02.";
            Problem::new(StatusCode::BAD_REQUEST, detail)
        })
    }
}

pub async fn coverage(call: Call, path: Path<Key>, as_of: Query<AsOf>) -> Reply {
    ask(call, path.0, as_of.0, |plan, day| serde_json::to_value(plan.coverage(day))).await
}

pub async fn overdue(call: Call, path: Path<Key>, as_of: Query<AsOf>) -> Reply {
    ask(call, path.0, as_of.0, all_overdue).await
}

pub async fn checks(call: Call, path: Path<Key>, as_of: Query<AsOf>) -> Reply {
    let check = |plan: &Plan, day| serde_json::to_value(plan.check(&Rules::standard(), day));
    ask(call, path.0, as_of.0, check).await
}

/// Answers for every plan or, if one cannot be read, for none: a list without it would look complete.
pub async fn overdue_everywhere(call: Call, as_of: Query<AsOf>) -> Reply {
    call.work(move |call| {
        let day = as_of.day()?;
        let answers = call.service.store.keys()?.into_iter().map(|key| {
            let held = call.held(&key)?;
            let overdue = all_overdue(&held.plan, day)?;
            Ok(answer(call, key, &held, day, overdue))
        });
        Ok(Json(answers.collect::<Result<Vec<_>, Problem>>()?).into_response())
    })
    .await
}

pub async fn report(call: Call, Path(key): Path<Key>, as_of: Query<AsOf>) -> Reply {
    call.work(move |call| {
        let held = call.held(&key)?;
        let mut report = CoverageReport::new(&held.plan, as_of.day()?, &Rules::standard());
        if let Some(withheld) = held.withheld {
            report = report.with_withheld(withheld);
        }
        let accepts_markdown = |kinds: &str| kinds.contains("text/markdown");
        let (kind, text) = if call.header(header::ACCEPT).is_some_and(accepts_markdown) {
            ("text/markdown; charset=utf-8", report.to_markdown())
        } else {
            ("application/json", report.to_json())
        };
        Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
    })
    .await
}

fn all_overdue(plan: &Plan, day: NaiveDate) -> serde_json::Result<Value> {
    serde_json::to_value(plan.overdue(day).collect::<Vec<_>>())
}

async fn ask<Q>(call: Call, key: Key, as_of: AsOf, question: Q) -> Reply
where
    Q: FnOnce(&Plan, NaiveDate) -> serde_json::Result<Value> + Send + 'static,
{
    call.work(move |call| {
        let day = as_of.day()?;
        let held = call.held(&key)?;
        let answered = question(&held.plan, day)?;
        Ok(Json(answer(call, key, &held, day, answered)).into_response())
    })
    .await
}

/// Puts beside an answer what it is about.
pub fn answer<T>(call: &Call, key: Key, held: &Held, as_of: NaiveDate, answer: T) -> About<T> {
    let Key { council, plan } = key;
    let withheld = held.withheld.as_ref().map(Withheld::total);
    About { council, plan, version: held.version, view: call.access, withheld, as_of, answer }
}
