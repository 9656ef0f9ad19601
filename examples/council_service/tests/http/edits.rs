use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};

use crate::client::{CROYDON, Running};

#[test]
fn of_two_editors_at_once_one_is_told_and_nothing_is_lost() {
    let service = Running::start(&["--whole"]);
    let tag = service.get(CROYDON).header("etag").to_owned();
    let start = Barrier::new(2);
    let edit = |patch: &str| {
        start.wait();
        let item = format!("{CROYDON}/items/2.4.8");
        service.ask("PATCH", &item, &[("if-match", &tag)], patch).status
    };
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| edit(r#"{ "success": "The council meets." }"#));
        let other = scope.spawn(|| edit(r#"{ "status": "in-progress" }"#));
        (one.join().unwrap(), other.join().unwrap())
    });
    let mut both = [one, other];
    both.sort_unstable();
    assert_eq!(both, [200, 412]);

    // Whoever was refused reads again, and then both changes are there.
    let read = service.get(CROYDON);
    let item = format!("{CROYDON}/items/2.4.8");
    let again = if one == 412 {
        r#"{ "success": "The council meets." }"#
    } else {
        r#"{ "status": "in-progress" }"#
    };
    let tag = read.header("etag");
    assert_eq!(service.ask("PATCH", &item, &[("if-match", tag)], again).status, 200);
    let action = action(&service.get(CROYDON).json(), "2.4.8");
    assert_eq!(action["success"], "The council meets.");
    assert_eq!(action["status"], "in-progress");
    let versions = service.get(&format!("{CROYDON}/versions")).json();
    assert_eq!(versions.as_array().unwrap().len(), 3);
    let first = service.get(&format!("{CROYDON}/versions/1")).json();
    assert_eq!(self::action(&first, "2.4.8").get("success"), None);
}

#[test]
fn a_plan_that_is_there_is_only_replaced_by_who_says_what_was_read() {
    let service = Running::start(&["--whole"]);
    let read = service.get(CROYDON);
    assert_eq!(service.ask("PUT", CROYDON, &[], &read.text).status, 428);
    for stale in ["\"7\"", "W/\"1\"", "\"1-published\"", ""] {
        let answered = service.ask("PUT", CROYDON, &[("if-match", stale)], &read.text);
        assert_eq!(answered.status, 412, "{stale}");
        assert_eq!(answered.header("content-type"), "application/problem+json");
    }
    assert_eq!(service.ask("PUT", CROYDON, &[("if-none-match", "*")], &read.text).status, 412);
    let stored = service.ask("PUT", CROYDON, &[("if-match", read.header("etag"))], &read.text);
    assert_eq!((stored.status, stored.header("etag")), (200, "\"2\""));
    assert_eq!(service.get(CROYDON).text, read.text);
    let known = service.ask("GET", CROYDON, &[("if-none-match", "\"2\"")], "");
    assert_eq!((known.status, known.text.as_str()), (304, ""));
}

#[test]
fn a_new_plan_is_created_once_and_answers() {
    let service = Running::start(&["--whole"]);
    let address = "/councils/anyshire/plans/anyshire-2026";
    let document = json!({ "format": 1, "reference": "anyshire-2026", "title": "Plan",
        "authority": { "name": "Anyshire" },
        "recommendations": [{ "reference": "1", "text": "Reduce caseloads." }] });
    let text = document.to_string();
    assert_eq!(service.ask("PUT", address, &[("if-match", "*")], &text).status, 412);
    let elsewhere = "/councils/anyshire/plans/other";
    assert_eq!(service.ask("PUT", elsewhere, &[], &text).status, 422);
    assert_eq!(service.ask("PUT", "/councils/Any%20shire/plans/p", &[], &text).status, 422);
    let created = service.ask("PUT", address, &[], &text);
    assert_eq!((created.status, created.header("etag")), (201, "\"1\""));
    assert_eq!(service.ask("PUT", address, &[], &text).status, 428);
    let coverage = service.get(&format!("{address}/coverage?as_of=2026-11-02")).json();
    assert_eq!(coverage["answer"]["addressed"], json!({ "part": 0, "whole": 1, "percent": 0 }));
    assert_eq!(service.get("/plans").json().as_array().unwrap().len(), 3);
}

#[test]
fn a_refused_plan_has_every_problem_with_its_place() {
    let service = Running::start(&["--whole"]);
    let text = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "A" },
      "actions": [ { "titel": "Recruit", "answers": ["9"], "due": 5 } ] }"#;
    let refused = service.ask("PUT", "/councils/a/plans/p", &[], text);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    let problem = refused.json();
    assert_eq!(problem["status"], 422);
    let found = problem["diagnostics"].as_array().unwrap();
    assert!(found.len() >= 3, "{problem:#}");
    assert!(found.iter().all(|one| one["line"] == 2 && one["help"] != ""), "{problem:#}");
    assert_eq!(service.get("/councils/a/plans/p").status, 404);
}

#[test]
fn an_edit_is_refused_with_every_problem_and_the_plan_stays_as_it_was() {
    let service = Running::start(&["--whole"]);
    let before = service.get(CROYDON);
    let tag = [("if-match", before.header("etag"))];
    let item = format!("{CROYDON}/items/2.4.8");
    let refused = service.ask("PATCH", &item, &tag, r#"{ "answers": ["98", "99"], "titel": "x" }"#);
    assert_eq!(refused.status, 422);
    let problem = refused.json();
    assert_eq!(problem["diagnostics"].as_array().unwrap().len(), 3, "{problem:#}");
    assert_eq!(problem["diagnostics"][0]["line"], Value::Null);
    for (patch, status) in [
        ("[]", 422),
        ("null", 422),
        ("{", 400),
        (r#"{ "id": null }"#, 200),
        (r#"{ "id": "00000000-0000-4000-8000-000000000000" }"#, 422),
    ] {
        let service = Running::start(&["--whole"]);
        assert_eq!(service.ask("PATCH", &item, &tag, patch).status, status, "{patch}");
    }
    assert_eq!(service.ask("PATCH", &item, &[], "{}").status, 428);
    let nowhere = format!("{CROYDON}/items/nothing");
    assert_eq!(service.ask("PATCH", &nowhere, &tag, "{}").status, 404);
    assert_eq!(service.get(CROYDON).text, before.text);
}

#[test]
fn a_date_moves_by_a_revision_and_is_not_typed_over() {
    let service = Running::start(&["--whole"]);
    let before = service.get(CROYDON);
    let tag = [("if-match", before.header("etag"))];
    let item = format!("{CROYDON}/items/2.4.8");
    let old = action(&before.json(), "2.4.8");
    assert_ne!(old["due"], Value::Null);
    for patch in [r#"{ "due": "2030-01-01" }"#, r#"{ "due": null }"#, r#"{ "revisions": [{}] }"#] {
        assert_eq!(service.ask("PATCH", &item, &tag, patch).status, 422, "{patch}");
    }
    let wrong = service.ask("POST", &format!("{item}/revisions"), &tag, r#"{ "deu": "x" }"#);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.json()["diagnostics"].as_array().unwrap().len(), 1);

    let revision = r#"{ "due": "2017-11-30", "agreed": "2017-11-06", "approved_by": "Board" }"#;
    let day = "as_of=2017-11-07";
    let late = |service: &Running| {
        service.get(&format!("{CROYDON}/overdue?{day}")).json()["answer"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["reference"] == "2.4.8")
    };
    assert!(late(&service));
    let path = format!("{item}/revisions?{day}");
    let stored = service.ask("POST", &path, &tag, revision);
    assert_eq!((stored.status, stored.header("etag")), (200, "\"2\""));
    let id = old["id"].as_str().unwrap();
    let about = stored.json();
    assert!(about["answer"].as_array().unwrap().iter().all(|one| one["record"]["id"] == id));
    assert!(!late(&service));
    let new = action(&service.get(CROYDON).json(), "2.4.8");
    assert_eq!(new["due"], old["due"]);
    assert_eq!(new["revisions"].as_array().unwrap().len(), 1);
}

fn action(document: &Value, reference: &str) -> Value {
    let actions = document["actions"].as_array().unwrap();
    actions.iter().find(|action| action["reference"] == reference).unwrap().clone()
}
