//! What is published never says anything restricted.

use improvement_plan::{Plan, PlanDoc, strategy};
use proptest::prelude::*;
use serde_json::Value;

use super::edits;

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn nothing_restricted_is_published(doc in strategy::plan_doc()) {
        let plan = Plan::build(mark(doc)).unwrap();
        let published = plan.published();
        let json = serde_json::to_value(published.plan().doc()).unwrap();
        prop_assert!(!holds_restricted(&json));
        let json = json.to_string();
        prop_assert!(!json.contains(SECRET), "{}", json);
        prop_assert!(!json.contains("\"updates\""));
    }

    #[test]
    fn what_is_published_keeps_its_ids_and_is_published_whole(doc in strategy::plan_doc()) {
        let plan = Plan::build(doc).unwrap();
        let published = plan.published().into_plan();
        let all = edits::ids(&plan);
        prop_assert!(edits::ids(&published).iter().all(|id| all.contains(id)));
        prop_assert_eq!(published.published().into_plan(), published);
    }
}

/// A word that only restricted records hold.
const SECRET: &str = "nobody may read this";

/// The same document with the word in every restricted record.
fn mark(mut doc: PlanDoc) -> PlanDoc {
    let secret = || Some(SECRET.to_owned());
    for source in doc.sources.iter_mut().filter(|one| one.restricted) {
        source.body = secret();
    }
    for recommendation in &mut doc.recommendations {
        if recommendation.restricted {
            recommendation.difference = secret();
        }
        for assessment in recommendation.assessments.iter_mut().filter(|one| one.restricted) {
            assessment.text = secret();
        }
    }
    for workstream in doc.workstreams.iter_mut().filter(|one| one.restricted) {
        workstream.team = secret();
    }
    for action in &mut doc.actions {
        if action.restricted {
            action.success = secret();
        }
        for milestone in action.milestones.iter_mut().filter(|one| one.restricted) {
            milestone.owners = vec![SECRET.into()];
        }
        for evidence in action.evidence.iter_mut().filter(|one| one.restricted) {
            evidence.title = secret().unwrap();
        }
        for resource in action.resources.iter_mut().filter(|one| one.restricted) {
            resource.words = secret();
        }
        for update in &mut action.updates {
            update.text = secret().unwrap();
        }
    }
    for measure in doc.measures.iter_mut().filter(|one| one.restricted) {
        measure.unit = secret();
    }
    doc
}

fn holds_restricted(value: &Value) -> bool {
    match value {
        Value::Object(members) => {
            members.contains_key("restricted") || members.values().any(holds_restricted)
        }
        Value::Array(elements) => elements.iter().any(holds_restricted),
        _ => false,
    }
}
