//! The invented pair of plans in `examples/data`, of two months of one council.
//!
//! The files of `tests/it/anyshire` are its covering notes. `UPDATE_CASES=1` writes them again.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use improvement_plan::model::{SourceKind, Tier};
use improvement_plan::report::ProgressReport;
use improvement_plan::{DeliveryStatus, NaiveDate, Plan, Rules};
use serde_json::Value;

const SEPTEMBER: &str = include_str!("../../examples/data/anyshire-2026-september.json");
const OCTOBER: &str = include_str!("../../examples/data/anyshire-2026-october.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pair() -> [Plan; 2] {
    [SEPTEMBER, OCTOBER].map(|text| Plan::from_json(text).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn the_pair_is_marked_as_invented() {
    for plan in pair() {
        assert!(plan.doc().title.ends_with("(an invented example)"), "{}", plan.doc().title);
    }
    let page = include_str!("../../examples/data/README.md");
    assert!(page.contains("`anyshire-2026-september.json`, `anyshire-2026-october.json`"));
    assert!(page.contains("Anyshire is not a council. Everything in the pair is invented."));
}

#[test]
fn the_first_has_150_actions_two_sources_unnumbered_bullets_parts_interim_work_and_ranges() {
    let [september, october] = pair();
    assert_eq!((september.action_count(), september.sources().count()), (150, 2));
    let bullets = |plan: &Plan| {
        let of_inspection = plan.recommendations().filter(|one| {
            one.record().tier == Some(Tier::Recommendation)
                && one
                    .source()
                    .is_some_and(|source| source.record().kind == Some(SourceKind::Inspection))
        });
        of_inspection.map(|one| one.reference().as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(bullets(&september), [const { None }; 8]);
    let numbered = bullets(&october);
    assert!(numbered.iter().all(Option::is_some) && numbered.len() == 8, "{numbered:?}");
    for plan in pair() {
        assert!(plan.recommendations().filter(|one| one.record().part_of.is_some()).count() >= 3);
        assert!(plan.actions().filter(|action| action.record().in_force.is_some()).count() >= 3);
        let has_range = |plan: &Plan| {
            plan.measures()
                .filter(|measure| {
                    measure.record().readings.iter().any(|one| one.lowest < one.highest)
                })
                .count()
        };
        assert!(has_range(&plan) >= 6);
    }
    assert_eq!(september.id(), october.id());
}

#[test]
fn its_plans_are_drafts_that_honest_people_keep() {
    // Nothing in them contradicts itself: what the errors say is what the plan is to show.
    let expected: [&[&str]; 2] = [
        &["urgent-recommendation-late"],
        &["uncovered-recommendation", "urgent-recommendation-late"],
    ];
    for (plan, expected) in pair().into_iter().zip(expected) {
        let found = plan.check(&Rules::standard(), plan.status_date().unwrap());
        let errors = found.at_least(improvement_plan::Severity::Error);
        let codes: Vec<_> = errors.iter().map(|one| one.code().as_str()).collect();
        assert_eq!(codes, expected);
    }
}

#[test]
fn its_stated_deadline_is_the_one_that_the_law_gives() {
    let days = improvement_plan::working_days::WorkingDays::england_and_wales();
    for plan in pair() {
        let timetable = plan.sources().next().unwrap().timetable(&days);
        assert_eq!(timetable.difference(), Ok(Some(0)));
        assert!(timetable.applies());
    }
}

#[test]
fn a_month_of_work_shows_in_its_snapshots() {
    let [september, october] = pair();
    let before = september.snapshot(day("2026-09-30"));
    let after = october.snapshot(day("2026-10-30"));
    assert_eq!((before.actions().total(), after.actions().total()), (150, 153));
    assert_eq!((before.actions().open(), after.actions().open()), (116, 100));
    assert_eq!((before.actions().overdue(), after.actions().overdue()), (10, 11));
    assert!(after.agreed_revisions() > before.agreed_revisions());
    // Asking September's document about October knows only what was dated in it.
    let asked_too_late = september.snapshot(day("2026-10-30"));
    assert!(asked_too_late.actions().overdue() > after.actions().overdue());
    assert_eq!(asked_too_late.actions().completed(), before.actions().completed());
    let awaiting = |plan: &Plan| {
        plan.actions().filter(|one| one.record().status == DeliveryStatus::AwaitingSignOff).count()
    };
    assert_eq!((awaiting(&september), awaiting(&october)), (0, 1));
}

/// The report of the two as text, Markdown and JSON, each as of the day on which its facts were gathered.
fn notes() -> [String; 3] {
    let [september, october] = pair();
    let progress = october.progress_since(&september, day("2026-09-30"), day("2026-10-30"));
    let report = ProgressReport::new(&progress);
    [report.to_text(), report.to_markdown(), report.to_json()]
}

fn json() -> Value {
    let [_, _, json] = notes();
    serde_json::from_str(&json).unwrap()
}

/// The paths of the lists of an object that are not inside another list, and how long each is.
fn lists(value: &Value, path: &str, found: &mut Vec<(String, usize)>) {
    match value {
        Value::Array(values) => found.push((path.to_owned(), values.len())),
        Value::Object(object) => {
            for (key, value) in object {
                lists(value, &format!("{path}/{key}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn no_list_of_what_has_changed_is_empty() {
    let mut found = Vec::new();
    lists(&json(), "", &mut found);
    assert_eq!(found.len(), 26, "{found:?}");
    let empty: Vec<_> = found.iter().filter(|(_, length)| *length == 0).collect();
    assert!(empty.is_empty(), "{empty:?}");
}

#[test]
fn every_kind_of_change_happens_at_least_once() {
    let json = json();
    let words = |list: &str, key: &str| -> BTreeSet<String> {
        let list = json.pointer(list).unwrap().as_array().unwrap();
        list.iter().map(|one| one[key].to_string().trim_matches('"').to_owned()).collect()
    };
    let set = |words: &[&str]| -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    };
    // `not-yet` is only of two days in the other order.
    assert_eq!(
        words("/no_longer_overdue", "how"),
        set(&[
            "removed",
            "completed",
            "suspended",
            "withdrawn",
            "awaiting-sign-off",
            "agreed",
            "altered"
        ])
    );
    assert_eq!(words("/redated", "how"), set(&["agreed", "altered", "set"]));
    assert_eq!(words("/reworded", "matched_by"), set(&["id", "reference"]));
    assert_eq!(words("/recommendations/reworded", "matched_by"), set(&["id", "reference"]));
    for list in ["/added", "/removed", "/completed", "/suspended", "/withdrawn", "/reopened"] {
        assert_eq!(words(list, "kind"), set(&["action", "milestone"]), "{list}");
    }
    assert!(words("/completed", "from").is_superset(&set(&["open", "suspended"])));
    assert!(words("/reopened", "from").is_superset(&set(&["completed", "suspended"])));
    for list in ["/suspended", "/withdrawn"] {
        assert_eq!(words(list, "agreed"), set(&["true", "false"]), "{list}");
    }
    let late = json["completed"].as_array().unwrap().iter().map(|one| &one["days_late"]);
    let late: Vec<Option<i64>> = late.map(Value::as_i64).collect();
    assert!(late.contains(&None) && late.contains(&Some(0)), "{late:?}");
    assert!(late.iter().flatten().any(|days| *days > 0), "{late:?}");
    assert!(late.iter().flatten().any(|days| *days < 0), "{late:?}");
    // Slipped, brought forward, a day lost and a day given; with a reason and without.
    let redated = json["redated"].as_array().unwrap();
    assert!(redated.iter().any(|one| one["days"].as_i64().is_some_and(|days| days > 0)));
    assert!(redated.iter().any(|one| one["days"].as_i64().is_some_and(|days| days < 0)));
    assert!(redated.iter().any(|one| one["to"].is_null()));
    assert!(redated.iter().any(|one| one["from"].is_null()));
    assert!(redated.iter().any(|one| one["reasons"][0].is_string()));
    assert!(redated.iter().any(|one| one["reasons"] == serde_json::json!([null])));
    // A fall from the ladder with its reason, and one to a lower rung.
    let lost = json["recommendations"]["lost"].as_array().unwrap();
    assert!(lost.iter().any(|one| one["to"].is_null() && one["reason"].is_string()), "{lost:?}");
    assert!(lost.iter().any(|one| one["to"].is_string() && one["reason"].is_null()), "{lost:?}");
    for (rung, moved) in [
        ("addressed", ["lost", "added", "removed"]),
        ("planned", ["gained", "added", "removed"]),
        ("completed", ["gained", "lost", "closing"]),
        ("assured", ["gained", "closing", "closing"]),
    ] {
        for moved in moved {
            let count = json["recommendations"][rung][moved].as_u64();
            assert!(count > Some(0), "{rung}, {moved}: {count:?}");
        }
    }
    assert_eq!(json["same_plan"], true);
    assert_eq!(json["rag_policy_changed"], true);
    assert!(json["matched_by_reference"].as_u64() > Some(8));
}

fn golden(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/anyshire");
    if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
        fs::write(folder.join(name), text).unwrap();
    }
    let expected = fs::read_to_string(folder.join(name)).unwrap_or_default();
    assert_eq!(text, expected, "run this test with UPDATE_CASES=1 and read what changes in {name}");
}

#[test]
fn the_covering_note_reads_like_this() {
    let [text, markdown, _] = notes();
    golden("note.txt", &text);
    golden("note.md", &markdown);
}

#[test]
fn the_readme_shows_an_excerpt_of_the_covering_note() {
    let readme = include_str!("../../README.md");
    let command = "compare_periods -- \\\n    examples/data/anyshire-2026-september.json";
    let (_, after) = readme.split_once(command).unwrap();
    let (_, excerpt) = after.split_once("```text\n").unwrap();
    let (excerpt, _) = excerpt.split_once("```").unwrap();
    let [note, _, _] = notes();
    let parts: Vec<_> = excerpt.split("\n[\u{2026}]\n").map(str::trim).collect();
    assert!(parts.len() > 2, "{excerpt}");
    for part in parts {
        assert!(note.contains(part), "{part}\n\nis not in\n\n{note}");
    }
}
