//! Small plans, each with the day it is looked at and exactly the codes that the texts demand of it,
//! once for each line that is printed. Found when every rule was held against the texts.

use std::collections::BTreeSet;

use improvement_plan::{NaiveDate, Plan, PlanDoc, Rules};
use serde::Deserialize;
use serde_json::Value;

use crate::change;

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

/// The cases next to those: a plan and small changes of it, in the language of `cases/README.md`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neighbours {
    base: Value,
    cases: Vec<Neighbour>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neighbour {
    id: String,
    why: String,
    as_of: Option<NaiveDate>,
    change: Vec<Value>,
    expected: Vec<String>,
}

/// What is said of a plan: the codes in alphabetical order, and the lines.
fn said(plan: PlanDoc, as_of: NaiveDate) -> (Vec<String>, Vec<String>) {
    let said = match Plan::build(plan) {
        Ok(plan) => plan.check(&Rules::standard(), as_of),
        Err(rejected) => rejected.diagnostics().clone(),
    };
    let mut codes: Vec<String> = said.iter().map(|one| one.code().as_str().to_owned()).collect();
    codes.sort_unstable();
    (codes, said.iter().map(ToString::to_string).collect())
}

/// The code that a diagnostic had when the cases were written.
fn then(code: &str) -> &str {
    SINCE_RENAMED.iter().find(|(now, _)| *now == code).map_or(code, |(_, then)| then)
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("data/disagreements.json")).unwrap()
}

#[test]
fn every_audited_plan_has_exactly_the_codes_that_the_texts_demand() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (codes, lines) = said(case.plan, case.as_of);
        let mut codes: Vec<&str> = codes.iter().map(|code| then(code)).collect();
        codes.sort_unstable();
        if codes != case.expected {
            let (id, why, expected) = (&case.id, &case.why, &case.expected);
            let lines = lines.join("\n    ");
            wrong.push(format!("{id} is wrong ({why})\n  expected {expected:?}\n    {lines}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_next_to_an_audited_plan_has_exactly_its_codes_too() {
    let Neighbours { base, cases } =
        serde_json::from_str(include_str!("data/neighbours.json")).unwrap();
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for Neighbour { id, why, as_of, change, mut expected } in cases {
        let mut plan = base.clone();
        change::apply(&mut plan, &change).unwrap();
        let plan = serde_json::from_value(plan).unwrap_or_else(|error| panic!("{id}: {error}"));
        let as_of = as_of.unwrap_or_else(|| "2026-11-07".parse().unwrap());
        expected.sort_unstable();
        let (codes, lines) = said(plan, as_of);
        if codes != expected {
            let lines = lines.join("\n    ");
            wrong.push(format!("{id} is wrong ({why})\n  expected {expected:?}\n    {lines}"));
        }
        assert!(ids.insert(id.clone()), "two cases are called {id}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
