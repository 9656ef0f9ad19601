//! Every key of the format occurs in the plans that are drawn.

use std::collections::BTreeSet;

use improvement_plan::model::{
    Authority, Baseline, Comparator, Grade, InForce, LegendEntry, Period, RagPolicy, Reading,
    Recurrence, Resource, Response, Role, SignOff, Stopped, Target, Waiver,
};
use improvement_plan::strategy;
use improvement_plan::{
    Action, Assessment, Evidence, Measure, Milestone, PlanDoc, Recommendation, Revision, Source,
    Update, Workstream,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[test]
fn the_plans_use_every_key_of_the_format() {
    let mut used = BTreeSet::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..150 {
        let doc = strategy::plan_doc().new_tree(&mut runner).unwrap().current();
        note(&serde_json::to_value(&doc).unwrap(), "", &mut used);
    }
    let mut known = BTreeSet::new();
    known.extend(keys::<PlanDoc>(""));
    known.extend(keys::<Authority>("authority."));
    known.extend(keys::<Period>("period."));
    known.extend(keys::<Role>("roles."));
    known.extend(keys::<RagPolicy>("rag_policy."));
    known.extend(keys::<LegendEntry>("legend."));
    known.extend(keys::<Source>("sources."));
    known.extend(keys::<Grade>("sources.grades."));
    known.extend(keys::<Recommendation>("recommendations."));
    known.extend(keys::<Response>("recommendations.response."));
    known.extend(keys::<Assessment>("recommendations.assessments."));
    known.extend(keys::<Workstream>("workstreams."));
    known.extend(keys::<Action>("actions."));
    known.extend(keys::<Recurrence>("actions.recurs."));
    known.extend(keys::<InForce>("actions.in_force."));
    known.extend(keys::<SignOff>("actions.signed_off."));
    known.extend(keys::<Stopped>("actions.stopped."));
    known.extend(keys::<Revision>("actions.revisions."));
    known.extend(keys::<Resource>("actions.resources."));
    known.extend(keys::<Evidence>("actions.evidence."));
    known.extend(keys::<Update>("actions.updates."));
    known.extend(keys::<Milestone>("actions.milestones."));
    known.extend(keys::<Revision>("actions.milestones.revisions."));
    known.extend(keys::<Stopped>("actions.milestones.stopped."));
    known.extend(keys::<SignOff>("actions.milestones.signed_off."));
    known.extend(keys::<Measure>("measures."));
    known.extend(keys::<Baseline>("measures.baseline."));
    known.extend(keys::<Target>("measures.targets."));
    known.extend(keys::<Comparator>("measures.comparators."));
    known.extend(keys::<Reading>("measures.readings."));
    known.extend(keys::<Waiver>("waivers."));
    for owner in ["workstreams.lead.", "actions.owners.", "actions.milestones.owners."] {
        known.extend(["post", "body", "role"].map(|key| format!("{owner}{key}")));
    }
    let unused: Vec<&String> = known.difference(&used).collect();
    assert_eq!(unused, Vec::<&String>::new());
    let unknown: Vec<&String> = used.difference(&known).collect();
    assert_eq!(unknown, Vec::<&String>::new());
}

/// The keys of a record, as the error about an unknown one lists them.
fn keys<T: DeserializeOwned>(within: &str) -> Vec<String> {
    let error = serde_json::from_str::<T>(r#"{"no such key": 0}"#).err().unwrap().to_string();
    let (_, expected) = error.split_once("expected ").unwrap();
    expected.split('`').skip(1).step_by(2).map(|key| format!("{within}{key}")).collect()
}

/// Notes the keys of a value with the keys they stand under.
fn note(value: &Value, within: &str, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let path = format!("{within}{key}");
                note(member, &format!("{path}."), used);
                used.insert(path);
            }
        }
        Value::Array(elements) => elements.iter().for_each(|one| note(one, within, used)),
        _ => {}
    }
}
