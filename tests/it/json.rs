//! JSON in and out: what is refused, in which words, and that nothing is lost on the way.

use std::collections::BTreeSet;

use improvement_plan::json::JsonError;
use improvement_plan::plan::Limits;
use improvement_plan::{LoadError, Plan, PlanDoc, RejectedPlan};
use serde_json::Value;

/// An invented plan with every key of the format.
const EVERY_KEY: &str = include_str!("data/every-key.json");

fn refused(text: &str) -> JsonError {
    match PlanDoc::from_json(text) {
        Ok(_) => panic!("read: {text}"),
        Err(error) => error,
    }
}

/// What is wrong, the text, and what is said.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "an empty text",
        "",
        "the document (line 1, column 1): the text is empty. Check that the right file was chosen.",
    ),
    (
        "a text that is no object",
        "[1,2]",
        r#"the document (line 1, column 1): found a list in square brackets where a plan was expected (an object with format, reference, title and authority). Write it in braces, each value after its key, as in { "format": 1 }."#,
    ),
    (
        "a missing format",
        r#"{"reference":"p"}"#,
        r#"the document (line 1, column 1): the key “format” is missing, so the format of the document is not known. Add "format": 1 as its first key."#,
    ),
    (
        "a later format",
        r#"{"reference": 5, "surprise": true, "format": 2}"#,
        "format (line 1, column 46): found format 2, but this library reads only format 1. Read it with a newer version of the library, or write it in format 1.",
    ),
    (
        "an earlier format",
        r#"{"format": 0}"#,
        r#"format (line 1, column 12): found format 0, but the first format is 1. Write "format": 1."#,
    ),
    (
        "a format in quotation marks",
        r#"{"format": "1"}"#,
        r#"format (line 1, column 12): found the text “1” where the number 1 was expected. Write "format": 1, without quotation marks round the number."#,
    ),
    (
        "a format with a decimal point",
        r#"{"format": 1.5}"#,
        r#"format (line 1, column 12): found the number 1.5 where the whole number 1 was expected. Write "format": 1."#,
    ),
    (
        "a format of null",
        r#"{"format": null}"#,
        r#"format (line 1, column 12): found null where the number 1 was expected. Write "format": 1."#,
    ),
    (
        "a format before broken JSON",
        r#"{"format": 3, "title": "Plan"#,
        "format (line 1, column 12): found format 3, but this library reads only format 1. Read it with a newer version of the library, or write it in format 1.",
    ),
    (
        "JSON broken before its format",
        r#"{"title": "Plan, "format": 1}"#,
        r#"the document (line 1, column 19): found “f” where a comma or the end of the object was expected. Write a comma between two entries; inside a text, write a quotation mark as \"."#,
    ),
    (
        "a missing title",
        r#"{"format":1,"reference":"p","authority":{"name":"A"}}"#,
        r#"the document (line 1, column 1): the key “title” is missing. Add "title": "…" to it."#,
    ),
    (
        "a missing authority",
        r#"{"format":1,"reference":"p","title":"t"}"#,
        r#"the document (line 1, column 1): the key “authority” is missing. Add "authority": { "name": "…" } to it."#,
    ),
    (
        "a missing title of an action",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a"},{"due":"May"}]}"#,
        r#"actions[1] (line 2, column 27): the key “title” is missing. Add "title": "…" to it."#,
    ),
    (
        "a number for text",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a"},{"title":"b","due":2018}]}"#,
        "actions[1].due (line 2, column 46): found the number 2018 where text was expected. Write it in quotation marks.",
    ),
    (
        "null for a required text",
        r#"{"format":1,"reference":"p","title":null,"authority":{"name":"A"}}"#,
        "title (line 1, column 37): found null where text was expected. Write one text in quotation marks.",
    ),
    (
        "a text for the authority",
        r#"{"format":1,"reference":"p","title":"Plan","authority":"Anyshire"}"#,
        r#"authority (line 1, column 56): found the text “Anyshire” where an authority was expected (an object with a name). Write it in braces, as in "authority": { "name": "Anyshire" }."#,
    ),
    (
        "null for the authority",
        r#"{"format":1,"reference":"p","title":"Plan","authority":null}"#,
        r#"authority (line 1, column 56): found null where an authority was expected (an object with a name). Write it in braces, as in "authority": { "name": "…" }."#,
    ),
    (
        "a list for a role",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "roles":[["accountable","Director"]]}"#,
        r#"roles[0] (line 2, column 11): found a list in square brackets where a role was expected (an object with role and post). Write it in braces, each value after its key, as in { "role": "…" }."#,
    ),
    (
        "null for the document",
        "null",
        r#"the document (line 1, column 1): found null where a plan was expected (an object with format, reference, title and authority). Write it in braces, as in { "format": 1 }."#,
    ),
    (
        "a number for an owner",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","owners":[7]}]}"#,
        "actions[0].owners[0] (line 2, column 36): found the number 7 where an owner was expected (a text, or an object with post, body and role). Write it in quotation marks.",
    ),
    (
        "an unknown key near a known one",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","ownres":["x"]}]}"#,
        "actions[0].ownres (line 2, column 26): the key “ownres” is not known here. Did you mean “owners”?",
    ),
    (
        "an unknown key in another hand",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","succeeded-By":"x"}]}"#,
        "actions[0].succeeded-By (line 2, column 26): the key “succeeded-By” is not known here. Did you mean “succeeded_by”?",
    ),
    (
        "an unknown key near none",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "period":{"begins":"2026-09-01"}}"#,
        "period.begins (line 2, column 12): the key “begins” is not known here. The keys known here are start and end.",
    ),
    (
        "an unknown key that is not a word",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "\u00e9 \n?":1}"#,
        r"[“é \n?”] (line 2, column 15): the key “é \n?” is not known here. The keys known here are format, id, reference, title, purpose, version, authority, status_date, period, quarters, roles, rag_policy, legend, sources, recommendations, workstreams, actions, measures and waivers.",
    ),
    (
        "an unknown word near a known one",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","status":"complete"}]}"#,
        "actions[0].status (line 2, column 35): the word “complete” is not known here. Did you mean “completed”? The words known here are not-stated, not-started, in-progress, awaiting-sign-off, completed, suspended and withdrawn.",
    ),
    (
        "an unknown word near none",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "recommendations":[{"text":"t","urgency":"soon"}]}"#,
        "recommendations[0].urgency (line 2, column 43): the word “soon” is not known here. The words known here are normal, urgent and immediate.",
    ),
    (
        "an unknown word of the legend",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "legend":[{"word":"blue","means":"done"}]}"#,
        "legend[0].means (line 2, column 35): the word “done” is not known here. The words known here are green, amber, red, not-stated, not-started, in-progress, awaiting-sign-off, completed, suspended and withdrawn.",
    ),
    (
        "a word that is a number",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","status":3}]}"#,
        "actions[0].status (line 2, column 35): found the number 3 where a word in quotation marks was expected. Write it in quotation marks.",
    ),
    (
        "a word that is an object",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","status":{"completed":null}}]}"#,
        "actions[0].status (line 2, column 35): found an object in braces where a word in quotation marks was expected. Write one word in quotation marks.",
    ),
    (
        "a key written twice",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a",
  "title":"b"}]}"#,
        "actions[0].title (line 3, column 3): the key “title” is written twice in the same object. Keep one of the two.",
    ),
    (
        "null for a list",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","answers":null}]}"#,
        "actions[0].answers (line 2, column 36): found null where a list in square brackets was expected. Leave the key out, or write an empty list as [].",
    ),
    (
        "text for a list",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","answers":"2a"}]}"#,
        "actions[0].answers (line 2, column 36): found the text “2a” where a list in square brackets was expected. Put it in square brackets, as in [ … ].",
    ),
    (
        "a list for text",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":["a"]}]}"#,
        "actions[0].title (line 2, column 22): found a list in square brackets where text was expected. Write one text in quotation marks.",
    ),
    (
        "a list for a record",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[["3.1","a"]]}"#,
        r#"actions[0] (line 2, column 13): found a list in square brackets where an action was expected (an object with a title). Write it in braces, each value after its key, as in { "title": "…" }."#,
    ),
    (
        "a list for an authority",
        r#"{"format":1,"reference":"p","title":"t","authority":["Anyshire"]}"#,
        r#"authority (line 1, column 53): found a list in square brackets where an authority was expected (an object with a name). Write it in braces, each value after its key, as in "authority": { "name": "…" }."#,
    ),
    (
        "text for a record",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":["a"]}"#,
        r#"actions[0] (line 2, column 13): found the text “a” where an action was expected (an object with a title). Write it in braces, as in { "title": "…" }."#,
    ),
    (
        "a number for an owner",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","owners":[5]}]}"#,
        "actions[0].owners[0] (line 2, column 36): found the number 5 where an owner was expected (a text, or an object with post, body and role). Write it in quotation marks.",
    ),
    (
        "an unknown key of an owner",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","owners":[{"pst":"x"}]}]}"#,
        "actions[0].owners[0].pst (line 2, column 37): the key “pst” is not known here. Did you mean “post”?",
    ),
    (
        "text for a number",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "measures":[{"name":"m","tolerance":"2"}]}"#,
        "measures[0].tolerance (line 2, column 38): found the text “2” where a number was expected. Write the number in digits, without quotation marks, signs or commas.",
    ),
    (
        "text for true or false",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","restricted":"yes"}]}"#,
        "actions[0].restricted (line 2, column 39): found the text “yes” where true or false was expected. Write true or false, without quotation marks.",
    ),
    (
        "a number for true or false",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a","restricted":2}]}"#,
        "actions[0].restricted (line 2, column 39): found the number 2 where true or false was expected. Write true or false, without quotation marks.",
    ),
    (
        "a decimal for days",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "rag_policy":{"red_after_days":2.5}}"#,
        "rag_policy.red_after_days (line 2, column 33): found the number 2.5 where a whole number from 0 to 4294967295 was expected. Write a whole number in digits, without quotation marks.",
    ),
    (
        "fewer days than none",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "rag_policy":{"red_after_days":-1}}"#,
        "rag_policy.red_after_days (line 2, column 33): found the number -1 where a whole number from 0 to 4294967295 was expected. Write a whole number in digits, without quotation marks.",
    ),
    (
        "more days than can be held",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "rag_policy":{"red_after_days":5000000000}}"#,
        "rag_policy.red_after_days (line 2, column 33): found the number 5000000000 where a whole number from 0 to 4294967295 was expected. Write a whole number in digits, without quotation marks.",
    ),
    (
        "a number that loses digits",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "measures":[{"name":"m","tolerance":9223372036854775808}]}"#,
        "measures[0].tolerance (line 2, column 38): found the number 9223372036854775808, a number too large to keep exactly. Check its digits.",
    ),
    (
        "a decimal that loses digits",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "measures":[{"name":"m","tolerance":1e300}]}"#,
        "measures[0].tolerance (line 2, column 38): found the number 1e300, a number too large to keep exactly. Check its digits.",
    ),
    (
        "a number that is not finite",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "measures":[{"name":"m","tolerance":1e999}]}"#,
        "measures[0].tolerance (line 2, column 42): the number is too large. Check its digits.",
    ),
    (
        "an id that is none",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "id":"3.1"}"#,
        "id (line 2, column 7): found the text “3.1” where an id was expected. Write an id as 36 characters in quotation marks, or leave it out: it is then made from the reference.",
    ),
    (
        "a comma too many in a list",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a"},]}"#,
        "actions (line 2, column 27): there is a comma after the last entry. Remove the comma.",
    ),
    (
        "a comma too many in an object",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a",}]}"#,
        "actions[0] (line 2, column 26): there is a comma after the last entry. Remove the comma.",
    ),
    (
        "a comma too few",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a"
  "due":"May"}]}"#,
        r#"actions[0] (line 3, column 3): found a quotation mark where a comma or the end of the object was expected. Write a comma between two entries; inside a text, write a quotation mark as \"."#,
    ),
    (
        "a comma too few in a list",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions":[{"title":"a"} {"title":"b"}]}"#,
        "actions (line 2, column 27): found “{” where a comma or the end of the list was expected. Write a comma between two entries, and ] after the last.",
    ),
    (
        "a colon too few",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "actions" []}"#,
        "the document (line 2, column 12): found “[” where a colon was expected after a key. Write a colon between the key and its value.",
    ),
    (
        "a key without quotation marks",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 actions:[]}"#,
        "the document (line 2, column 2): found “a” where a key in quotation marks was expected. Write the key in straight double quotation marks.",
    ),
    (
        "single quotation marks",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":'1'}"#,
        "version (line 2, column 12): found a single quotation mark where a value was expected. Write text in straight double quotation marks; numbers, true, false and null need none.",
    ),
    (
        "curly quotation marks",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":“1”}"#,
        "version (line 2, column 12): found a curly quotation mark where a value was expected. Write text in straight double quotation marks; numbers, true, false and null need none.",
    ),
    (
        "an open quotation mark",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":"1,
 "purpose":"review"}"#,
        r"version (line 2, column 15): a text holds a line break, a tab or another control character. Check that the quotation marks are closed; inside a text, write a line break as \n and a tab as \t.",
    ),
    (
        "a tab in a text",
        "{\"format\":1,\"reference\":\"p\",\"title\":\"Plan\",\"authority\":{\"name\":\"Anyshire\"},\n \"version\":\"1\t2\"}",
        r"version (line 2, column 14): a text holds a line break, a tab or another control character. Check that the quotation marks are closed; inside a text, write a line break as \n and a tab as \t.",
    ),
    (
        "a bad escape",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":"C:\plans"}"#,
        r"version (line 2, column 16): a backslash in a text is not followed by a valid escape. Write a backslash itself as \\.",
    ),
    (
        "half a character",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":"\ud800"}"#,
        r"version (line 2, column 19): a text holds half a character, as \u and four digits. Write the character itself.",
    ),
    (
        "a number with leading zeros",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":01}"#,
        "version (line 2, column 13): the number is not written as a number. Write it in digits, without leading zeros or commas, or as text in quotation marks.",
    ),
    (
        "a text cut in a text",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":"1"#,
        "version (line 2, column 14): the text ends inside quotation marks. Close the quotation marks, or check that the whole file has arrived.",
    ),
    (
        "a text cut in an object",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"}"#,
        "the document (line 1, column 75): the text ends inside an object. Close the object with }, or check that the whole file has arrived.",
    ),
    (
        "a text cut in a list",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"}, "actions":["#,
        "actions (line 1, column 88): the text ends inside a list. Close the list with ], or check that the whole file has arrived.",
    ),
    (
        "a text cut before a value",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"}, "actions":"#,
        "actions (line 1, column 87): the text ends where a value was expected. Check that the whole file has arrived.",
    ),
    (
        "two documents",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"}}
{}"#,
        "the document (line 2, column 1): there is more after the end of the document, beginning with “{”. Remove what follows the last brace.",
    ),
    (
        "a column after letters of several bytes",
        r#"{"format":1,"reference":"p","title":"Plan","authority":{"name":"Anyshire"},
 "version":"é€😀","purpose":5}"#,
        "purpose (line 2, column 28): found the number 5 where text was expected. Write it in quotation marks.",
    ),
];

#[test]
fn every_mistake_is_said_in_words_with_its_place() {
    for (mistake, text, said) in REFUSED {
        let error = refused(text);
        let found = error.to_string();
        let lines: Vec<&str> = found.lines().collect();
        match lines.as_slice() {
            [only] => assert_eq!(only, said, "{mistake}"),
            [count, each @ ..] => {
                let number = each.len();
                let counted =
                    format!("the text has {number} problems to correct before it can be read");
                assert_eq!(*count, counted, "{mistake}");
                assert!(each.contains(said), "{mistake}: {found}");
            }
            [] => panic!("{mistake}: nothing is said"),
        }
    }
}

#[test]
fn an_error_gives_its_parts() {
    let error = refused(r#"{"format":1,"reference":"p","title":5,"authority":{"name":"A"}}"#);
    assert_eq!(error.path(), Some("title"));
    assert_eq!((error.line(), error.column()), (1, 37));
    assert_eq!(error.message(), "found the number 5 where text was expected");
    assert_eq!(error.help(), "Write it in quotation marks.");
    assert_eq!(refused("").path(), None);
}

#[test]
fn a_load_error_says_what_its_source_says_and_says_it_once() {
    use std::error::Error;
    let json = Plan::from_json("").unwrap_err();
    assert!(matches!(json, LoadError::Json(_)));
    assert_eq!(json.to_string(), refused("").to_string());
    assert!(json.source().is_none());
    let text = r#"{"format":1,"reference":"p","title":"t","authority":{"name":"A"},
        "actions":[{"title":"Recruit"}]}"#;
    let rejected = Plan::from_json(text).unwrap_err();
    assert!(matches!(rejected, LoadError::Rejected(_)));
    assert!(rejected.to_string().contains("action-without-recommendation"), "{rejected}");
    assert!(rejected.source().is_none());
}

#[test]
fn nesting_without_end_is_refused_in_words() {
    let deep = format!("{}{}", r#"{"format":1,"x":"#, "[".repeat(10_000));
    assert_eq!(
        refused(&deep).to_string(),
        "x[0][0][0][0][0][0][0][0][0][0][0]… (line 1, column 143): lists and objects are nested too \
         deeply for a plan. Check that the right file was chosen."
    );
}

#[test]
fn what_is_long_or_unprintable_is_shortened_and_escaped() {
    let text = format!(r#"{{"format":1,"reference":"p\u0007","t{}":5}}"#, "x".repeat(1_000_000));
    let said = refused(&text).to_string();
    assert!(said.lines().all(|line| line.len() < 600), "{said}");
    let text = r#"{"format":1,"legend":[{"word":"b","means":"\u0007"}]}"#;
    assert!(refused(text).to_string().contains(r"“\u{7}”"));
}

#[test]
fn a_byte_order_mark_is_skipped_and_is_no_column() {
    let marked = format!("\u{feff}{EVERY_KEY}");
    assert_eq!(PlanDoc::from_json(&marked), PlanDoc::from_json(EVERY_KEY));
    assert_eq!(PlanDoc::from_json_bytes(marked.as_bytes()), PlanDoc::from_json(EVERY_KEY));
    assert_eq!(refused("\u{feff}{\"format\":2}").column(), 11);
}

#[test]
fn bytes_that_are_no_text_are_refused_at_the_first() {
    let error = PlanDoc::from_json_bytes(b"{\n \"title\": \"Caf\xE9\"}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the document (line 2, column 15): the byte 0xE9 is not text in UTF-8. Save the file again \
         with the encoding UTF-8."
    );
    let error = Plan::from_json_bytes(b"\xFF\xFE{\0").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the document (line 1, column 1): the byte 0xFF is not text in UTF-8. The file is in \
         UTF-16. Save it again with the encoding UTF-8."
    );
}

#[test]
fn null_counts_as_absent_for_a_key_that_may_be_left_out() {
    let without = r#"{"format":1,"reference":"p","title":"t","authority":{"name":"A"}}"#;
    let with = r#"{"format":1,"id":null,"reference":"p","title":"t","purpose":null,
        "authority":{"name":"A","code":null},"status_date":null,"rag_policy":null}"#;
    assert_eq!(PlanDoc::from_json(with), PlanDoc::from_json(without));
}

#[test]
fn a_document_with_every_key_comes_back_as_it_was() {
    let doc = PlanDoc::from_json(EVERY_KEY).unwrap();
    let json = doc.to_json();
    assert_eq!(PlanDoc::from_json(&json), Ok(doc));
    assert_eq!(json, EVERY_KEY, "keys in the order of the format, two spaces, a line break");
    let plan = Plan::from_json(EVERY_KEY).unwrap();
    assert_eq!(plan.to_json(), EVERY_KEY);
    assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan);
}

#[test]
fn limits_are_those_asked_for() {
    let limits = Limits::default().with_text_units(3);
    assert!(matches!(Plan::from_json_with(EVERY_KEY, &limits), Err(LoadError::Rejected(_))));
}

/// Returns every text of a value, as a JSON Pointer.
fn texts(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(pointer),
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                texts(value, format!("{pointer}/{at}"), found);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                texts(value, format!("{pointer}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Reading looks at each text as it goes by, and building looks at the texts of a document: neither may overlook what
/// the other sees, whatever type a text is read into.
#[test]
fn a_text_is_judged_alike_as_it_is_read_and_when_it_is_built() {
    let mut whole: Value = serde_json::from_str(EVERY_KEY).unwrap();
    let mut pointers = Vec::new();
    texts(&whole, String::new(), &mut pointers);
    // A single date in words or letter beyond ASCII has every text of a document looked at again, so here are none.
    for pointer in &pointers {
        let text = whole.pointer_mut(pointer).unwrap();
        let before = std::mem::replace(text, "31/03/2918".into());
        let read = PlanDoc::from_json(&whole.to_string()).map(Plan::build);
        let is_date = matches!(read, Ok(Err(rejected)) if rejected
            .diagnostics()
            .iter()
            .any(|one| one.code().as_str() == "date-out-of-range" && one.location().pointer() == *pointer));
        let plain = before.as_str().unwrap().replace(|one: char| !one.is_ascii(), "x");
        *whole.pointer_mut(pointer).unwrap() =
            if is_date { "2026-03-31".into() } else { plain.into() };
    }
    Plan::from_json(&whole.to_string()).unwrap();
    let mut judged = 0;
    for pointer in &pointers {
        for wrong in ["Head of\u{1} Service", "Head of Service \u{85}", "31/03/2918", "\u{7f}"] {
            let mut changed = whole.clone();
            *changed.pointer_mut(pointer).unwrap() = wrong.into();
            let changed = changed.to_string();
            let Ok(doc) = PlanDoc::from_json(&changed) else { continue };
            let problems = |rejected: &RejectedPlan| {
                let diagnostics = rejected.diagnostics().iter();
                // In the order of the text or of the format, which the keys here do not follow.
                diagnostics
                    .map(|one| (one.code().as_str(), one.message().to_owned()))
                    .collect::<BTreeSet<_>>()
            };
            let built = Plan::build(doc).map_err(|rejected| problems(&rejected));
            let read = Plan::from_json(&changed).map_err(|error| match error {
                LoadError::Rejected(rejected) => problems(&rejected),
                other => panic!("{pointer}: {other}"),
            });
            assert_eq!(read, built, "{pointer}: {wrong:?}");
            assert!(wrong.starts_with("31") || built.is_err(), "{pointer}: {wrong:?}");
            judged += 1;
        }
    }
    assert!(judged > 400, "{judged} of {}", pointers.len());
}

#[test]
fn a_text_cut_anywhere_is_refused() {
    let whole = EVERY_KEY.trim_end().len();
    for (cut, _) in EVERY_KEY.char_indices().take_while(|(cut, _)| *cut < whole) {
        let (beginning, _) = EVERY_KEY.split_at(cut);
        let error = refused(beginning);
        assert!(error.line() > 0 && error.column() > 0, "{error}");
    }
}

#[test]
fn a_text_with_any_byte_changed_is_read_or_refused_with_words() {
    let mut bytes = EVERY_KEY.as_bytes().to_vec();
    let changes = [b'"', b'{', b']', b',', b'5', b'\\', b'\n', 0xFF];
    for (at, change) in (0..bytes.len()).zip(changes.into_iter().cycle()) {
        let before = std::mem::replace(&mut bytes[at], change);
        if let Err(error) = PlanDoc::from_json_bytes(&bytes) {
            let said = error.to_string();
            assert!(!said.contains(" at line ") && !said.contains("struct "), "{said}");
            assert!(!error.help().is_empty(), "{said}");
        }
        bytes[at] = before;
    }
}
