//! The addresses, their documentation, and what happens to every request.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, patch_with, post_with, put_with};
use aide::generate::{in_context, infer_responses};
use aide::openapi::{MediaType, OpenApi, ReferenceOr, RequestBody, SchemaObject};
use aide::operation::{ParamLocation, add_parameters, parameters_from_schema, set_body};
use aide::transform::TransformOperation;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, body};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, json_schema};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use crate::access::Gate;
use crate::call::Service;
use crate::problem::{self, Problem};
use crate::schemas::{
    About, Coverage, Diagnostic, ItemPatch, Listed, OverdueItem, PlanDocument, Report,
    RevisionRecord, Version,
};
use crate::store::Store;
use crate::{answers, plans};

/// The most bytes of a body: a plan of some 20,000 actions.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// How long a request may take, with its body.
const TIME_LIMIT: Duration = Duration::from_secs(60);
const PLAN: &str = "/councils/{council}/plans/{plan}";
const JSON: &str = "application/json";

type Found = Vec<Diagnostic>;

/// Returns the service.
pub fn router(store: Store, gate: Gate) -> serde_json::Result<Router> {
    let turns = std::thread::available_parallelism().map_or(2, |cores| 2 * cores.get());
    let service = Arc::new(Service { store, gate, turns: Arc::new(Semaphore::new(turns)) });
    let (operations, document) = documented(matches!(service.gate, Gate::Tokens { .. }))?;
    let page = Html(page(&document));
    Ok(operations
        .route("/", get(async || page))
        .route("/openapi.json", get(async || Json(document)))
        .fallback(async || Problem::not_found("address; / lists what there is"))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIME_LIMIT))
        .layer(middleware::from_fn_with_state(Arc::clone(&service), admit))
        .layer(CatchPanicLayer::new())
        .layer(middleware::map_response(finish))
        .layer(
            TraceLayer::new_for_http()
                // The log has the route and not the address, which names records of a plan.
                .make_span_with(|request: &Request| {
                    let route = request.extensions().get::<MatchedPath>();
                    let route = route.map_or("none", MatchedPath::as_str);
                    tracing::info_span!("request", method = %request.method(), route)
                })
                .on_response(DefaultOnResponse::new().level(tracing::Level::INFO)),
        )
        .with_state(service))
}

/// Returns the operations, and the document that describes them.
fn documented(has_tokens: bool) -> serde_json::Result<(Router<Arc<Service>>, Value)> {
    infer_responses(false);
    in_context(|ctx| {
        ctx.schema = SchemaGenerator::new(SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
        }));
    });
    let at = |rest: &str| format!("{PLAN}{rest}");
    let list = gives::<Vec<Listed>>("List the plans");
    let read = gives::<PlanDocument>("Read the document of a plan");
    let put = takes::<PlanDocument>(JSON, "Store a plan, or the next version of one");
    let versions = gives::<Vec<Version>>("List the versions of a plan");
    let version = gives::<PlanDocument>("Read a version of a plan");
    let patch =
        takes::<ItemPatch>("application/merge-patch+json", "Change an action or a milestone");
    let revise = takes::<RevisionRecord>(JSON, "Revise the due date of an action or a milestone");
    let coverage = gives::<About<Coverage>>("Tell how far each recommendation has got");
    let overdue = gives::<About<Vec<OverdueItem>>>("List what is late in a plan");
    let everywhere = gives::<Vec<About<Vec<OverdueItem>>>>("List what is late in every plan");
    let checks = gives::<About<Found>>("Check a plan by the standard rules");
    let report = gives::<Report>("Report on a plan, as JSON or Markdown");
    let mut document = OpenApi::default();
    let router = ApiRouter::new()
        .api_route("/plans", get_with(plans::list, list))
        .api_route("/overdue", get_with(answers::overdue_everywhere, everywhere))
        .api_route(PLAN, get_with(plans::read, read))
        .api_route(PLAN, put_with(plans::put, |op| put(op).response::<201, Json<About<Found>>>()))
        .api_route(&at("/versions"), get_with(plans::versions, versions))
        .api_route(&at("/versions/{version}"), get_with(plans::version, version))
        .api_route(&at("/items/{item}"), patch_with(plans::patch, patch))
        .api_route(&at("/items/{item}/revisions"), post_with(plans::revise, revise))
        .api_route(&at("/coverage"), get_with(answers::coverage, coverage))
        .api_route(&at("/overdue"), get_with(answers::overdue, overdue))
        .api_route(&at("/checks"), get_with(answers::checks, checks))
        .api_route(&at("/report"), get_with(answers::report, |op| or_markdown(report(op))))
        .finish_api_with(&mut document, |api| {
            let api = api.title("Improvement plans of councils").version(env!("CARGO_PKG_VERSION"));
            api.default_response_with::<Problem, _>(|problem| problem.description("A problem"))
        });
    let mut document = serde_json::to_value(document)?;
    if let Some(document) = document.as_object_mut().filter(|_| has_tokens) {
        document.insert("security".to_owned(), json!([{ "token": [] }]));
        let schemes = json!({ "token": { "type": "http", "scheme": "bearer" } });
        let components = document.get_mut("components").and_then(Value::as_object_mut);
        components.map(|components| components.insert("securitySchemes".to_owned(), schemes));
    }
    Ok((router, document))
}

/// Documents an operation that answers with a `T`.
fn gives<T: JsonSchema>(
    summary: &str,
) -> impl Fn(TransformOperation<'_>) -> TransformOperation<'_> + '_ {
    move |op| {
        op.summary(summary).response_with::<200, Json<T>, _>(|ok| ok.description("The answer"))
    }
}

/// Documents an operation that takes a `T`, and stores the next version of a plan.
fn takes<T: JsonSchema>(
    media_type: &'static str,
    summary: &'static str,
) -> impl Fn(TransformOperation<'_>) -> TransformOperation<'_> {
    move |op| {
        let mut op = gives::<About<Found>>(summary)(op);
        in_context(|ctx| {
            let json_schema = ctx.schema.subschema_for::<T>();
            let schema = Some(SchemaObject { json_schema, external_docs: None, example: None });
            let content = [(media_type.to_owned(), MediaType { schema, ..MediaType::default() })];
            let content = content.into_iter().collect();
            let body = RequestBody { content, required: true, ..RequestBody::default() };
            set_body(ctx, op.inner_mut(), body);
            let headers = json_schema!({ "type": "object", "properties": {
                "If-Match": { "type": "string",
                    "description": "The ETag of the version that was changed; 428 without it." },
                "If-None-Match": { "const": "*", "description": "Only if there is no such plan." },
            } });
            let headers = parameters_from_schema(ctx, headers, ParamLocation::Header);
            add_parameters(ctx, op.inner_mut(), headers);
        });
        op
    }
}

/// Documents that an operation may answer with Markdown.
fn or_markdown(mut op: TransformOperation<'_>) -> TransformOperation<'_> {
    let responses = op.inner_mut().responses.as_mut();
    let responses = responses.into_iter().flat_map(|all| all.responses.values_mut());
    for response in responses {
        if let ReferenceOr::Item(response) = response {
            response.content.insert("text/markdown".to_owned(), MediaType::default());
        }
    }
    op
}

/// Lists the operations for people. Nothing is requested from elsewhere.
fn page(document: &Value) -> String {
    let object =
        |value: Option<&Value>| value.and_then(Value::as_object).cloned().unwrap_or_default();
    let text =
        |value: &Value, key| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut rows = String::new();
    for (path, methods) in object(document.get("paths")) {
        for (method, operation) in object(Some(&methods)) {
            let parameters = operation.get("parameters").and_then(Value::as_array);
            let parameters =
                parameters.into_iter().flatten().filter(|one| text(one, "in") != "path");
            let names: Vec<_> = parameters.map(|one| text(one, "name")).collect();
            let (method, summary) = (method.to_uppercase(), text(&operation, "summary"));
            let names = names.join(", ");
            let _ = writeln!(rows, "<tr><td><code>{method} {path}</code><td>{summary}<td>{names}");
        }
    }
    include_str!("page.html").replace("{operations}", &rows)
}

/// Admits a caller, and refuses bodies that a form of another site could send.
async fn admit(State(service): State<Arc<Service>>, mut request: Request, next: Next) -> Response {
    let access = match service.gate.admit(request.headers()) {
        Ok(access) => access,
        Err(problem) => return problem.into_response(),
    };
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
    let is_json = [JSON, "application/merge-patch+json"].contains(&kind);
    if !request.method().is_safe() && !is_json {
        let detail = format!("Send JSON, with Content-Type: {JSON}.");
        return Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail).into_response();
    }
    request.extensions_mut().insert(access);
    next.run(request).await
}

/// Makes every error a problem, and tells browsers and caches what they may do.
async fn finish(response: Response) -> Response {
    let status = response.status();
    let is_problem = response.headers().get(header::CONTENT_TYPE)
        == Some(&HeaderValue::from_static(problem::MEDIA_TYPE));
    let is_error = status.is_client_error() || status.is_server_error();
    let mut response = if is_error && !is_problem {
        let (mut parts, text) = response.into_parts();
        let text = body::to_bytes(text, 4096).await.unwrap_or_default();
        let problem = Problem::new(status, String::from_utf8_lossy(&text));
        let (problem, body) = problem.into_response().into_parts();
        parts.headers.remove(header::CONTENT_LENGTH);
        parts.headers.extend(problem.headers);
        Response::from_parts(parts, body)
    } else {
        response
    };
    for (name, value) in [
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::VARY, "Authorization"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
