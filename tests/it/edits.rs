//! Edits: finding records in a document, pinning ids, and changing a plan without losing the old one.

use improvement_plan::facts::Timeliness;
use improvement_plan::ids::ItemId;
use improvement_plan::plan::{Limits, ReviseError};
use improvement_plan::{
    Action, ActionId, CoverageReport, Diagnostic, Measure, Milestone, NaiveDate, Plan, PlanDoc,
    Recommendation, Revision, Rules, Severity, Source, Workstream, strategy,
};
use proptest::prelude::*;

fn doc() -> PlanDoc {
    PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
        .with_sources([
            Source::new("Inspection").with_reference("ofsted/2026"),
            Source::new("Review").with_reference("peer"),
        ])
        .with_recommendations([
            Recommendation::new("Reduce caseloads.").with_reference("1").with_source("ofsted/2026"),
            Recommendation::new("See children alone.").with_reference("1").with_source("peer"),
            Recommendation::new("Listen.").with_reference("2").with_source("peer"),
        ])
        .with_workstreams([Workstream::new("People").with_reference("W1")])
        .with_actions([
            Action::new("Cap caseloads")
                .with_reference("2.4.8")
                .with_answers(["2"])
                .with_due("2026-10-30")
                .with_milestones([
                    Milestone::new("Agree").with_reference("a").with_due("2026-10-01"),
                    Milestone::new("Start").with_reference("b"),
                ]),
            Action::new("Recruit")
                .with_reference("3")
                .with_answers(["2"])
                .with_milestones([Milestone::new("Advertise").with_reference("a")]),
            Action::new("No reference").with_answers(["2"]),
        ])
        .with_measures([Measure::new("Vacancies").with_reference("vacancies")])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_record_is_found_by_its_reference_or_its_id() {
    let doc = doc();
    let plan = Plan::build(doc.clone()).unwrap();
    assert_eq!(doc.source("PEER").unwrap().title, "Review");
    assert_eq!(doc.source("ofsted/2026").unwrap().title, "Inspection");
    assert_eq!(doc.workstream("w01").unwrap().name, "People");
    assert_eq!(doc.action(" 2.04.8").unwrap().title, "Cap caseloads");
    assert_eq!(doc.measure("Vacancies").unwrap().name, "Vacancies");
    for action in plan.actions() {
        assert_eq!(doc.action(action.id()), Some(action.record()));
        assert_eq!(doc.action(action.id().to_string()), Some(action.record()));
        for milestone in action.milestones() {
            assert_eq!(doc.milestone(milestone.id()), Some(milestone.record()));
        }
    }
    for recommendation in plan.recommendations() {
        assert_eq!(doc.recommendation(recommendation.id()), Some(recommendation.record()));
    }
    assert!(doc.action("2.4.9").is_none());
    assert!(doc.action(ActionId::from_uuid(*plan.id().as_uuid())).is_none());
}

#[test]
fn a_reference_that_names_several_records_names_none() {
    let mut doc = doc();
    assert!(doc.recommendation("1").is_none());
    assert_eq!(doc.recommendation("peer/1").unwrap().text, "See children alone.");
    assert_eq!(doc.recommendation("ofsted/2026/1").unwrap().text, "Reduce caseloads.");
    assert_eq!(doc.recommendation("2").unwrap().text, "Listen.");
    assert!(doc.recommendation("ofsted/2026/2").is_none());

    assert!(doc.milestone("a").is_none());
    assert_eq!(doc.milestone("b").unwrap().title, "Start");
    assert_eq!(doc.milestone("3/a").unwrap().title, "Advertise");
    assert_eq!(doc.milestone("2.4.8/a").unwrap().title, "Agree");
    let recruit = doc.action("3").cloned().unwrap();
    let id = Plan::build(doc.clone()).unwrap().action_by_reference("3").unwrap().id();
    assert_eq!(doc.milestone(format!("{id}/a")), recruit.milestones.first());

    doc.actions.push(recruit);
    assert!(doc.action("3").is_none() && doc.action(id).is_none());
    assert!(doc.milestone("3/a").is_none());
}

#[test]
fn a_record_is_changed_in_place() {
    let mut doc = doc();
    doc.source_mut("peer").unwrap().title = "Peer review".to_owned();
    doc.recommendation_mut("peer/1").unwrap().text = "See every child alone.".to_owned();
    doc.workstream_mut("W1").unwrap().name = "Staff".to_owned();
    doc.action_mut("3").unwrap().title = "Recruit ten".to_owned();
    doc.milestone_mut("3/a").unwrap().title = "Advert live".to_owned();
    doc.measure_mut("vacancies").unwrap().name = "Vacancy rate".to_owned();
    assert_eq!(doc.sources[1].title, "Peer review");
    assert_eq!(doc.recommendations[1].text, "See every child alone.");
    assert_eq!(doc.workstreams[0].name, "Staff");
    assert_eq!(doc.actions[1].title, "Recruit ten");
    assert_eq!(doc.actions[1].milestones[0].title, "Advert live");
    assert_eq!(doc.measures[0].name, "Vacancy rate");
}

#[test]
fn an_edit_leaves_the_old_plan_and_keeps_its_limits() {
    let plan = Plan::build_with(doc(), &Limits::default().with_text_units(40)).unwrap();
    let changed = plan.edit(|doc| doc.action_mut("3").unwrap().title = "Recruit ten".to_owned());
    assert_eq!(changed.unwrap().action_by_reference("3").unwrap().title(), "Recruit ten");
    assert_eq!(plan.doc(), &doc());
    let long = plan.edit(|doc| doc.action_mut("3").unwrap().title = "x".repeat(41)).unwrap_err();
    assert_eq!(long.diagnostics().of_code("text-too-long").count(), 1);
    assert_eq!(plan.doc(), &doc());
}

#[test]
fn a_revision_moves_an_action_or_a_milestone_and_touches_nothing_else() {
    let plan = Plan::build(doc()).unwrap();
    let revision = || Revision::new("2026-12-18").with_agreed("2026-10-20");
    let action = plan.action_by_reference("2.4.8").unwrap();
    let moved = plan.revise(action.id(), revision()).unwrap();
    let mut expected = doc();
    expected.actions[0].revisions.push(revision());
    assert_eq!(moved.doc(), &expected);

    let milestone = action.milestones().next().unwrap();
    let moved = plan.revise(milestone.id(), revision()).unwrap();
    let mut expected = doc();
    expected.actions[0].milestones[0].revisions.push(revision());
    assert_eq!(moved.doc(), &expected);
    assert_eq!(moved.overdue(day("2026-11-02")).count(), 1);

    let nobody = ActionId::from_uuid(*plan.id().as_uuid());
    let unknown = plan.revise(nobody, revision()).unwrap_err();
    assert_eq!(unknown, ReviseError::UnknownItem(ItemId::from(nobody)));
    assert_eq!(unknown.to_string(), format!("the plan has no action {nobody}"));
    let out_of_range = plan.revise(action, Revision::new("31/03/2918")).unwrap_err();
    assert!(matches!(out_of_range, ReviseError::Rejected(_)));
    assert_eq!(out_of_range.to_string(), "the plan cannot take the revision");
}

#[test]
fn a_revision_that_cannot_be_read_leaves_the_item_late_and_is_an_error() {
    let plan = Plan::build(doc()).unwrap();
    let as_of = day("2026-11-02");
    let action = plan.action_by_reference("2.4.8").unwrap();
    for words in ["31/02/2018", " ", "when we can", "Spring 2027", "30 July"] {
        let revised = plan.revise(action, Revision::new(words).with_agreed("2026-10-28")).unwrap();
        let late = revised.timeliness_of(action.id(), as_of);
        assert_eq!(late, Some(Timeliness::Overdue { days: 3 }), "{words}");
        let found = revised.check(&Rules::standard(), as_of);
        let severity = |code| found.of_code(code).map(Diagnostic::severity).collect::<Vec<_>>();
        assert_eq!(severity("revision-unreadable"), [Severity::Error], "{words}");
        assert!(severity("date-given-up").is_empty(), "{words}");
        let report = CoverageReport::new(&revised, as_of, &Rules::standard()).to_text();
        let report = report.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(report.contains("1 new date agreed, but it cannot be read, so it moves nothing."));
    }
}

#[test]
fn a_date_that_was_given_up_is_named_where_late_items_are() {
    let plan = Plan::build(doc()).unwrap();
    let as_of = day("2026-11-02");
    let action = plan.action_by_reference("2.4.8").unwrap();
    for words in ["to be confirmed", "ongoing", "From May 2027", "w/c 3 May 2027", "ASAP"] {
        let revised = plan.revise(action, Revision::new(words).with_agreed("2026-10-28")).unwrap();
        assert!(revised.overdue(as_of).all(|item| item.id() != action.id().into()), "{words}");
        assert_eq!(revised.dates_given_up(day("2026-10-27")).count(), 0);
        let given_up = revised.dates_given_up(as_of).next().unwrap();
        assert_eq!((given_up.was_due(), given_up.since()), (day("2026-10-30"), day("2026-10-28")));
        let found = revised.check(&Rules::standard(), as_of);
        let said: Vec<_> =
            found.of_code("date-given-up").map(|one| one.message().to_owned()).collect();
        let wanted = "was due 30 October 2026, and has had no day since 28 October 2026";
        assert_eq!(said, [wanted], "{words}");
        assert_eq!(found.of_code("due-to-be-confirmed").count(), 0);
        let report = CoverageReport::new(&revised, as_of, &Rules::standard());
        let [_, late] = report.headline();
        let says = "1 action has had its due date given up, and is not counted as late.";
        assert!(late.ends_with(says), "{late}");
        for text in [report.to_text(), report.to_markdown()] {
            assert!(text.contains("Due date given up: 1 action"), "{text}");
        }
        let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(json["dates_given_up"][0]["reference"], "2.4.8");
        assert_eq!(json["dates_given_up"][0]["due_words"], words);
        let load = revised.workload(as_of);
        assert_eq!(load.lead("no owner").unwrap().date_given_up().len(), 1);
    }
}

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn every_id_of_a_plan_finds_its_record_in_the_document(doc in strategy::plan_doc()) {
        let plan = Plan::build(doc.clone()).unwrap();
        for one in plan.sources() {
            prop_assert_eq!(doc.source(one.id()), Some(one.record()));
        }
        for one in plan.recommendations() {
            prop_assert_eq!(doc.recommendation(one.id()), Some(one.record()));
        }
        for one in plan.workstreams() {
            prop_assert_eq!(doc.workstream(one.id()), Some(one.record()));
        }
        for one in plan.actions() {
            prop_assert_eq!(doc.action(one.id()), Some(one.record()));
            if let Some(reference) = one.reference().as_str() {
                prop_assert_eq!(doc.action(reference), Some(one.record()));
            }
        }
        for one in plan.milestones() {
            prop_assert_eq!(doc.milestone(one.id()), Some(one.record()));
        }
        for one in plan.measures() {
            prop_assert_eq!(doc.measure(one.id()), Some(one.record()));
        }
    }

    #[test]
    fn pinned_ids_are_those_of_the_plan(doc in strategy::plan_doc()) {
        let plan = Plan::build(doc.clone()).unwrap();
        let mut pinned = doc;
        pinned.pin_ids();
        for one in plan.items() {
            let id = match one.id() {
                ItemId::Action(id) => pinned.action(id).and_then(|one| one.id).map(ItemId::from),
                ItemId::Milestone(id) => {
                    pinned.milestone(id).and_then(|one| one.id).map(ItemId::from)
                }
            };
            prop_assert_eq!(id, Some(one.id()));
        }
        for (one, pinned) in plan.recommendations().zip(&pinned.recommendations) {
            prop_assert_eq!(Some(one.id()), pinned.id);
        }
        prop_assert_eq!(plan.into_doc_with_ids(), pinned);
    }

    #[test]
    fn a_revision_that_cannot_be_read_changes_no_class(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
        words in prop_oneof![Just("31/02/2018"), Just("early spring"), Just(" ")],
    ) {
        let plan = Plan::build(doc).unwrap();
        for item in plan.items() {
            let revised = plan.revise(item, Revision::new(words).with_agreed("2026-09-01")).unwrap();
            prop_assert_eq!(revised.timeliness_of(item, as_of), Some(item.timeliness(as_of)));
        }
    }
}
