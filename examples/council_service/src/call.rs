//! A request of an admitted caller, and the work it asks for.

use std::sync::Arc;

use aide::OperationInput;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use axum::response::Response;
use improvement_plan::Plan;
use improvement_plan::plan::Withheld;
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
pub struct Call {
    pub service: Arc<Service>,
    pub access: Access,
    headers: HeaderMap,
}

/// A version of a plan, or as much of it as the caller may see.
pub struct Held {
    pub version: i64,
    pub plan: Plan,
    /// What the caller may not see; `None` if the plan is whole.
    pub withheld: Option<Withheld>,
}

impl Call {
    /// Does work that takes long, such as building a plan, on a thread that may block.
    pub async fn work(self, job: impl FnOnce(&Self) -> Reply + Send + 'static) -> Reply {
        let turn = Arc::clone(&self.service.turns).acquire_owned().await;
        let work = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            job(&self)
        });
        work.await.unwrap_or_else(|_| Err(Problem::internal("the work of a request panicked")))
    }

    /// Returns the latest version of a plan, as much of it as the caller may see.
    pub fn held(&self, key: &Key) -> Result<Held, Problem> {
        let latest = self.service.store.latest(key)?;
        let (version, plan) = latest.ok_or_else(|| Problem::not_found("plan"))?;
        Ok(match self.access {
            Access::Whole => Held { version, plan, withheld: None },
            Access::Published => {
                let published = plan.published();
                let withheld = Some(*published.withheld());
                Held { version, plan: published.into_plan(), withheld }
            }
        })
    }

    pub fn header(&self, name: HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

impl FromRequestParts<Arc<Service>> for Call {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        service: &Arc<Service>,
    ) -> Result<Self, Problem> {
        let access = parts.extensions.get().copied();
        let access = access.ok_or_else(|| Problem::internal("a caller was not admitted"))?;
        Ok(Self { service: Arc::clone(service), access, headers: parts.headers.clone() })
    }
}

impl OperationInput for Call {}
