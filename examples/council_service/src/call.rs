//! A request of an admitted caller, and the work it asks for.

use std::sync::Arc;

use aide::OperationInput;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{FromRequest, Query, State};
use axum::http::{HeaderMap, HeaderName};
use axum::response::Response;
use chrono::{Local, NaiveDate};
use improvement_plan::Plan;
use improvement_plan::plan::Withheld;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;

use crate::access::{Access, Gate};
use crate::problem::Problem;
use crate::store::{Key, Store};

/// An answer, or why there is none.
pub type Reply = Result<Response, Problem>;

/// What all requests share.
pub struct Service {
    pub store: Store,
    pub gate: Gate,
    /// As many permits as requests may be worked on at the same time.
    pub turns: Arc<Semaphore>,
}

/// A request of a caller who was admitted.
#[derive(FromRequest)]
#[from_request(state(Arc<Service>))]
pub struct Call {
    #[from_request(via(State))]
    pub service: Arc<Service>,
    #[from_request(via(Extension))]
    pub access: Access,
    #[from_request(via(Query))]
    as_of: AsOf,
    headers: HeaderMap,
    pub body: Bytes,
}

impl OperationInput for Call {}

/// The day that a question is about.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AsOf {
    /// The day to answer for, such as 2026-11-02; today, by the clock of the service, if not given.
    as_of: Option<NaiveDate>,
}

/// A version of a plan, or as much of it as the caller may see.
pub struct Held {
    pub version: i64,
    pub plan: Plan,
    /// What the caller may not see; `None` if the plan is whole.
    pub withheld: Option<Withheld>,
}

/// An answer about a plan, which version of the plan it is about, and how much of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{T}Answer")]
pub struct About<T> {
    #[serde(flatten)]
    key: Key,
    version: i64,
    view: Access,
    /// How many records were withheld from a published plan; the answer does not cover them. Null for a
    /// whole plan.
    withheld: Option<usize>,
    as_of: NaiveDate,
    answer: T,
}

impl Call {
    /// Does work that takes long, such as building a plan, on a thread that may block.
    pub async fn work(self, job: impl FnOnce(&Self) -> Reply + Send + 'static) -> Reply {
        let turn = Arc::clone(&self.service.turns).acquire_owned().await;
        let work = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            job(&self)
        });
        work.await?
    }

    /// Returns the latest version of a plan as it is stored, if there is such a plan.
    pub fn latest(&self, key: &Key) -> Result<Option<Held>, Problem> {
        let Some((version, document)) = self.service.store.document(key, None)? else {
            return Ok(None);
        };
        let plan = Plan::from_json(&document);
        let plan = plan.map_err(|_| Problem::internal("a stored plan cannot be read"))?;
        Ok(Some(Held { version, plan, withheld: None }))
    }

    /// Returns the latest version of a plan, as much of it as the caller may see.
    pub fn held(&self, key: &Key) -> Result<Held, Problem> {
        let latest = self.latest(key)?.ok_or_else(|| Problem::not_found("plan"))?;
        if self.access == Access::Whole {
            return Ok(latest);
        }
        let published = latest.plan.published();
        let withheld = Some(*published.withheld());
        Ok(Held { plan: published.into_plan(), withheld, ..latest })
    }

    /// Puts beside an answer what it is about.
    pub fn about<T>(&self, key: &Key, held: &Held, answer: T) -> About<T> {
        let withheld = held.withheld.as_ref().map(Withheld::total);
        let (key, version, view, as_of) = (key.clone(), held.version, self.access, self.day());
        About { key, version, view, withheld, as_of, answer }
    }

    pub fn day(&self) -> NaiveDate {
        self.as_of.as_of.unwrap_or_else(|| Local::now().date_naive())
    }

    pub fn header(&self, name: HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}
