//! Answers as data: the JSON of every answer, and how it leads back to the records.
//!
//! The files of `tests/it/answers` are the answers about `plan.json`. `UPDATE_CASES=1` writes them again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use improvement_plan::facts::{
    InterimState, OverdueItem, RagReason, Ratio, Rung, Timeliness, Uncovered,
};
use improvement_plan::ids::ItemId;
use improvement_plan::plan::{Item, ItemKind, RecommendationRef};
use improvement_plan::working_days::WorkingDays;
use improvement_plan::{
    Action, Milestone, NaiveDate, Plan, PlanDoc, Recommendation, RecommendationId, Source,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::answer_words::CLASSES;

const PLAN: &str = include_str!("answers/plan.json");
const CROYDON: &str = include_str!("../../examples/data/croydon-2017.json");

fn plan() -> Plan {
    Plan::from_json(PLAN).unwrap_or_else(|error| panic!("{error}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn as_of() -> NaiveDate {
    day("2026-11-02")
}

fn value(answer: impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

/// The JSON of an answer, with its keys in their order.
fn text(answer: impl Serialize) -> String {
    serde_json::to_string_pretty(&answer).unwrap() + "\n"
}

/// The whole answer of a function that loads its plan: nothing of it borrows the plan.
fn answer(name: &str) -> String {
    let plan = plan();
    let as_of = as_of();
    match name {
        "assessments" => text(plan.coverage(as_of).recommendations().next().unwrap().assessments()),
        "coverage" => text(plan.coverage(as_of)),
        "due_within" => text(plan.due_within(as_of, 28)),
        "gaps" => text(plan.coverage(as_of).uncovered().collect::<Vec<_>>()),
        "groups" => text(plan.coverage(as_of).by_source_and_addressee()),
        "handles" => {
            let milestone = plan.milestones().next().unwrap();
            let action = milestone.action();
            let recommendations = (plan.recommendations().next(), plan.recommendations().last());
            let others = (plan.sources().next(), plan.workstreams().next(), plan.measures().next());
            let items = [Item::Action(action), Item::Milestone(milestone)];
            text((recommendations, others, action, milestone, items, items.map(Item::id)))
        }
        "interim" => text(plan.interim(as_of)),
        "ladder" => text(plan.coverage(as_of).ladder()),
        "measure_states" => text(plan.measure_states(as_of)),
        "overdue" => text(plan.overdue(as_of)),
        "progress" => text(plan.progress_since(&plan, day("2026-10-28"), as_of)),
        "rag" => text(plan.rag(as_of, &plan.rag_policy())),
        "resources" => text(plan.resources()),
        "slippage" => text(plan.slippage(as_of)),
        "snapshot" => text(plan.snapshot(as_of)),
        "timeliness" => text(plan.timeliness(as_of)),
        "timetable" => {
            let days = WorkingDays::england_and_wales();
            let timetables = plan.sources().map(|source| source.timetable(&days));
            text(timetables.collect::<Vec<_>>())
        }
        "trace" => {
            let traced = |reference| {
                plan.recommendations_by_reference(reference).map(RecommendationRef::trace).next()
            };
            text([traced("1"), traced("2")])
        }
        "words" => {
            let reasons = [
                RagReason::Late { days: 3 },
                RagReason::MovedOften { times: 2 },
                RagReason::StartMissed,
            ];
            let interim = [InterimState::NotYet, InterimState::EndsIn { days: 0 }];
            let ratios = [Ratio::new(7, 12), Ratio::new(0, 0)];
            text((CLASSES, Rung::ALL, Uncovered::ALL, ratios, reasons, interim))
        }
        "workload" => text(plan.workload(as_of)),
        _ => panic!("no answer is called {name}"),
    }
}

fn answers(name: &str) -> Value {
    serde_json::from_str(&answer(name)).unwrap()
}

const ANSWERS: &[&str] = &[
    "assessments",
    "coverage",
    "due_within",
    "gaps",
    "groups",
    "handles",
    "interim",
    "ladder",
    "measure_states",
    "overdue",
    "progress",
    "rag",
    "resources",
    "slippage",
    "snapshot",
    "timeliness",
    "timetable",
    "trace",
    "words",
    "workload",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/answers")
}

#[test]
fn the_json_of_every_answer_is_this() {
    let mut changed = Vec::new();
    for name in ANSWERS {
        let path = folder().join(format!("{name}.json"));
        let json = answer(name);
        if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
            fs::write(&path, json).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != json {
            changed.push(name);
        }
    }
    assert!(
        changed.is_empty(),
        "run this test with UPDATE_CASES=1 and read what changes: {changed:?}"
    );
}

/// Every key of a value, at any depth.
fn keys<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key);
                keys(value, found);
            }
        }
        _ => {}
    }
}

/// The documentation of the files of a folder of `src`.
fn documentation(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let mut docs = String::new();
    for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            docs += &documentation(path.to_str().unwrap());
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        docs.extend(text.lines().filter(|line| line.trim_start().starts_with("///")));
    }
    docs
}

#[test]
fn every_key_of_an_answer_is_documented() {
    let docs = documentation("analysis") + &documentation("plan/handles");
    // These hold records as the document writes them.
    let others = ["assessments", "evidence", "latest", "target", "own", "board", "outside"];
    for name in ANSWERS {
        let mut answer = answers(name);
        without(&mut answer, &others);
        let mut found = BTreeSet::new();
        keys(&answer, &mut found);
        for key in found {
            assert!(docs.contains(&format!("`{key}`")), "{name}: {key} is not documented");
        }
    }
}

/// Empties the values under some keys.
fn without(value: &mut Value, emptied: &[&str]) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| without(value, emptied)),
        Value::Object(object) => {
            for (key, value) in object {
                if emptied.contains(&key.as_str()) {
                    *value = Value::Null;
                }
                without(value, emptied);
            }
        }
        _ => {}
    }
}

#[test]
fn coverage_and_an_overdue_item_have_the_keys_that_were_promised() {
    let coverage = answers("coverage");
    assert_eq!(coverage["as_of"], "2026-11-02");
    assert_eq!(coverage["total"], 6);
    assert_eq!(coverage["addressed"], json!({ "part": 2, "whole": 6, "percent": 33 }));
    let first = coverage["recommendations"][0].clone();
    assert_eq!(
        first,
        json!({
            "id": first["id"], "reference": "1",
            "source": { "id": first["source"]["id"], "reference": "ofsted-2026" },
            "text": "Reduce caseloads.", "rung": "addressed", "uncovered": null,
        })
    );
    let late = answers("overdue");
    let milestone = late[1].clone();
    assert_eq!(
        milestone,
        json!({
            "kind": "milestone", "id": milestone["id"], "reference": "A1.2",
            "action": { "id": late[0]["id"], "reference": "A1" },
            "title": "Rules in the recording system", "due": "2026-10-31",
            "baseline_due": "2026-10-31", "days_late": 2, "lead": "Head of Safeguarding",
            "fell_due_since_report": true,
        })
    );
}

#[test]
fn every_id_of_an_answer_finds_its_record() {
    let plan = Plan::from_json(CROYDON).unwrap();
    let as_of = day("2017-11-07");
    let timeliness = value(plan.timeliness(as_of));
    let coverage = value(plan.coverage(as_of));
    for entry in timeliness["items"].as_array().unwrap() {
        let text = entry["id"].as_str().unwrap();
        let id: ItemId = match entry["kind"].as_str().unwrap() {
            "action" => ItemId::Action(text.parse().unwrap()),
            _ => ItemId::Milestone(text.parse().unwrap()),
        };
        let item = plan.item(id).unwrap();
        assert_eq!(entry["title"], item.title());
        assert_eq!(item.id(), id);
    }
    for entry in coverage["recommendations"].as_array().unwrap() {
        let id: RecommendationId = entry["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(entry["text"], plan.recommendation(id).unwrap().text());
        let source = entry["source"]["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(entry["source"]["reference"], plan.source(source).unwrap().name());
    }
    // The ids are the same once the plan has looked one up, and so knows them all.
    assert_eq!(value(plan.timeliness(as_of)), timeliness);
    assert_eq!(value(plan.coverage(as_of)), coverage);
}

#[test]
fn one_item_is_classed_as_in_the_report() {
    for (text, as_of) in [(PLAN, as_of()), (CROYDON, day("2017-11-07"))] {
        let plan = Plan::from_json(text).unwrap();
        let report = plan.timeliness(as_of);
        for timely in report.items() {
            assert_eq!(plan.timeliness_of(timely.id(), as_of), Some(timely.class()));
            assert_eq!(plan.timeliness_of(timely.item(), as_of), Some(timely.class()));
        }
        for (late, timely) in plan.overdue(as_of).zip(
            report.items().filter(|timely| matches!(timely.class(), Timeliness::Overdue { .. })),
        ) {
            assert_eq!(timely.item(), late.item());
            assert_eq!(timely.due(), Some(late.due()));
            assert_eq!(timely.days_late(), Some(late.days_late()));
            assert_eq!(timely.fell_due_since_report(), late.fell_due_since_report());
            assert_eq!(timely.days_late_against_baseline(), late.days_late_against_baseline());
        }
    }
    let other = Plan::from_json(CROYDON).unwrap();
    let elsewhere = other.actions().next().unwrap();
    assert_eq!(plan().timeliness_of(elsewhere, as_of()), None);
}

#[test]
fn a_list_of_answers_is_an_iterator_of_known_length_and_a_list_in_json() {
    let plan = plan();
    let late = plan.overdue(as_of());
    assert_eq!(late.len(), 3);
    assert!(!late.is_empty());
    assert_eq!(late.as_slice().len(), 3);
    assert_eq!(value(&late), value(late.clone().collect::<Vec<_>>()));
    let mut rest = late.clone();
    assert_eq!(rest.next().map(|item| item.kind()), Some(ItemKind::Action));
    assert_eq!(value(&rest).as_array().map(Vec::len), Some(2));
    assert_eq!(late.rev().map(|item| item.title()).next(), Some("Interim director"));
}

fn late(action: Action) -> Vec<String> {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([Source::new("Inspection").with_reference("s")])
        .with_actions([action.with_enables(["s"])]);
    let plan = Plan::build(doc).unwrap();
    plan.overdue(as_of()).map(|item: OverdueItem<'_>| item.to_string()).collect()
}

#[test]
fn an_overdue_item_says_what_is_late_in_a_sentence() {
    let board = || Action::new("Set up a board").with_due("2026-10-20").with_owners(["Director"]);
    assert_eq!(
        late(board().with_reference("1")),
        ["action 1 was due on 20 October 2026 and is 13 days late (lead: Director)"]
    );
    assert_eq!(
        late(board()),
        ["action \u{201c}Set up a board\u{201d} was due on 20 October 2026 and is 13 days late \
          (lead: Director)"]
    );
    let milestone = Milestone::new("First meeting").with_due("2026-11-01");
    assert_eq!(
        late(Action::new("Set up a board").with_reference("1").with_milestones([milestone])),
        [
            "milestone 1/\u{201c}First meeting\u{201d} fell due on 1 November 2026, 1 day ago, since \
          the facts were gathered (no owner)"
        ]
    );
}

#[test]
fn what_is_restricted_is_named_by_its_kind_and_id() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("s")])
        .with_actions([Action::new("Grievance of an officer")
            .with_enables(["s"])
            .with_due("2026-10-20")
            .with_milestones([Milestone::new("Hearing").with_due("2026-11-10")])
            .with_restricted()]);
    let plan = Plan::build(doc).unwrap();
    let action = plan.actions().next().unwrap();
    let milestone = plan.milestones().next().unwrap();
    let late = plan.overdue(as_of()).next().unwrap();
    assert_eq!(late.to_string(), format!("action {}", action.id()));
    let due = plan.due_within(as_of(), 28).next().unwrap();
    assert_eq!(due.to_string(), format!("milestone {}", milestone.id()));
    let timely = plan.timeliness(as_of());
    let named: Vec<_> = timely.items().map(|item| item.to_string()).collect();
    assert_eq!(named, [late.to_string(), due.to_string()]);
    assert_eq!(Item::Action(action).to_string(), late.to_string());
}

#[test]
fn what_falls_due_and_what_is_classed_say_so_in_a_line() {
    let plan = plan();
    let due: Vec<_> = plan.due_within(as_of(), 28).map(|item| item.to_string()).collect();
    assert_eq!(
        due,
        [
            "milestone A1/\u{201c}First review\u{201d} is due on 30 November 2026, in 28 days \
             (lead: Independent Chair)",
            "action \u{201c}Survey families\u{201d} is due on 2 November 2026, today (lead: Head of \
             Engagement)",
        ]
    );
    let report = plan.timeliness(as_of());
    let lines: Vec<_> = report.items().take(2).map(|item| item.to_string()).collect();
    assert_eq!(
        lines,
        ["action A1: overdue by 18 days", "milestone A1/A1.1: completed 2 days late"]
    );
}

#[test]
fn a_trace_of_parts_a_hundred_thousand_deep_is_written() {
    let depth = 100_000;
    let parts = (1..depth).map(|at| {
        Recommendation::new("Part.")
            .with_reference(at.to_string())
            .with_part_of((at - 1).to_string())
    });
    let whole = Recommendation::new("Whole.").with_reference("0");
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_recommendations(std::iter::once(whole).chain(parts));
    let plan = Plan::build(doc).unwrap();
    let trace = value(plan.recommendations().next().unwrap().trace());
    assert_eq!(trace["parts"].as_array().map(Vec::len), Some(depth - 1));
    assert_eq!(trace["parts"][depth - 2]["part_of"]["reference"], (depth - 2).to_string());
}
