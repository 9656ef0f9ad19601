//! Problems as data: the record each is about, its place, and the fingerprint by which it is known
//! again.

use std::collections::{BTreeMap, BTreeSet};

use improvement_plan::ids::RecordId;
use improvement_plan::{
    Action, Diagnostics, Milestone, NaiveDate, Plan, PlanDoc, Recommendation, Rules, Source, Uuid,
    strategy,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::laws::cases::cases;

const CROYDON: &str = include_str!("../../examples/data/croydon-2017.json");

fn croydon() -> PlanDoc {
    PlanDoc::from_json(CROYDON).unwrap()
}

fn checked(doc: PlanDoc) -> Diagnostics {
    let as_of: NaiveDate = "2017-11-07".parse().unwrap();
    Plan::build(doc).unwrap().check(&Rules::strict(), as_of)
}

/// The id of the record that a pointer leads into, from a document that gives every id.
fn id_at(with_ids: &Value, pointer: &str) -> Option<Uuid> {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let is_milestone =
        steps.first() == Some(&"actions") && steps.get(2) == Some(&"milestones") && steps.len() > 3;
    let depth = if is_milestone { 4 } else { 2 };
    let record = format!("/{}", steps.get(..depth)?.join("/"));
    with_ids.pointer(&record)?.get("id")?.as_str()?.parse().ok()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_record_of_a_diagnostic_is_the_one_its_pointer_leads_into(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let found = plan.check(&Rules::strict(), as_of);
        let with_ids = serde_json::to_value(plan.into_doc_with_ids()).unwrap();
        for one in &found {
            let expected = id_at(&with_ids, &one.location().pointer());
            prop_assert_eq!(one.record().map(|id| *id.as_uuid()), expected, "{}", one);
        }
    }
}

#[test]
fn a_diagnostic_of_a_plan_is_an_object_with_exactly_these_keys() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire").with_actions([Action::new("Recruit")
        .with_reference("3.1")
        .with_id(
            "5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1".parse::<improvement_plan::ActionId>().unwrap(),
        )
        .with_answers(["22"])]);
    let rejected = Plan::build(doc).unwrap_err();
    let expected = json!({ "diagnostics": [ {
        "code": "unknown-recommendation",
        "severity": "error",
        "location": "actions[0].answers[0]",
        "subject": "action 3.1",
        "message": "there is no recommendation “22”",
        "help": "Add the recommendation, or correct the link.",
        "record": { "kind": "action", "id": "5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1" },
        "pointer": "/actions/0/answers/0",
        "line": null,
        "column": null,
        "fingerprint": "aa375c2a-7631-5b36-8fc6-203c01d5b25c",
    } ] });
    assert_eq!(serde_json::to_value(&rejected).unwrap(), expected);
    let first = rejected.diagnostics().iter().next().unwrap();
    assert_eq!(first.record().unwrap().to_string(), "action 5d4ab05b-5b70-4f7e-9a09-3a4e52a9f0a1");
}

#[test]
fn the_record_of_a_rejected_document_is_the_one_that_it_will_be_once_corrected() {
    let doc = |workstream: Option<&str>| {
        let mut action = Action::new("Recruit")
            .with_enables(["ofsted"])
            .with_milestones([Milestone::new("Advertise").with_due("1066-10-14")]);
        action.workstream = workstream.map(str::to_owned);
        if workstream.is_none() {
            action.milestones[0].due = None;
        }
        PlanDoc::new("p", "Plan", "Anyshire")
            .with_sources([Source::new("Inspection").with_reference("ofsted")])
            .with_actions([action])
    };
    let rejected = Plan::build(doc(Some("nothing"))).unwrap_err();
    let records: Vec<RecordId> =
        rejected.diagnostics().iter().filter_map(improvement_plan::Diagnostic::record).collect();
    let plan = Plan::build(doc(None)).unwrap();
    let action = plan.actions().next().unwrap();
    let milestone = action.milestones().next().unwrap();
    assert_eq!(records, [RecordId::from(action.id()), RecordId::from(milestone.id())]);
}

#[test]
fn a_record_whose_id_is_not_known_is_not_given_one() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_recommendations([Recommendation::new("Reduce caseloads.").with_source("nobody")])
        .with_actions([Action::new(" ")]);
    let rejected = Plan::build(doc).unwrap_err();
    assert_eq!(rejected.diagnostics().len(), 3, "{rejected}");
    for one in rejected.diagnostics() {
        assert_eq!(one.record(), None, "{one}");
    }
    let unnamed = PlanDoc::new("p", "Plan", " ").with_actions([Action::new("Recruit")]);
    for one in Plan::build(unnamed).unwrap_err().diagnostics() {
        assert_eq!(one.record(), None, "the namespace of its id is not known: {one}");
    }
}

#[test]
fn fingerprints_hold_when_records_are_put_in_or_moved() {
    let before = checked(croydon());
    let mut doc = croydon();
    doc.actions.insert(
        0,
        Action::new("A new first action")
            .with_reference("0.0.1")
            .with_enables([doc.sources[0].reference.clone().unwrap()]),
    );
    doc.recommendations.insert(0, Recommendation::new("A new first one.").with_reference("0"));
    doc.recommendations.reverse();
    let after = checked(doc);
    let prints = |found: &Diagnostics| -> BTreeMap<Uuid, String> {
        let of_records = found.iter().filter(|one| one.record().is_some());
        of_records.map(|one| (one.fingerprint(), one.to_string())).collect()
    };
    let (before, after) = (prints(&before), prints(&after));
    let moved = |print| after.get(print).is_some_and(|now| before.get(print) != Some(now));
    assert!(before.len() > 100 && before.keys().any(moved), "nothing moved");
    let lost: Vec<_> = before.iter().filter(|(print, _)| !after.contains_key(*print)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn fingerprints_tell_codes_records_and_keys_apart() {
    let found = checked(croydon());
    let mut of_prints: BTreeMap<Uuid, BTreeSet<(String, Option<RecordId>, String)>> =
        BTreeMap::new();
    for one in &found {
        let below = match one.record() {
            Some(RecordId::Milestone(_)) => 4,
            Some(_) => 2,
            None => 0,
        };
        let key = format!("{:?}", one.location().steps().get(below..));
        let made_of = (one.code().to_string(), one.record(), key);
        of_prints.entry(one.fingerprint()).or_default().insert(made_of);
    }
    assert!(of_prints.len() > 100);
    assert!(of_prints.values().all(|made_of| made_of.len() == 1), "{of_prints:#?}");
}

#[test]
fn a_fingerprint_never_changes() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_actions([Action::new("Recruit").with_reference("3.1").with_answers(["22"])]);
    let rejected = Plan::build(doc).unwrap_err();
    let first = rejected.diagnostics().iter().next().unwrap();
    assert_eq!(first.fingerprint().to_string(), "e2471134-0df9-5947-9095-3f99fbed35ed");
    assert_eq!(first.fingerprint().get_version_num(), 5);
}

#[cfg(feature = "csv")]
#[test]
fn a_problem_at_a_cell_keeps_its_pointer_record_and_fingerprint() {
    use improvement_plan::import::ReadOptions;
    let text = "Ref,Action,Answers,Lead,By when\n1,Recruit,99,Director,31/03/2027\n";
    let options = ReadOptions::new().with_authority("Anyshire").with_reference("p");
    let import = improvement_plan::csv::read(text.as_bytes(), &options).unwrap();
    let plain = Plan::build(import.doc().clone()).unwrap_err();
    let at_cells = import.build().unwrap_err();
    assert!(!plain.diagnostics().is_empty());
    for (plain, cell) in plain.diagnostics().iter().zip(at_cells.diagnostics()) {
        assert_eq!(cell.location().row(), Some(2), "{cell}");
        assert_eq!(cell.location().pointer(), plain.location().pointer());
        assert_eq!(cell.record(), plain.record());
        assert!(cell.record().is_some(), "{cell}");
        assert_eq!(cell.fingerprint(), plain.fingerprint());
    }
}
