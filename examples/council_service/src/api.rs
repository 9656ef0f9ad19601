//! The addresses, their documentation, and what happens to every request.

use std::fmt::Write;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, patch_with, post_with, put_with};
use aide::generate::{in_context, infer_responses};
use aide::openapi::{MediaType, OpenApi, Parameter, PathItem, ReferenceOr, SecurityScheme};
use aide::operation::{ParamLocation, add_parameters, parameters_from_schema};
use aide::transform::{TransformOpenApi, TransformOperation as Operation};
use axum::extract::{DefaultBodyLimit, MatchedPath, Path, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, body};
use improvement_plan::{CoverageReport, PlanDoc, Revision};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, json_schema};
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use crate::access::Gate;
use crate::answers;
use crate::call::{About, AsOf, Call, Reply, Service};
use crate::plans::{self, Listed};
use crate::problem::{self, Problem};
use crate::schemas::{Coverage, Diagnostic, ItemPatch, OverdueItem};
use crate::store::{Store, Version};

/// The most bytes of a body: a plan of some 20,000 actions.
const BODY_LIMIT: usize = 16 * 1024 * 1024;
/// How long a request may take, with its body.
const TIME_LIMIT: Duration = Duration::from_secs(60);
const PLAN: &str = "/councils/{council}/plans/{plan}";
const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";

type Found = Vec<Diagnostic>;
type Overdue = Vec<OverdueItem>;
type Work = Pin<Box<dyn Future<Output = Reply> + Send>>;

/// Returns the service.
pub fn router(store: Store, gate: Gate) -> Router {
    let turns = std::thread::available_parallelism().map_or(2, |cores| 2 * cores.get());
    let service = Arc::new(Service { store, gate, turns: Arc::new(Semaphore::new(turns)) });
    let (operations, document) = documented(!service.gate.tokens.is_empty());
    let page = Html(page(&document));
    // The log has the route and not the address, which names records of a plan.
    let span = |request: &Request| {
        let route = request.extensions().get().map_or("none", MatchedPath::as_str);
        tracing::info_span!("request", method = %request.method(), route)
    };
    let log = TraceLayer::new_for_http().make_span_with(span);
    operations
        .route("/", get(async || page))
        .route("/openapi.json", get(async || Json(document)))
        .fallback(async || Problem::not_found("address; / lists what there is"))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIME_LIMIT))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(Arc::clone(&service), guard))
        .layer(log.on_response(DefaultOnResponse::new().level(tracing::Level::INFO)))
        .with_state(service)
}

/// Returns the operations, and the document that describes them.
fn documented(has_tokens: bool) -> (Router<Arc<Service>>, OpenApi) {
    infer_responses(false);
    in_context(|ctx| {
        let mut settings = SchemaSettings::draft2020_12();
        settings.definitions_path = "/components/schemas".into();
        ctx.schema = settings.into_generator();
    });
    let at = |rest: &str| format!("{PLAN}{rest}");
    let list = gives::<Vec<Listed>>("List the plans");
    let read = gives::<PlanDoc>("Read the document of a plan");
    let put = takes::<PlanDoc>(JSON, "Store a plan, or the next version of one");
    let versions = gives::<Vec<Version>>("List the versions of a plan");
    let version = gives::<PlanDoc>("Read a version of a plan");
    let patch = takes::<ItemPatch>(MERGE_PATCH, "Change an action or a milestone");
    let revise = takes::<Revision>(JSON, "Revise the due date of an action or a milestone");
    let coverage = answers::<About<Coverage>>("Tell how far each recommendation has got");
    let overdue = answers::<About<Overdue>>("List what is late in a plan");
    let everywhere = answers::<Vec<About<Overdue>>>("List what is late in every plan");
    let checks = answers::<About<Found>>("Check a plan by the standard rules");
    let report = answers::<CoverageReport<'static>>("Report on a plan, as JSON or Markdown");
    let mut document = OpenApi::default();
    let router = ApiRouter::new()
        .api_route("/plans", get_with(run(|call, (): &()| plans::list(call)), list))
        .api_route(
            "/overdue",
            get_with(run(|call, (): &()| answers::overdue_everywhere(call)), everywhere),
        )
        .api_route(PLAN, get_with(run(plans::read), read))
        .api_route(PLAN, put_with(run(plans::put), |op| created(put(op))))
        .api_route(&at("/versions"), get_with(run(plans::versions), versions))
        .api_route(&at("/versions/{version}"), get_with(run(plans::version), version))
        .api_route(&at("/items/{item}"), patch_with(run(plans::patch), patch))
        .api_route(&at("/items/{item}/revisions"), post_with(run(plans::revise), revise))
        .api_route(&at("/coverage"), get_with(run(answers::coverage), coverage))
        .api_route(&at("/overdue"), get_with(run(answers::overdue), overdue))
        .api_route(&at("/checks"), get_with(run(answers::checks), checks))
        .api_route(&at("/report"), get_with(run(answers::report), |op| or_markdown(report(op))))
        .finish_api_with(&mut document, |api| about_all(api, has_tokens));
    (router, document)
}

/// Makes a handler of a job that takes long.
fn run<P: 'static + Send>(job: fn(&Call, &P) -> Reply) -> impl Fn(Path<P>, Call) -> Work + Clone {
    move |Path(path), call| Box::pin(call.work(move |call| job(call, &path)))
}

fn about_all(api: TransformOpenApi<'_>, has_tokens: bool) -> TransformOpenApi<'_> {
    let api = api
        .title("Improvement plans of councils")
        .version(env!("CARGO_PKG_VERSION"))
        .default_response_with::<Json<Problem>, _>(|mut problem| {
            let content = &mut problem.inner().content;
            let kind = || problem::MEDIA_TYPE.to_owned();
            *content = content.drain(..).map(|(_, one)| (kind(), one)).collect();
            problem.description("A problem")
        });
    if !has_tokens {
        return api;
    }
    let (scheme, extensions) = ("bearer".to_owned(), [].into_iter().collect());
    let bearer =
        SecurityScheme::Http { scheme, bearer_format: None, description: None, extensions };
    api.security_scheme("token", bearer).security_requirement("token")
}

/// Documents an operation that answers with a `T`.
fn gives<T: JsonSchema>(summary: &str) -> impl Fn(Operation<'_>) -> Operation<'_> {
    move |op| op.summary(summary).response::<200, Json<T>>()
}

/// Documents an operation that answers with a `T` as of a day.
fn answers<T: JsonSchema>(summary: &str) -> impl Fn(Operation<'_>) -> Operation<'_> {
    move |op| gives::<T>(summary)(op).input::<Query<AsOf>>()
}

/// Documents an operation that takes a `T`, and stores the next version of a plan.
fn takes<T: JsonSchema>(kind: &str, summary: &str) -> impl Fn(Operation<'_>) -> Operation<'_> {
    move |op| {
        let mut op = answers::<About<Found>>(summary)(op).input::<Json<T>>();
        let operation = op.inner_mut();
        if let Some(ReferenceOr::Item(body)) = &mut operation.request_body {
            body.content = body.content.drain(..).map(|(_, one)| (kind.to_owned(), one)).collect();
        }
        let headers = json_schema!({ "type": "object", "properties": {
            "If-Match": { "type": "string",
                "description": "The ETag of the version that was changed; 428 without it." },
            "If-None-Match": { "const": "*", "description": "Only if there is no such plan." },
        } });
        in_context(|ctx| {
            let headers = parameters_from_schema(ctx, headers, ParamLocation::Header);
            add_parameters(ctx, operation, headers);
        });
        op
    }
}

fn created(op: Operation<'_>) -> Operation<'_> {
    op.response::<201, Json<About<Found>>>()
}

fn or_markdown(op: Operation<'_>) -> Operation<'_> {
    op.response_with::<200, Json<CoverageReport<'static>>, _>(|mut ok| {
        ok.inner().content.insert("text/markdown".to_owned(), MediaType::default());
        ok
    })
}

/// Lists the operations for people. Nothing is requested from elsewhere.
fn page(document: &OpenApi) -> String {
    let mut rows = String::new();
    for (path, item) in document.paths.iter().flat_map(|paths| &paths.paths) {
        for (method, operation) in item.as_item().into_iter().flat_map(PathItem::iter) {
            let (method, summary) = (method.to_uppercase(), operation.summary.as_deref());
            let parameters = operation.parameters.iter().filter_map(ReferenceOr::as_item);
            let asked = parameters.filter(|one| !matches!(one, Parameter::Path { .. }));
            let names: Vec<_> = asked.map(|one| one.parameter_data_ref().name.as_str()).collect();
            let (summary, names) = (summary.unwrap_or_default(), names.join(", "));
            let _ = writeln!(rows, "<tr><td><code>{method} {path}</code><td>{summary}<td>{names}");
        }
    }
    include_str!("page.html").replace("{operations}", &rows)
}

/// Makes every error a problem, and tells browsers and caches what they may do.
async fn guard(State(service): State<Arc<Service>>, mut request: Request, next: Next) -> Response {
    let response = match admit(&service.gate, &mut request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    let (mut head, mut content) = response.into_parts();
    let is_error = head.status.is_client_error() || head.status.is_server_error();
    let kind = head.headers.get(header::CONTENT_TYPE);
    if is_error && kind.is_none_or(|kind| kind != problem::MEDIA_TYPE) {
        let text = body::to_bytes(content, 4096).await.unwrap_or_default();
        let problem = Problem::new(head.status, String::from_utf8_lossy(&text));
        let (problem, json) = problem.into_response().into_parts();
        head.headers.remove(header::CONTENT_LENGTH);
        head.headers.extend(problem.headers);
        content = json;
    }
    for (name, value) in [
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::VARY, "Authorization"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
    ] {
        head.headers.insert(name, HeaderValue::from_static(value));
    }
    Response::from_parts(head, content)
}

/// Admits a caller, and refuses bodies that a form of another site could send.
fn admit(gate: &Gate, request: &mut Request) -> Result<(), Problem> {
    let access = gate.admit(request.headers())?;
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
    if !request.method().is_safe() && ![JSON, MERGE_PATCH].contains(&kind) {
        let detail = format!("Send JSON, with Content-Type: {JSON}.");
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    }
    request.extensions_mut().insert(access);
    Ok(())
}
