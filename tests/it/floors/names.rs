//! What files are called, and where tests stand.
#![expect(clippy::string_slice, reason = "the places were found in the same text")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::source::Source;

/// Names that may stand in any number of rooms: nouns of the field, and the standard words for what a
/// room has of its own.
const ANYWHERE: &[&str] = &[
    "action",
    "actions",
    "assessments",
    "coverage",
    "error",
    "evidence",
    "interim",
    "measure",
    "measures",
    "milestone",
    "milestones",
    "mod",
    "plan",
    "rag",
    "read",
    "recommendation",
    "recommendations",
    "resource",
    "resources",
    "source",
    "sources",
    "workstream",
    "workstreams",
    "write",
];

/// Files of tests that still stand in the source.
const TO_MOVE: &[&str] = &[];

#[test]
fn no_file_name_stands_four_times() {
    let source = Source::read();
    let mut count: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
    for file in source.files.values() {
        let name = file.path.file_stem().unwrap().to_str().unwrap();
        count.entry(name).or_default().push(&file.path);
    }
    count.retain(|name, files| files.len() > 3 && !ANYWHERE.contains(name));
    assert!(count.is_empty(), "too often: {count:?}");
}

#[test]
fn tests_in_the_source_stand_at_the_end_of_the_file_they_test() {
    let source = Source::read();
    let mut wrong = Vec::new();
    for file in source.files.values() {
        if TO_MOVE.contains(&file.path.to_str().unwrap()) {
            continue;
        }
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&file.path))
                .unwrap();
        let end = text.find("\nmod tests {");
        let outside = &text[..end.unwrap_or(text.len())];
        let attributes = outside.lines().filter(|line| {
            line.starts_with("#[cfg(") && (line.contains("(test)") || line.contains("(test,"))
        });
        // One is the attribute of the tests themselves.
        if attributes.count() > usize::from(end.is_some()) || outside.contains("#[test]") {
            wrong.push(format!("{}: tests of their own", file.path.display()));
        }
        if end.is_some_and(|end| text[end..].find("\n}\n") != Some(text.len() - end - 3)) {
            wrong.push(format!("{}: code behind the tests", file.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
