//! Errors as problem details (RFC 9457).

use std::error::Error;

use aide::OperationOutput;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use improvement_plan::{LoadError, RejectedPlan};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::schemas;

/// The media type of problem details.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was not answered: the one error of this service.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// `about:blank`, or for a plan that was refused `tag:improvement-plan.example,2026:plan-refused`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What was wrong and what to do about it.
    detail: String,
    /// Every problem of a plan that was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Vec<schemas::Diagnostic>>")]
    pub diagnostics: Option<Value>,
}

impl Problem {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let (title, detail) = (status.canonical_reason().unwrap_or("Error"), detail.into());
        let (kind, status) = ("about:blank", status.as_u16());
        Self { kind, title, status, detail, diagnostics: None }
    }

    pub fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("There is no such {what}."))
    }

    pub fn unprocessable(detail: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
    }

    /// Creates the answer to a request that failed here. The caller learns no more; the log has the
    /// reason, which must not contain the text of a plan.
    pub fn internal(reason: &str) -> Self {
        tracing::error!(reason, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "The service failed. Its log says why.")
    }
}

/// Answers with what is wrong with a plan that was sent. Any other error is one of the service.
impl<E: Error + 'static> From<E> for Problem {
    fn from(error: E) -> Self {
        let loading = (&error as &dyn Error).downcast_ref().map(LoadError::diagnostics);
        let causes = [Some(&error as &dyn Error), error.source()].into_iter().flatten();
        let mut rejected = causes.filter_map(|cause| cause.downcast_ref::<RejectedPlan>());
        let found = loading.or_else(|| rejected.next().map(RejectedPlan::diagnostics));
        let Some(found) = found else { return Self::internal(&error.to_string()) };
        let s = if found.len() == 1 { "" } else { "s" };
        let detail = format!("The plan has {} problem{s} to fix. Nothing was stored.", found.len());
        let kind = "tag:improvement-plan.example,2026:plan-refused";
        let diagnostics = serde_json::to_value(found).ok();
        Self { kind, diagnostics, ..Self::unprocessable(&detail) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let mut response =
            (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], Json(self)).into_response();
        if status == StatusCode::UNAUTHORIZED {
            let bearer = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, bearer);
        }
        response
    }
}

impl OperationOutput for Problem {
    type Inner = Self;
}
