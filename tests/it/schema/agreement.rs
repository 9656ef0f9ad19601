//! Each schema accepts exactly what its reader accepts: for every small change of a document with every
//! key, and for random plans.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use improvement_plan::import::ReadOptions;
use improvement_plan::rules::RuleSettings;
use improvement_plan::{Plan, PlanDoc, schema, strategy};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::changes::{Change, Changed, changes};
use super::validator::Validator;

/// A schema, the reader it describes, and a document with every key.
struct Subject {
    name: &'static str,
    schema: Value,
    reads: fn(&str) -> bool,
    every_key: Value,
}

fn plan() -> Subject {
    Subject {
        name: "plan",
        schema: schema::plan().to_value(),
        reads: |text| PlanDoc::from_json(text).is_ok(),
        every_key: serde_json::from_str(include_str!("../data/every-key.json")).unwrap(),
    }
}

fn read_options() -> Subject {
    let mut every_key = json!({
        "authority": "Anyshire", "authority_code": "E10000099", "reference": "anyshire-2026",
        "title": "Improvement plan", "source": "Inspection of children's services",
        "status_date": "2026-10-30", "period": { "start": "2026-09-01", "end": "2027-08-31" },
        "quarters": "financial",
        "tables": [{
            "sheet": "Plan", "holds": "actions", "header_row": 4,
            "columns": { "What?": "action", "F": "due" }, "other_columns": "report",
            "heading_rows": 2, "first_row": 6, "last_row": 40,
            "rows": [{ "are": "guidance", "numbers": [7] }, { "are": "milestone", "column": "A", "says": "M" }],
            "blanks": { "Lead": "same-as-above" },
            "times": { "F": "Summer term" },
            "split": { "Lead": { "at": "\n", "first": "owners", "second": "due" } },
            "carry_down": "off", "revised_dates": "agreed", "dates": "month-first",
            "doubts": { "F": "it holds days" },
        }],
        "legend": [{ "word": "Blue", "means": "completed" }],
        "fills": { "blue": "completed", "00B0F0": "amber" },
        "days": { "HT5": "26 May 2027" },
        "separators": [";", "and"],
    });
    every_key["limits"] =
        serde_json::to_value(improvement_plan::import::SheetLimits::default()).unwrap();
    Subject {
        name: "read-options",
        schema: schema::read_options().to_value(),
        reads: |text| ReadOptions::from_json(text).is_ok(),
        every_key,
    }
}

fn rule_settings() -> Subject {
    Subject {
        name: "rule-settings",
        schema: schema::rule_settings().to_value(),
        reads: |text| RuleSettings::from_json(text).is_ok(),
        every_key: json!({
            "base": "strict",
            "severity": { "rag-missing": "warning", "anyshire-two-leads": "error" },
            "off": ["duplicate-title"],
        }),
    }
}

fn subjects() -> [Subject; 3] {
    [plan(), read_options(), rule_settings()]
}

impl Subject {
    /// Whether both accept the value; a panic where they differ.
    fn verdict(&self, value: &Value, what: &dyn std::fmt::Debug) -> bool {
        let read = (self.reads)(&value.to_string());
        let valid = Validator::new(&self.schema).accepts(value);
        assert!(
            read == valid,
            "{}: the reader says {read}, the schema {valid}: {what:?}",
            self.name
        );
        read
    }

    /// Every change of the document with every key, with the changed document.
    fn changes(&self) -> impl Iterator<Item = (Changed, Value)> {
        let changes = changes(&self.every_key).into_iter();
        changes.map(|changed| {
            let value = changed.of(&self.every_key);
            (changed, value)
        })
    }
}

#[test]
fn the_document_with_every_key_has_every_key_of_the_schema() {
    for subject in subjects() {
        let mut used = Vec::new();
        keys(&subject.every_key, &mut used);
        let mut records = vec![&subject.schema];
        records.extend(subject.schema["$defs"].as_object().unwrap().values());
        for record in records {
            for key in record["properties"].as_object().into_iter().flatten().map(|(key, _)| key) {
                assert!(used.contains(key), "{}: {key} is not in the document", subject.name);
            }
        }
        assert!(subject.verdict(&subject.every_key, &"every key"), "{}", subject.name);
    }
}

fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            found.extend(object.keys().cloned());
            object.values().for_each(|value| keys(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn the_schema_accepts_what_the_reader_accepts_for_every_change_of_shape() {
    for subject in subjects() {
        let (mut accepted, mut refused) = (0, 0);
        for (changed, value) in subject.changes() {
            let is_read = subject.verdict(&value, &changed);
            *(if is_read { &mut accepted } else { &mut refused }) += 1;
            // Any key may name a column of a table, but the value that is added is no meaning. What is
            // doubtful about a column, the time it is of and the day of a word are any text.
            let is_of_texts =
                ["/doubts", "/times", "/days"].iter().any(|key| changed.pointer.ends_with(key));
            if changed.change == Change::Add("surprise") && !is_of_texts {
                assert!(!is_read, "{changed:?}");
            }
        }
        // The settings of rules have only three keys.
        let (least_accepted, least_refused) =
            if subject.name == "rule-settings" { (10, 60) } else { (101, 301) };
        assert!(
            accepted >= least_accepted && refused >= least_refused,
            "{}: {accepted}, {refused}",
            subject.name
        );
    }
}

#[test]
fn a_missing_key_is_refused_exactly_where_the_schema_requires_it() {
    let plan = plan();
    let mut refused = BTreeSet::new();
    for changed in changes(&plan.every_key) {
        if changed.change != Change::Remove {
            continue;
        }
        if !plan.verdict(&changed.of(&plan.every_key), &changed) {
            let steps = changed.pointer.split('/').filter(|step| step.parse::<u8>().is_err());
            refused.insert(steps.collect::<Vec<_>>().join("/"));
        }
    }
    assert_eq!(
        Vec::from_iter(refused),
        [
            "/actions/evidence/title",
            "/actions/milestones/title",
            "/actions/title",
            "/actions/updates/text",
            "/authority",
            "/authority/name",
            "/format",
            "/legend/means",
            "/legend/word",
            "/measures/comparators/name",
            "/measures/name",
            "/recommendations/text",
            "/reference",
            "/sources/title",
            "/title",
            "/waivers/code",
            "/workstreams/name",
        ]
    );
}

/// A random valid document, as JSON.
fn random() -> impl Strategy<Value = Value> {
    strategy::plan_doc().prop_map(|doc| serde_json::to_value(doc).unwrap())
}

proptest! {
    #[test]
    fn random_plans_are_valid_and_a_random_change_is_judged_alike(
        document in random(),
        at in any::<prop::sample::Index>(),
    ) {
        let plan = plan();
        prop_assert!(plan.verdict(&document, &"a random plan"));
        let changes = changes(&document);
        let changed = &changes[at.index(changes.len())];
        plan.verdict(&changed.of(&document), changed);
    }
}

/// Writes the cases for `.ci/validate_schemas.py`, which asks an outside validator about each.
#[test]
#[ignore = "writes files for an outside validator: .ci/run calls it"]
fn write_cases_for_an_outside_validator() {
    let folder = PathBuf::from(env::var_os("SCHEMA_CASES").expect("SCHEMA_CASES names a folder"));
    for subject in subjects() {
        let mut lines = Vec::new();
        for (_, value) in subject.changes() {
            let accepted = (subject.reads)(&value.to_string());
            writeln!(lines, "{}", json!({ "accepted": accepted, "value": value })).unwrap();
        }
        if subject.name == "plan" {
            let mut runner = TestRunner::deterministic();
            for _ in 0..200 {
                let document = random().new_tree(&mut runner).unwrap().current();
                Plan::from_json(&document.to_string()).unwrap();
                writeln!(lines, "{}", json!({ "accepted": true, "value": document })).unwrap();
            }
        }
        fs::write(Path::new(&folder).join(format!("{}.jsonl", subject.name)), lines).unwrap();
    }
}
