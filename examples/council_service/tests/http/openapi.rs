use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::client::{CROYDON, Running};

#[test]
fn the_page_and_the_document_list_every_operation_and_request_nothing_from_elsewhere() {
    let service = Running::start(&[]);
    let document = service.get("/openapi.json").json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    let page = service.get("/");
    assert!(page.header("content-type").starts_with("text/html"));
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    for outside in ["http:", "https:", "<script", "url(", "@import"] {
        assert!(!page.text.contains(outside), "{outside}");
    }
    let mut operations = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            operations += 1;
            let listed = format!("<code>{} {path}</code>", method.to_uppercase());
            assert!(page.text.contains(&listed), "{listed}");
            assert_ne!(operation["summary"], Value::Null, "{listed}");
            assert!(operation["responses"]["200"]["content"].is_object(), "{listed}");
            assert!(operation["responses"]["default"].is_object(), "{listed}");
        }
    }
    assert_eq!(operations, 12);
    assert!(document["components"]["schemas"]["Action"]["properties"]["title"].is_object());
}

/// Writes the document and an answer of every operation for a validator, and runs it where it is
/// installed: `pip install openapi-spec-validator`.
#[test]
fn an_outside_validator_accepts_the_document_and_the_answers() {
    let python = std::env::var("OPENAPI_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let modules = "import openapi_spec_validator, jsonschema";
    let is_there = Command::new(&python).args(["-c", modules]).output();
    if !is_there.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: {python} has no openapi-spec-validator");
        return;
    }
    let service = Running::start(&["--whole"]);
    let folder = tempfile::tempdir().unwrap();
    let document = service.get("/openapi.json");
    fs::write(folder.path().join("openapi.json"), &document.text).unwrap();
    let mut cases = Vec::new();
    let plan = "/councils/{council}/plans/{plan}";
    let current = ["\"1\"", "\"2\"", "\"3\""];
    let text = service.get(CROYDON).text;
    let revision = r#"{ "due": "2017-11-30", "agreed": "2017-11-06" }"#;
    let mut case = |method: &str, route: String, path: String, tag: &str, body: &str| {
        let tag = [("if-match", tag)];
        let headers = if tag[0].1.is_empty() { &[][..] } else { &tag[..] };
        let answered = service.ask(method, &path, headers, body);
        let media = answered.header("content-type").to_owned();
        let body = answered.json();
        cases.push(serde_json::json!({ "method": method.to_lowercase(), "path": route,
            "status": answered.status, "media_type": media, "body": body }));
    };
    case("GET", "/plans".into(), "/plans".into(), "", "");
    case("GET", "/overdue".into(), "/overdue?as_of=2018-11-07".into(), "", "");
    case("PUT", plan.into(), CROYDON.into(), current[0], &text);
    case("PUT", plan.into(), CROYDON.into(), current[0], &text);
    case("PUT", plan.into(), CROYDON.into(), current[1], "{}");
    let item = format!("{CROYDON}/items/2.4.8");
    case("PATCH", format!("{plan}/items/{{item}}"), item.clone(), current[1], r#"{"success":"x"}"#);
    let route = format!("{plan}/items/{{item}}/revisions");
    case("POST", route, format!("{item}/revisions"), current[2], revision);
    for rest in ["", "/versions", "/coverage", "/overdue", "/checks", "/report"] {
        let path = format!("{CROYDON}{rest}");
        let path = if rest == "/versions" { path } else { format!("{path}?as_of=2018-11-07") };
        case("GET", format!("{plan}{rest}"), path, "", "");
    }
    let route = format!("{plan}/versions/{{version}}");
    case("GET", route, format!("{CROYDON}/versions/1"), "", "");
    case("GET", format!("{plan}/coverage"), format!("{CROYDON}/coverage?as_of=x"), "", "");
    fs::write(folder.path().join("answers.json"), Value::Array(cases).to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validate_openapi.py");
    let output = Command::new(&python).arg(script).arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("15 answers"), "{said}");
}
