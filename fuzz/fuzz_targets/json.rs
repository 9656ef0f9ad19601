//! Reads any bytes as a JSON document and prints its reports: a plan or an error, never a panic, and the same
//! each time. A plan is written and reads back as the same plan.
#![no_main]

use improvement_plan::{CheckReport, CoverageReport, LoadError, NaiveDate, Plan, Rules};
use libfuzzer_sys::fuzz_target;

/// Returns every report of a plan as of a date.
fn reports(plan: &Plan, as_of: NaiveDate, rules: &Rules) -> [String; 6] {
    let coverage = CoverageReport::new(plan, as_of, rules);
    let checks = CheckReport::of_plan(plan, as_of, rules);
    [
        coverage.to_text(),
        coverage.to_markdown(),
        coverage.to_json(),
        checks.to_text(),
        checks.to_markdown(),
        checks.to_json(),
    ]
}

fuzz_target!(|bytes: &[u8]| {
    let plan = match Plan::from_json_bytes(bytes) {
        Ok(plan) => plan,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            if let LoadError::Rejected(rejected) = error {
                assert!(!rejected.diagnostics().is_empty());
                assert!(!CheckReport::of_rejected(&rejected).to_text().is_empty());
            }
            return;
        }
    };
    let written = plan.to_json();
    let again = Plan::from_json(&written).expect("a written plan can be read");
    assert_eq!(again, plan);
    assert_eq!(again.to_json(), written);

    let rules = Rules::standard();
    let usual = NaiveDate::from_ymd_opt(2026, 11, 2).expect("a date");
    for as_of in [plan.status_date().unwrap_or(usual), usual, NaiveDate::MIN, NaiveDate::MAX] {
        let coverage = plan.coverage(as_of);
        let ladder = coverage.ladder();
        assert!(ladder.addressed().part() <= ladder.addressed().whole());
        let items = plan.timeliness(as_of).items().count();
        assert_eq!(items, plan.action_count() + plan.milestone_count());
        assert_eq!(plan.check(&rules, as_of), again.check(&rules, as_of));
        assert_eq!(reports(&plan, as_of, &rules), reports(&again, as_of, &rules));
    }
});
