//! Errors as problem details (RFC 9457).

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use improvement_plan::{Diagnostics, LoadError, RejectedPlan};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::schemas;
use crate::store::StoreError;

/// The media type of problem details.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was not answered.
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
    diagnostics: Option<Value>,
}

impl Problem {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let (title, detail) = (status.canonical_reason().unwrap_or("Error"), detail.into());
        let (kind, status) = ("about:blank", status.as_u16());
        Self { kind, title, status, detail, diagnostics: None }
    }

    /// Creates the answer to a request for what is not here.
    pub fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("There is no such {what}."))
    }

    /// Creates the answer to a request that failed here. The caller learns no more; the log has the
    /// reason, which must not contain the text of a plan.
    pub fn internal(reason: &str) -> Self {
        tracing::error!(reason, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "The service failed. Its log says why.")
    }

    /// Removes the lines and columns: they are of a text that the caller has not seen.
    #[must_use]
    pub fn without_positions(mut self) -> Self {
        for diagnostic in self.diagnostics.iter_mut().filter_map(Value::as_array_mut).flatten() {
            for key in ["line", "column"] {
                diagnostic.as_object_mut().map(|object| object.insert(key.to_owned(), Value::Null));
            }
        }
        self
    }

    fn refused(found: &Diagnostics) -> Self {
        let s = if found.len() == 1 { "" } else { "s" };
        let detail = format!("The plan has {} problem{s} to fix. Nothing was stored.", found.len());
        Self {
            kind: "tag:improvement-plan.example,2026:plan-refused",
            diagnostics: serde_json::to_value(found).ok(),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }
}

impl From<LoadError> for Problem {
    fn from(error: LoadError) -> Self {
        Self::refused(error.diagnostics())
    }
}

impl From<RejectedPlan> for Problem {
    fn from(error: RejectedPlan) -> Self {
        Self::refused(error.diagnostics())
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let StoreError::Changed { current } = error else {
            return Self::internal(&error.to_string());
        };
        let detail = match current {
            Some(version) => format!(
                "The plan is at version {version}. Read it again, make the change to it, and send it \
                 with If-Match: \"{version}\"."
            ),
            None => "There is no such plan. To create it, send no If-Match.".to_owned(),
        };
        Self::new(StatusCode::PRECONDITION_FAILED, detail)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(_: serde_json::Error) -> Self {
        Self::internal("an answer could not be written as JSON")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl OperationOutput for Problem {
    type Inner = Self;

    fn operation_response(ctx: &mut GenContext, operation: &mut Operation) -> Option<Documented> {
        let mut documented = Json::<Self>::operation_response(ctx, operation)?;
        let content = documented.content.drain(..).map(|(_, body)| (MEDIA_TYPE.to_owned(), body));
        documented.content = content.collect();
        Some(documented)
    }
}
