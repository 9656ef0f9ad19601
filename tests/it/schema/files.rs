//! The committed schemas are those that the code makes.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

/// Every schema with the name of its file.
fn schemas() -> Vec<(&'static str, Value)> {
    use improvement_plan::schema;
    vec![
        ("plan", schema::plan().to_value()),
        ("coverage-report", schema::coverage_report().to_value()),
        ("progress-report", schema::progress_report().to_value()),
        ("rule-settings", schema::rule_settings().to_value()),
        ("read-options", schema::read_options().to_value()),
    ]
}

#[test]
fn the_committed_schemas_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    let mut names = Vec::new();
    for (name, schema) in schemas() {
        let name = format!("{name}.schema.json");
        let path = folder.join(&name);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
            fs::write(&path, &text).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == text, "schema/{name} is out of date: run this test with UPDATE_CASES=1");
        names.push(name);
    }
    names.sort();
    let mut files: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, names, "the folder schema holds other files");
}

/// Everything in a schema that has a description, with its place.
fn descriptions(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                match value {
                    Value::String(text) if key == "description" => {
                        found.push((place.to_owned(), text.clone()));
                    }
                    _ => descriptions(value, &format!("{place}/{key}"), found),
                }
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                descriptions(value, &format!("{place}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn descriptions_hold_no_markup_of_rust() {
    for (name, schema) in schemas() {
        let mut found = Vec::new();
        descriptions(&schema, name, &mut found);
        let least = if name == "rule-settings" { 7 } else { 21 };
        assert!(found.len() >= least, "{name}: {}", found.len());
        for (place, text) in found {
            for markup in ["[`", "](", "```", "::", "`Other`", "serde", "newtype"] {
                assert!(!text.contains(markup), "{place} says {markup}: {text}");
            }
            assert!(text.ends_with(['.', ')']) && !text.starts_with(' '), "{place}: {text:?}");
        }
    }
}

#[test]
fn every_key_of_every_record_is_described() {
    for (name, schema) in schemas() {
        let records = schema["$defs"].as_object().unwrap().values().chain([&schema]);
        let mut keys = 0;
        for record in records {
            for (key, value) in record["properties"].as_object().into_iter().flatten() {
                assert!(value["description"].is_string(), "{name}: {key} of {record}");
                keys += 1;
            }
            // Only what is written, never what is read, allows other keys.
            let is_closed = record["additionalProperties"] == Value::Bool(false);
            let is_record = record.get("properties").is_some();
            assert_eq!(is_closed, is_record && !name.ends_with("-report"), "{name}: {record}");
        }
        let least = if name == "rule-settings" { 3 } else { 21 };
        assert!(keys >= least, "{name}: {keys}");
    }
}
