//! Questions about plans as of a day.

use axum::Json;
use axum::http::header;
use axum::response::IntoResponse;
use chrono::NaiveDate;
use improvement_plan::{CoverageReport, Plan, Rules};
use serde_json::{Result as Written, Value, to_value};

use crate::call::{About, Call, Reply};
use crate::problem::Problem;
use crate::store::Key;

pub fn coverage(call: &Call, key: &Key) -> Reply {
    Ok(Json(ask(call, key, |plan, day| to_value(plan.coverage(day)))?).into_response())
}

pub fn overdue(call: &Call, key: &Key) -> Reply {
    Ok(Json(ask(call, key, all_overdue)?).into_response())
}

pub fn checks(call: &Call, key: &Key) -> Reply {
    Ok(Json(ask(call, key, |plan, day| to_value(plan.check(&Rules::standard(), day)))?)
        .into_response())
}

/// Answers for every plan or, if one cannot be read, for none: a list without it would look complete.
pub fn overdue_everywhere(call: &Call) -> Reply {
    let keys = call.service.store.keys()?;
    let answers = keys.iter().map(|key| ask(call, key, all_overdue));
    Ok(Json(answers.collect::<Result<Vec<_>, _>>()?).into_response())
}

pub fn report(call: &Call, key: &Key) -> Reply {
    let held = call.held(key)?;
    let mut report = CoverageReport::new(&held.plan, call.day(), &Rules::standard());
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
}

fn all_overdue(plan: &Plan, day: NaiveDate) -> Written<Value> {
    to_value(plan.overdue(day).collect::<Vec<_>>())
}

type Question = fn(&Plan, NaiveDate) -> Written<Value>;

fn ask(call: &Call, key: &Key, question: Question) -> Result<About<Value>, Problem> {
    let held = call.held(key)?;
    let answer = question(&held.plan, call.day())?;
    Ok(call.about(key, &held, answer))
}
