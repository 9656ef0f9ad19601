//! Facts that the rules rest on, where a slip would be easy.

use improvement_plan::facts::{MeasureStatus, RagReason};
use improvement_plan::model::{Number, Polarity, Reading, Target};
use improvement_plan::{
    Action, DeliveryStatus, Evidence, Measure, NaiveDate, Plan, PlanDoc, Recommendation,
};

fn as_of() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

fn decimal(value: f64) -> Number {
    Number::decimal(value).unwrap()
}

#[test]
fn a_figure_at_the_end_of_its_tolerance_is_near_its_target() {
    // In binary 12.3 - 12 is a hair more than 0.3, and 0.3 - 0.1 a hair less than 0.2.
    for (value, target, tolerance) in [(12.3, 12.0, 0.3), (0.3, 0.1, 0.2), (16.1, 16.0, 0.1)] {
        let state = |value: f64| {
            let measure = Measure::new("Vacancies")
                .with_polarity(Polarity::Lower)
                .with_tolerance(decimal(tolerance))
                .with_targets([Target::new(decimal(target))])
                .with_readings([Reading::new("2026-10-26", decimal(value))]);
            let doc = PlanDoc::new("p", "Plan", "Anyshire").with_measures([measure]);
            let plan = Plan::build(doc).unwrap();
            plan.measure_states(as_of()).map(|state| state.status()).next()
        };
        assert_eq!(state(value), Some(MeasureStatus::NearTarget), "{value} {target} {tolerance}");
        assert_eq!(state(value + 0.001), Some(MeasureStatus::OffTarget));
    }
}

#[test]
fn an_owner_still_to_be_confirmed_makes_no_verifier_independent() {
    let assured = |owner: &str| {
        let evidence = Evidence::new("audit", "Audit").with_date("2026-10-20");
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")])
            .with_actions([Action::new("Cap caseloads")
                .with_answers(["1"])
                .with_owners([owner])
                .with_status(DeliveryStatus::Completed)
                .with_completed("2026-10-09")
                .with_evidence([evidence.with_verified_by("Internal Audit")])]);
        Plan::build(doc).unwrap().coverage(as_of()).assured().to_string()
    };
    assert_eq!(assured("Head of Safeguarding"), "1 of 1 (100%)");
    assert_eq!(assured("TBC"), "0 of 1 (0%)");
    assert_eq!(assured("internal  audit"), "0 of 1 (0%)");
}

#[test]
fn a_reason_for_a_colour_counts_one_day_as_one_day() {
    assert_eq!(RagReason::Late { days: 1 }.to_string(), "1 day late");
    assert_eq!(RagReason::NotStartedNearDue { days: 0 }.to_string(), "not started, due today");
    assert_eq!(RagReason::MovedOften { times: 2 }.to_string(), "its date was moved 2 times");
}
