//! Everything that is wrong with a JSON text is said at once, and nothing that only follows from it.

use std::collections::BTreeSet;
use std::fmt::Write;

use improvement_plan::json::JsonError;
use improvement_plan::{Diagnostic, LoadError, Plan, PlanDoc, strategy};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use crate::laws::cases::cases;

/// The codes and pointers of everything that is wrong with a text.
fn found(text: &str) -> Vec<(String, String)> {
    let error = Plan::from_json(text).unwrap_err();
    let pair = |one: &Diagnostic| (one.code().to_string(), one.location().pointer());
    error.diagnostics().iter().map(pair).collect()
}

fn refused(text: &str) -> LoadError {
    Plan::from_json(text).unwrap_err()
}

const SEVEN: &str = r#"{
  "format": 1,
  "reference": "p",
  "title": "Plan",
  "authority": { "name": "Anyshire" },
  "recommendations": [
    { "reference": "1", "text": "Reduce caseloads.", "urgency": "soon" }
  ],
  "actions": [
    { "reference": "1.1", "title": "Recruit", "answers": ["9"], "ownres": ["Director"] },
    { "reference": "1.2", "answers": ["1"], "due": 2018 },
    { "reference": "1.3", "title": "Train", "title": "Teach" },
    { "reference": "1.4", "title": "Review", "answers": ["1"] }
  ]
}"#;

#[test]
fn five_errors_of_shape_and_two_of_structure_are_seven_diagnostics_in_one_answer() {
    let error = refused(SEVEN);
    let said = [
        ("json-unknown-word", "/recommendations/0/urgency", (7, 65)),
        ("unknown-recommendation", "/actions/0/answers/0", (10, 59)),
        ("json-unknown-key", "/actions/0/ownres", (10, 65)),
        ("json-missing-key", "/actions/1", (11, 5)),
        ("json-wrong-type", "/actions/1/due", (11, 52)),
        ("action-without-recommendation", "/actions/2", (12, 5)),
        ("json-duplicate-key", "/actions/2/title", (12, 45)),
    ];
    let found: Vec<_> = error
        .diagnostics()
        .iter()
        .map(|one| {
            let position = (one.line().unwrap(), one.column().unwrap());
            (one.code().as_str(), one.location().pointer(), position)
        })
        .collect();
    let said = said.map(|(code, pointer, position)| (code, pointer.to_owned(), position));
    assert_eq!(found, said);
    assert!(error.diagnostics().iter().all(|one| one.record().is_some()), "{error}");
    let json = serde_json::to_value(&error).unwrap();
    assert_eq!(json.as_object().unwrap().len(), 1);
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 7);
    assert_eq!(json["diagnostics"][2]["help"], "Did you mean “owners”?");
    assert_eq!(json["diagnostics"][2]["subject"], "action 1.1");
    assert_eq!(json["diagnostics"][2]["line"], 10);
    assert!(error.to_string().starts_with(
        "the text has 7 problems to correct before it can be read\n\
         recommendations[0].urgency (line 7, column 65): the word “soon” is not known here."
    ));
    let of_document = PlanDoc::from_json(SEVEN).unwrap_err();
    assert_eq!(of_document.diagnostics().len(), 5, "a document need not be a plan");
}

#[test]
fn the_problems_of_a_plan_that_was_read_have_lines_and_columns() {
    let text = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "A" },
  "actions": [
    { "title": "Recruit", "answers": ["9"] } ] }"#;
    let error = refused(text);
    assert!(matches!(error, LoadError::Rejected(_)));
    let one = error.diagnostics().iter().next().unwrap();
    assert_eq!((one.line(), one.column()), (Some(3), Some(39)));
}

/// What the text has, and the codes that are said of it.
const NOT_FALSE: &[(&str, &str, &[&str])] = &[
    (
        "a link to a record whose reference is of the wrong type",
        r#""recommendations":[{"reference":1,"text":"t"}],"actions":[{"title":"a","answers":["1"]}]"#,
        &["json-wrong-type"],
    ),
    (
        "a link to a record whose reference is misspelt",
        r#""recommendations":[{"refrence":"1","text":"t"}],"actions":[{"title":"a","answers":["1"]}]"#,
        &["json-unknown-key"],
    ),
    (
        "a link to a record that is in a list of another name",
        r#""findings":[{"reference":"1","text":"t"}],"actions":[{"title":"a","answers":["1"]}]"#,
        &["json-unknown-key"],
    ),
    (
        "links that are misspelt",
        r#""recommendations":[{"reference":"1","text":"t"}],"actions":[{"title":"a","anwsers":["1"]}]"#,
        &["json-unknown-key"],
    ),
    (
        "links under a key like none",
        r#""recommendations":[{"reference":"1","text":"t"}],"actions":[{"title":"a","for":["1"]}]"#,
        &["json-unknown-key"],
    ),
    (
        "a text under a key like none, which cannot be the links",
        r#""recommendations":[{"reference":"1","text":"t"}],"actions":[{"title":"a","for":"1"}]"#,
        &["action-without-recommendation", "json-unknown-key"],
    ),
    (
        "a key like none in a record with a reference hides no other reference",
        r#""recommendations":[{"reference":"1","text":"t","for":"1"}],"actions":[{"title":"a","answers":["2"]}]"#,
        &["json-unknown-key", "unknown-recommendation"],
    ),
    (
        "two records alike but for references that cannot be read",
        r#""sources":[{"title":"s","reference":1},{"title":"s","reference":2},{"title":"s"}]"#,
        &["json-wrong-type", "json-wrong-type"],
    ),
    (
        "two records with the same reference are a problem whatever else is wrong",
        r#""sources":[{"title":1,"reference":"s"},{"title":"s","reference":"s"}]"#,
        &["json-wrong-type", "duplicate-reference"],
    ),
    (
        "one reference in two sources, one of which cannot be read",
        r#""sources":[{"title":"s","reference":"s"}],"recommendations":[{"reference":"1","text":"t"},{"reference":"1","text":"u","source":5}]"#,
        &["json-wrong-type"],
    ),
    (
        "a link by the id of a record whose id is not known",
        r#""recommendations":[{"id":"1","text":"t"}],"actions":[{"title":"a","answers":["5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1"]}]"#,
        &["json-wrong-type"],
    ),
    (
        "a link by an id under another key",
        r#""sources":[{"uid":"5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1","title":"s","reference":"s"}],"actions":[{"title":"a","enables":["5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1"]}]"#,
        &["json-unknown-key"],
    ),
    (
        "a record that is no object",
        r#""recommendations":["1"],"actions":[{"title":"a","answers":["1"]}]"#,
        &["json-wrong-type"],
    ),
    (
        "a list that is no list",
        r#""recommendations":{},"actions":[{"title":"a","answers":["1"]}]"#,
        &["json-wrong-type"],
    ),
    (
        "a link of the wrong type beside one that names nothing",
        r#""recommendations":[{"reference":"1","text":"t"}],"actions":[{"title":"a","answers":[1,"2"]}]"#,
        &["json-wrong-type", "unknown-recommendation"],
    ),
    (
        "a cycle that stands whatever else is wrong",
        r#""workstreams":[{"name":"w","reference":"1","part_of":"1","lead":5}]"#,
        &["workstream-cycle", "json-wrong-type"],
    ),
];

#[test]
fn nothing_is_said_that_only_follows_from_what_could_not_be_read() {
    for (what, lists, codes) in NOT_FALSE {
        let text = format!(
            r#"{{"format":1,"reference":"p","title":"Plan","authority":{{"name":"A"}},{lists}}}"#
        );
        let error = refused(&text);
        let found: Vec<&str> = error.diagnostics().iter().map(|one| one.code().as_str()).collect();
        assert_eq!(found, *codes, "{what}: {error}");
    }
}

#[test]
fn every_code_of_reading_json_can_be_said() {
    let mut said: BTreeSet<String> = found(SEVEN).into_iter().map(|(code, _)| code).collect();
    let others = ["", r#"{"format":2}"#, &many(101)];
    said.extend(others.iter().flat_map(|text| found(text)).map(|(code, _)| code));
    let no_text = PlanDoc::from_json_bytes(b"\xFF").unwrap_err();
    said.extend(no_text.diagnostics().iter().map(|one| one.code().to_string()));
    for entry in JsonError::codes() {
        assert!(said.contains(entry.code().as_str()), "{} is never said", entry.code());
    }
}

/// A text with a number of wrong values.
fn many(number: usize) -> String {
    let owners = vec!["5"; number].join(",");
    format!(
        r#"{{"format":1,"reference":"p","title":"Plan","authority":{{"name":"A"}},
        "actions":[{{"title":"a","owners":[{owners}]}}]}}"#
    )
}

#[test]
fn a_hundred_problems_are_listed_and_the_rest_are_counted() {
    let codes = |text: &str| found(text).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    let all = codes(&many(100));
    assert_eq!(all.len(), 101, "the action answers nothing");
    assert!(!all.contains(&"json-more".to_owned()));
    let error = refused(&many(1_334));
    assert_eq!(error.diagnostics().len(), 101);
    let last = error.diagnostics().iter().last().unwrap();
    assert_eq!(last.code(), "json-more");
    assert_eq!((last.line(), last.column(), last.record()), (None, None, None));
    assert_eq!(last.location().pointer(), "");
    assert_eq!(
        last.message(),
        "1,234 more problems are not listed, and links and references were not checked, because \
         the text has more than 100 problems"
    );
}

#[test]
fn a_missing_key_of_every_record_is_found_in_every_record() {
    let mut text = r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"A"},
        "sources":[{"reference":"s","title":"s"}],"actions":["#
        .to_owned();
    for number in 0..60 {
        let comma = if number == 0 { "" } else { "," };
        write!(text, r#"{comma}{{"reference":"{number}","enables":["s"]}}"#).unwrap();
    }
    text.push_str("]}");
    let found = found(&text);
    assert_eq!(found.len(), 60);
    for (number, (code, pointer)) in found.iter().enumerate() {
        assert_eq!((code.as_str(), pointer), ("json-missing-key", &format!("/actions/{number}")));
    }
}

#[test]
fn an_unknown_key_is_escaped_in_its_pointer() {
    let text = r#"{"format":1,"reference":"p","title":"t","authority":{"name":"A"},"a/b~c":1}"#;
    assert_eq!(found(text), [("json-unknown-key".to_owned(), "/a~1b~0c".to_owned())]);
}

/// Every pointer to a value of a document, outermost first.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let inner = format!("{at}/{key}");
                all.push(inner.clone());
                pointers(value, &inner, all);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                let inner = format!("{at}/{index}");
                all.push(inner.clone());
                pointers(value, &inner, all);
            }
        }
        _ => {}
    }
}

/// Gives a value of a document the wrong type, or writes its key wrongly.
fn damage(document: &mut Value, which: Index, how: u8) {
    let mut all = Vec::new();
    pointers(document, "", &mut all);
    all.retain(|pointer| pointer != "/format");
    let pointer = which.get(&all);
    let (above, last) = pointer.rsplit_once('/').unwrap();
    if let (Some(object), 1..) = (document.pointer_mut(above).and_then(Value::as_object_mut), how) {
        let key = if how == 1 { format!("{last}x") } else { "quite another".to_owned() };
        let renamed: Map<String, Value> = std::mem::take(object)
            .into_iter()
            .map(|(old, value)| if old == last { (key.clone(), value) } else { (old, value) })
            .collect();
        *object = renamed;
        return;
    }
    // A number that no plan has, so that a place damaged twice is not mended by it.
    let number = json!(-77_777);
    let value = document.pointer_mut(pointer).unwrap();
    *value = match value {
        Value::String(_) | Value::Object(_) => number,
        found if *found == number => return,
        _ => json!("x"),
    };
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_valid_plan_that_is_damaged_has_only_the_damage_wrong(
        doc in strategy::plan_doc(),
        places in proptest::collection::vec((any::<Index>(), 0_u8..3), 1..4),
    ) {
        let mut document = serde_json::to_value(&doc).unwrap();
        for (which, how) in places {
            damage(&mut document, which, how);
        }
        let text = serde_json::to_string_pretty(&document).unwrap();
        match Plan::from_json(&text) {
            Ok(_) => prop_assert!(false, "it is read: {}", text),
            Err(error) => for one in error.diagnostics() {
                prop_assert!(one.code().as_str().starts_with("json-"), "{}\n{}", one, text);
            },
        }
    }

    #[test]
    fn a_broken_plan_is_said_to_be_broken_whatever_else_is_wrong_elsewhere(
        doc in strategy::plan_doc(),
        which in 0..strategy::breakers().len(),
    ) {
        let breaker = &strategy::breakers()[which];
        let broken = breaker.break_doc(doc);
        let whole = Plan::build_with(broken.clone(), &breaker.limits()).unwrap_err();
        let mut document = serde_json::to_value(&broken).unwrap();
        document["version"] = json!(7);
        document["quarters"] = json!("x");
        let text = document.to_string();
        let error = Plan::from_json_with(&text, &breaker.limits()).unwrap_err();
        let of = |one: &Diagnostic| (one.code(), one.location().pointer(), one.message().to_owned());
        let mut expected: Vec<_> = whole.diagnostics().iter().map(of).collect();
        let structural = error.diagnostics().iter().filter(|one| !one.code().as_str().starts_with("json-"));
        let mut found: Vec<_> = structural.map(of).collect();
        expected.sort();
        found.sort();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(error.diagnostics().len(), whole.diagnostics().len() + 2);
    }
}
