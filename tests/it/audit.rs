//! Small plans, each with the day it is looked at and exactly the codes that the texts demand of it,
//! once for each line that is printed. Found when every rule was held against the texts.

use std::collections::BTreeSet;

use improvement_plan::{Diagnostic, NaiveDate, Plan, PlanDoc, Rules};
use serde::Deserialize;

/// The cases that are still answered wrongly. A case that is mended leaves the list.
const KNOWN_WRONG: &[&str] = &[
    // Who follows a temporary arrangement.
    "g-selfsucc",
    "g-cycle",
    "g-shorter",
    // A whole answers its urgent parts.
    "h-urgpart-late",
    "g-urgpart-whole",
    // A view of a kind that is not listed.
    "f-ask-kind",
    // An update that does not say why.
    "h-lateprog",
    // Sentences that are untrue in the case at hand.
    "h-revsame",
    "h-bringfwd",
];

/// The codes that had another code, or none of their own, when the cases were written: an agreed revision
/// that cannot be read was then an unreadable due date.
const SINCE_RENAMED: &[(&str, &str)] = &[("revision-unreadable", "due-unreadable")];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    as_of: NaiveDate,
    expected: Vec<String>,
    why: String,
    plan: PlanDoc,
}

impl Case {
    /// What is said of the plan: the codes in alphabetical order, and the lines.
    fn said(&self) -> (Vec<String>, Vec<String>) {
        let said = match Plan::build(self.plan.clone()) {
            Ok(plan) => plan.check(&Rules::standard(), self.as_of),
            Err(rejected) => rejected.diagnostics().clone(),
        };
        let code = |one: &Diagnostic| {
            let code = one.code().as_str();
            let before = SINCE_RENAMED.iter().find(|(now, _)| *now == code);
            before.map_or(code, |(_, before)| before).to_owned()
        };
        let mut codes: Vec<String> = said.iter().map(code).collect();
        codes.sort_unstable();
        (codes, said.iter().map(ToString::to_string).collect())
    }
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("data/disagreements.json")).unwrap()
}

#[test]
fn every_audited_plan_has_exactly_the_codes_that_the_texts_demand() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (codes, lines) = case.said();
        let is_right = codes == case.expected;
        if is_right == KNOWN_WRONG.contains(&case.id.as_str()) {
            let state = if is_right { "right now" } else { "wrong" };
            let (id, why, expected) = (&case.id, &case.why, &case.expected);
            let lines = lines.join("\n    ");
            wrong.push(format!("{id} is {state} ({why})\n  expected {expected:?}\n    {lines}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_known_to_be_wrong_is_a_case() {
    let ids: BTreeSet<String> = cases().into_iter().map(|case| case.id).collect();
    for id in KNOWN_WRONG {
        assert!(ids.contains(*id), "{id}");
    }
}
