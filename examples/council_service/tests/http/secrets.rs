use serde_json::json;

use crate::client::{CROYDON, Running, command};

const WHOLE: &str = "whole-token-0123456789";
const PUBLISHED: &str = "published-token-0123456789";
/// A word of a restricted record.
const SECRET: &str = "Grievancexyz";
const PLAN: &str = "/councils/anyshire/plans/anyshire-2026";

fn plan() -> String {
    json!({ "format": 1, "reference": "anyshire-2026", "title": "Plan",
        "authority": { "name": "Anyshire" },
        "recommendations": [{ "reference": "1", "text": "Reduce caseloads." }],
        "actions": [
            { "reference": "1.1", "title": "Cap caseloads", "answers": ["1"], "due": "2026-10-01" },
            { "reference": "1.2", "title": SECRET, "answers": ["1"], "due": "2026-10-01",
              "restricted": true }
        ] })
    .to_string()
}

#[test]
fn a_restricted_record_is_seen_only_with_the_token_for_whole_plans() {
    let service = Running::spawn(
        command()
            .env("COUNCIL_SERVICE_TOKEN", WHOLE)
            .env("COUNCIL_SERVICE_PUBLISHED_TOKEN", PUBLISHED),
    );
    let (whole, published) = (format!("Bearer {WHOLE}"), format!("bearer {PUBLISHED}"));
    let whole = [("authorization", whole.as_str())];
    let published = [("authorization", published.as_str())];
    assert_eq!(service.ask("PUT", PLAN, &whole, &plan()).status, 201);
    // A mistake in it is not repeated in the log either.
    let wrong = plan().replace("\"1\"]", "\"9\"]");
    let current = [whole[0], ("if-match", "\"1\"")];
    assert_eq!(service.ask("PUT", PLAN, &current, &wrong).status, 422);

    let mut seen = 0;
    for rest in ["", "/coverage", "/overdue", "/checks", "/report", "/versions", "/versions/1"] {
        let path = format!("{PLAN}{rest}");
        let answered = service.ask("GET", &path, &published, "");
        assert!(!answered.text.contains(SECRET), "{path}");
        assert_eq!(answered.status == 403, rest.starts_with("/versions"), "{path}");
        let markdown = [published[0], ("accept", "text/markdown")];
        assert!(!service.ask("GET", &path, &markdown, "").text.contains(SECRET), "{path}");
        let answered = service.ask("GET", &path, &whole, "");
        assert_eq!(answered.status, 200, "{path}");
        seen += usize::from(answered.text.contains(SECRET));
        for unknown in [&[][..], &[("authorization", "Bearer something-else-entirely")]] {
            let refused = service.ask("GET", &path, unknown, "");
            assert_eq!(refused.status, 401, "{path}");
            assert_eq!(refused.header("www-authenticate"), "Bearer");
        }
    }
    assert!(seen >= 4, "the word must be in the answers about the whole plan: {seen}");
    let answer = service.ask("GET", &format!("{PLAN}/overdue?as_of=2026-11-02"), &published, "");
    assert_eq!(answer.json()["view"], "published");
    assert_eq!(answer.json()["withheld"], 1);
    assert_eq!(answer.json()["answer"].as_array().unwrap().len(), 1);
    for path in ["/", "/openapi.json", "/plans", "/overdue", "/nothing"] {
        assert_eq!(service.get(path).status, 401, "{path}");
        assert!(!service.ask("GET", path, &published, "").text.contains(SECRET), "{path}");
    }
    for (method, path) in [("PUT", PLAN.to_owned()), ("PATCH", format!("{PLAN}/items/1.1"))] {
        let headers = [published[0], ("if-match", "\"1\"")];
        assert_eq!(service.ask(method, &path, &headers, &plan()).status, 403);
    }
    let log = service.log();
    assert!(log.contains("request{method=PUT"), "{log}");
    for text in [SECRET, "Cap caseloads", "anyshire", WHOLE, PUBLISHED] {
        assert!(!log.contains(text), "{text} in {log}");
    }
}

#[test]
fn without_tokens_only_this_machine_sees_published_plans() {
    let service = Running::start(&[]);
    assert!(service.greeting.matches("  curl ").count() == 3, "{}", service.greeting);
    let read = service.get(CROYDON);
    assert_eq!((read.status, read.header("etag")), (200, "\"1-published\""));
    assert_eq!(service.ask("PUT", CROYDON, &[("if-match", "*")], &read.text).status, 403);
    let elsewhere = service.ask("GET", CROYDON, &[("host", "council.example:80")], "");
    assert_eq!(elsewhere.status, 421);
    for host in ["localhost", "localhost:8080", "[::1]:8080", "[::1]", "127.0.0.1"] {
        assert_eq!(service.ask("GET", CROYDON, &[("host", host)], "").status, 200, "{host}");
    }
}

#[test]
fn the_lines_it_prints_can_be_tried() {
    let service = Running::start(&[]);
    for line in service.greeting.lines().filter(|line| line.starts_with("  curl ")) {
        let path = line.split(&service.address).nth(1).unwrap().trim_end_matches('\'');
        assert_eq!(service.get(path).status, 200, "{path}");
    }
    let markdown = [("accept", "text/markdown")];
    let report = service.ask("GET", &format!("{CROYDON}/report?as_of=2017-11-07"), &markdown, "");
    assert_eq!(report.header("content-type"), "text/markdown; charset=utf-8");
    assert!(report.text.starts_with("# "), "{}", report.text);
}

#[test]
fn it_does_not_open_itself_to_others_without_a_token() {
    let refused = |arguments: &[&str], token: Option<&str>, reason: &str| {
        let mut command = command();
        command.args(arguments);
        token.map(|token| command.env("COUNCIL_SERVICE_TOKEN", token));
        let output = command.output().unwrap();
        assert!(!output.status.success());
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(reason), "{error}");
    };
    refused(&["--listen", "0.0.0.0:0"], None, "other machines");
    refused(&["--listen", "[::]:0"], None, "other machines");
    refused(&[], Some(""), "16 characters");
    refused(&[], Some("short"), "16 characters");
    refused(&["--whole"], Some(WHOLE), "--whole");
    refused(&["--nonsense"], None, "nonsense");
    let open = Running::spawn(
        command().args(["--listen", "0.0.0.0:0"]).env("COUNCIL_SERVICE_TOKEN", WHOLE),
    );
    assert!(open.greeting.contains("Bearer $COUNCIL_SERVICE_TOKEN"), "{}", open.greeting);
}
