//! Progress between two plans: counted by hand, what is asked about it, and pairs that are meant to mislead.
//!
//! The file of `tests/it/progress` is what is asked about the invented pair, whose covering notes are in
//! `tests/it/anyshire`. `UPDATE_CASES=1` writes it again.

use std::path::Path;
use std::{env, fs};

use improvement_plan::facts::{HowMoved, LatenessEnd, MatchedBy, Progress};
use improvement_plan::model::{Stopped, Tier};
use improvement_plan::plan::{ItemKind, Limits};
use improvement_plan::report::ProgressReport;
use improvement_plan::{
    Action, CoverageReport, DeliveryStatus, Diagnostic, Milestone, NaiveDate, Plan, PlanDoc,
    Recommendation, Revision, Rules, Source,
};
use serde_json::Value;

const CROYDON: &str = include_str!("../../examples/data/croydon-2017.json");
const SEPTEMBER: &str = include_str!("../../examples/data/anyshire-2026-september.json");
const OCTOBER: &str = include_str!("../../examples/data/anyshire-2026-october.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plan(text: &str) -> Plan {
    Plan::from_json(text).unwrap_or_else(|error| panic!("{error}"))
}

fn json(progress: &Progress<'_>) -> Value {
    serde_json::from_str(&ProgressReport::new(progress).to_json()).unwrap()
}

/// A plan with an inspection, two recommendations and the given actions.
fn with_actions(actions: impl IntoIterator<Item = Action>) -> PlanDoc {
    PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("o").with_body("Ofsted")])
        .with_recommendations([
            Recommendation::new("Reduce caseloads.").with_reference("1").with_source("o"),
            Recommendation::new("See children alone.").with_reference("2").with_source("o"),
        ])
        .with_actions(actions)
}

fn action(reference: &str) -> Action {
    let title = format!("Do the work of {reference}");
    Action::new(title).with_reference(reference).with_answers(["1"])
}

#[test]
fn croydon_moved_in_a_fortnight_as_counted_by_hand() {
    let plan = plan(CROYDON);
    let progress = plan.progress_since(&plan, day("2017-10-23"), day("2017-11-07"));
    let late: Vec<String> =
        progress.newly_overdue().map(|one| one.item().reference().to_string()).collect();
    assert_eq!(late, ["2.4.8", "2.6.2a", "2.6.10a", "2.6.10b", "2.6.10c", "2.7.1", "2.8.2b"],);
    let is_since = |one: improvement_plan::facts::ItemChange<'_, '_>| {
        one.newly_overdue().is_some_and(|late| late.fell_due_since_report())
    };
    assert!(progress.newly_overdue().all(is_since));
    let actions = progress.balance(ItemKind::Action);
    assert_eq!(actions.open().opening(), actions.open().closing());
    let late = actions.overdue();
    assert_eq!([late.opening(), late.newly(), late.no_longer(), late.closing()], [0, 7, 0, 7]);
    assert_eq!(progress.redated().count(), 0);
    assert!(progress.recommendations().all(|one| !one.is_changed()));
}

#[test]
fn what_is_asked_about_the_invented_pair_is_this() {
    let (september, october) = (plan(SEPTEMBER), plan(OCTOBER));
    let (before, as_of) = (september.status_date().unwrap(), october.status_date().unwrap());
    let text = october.progress_since(&september, before, as_of).diagnostics().to_string();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/progress/diagnostics.txt");
    if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
        fs::write(&path, &text).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "diagnostics.txt is out of date: run this test with UPDATE_CASES=1");
}

#[test]
fn the_coverage_report_says_what_changed_after_its_first_sentences() {
    let (september, october) = (plan(SEPTEMBER), plan(OCTOBER));
    let (before, as_of) = (september.status_date().unwrap(), october.status_date().unwrap());
    let report = || CoverageReport::new(&october, as_of, &Rules::standard());
    let plain = report().to_text();
    assert!(!plain.contains("What changed since"));
    let progress = october.progress_since(&september, before, as_of);
    let note: Value = json(&progress);
    let report = report().with_progress(progress);
    let text = report.to_text();
    let section = text.find("\n1. What changed since 30 September 2026\n").unwrap();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let [covered, late] = report.headline();
    assert!(words.find(&format!("{covered} {late}")) < words.find("What changed since"));
    assert!(section < text.find("\n2. To decide or to ask\n").unwrap());
    let markdown = report.to_markdown();
    let sections: Vec<_> = markdown.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        sections[..3],
        [
            "## What changed since 30 September 2026",
            "## To decide or to ask",
            "## Is every recommendation answered?",
        ]
    );
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(json["progress"], note);
}

#[test]
fn parts_and_findings_that_came_or_went_are_named_and_not_counted() {
    let october = Plan::build(with_actions([action("a")])).unwrap();
    let part = |reference: &str, text: &str| {
        let part = Recommendation::new(text).with_reference(reference).with_source("o");
        part.with_part_of("2")
    };
    let november = october
        .edit(|doc| {
            doc.recommendations.push(part("2a", "See them at home."));
            let finding = Recommendation::new("Records are late.").with_reference("F");
            doc.recommendations.push(finding.with_source("o").with_tier(Tier::Finding));
        })
        .unwrap();
    let days = (day("2026-10-30"), day("2026-11-30"));
    let note = |progress: &Progress<'_>| {
        let balance = progress.recommendation_balance();
        assert_eq!((balance.opening(), balance.closing()), (2, 2));
        let json = json(progress);
        for list in ["added", "removed"] {
            assert_eq!(json["recommendations"][list], serde_json::json!([]));
        }
        ProgressReport::new(progress).to_text()
    };
    let came = note(&november.progress_since(&october, days.0, days.1));
    for line in [
        "- Ofsted (o), 2a: See them at home.\n  A new part of a recommendation.\n",
        "- Ofsted (o), F: Records are late.\n  A new finding.\n",
    ] {
        assert!(came.contains(line), "{came}");
    }
    let went = note(&october.progress_since(&november, days.0, days.1));
    for line in [
        "- Ofsted (o), 2a: See them at home.\n  A part of a recommendation, in the plan no longer.\n",
        "- Ofsted (o), F: Records are late.\n  A finding, in the plan no longer.\n",
    ] {
        assert!(went.contains(line), "{went}");
    }
}

#[test]
fn a_stop_without_agreement_is_told_by_what_is_missing() {
    let october = Plan::build(with_actions(["a", "b", "c"].map(action))).unwrap();
    let november = october
        .edit(|doc| {
            let stops = [
                Stopped::new(),
                Stopped::new().with_reason("Cost."),
                Stopped::new().with_reason("Cost.").with_approved_by("Board"),
            ];
            for (action, stopped) in doc.actions.iter_mut().zip(stops) {
                action.status = DeliveryStatus::Suspended;
                action.stopped = Some(stopped);
            }
        })
        .unwrap();
    let progress = november.progress_since(&october, day("2026-10-30"), day("2026-11-30"));
    let note = ProgressReport::new(&progress).to_text();
    for line in [
        "  Suspended without agreement: no reason is stated.\n",
        "  Suspended without agreement: nobody is named who approved it. Reason: Cost.\n",
        "  Suspended by agreement. Reason: Cost.\n",
    ] {
        assert!(note.contains(line), "{note}");
    }
}

#[test]
fn a_date_moved_by_agreement_is_told_from_one_typed_over() {
    let due = |reference: &str| action(reference).with_due("2026-10-30");
    let october = Plan::build(with_actions(["a", "b", "c", "d"].map(due))).unwrap();
    let november = october
        .edit(|doc| {
            let moved = Revision::new("2026-12-18").with_agreed("2026-11-02");
            doc.actions[0].revisions.push(moved.with_reason("No chair yet"));
            doc.actions[1].due = Some("2026-12-18".into());
            doc.actions[2].revisions.push(Revision::new("2026-12-18"));
            doc.actions[3].revisions.push(Revision::new("TBC").with_agreed("2026-11-02"));
        })
        .unwrap();
    let progress = november.progress_since(&october, day("2026-11-01"), day("2026-11-30"));
    let moved: Vec<_> = progress.redated().map(|one| one.date_move().unwrap()).collect();
    let told: Vec<_> =
        moved.iter().map(|one| (one.how(), one.days(), one.against_baseline())).collect();
    assert_eq!(
        told,
        [
            (HowMoved::Agreed, Some(49), Some(49)),
            (HowMoved::Altered, Some(49), Some(49)),
            (HowMoved::Agreed, None, None),
        ]
    );
    assert_eq!(moved[0].reasons(), [Some("No chair yet")]);
    assert_eq!(moved[2].reasons(), [None]);
    let ended: Vec<_> =
        progress.no_longer_overdue().map(|one| one.no_longer_overdue().unwrap().how()).collect();
    assert_eq!(ended, [LatenessEnd::Agreed, LatenessEnd::Altered, LatenessEnd::Agreed]);
    assert!(ended.iter().all(|how| !how.is_recovery()));
    assert_eq!(
        progress.diagnostics().to_string(),
        "error[baseline-altered] actions[1].due: its original due date was 30 October 2026 and is 18 December 2026 \
         (in the earlier plan: actions[1].due)"
    );
}

#[test]
fn what_is_taken_out_is_asked_about_in_the_earlier_plan() {
    let milestones = [Milestone::new("First step"), Milestone::new("Second step")];
    let october =
        Plan::build(with_actions([action("a"), action("b").with_milestones(milestones)])).unwrap();
    let november = october
        .edit(|doc| {
            doc.actions.remove(1);
            doc.recommendations.remove(1);
            doc.recommendations[0].text = "Reduce them.".to_owned();
        })
        .unwrap();
    let progress = november.progress_since(&october, day("2026-10-30"), day("2026-11-30"));
    assert_eq!(
        progress.diagnostics().to_string(),
        "warning[recommendation-reworded] recommendations[0].text: its words were \u{201c}Reduce caseloads.\u{201d}, or its \
         reference belongs to another now (in the earlier plan: recommendations[0].text)\n\
         error[recommendation-removed] earlier plan, recommendations[1]: it is not in the later plan: \u{201c}See children \
         alone.\u{201d}\n\
         warning[item-removed] earlier plan, actions[1]: it was open, and is not in the later plan"
    );
    assert_eq!(progress.removed().count(), 3);
    assert!(progress.diagnostics().iter().skip(1).all(Diagnostic::is_about_what_is_gone));
}

#[test]
fn pinned_ids_that_are_swapped_keep_their_records_and_show_the_reused_references() {
    let october = Plan::build(with_actions([action("a"), action("b")])).unwrap();
    let mut doc = october.clone().into_doc_with_ids();
    let (first, second) = (doc.actions[0].id, doc.actions[1].id);
    (doc.actions[0].id, doc.actions[1].id) = (second, first);
    let november = Plan::build(doc).unwrap();
    let progress = november.progress_since(&october, day("2026-10-30"), day("2026-10-30"));
    let was: Vec<_> = progress.renumbered().map(|one| one.renumbered().unwrap().from()).collect();
    assert_eq!(was, [Some("b"), Some("a")]);
    let bearers: Vec<_> =
        progress.reused_references().map(|one| one.reused_reference().unwrap().title()).collect();
    assert_eq!(bearers, ["Do the work of a", "Do the work of b"]);
    assert!(progress.reworded().all(|one| one.reworded().unwrap().1 == MatchedBy::Id));
    assert_eq!(progress.added().count() + progress.removed().count(), 0);
}

#[test]
fn a_plan_renumbered_throughout_is_another_plan_unless_its_ids_are_written() {
    let many =
        |prefix: &str| (0..50).map(|at| action(&format!("{prefix}{at}"))).collect::<Vec<_>>();
    let october = Plan::build(with_actions(many("a"))).unwrap();
    let renumber = |doc: &mut PlanDoc| {
        for (at, action) in doc.actions.iter_mut().enumerate() {
            action.reference = Some(format!("b{at}"));
        }
    };
    let november = october.edit(renumber).unwrap();
    let progress = november.progress_since(&october, day("2026-10-30"), day("2026-10-30"));
    assert_eq!((progress.added().count(), progress.removed().count()), (50, 50));
    let pinned = Plan::build(october.clone().into_doc_with_ids()).unwrap();
    let november = pinned.edit(renumber).unwrap();
    let progress = november.progress_since(&october, day("2026-10-30"), day("2026-10-30"));
    assert_eq!((progress.added().count(), progress.removed().count()), (0, 0));
    assert_eq!(progress.renumbered().count(), 50);
}

#[test]
fn plans_of_different_councils_pair_what_has_the_same_reference_and_say_so() {
    let ours = Plan::build(with_actions([action("a"), action("b")])).unwrap();
    let mut doc = with_actions([action("b"), action("c")]);
    doc.authority.name = "Elsewhere".to_owned();
    let theirs = Plan::build(doc).unwrap();
    let progress = theirs.progress_since(&ours, day("2026-10-30"), day("2026-10-30"));
    assert!(!progress.same_plan());
    // Two recommendations and one action.
    assert_eq!(progress.matched_by_reference(), 3);
    let note = ProgressReport::new(&progress).to_text();
    assert!(note.contains("These are two different plans"), "{note}");
}

#[test]
fn the_same_words_everywhere_pair_nothing() {
    let unnumbered = |count: usize| -> Vec<Milestone> {
        (0..count).map(|at| Milestone::new("A step").with_reference(format!("{at}"))).collect()
    };
    let before = with_actions([action("a").with_milestones(unnumbered(2_000))]);
    let mut after = before.clone();
    for milestone in &mut after.actions[0].milestones {
        let number = milestone.reference.take().unwrap();
        milestone.reference = Some(format!("new {number}"));
    }
    let (before, after) = (Plan::build(before).unwrap(), Plan::build(after).unwrap());
    let progress = after.progress_since(&before, day("2026-10-30"), day("2026-10-30"));
    assert_eq!((progress.added().count(), progress.removed().count()), (2_000, 2_000));
}

#[test]
fn thousands_of_milestones_moved_to_one_action_are_moved_and_not_new() {
    let actions = (0..400).map(|at| {
        let milestones = (0..10).map(|step| Milestone::new(format!("Step {at}-{step}")));
        action(&format!("a{at}")).with_milestones(milestones)
    });
    let mut doc = with_actions(actions);
    doc.pin_ids();
    let before = Plan::build_with(doc.clone(), &Limits::default()).unwrap();
    let all: Vec<Milestone> =
        doc.actions.iter_mut().flat_map(|action| std::mem::take(&mut action.milestones)).collect();
    doc.actions[0].milestones = all;
    let after = Plan::build(doc).unwrap();
    let progress = after.progress_since(&before, day("2026-10-30"), day("2026-10-30"));
    assert_eq!(progress.moved().count(), 3_990);
    assert_eq!(progress.added().count() + progress.removed().count(), 0);
    let milestones = progress.balance(ItemKind::Milestone);
    assert_eq!(milestones.in_plan().opening(), milestones.in_plan().closing());
    assert_eq!(json(&progress)["moved"].as_array().unwrap().len(), 3_990);
}

#[test]
fn bullets_that_are_numbered_later_are_the_same_bullets() {
    let bullet = |text: &str| Recommendation::new(text).with_source("o");
    let mut doc = with_actions([]);
    doc.recommendations = vec![bullet("First."), bullet("Second.")];
    let before = Plan::build(doc.clone()).unwrap();
    doc.recommendations[0].reference = Some("1".to_owned());
    doc.recommendations[1].reference = Some("2".to_owned());
    let after = Plan::build(doc).unwrap();
    let progress = after.progress_since(&before, day("2026-10-30"), day("2026-10-30"));
    let was: Vec<_> = progress.recommendations().map(|one| one.renumbered().unwrap()).collect();
    assert!(was.iter().all(|one| one.from().is_none() && one.to().is_some()));
    assert_eq!(progress.recommendation_balance().added(), 0);
}

#[cfg(feature = "workbook")]
#[test]
fn the_working_workbooks_of_two_months_name_each_altered_date_with_its_cell_in_both() {
    use improvement_plan::import::{Import, ReadOptions};
    use improvement_plan::workbook;

    let saved = |doc: &PlanDoc| -> Import {
        let mut file = Vec::new();
        workbook::write_working(doc, &mut file).unwrap();
        workbook::read(file.as_slice(), &ReadOptions::new()).unwrap()
    };
    let due = |reference: &str| action(reference).with_due("2026-10-30");
    let doc = with_actions(["a", "b", "c", "d"].map(due));
    let october = saved(&doc);
    // Next month's file starts from last month's: a row moved, one renamed, one new, one deleted, a date typed over.
    let mut edited = october.doc().clone();
    edited.actions.rotate_left(1);
    edited.actions[0].title = "In other words".to_owned();
    edited.actions[1].due = Some("2026-12-18".into());
    edited.actions.remove(2);
    edited.actions.push(due("e"));
    let november = saved(&edited);
    let (before, now) = (october.build().unwrap(), november.build().unwrap());
    let progress = now.progress_since(&before, day("2026-10-01"), day("2026-11-01"));
    let found = october.located_in_earlier(november.located(progress.diagnostics()));
    let altered = found.of_code("baseline-altered").next().unwrap();
    let (cell, was) = (altered.location(), altered.earlier().unwrap());
    assert_eq!((cell.sheet(), cell.row()), (Some("Actions"), Some(3)), "{altered}");
    assert_eq!((was.sheet(), was.row()), (Some("Actions"), Some(4)), "{altered}");
    assert_eq!(cell.column(), was.column());
    let gone = found.of_code("item-removed").next().unwrap();
    assert!(gone.is_about_what_is_gone());
    assert_eq!((gone.location().sheet(), gone.location().row()), (Some("Actions"), Some(5)));
    let titles = |one: improvement_plan::facts::ItemChange<'_, '_>| one.item().title().to_owned();
    assert_eq!(progress.reworded().map(titles).collect::<Vec<_>>(), ["In other words"]);
    assert_eq!(progress.added().count(), 1);
}
