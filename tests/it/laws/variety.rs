//! The plans that are drawn reach every answer, so that no law holds for want of a case.

use std::collections::BTreeMap;
use std::mem::discriminant;

use improvement_plan::facts::{
    Declared, InterimState, MeasureStatus, NoDate, RagDifference, Rung, Timeliness, Uncovered,
};
use improvement_plan::plan::Item;
use improvement_plan::strategy;
use improvement_plan::{Plan, RagStatus};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

#[test]
fn the_plans_reach_every_answer() {
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    let mut note = |answer: String| *reached.entry(answer).or_default() += 1;
    let mut runner = TestRunner::deterministic();
    for _ in 0..300 {
        let (doc, as_of) =
            (strategy::plan_doc(), strategy::as_of()).new_tree(&mut runner).unwrap().current();
        let plan = Plan::build(doc).unwrap();
        answers(&plan, as_of, &mut note);
    }
    let missing: Vec<String> =
        expected().into_iter().filter(|answer| !reached.contains_key(answer)).collect();
    assert_eq!(missing, Vec::<String>::new(), "{reached:#?}");
}

fn answers(plan: &Plan, as_of: improvement_plan::NaiveDate, note: &mut dyn FnMut(String)) {
    let coverage = plan.coverage(as_of);
    for one in plan.recommendations() {
        let standing = coverage.recommendation(one).unwrap();
        note(format!("{:?}", standing.rung()));
        note(format!("{:?}", standing.uncovered()));
        let depth = std::iter::successors(one.whole(), |whole| whole.whole()).count();
        note(format!("depth {}", depth.min(2)));
        if one.shares_reference() && one.actions().len() > 0 {
            note("an answered recommendation shares its reference".to_owned());
        }
        if one.reference().as_str().is_none() && one.actions().len() > 0 {
            note("an answered recommendation is unnumbered".to_owned());
        }
    }
    for timely in plan.timeliness(as_of).items() {
        let kind = timely.item().kind();
        note(format!("{kind} {}", class(timely.class())));
        if let Item::Action(action) = timely.item() {
            if action.is_withdrawn_by_agreement(as_of) {
                note("withdrawn by agreement".to_owned());
            }
            if action.is_enabling_only() {
                note("only enables".to_owned());
            }
        }
    }
    for late in plan.overdue(as_of) {
        note(format!("fell due since the report: {}", late.fell_due_since_report()));
        let is_less_late = late.days_late_against_baseline() != Some(late.days_late());
        note(format!("moved: {is_less_late}"));
    }
    for interim in plan.interim(as_of) {
        note(format!("{:?}", discriminant(&interim.state())));
    }
    for state in plan.measure_states(as_of) {
        note(format!("{:?}", state.status()));
    }
    for item in plan.rag(as_of, &plan.rag_policy()).items() {
        note(format!("{:?}", item.derived().colour()));
        note(format!("{:?}", item.difference()));
        note(format!("{:?}", discriminant(&item.declared())));
    }
}

/// The class without its days.
fn class(class: Timeliness) -> String {
    let words = format!("{class:?}");
    words.split(" {").next().unwrap_or_default().to_owned()
}

fn expected() -> Vec<String> {
    let mut expected: Vec<String> = [
        "depth 0",
        "depth 1",
        "depth 2",
        "an answered recommendation shares its reference",
        "an answered recommendation is unnumbered",
        "withdrawn by agreement",
        "only enables",
        "fell due since the report: true",
        "fell due since the report: false",
        "moved: true",
        "moved: false",
    ]
    .map(str::to_owned)
    .to_vec();
    expected.extend(Rung::ALL.iter().map(|rung| format!("{:?}", Some(rung))));
    for reason in [
        Uncovered::NeverLinked,
        Uncovered::PartWithoutAction,
        Uncovered::InterimLapsed,
        Uncovered::AllSuspended,
        Uncovered::AllWithdrawn,
        Uncovered::Stopped,
    ] {
        expected.push(format!("{:?}", Some(reason)));
    }
    for class_of in [
        Timeliness::Overdue { days: 1 },
        Timeliness::DueToday,
        Timeliness::DueSoon { days: 1 },
        Timeliness::OnTime { days: 29 },
        Timeliness::NoDate(NoDate::Ongoing),
        Timeliness::NoDate(NoDate::ToBeConfirmed),
        Timeliness::NoDate(NoDate::AsSoonAsPossible),
        Timeliness::NoDate(NoDate::Unreadable),
        Timeliness::NoDate(NoDate::Missing),
        Timeliness::AwaitingSignOff,
        Timeliness::CompletedOnTime { days: 0 },
        Timeliness::CompletedLate { days: 1 },
        Timeliness::CompletedLatenessUnknown,
        Timeliness::Suspended,
        Timeliness::Withdrawn,
    ] {
        expected.extend(["action", "milestone"].map(|kind| format!("{kind} {}", class(class_of))));
    }
    expected.push(format!("action {}", class(Timeliness::NoDate(NoDate::Recurring))));
    for state in [
        InterimState::NotYet,
        InterimState::EndsIn { days: 0 },
        InterimState::NoKnownEnd,
        InterimState::Ended { days: 1 },
    ] {
        expected.push(format!("{:?}", discriminant(&state)));
    }
    for status in [
        MeasureStatus::Context,
        MeasureStatus::NoData,
        MeasureStatus::NoTarget,
        MeasureStatus::OnTarget,
        MeasureStatus::NearTarget,
        MeasureStatus::OffTarget,
    ] {
        expected.push(format!("{status:?}"));
    }
    expected.extend(RagStatus::ALL.iter().map(|colour| format!("{:?}", Some(colour))));
    for difference in [
        RagDifference::Agree,
        RagDifference::Optimistic,
        RagDifference::Cautious,
        RagDifference::NotComparable,
    ] {
        expected.push(format!("{difference:?}"));
    }
    for declared in [
        Declared::Missing,
        Declared::Colour(RagStatus::Red),
        Declared::Status(improvement_plan::DeliveryStatus::Completed),
        Declared::Unknown("purple"),
    ] {
        expected.push(format!("{:?}", discriminant(&declared)));
    }
    expected
}
