//! The schemas of what is written describe it: every key of it, and nothing that is ever left out.

use improvement_plan::report::ProgressReport;
use improvement_plan::{CoverageReport, NaiveDate, Plan, Rules, schema, strategy};
use proptest::prelude::*;
use serde_json::Value;

use super::validator::Validator;

const SEPTEMBER: &str = include_str!("../../../examples/data/anyshire-2026-september.json");
const OCTOBER: &str = include_str!("../../../examples/data/anyshire-2026-october.json");

/// A schema that allows no key that it does not describe.
fn closed(schema: &Value) -> Value {
    match schema {
        Value::Object(keys) => {
            let mut object: serde_json::Map<String, Value> =
                keys.iter().map(|(key, value)| (key.clone(), closed(value))).collect();
            if keys.get("properties").is_some_and(Value::is_object) && keys.contains_key("type") {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            Value::Object(object)
        }
        Value::Array(values) => values.iter().map(closed).collect(),
        other => other.clone(),
    }
}

/// What has changed between two plans as JSON, on its own and in the report of the later one.
fn written(earlier: &Plan, later: &Plan, before: NaiveDate, as_of: NaiveDate) -> [Value; 2] {
    let progress = later.progress_since(earlier, before, as_of);
    let note = ProgressReport::new(&progress).to_json();
    let report = CoverageReport::new(later, as_of, &Rules::standard()).with_progress(progress);
    [note, report.to_json()].map(|text| serde_json::from_str(&text).unwrap())
}

#[test]
fn what_is_written_of_the_shipped_pair_is_described_key_by_key() {
    let [september, october] = [SEPTEMBER, OCTOBER].map(|text| Plan::from_json(text).unwrap());
    let days = [&september, &october].map(|plan| plan.status_date().unwrap());
    let [note, report] = written(&september, &october, days[0], days[1]);
    let schemas = [schema::progress_report().to_value(), schema::coverage_report().to_value()];
    for (schema, value) in schemas.iter().zip([&note, &report]) {
        assert!(Validator::new(&closed(schema)).accepts(value), "{}", schema["title"]);
        let one = Validator::new(schema);
        for key in value.as_object().unwrap().keys().filter(|key| *key != "progress") {
            let mut without = value.clone();
            without.as_object_mut().unwrap().remove(key);
            assert!(!one.accepts(&without), "{} may lack {key}", schema["title"]);
        }
        let mut more = value.clone();
        more["surprise"] = Value::Null;
        assert!(one.accepts(&more), "a later version may add keys");
    }
    // Every list of the pair has an entry, so that each kind of entry was looked at.
    for (key, value) in note.as_object().unwrap() {
        assert!(value.as_array().is_none_or(|list| !list.is_empty()), "{key} is empty");
        let Some(list) = value.as_array() else { continue };
        for at in 0..list.len() {
            for entry_key in list[at].as_object().unwrap().keys() {
                let mut without = note.clone();
                without[key][at].as_object_mut().unwrap().remove(entry_key);
                let is_valid = Validator::new(&schemas[0]).accepts(&without);
                assert_eq!(is_valid, entry_key == "action", "{key}[{at}] without {entry_key}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_of_random_pairs_is_described(
        (earlier, later) in strategy::plan_and_successor(),
        (before, as_of) in (strategy::as_of(), strategy::as_of()),
    ) {
        let [earlier, later] = [earlier, later].map(|doc| Plan::build(doc).unwrap());
        let [note, report] = written(&earlier, &later, before, as_of);
        prop_assert!(Validator::new(&closed(&schema::progress_report().to_value())).accepts(&note));
        prop_assert!(Validator::new(&closed(&schema::coverage_report().to_value())).accepts(&report));
    }
}
