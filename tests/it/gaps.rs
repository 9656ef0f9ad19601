//! Whether somebody is on a recommendation is said exactly once, in every way its parts can fare.

use improvement_plan::model::{InForce, SourceKind};
use improvement_plan::{
    Action, DeliveryStatus, Diagnostics, NaiveDate, Plan, PlanDoc, Recommendation, Rules, Source,
};

const FATES: [&str; 5] = ["none", "live", "suspended", "withdrawn", "lapsed"];

/// The action of one fate that answers a recommendation; none for `none`.
fn action(answers: &str, fate: &str) -> Option<Action> {
    let action = Action::new(format!("Answer {answers}")).with_answers([answers]);
    match fate {
        "none" => None,
        "suspended" => Some(action.with_status(DeliveryStatus::Suspended)),
        "withdrawn" => Some(action.with_status(DeliveryStatus::Withdrawn)),
        "lapsed" => Some(action.with_in_force(InForce::new().with_until("2026-11-01"))),
        _ => Some(action),
    }
}

fn said(kind: SourceKind, whole: &str, parts: [&str; 2]) -> Diagnostics {
    let recommendation = |reference: &str| {
        Recommendation::new(format!("Do {reference}.")).with_reference(reference).with_source("s")
    };
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Source").with_reference("s").with_kind(kind)])
        .with_recommendations([
            recommendation("1"),
            recommendation("1a").with_part_of("1"),
            recommendation("1b").with_part_of("1"),
        ])
        .with_actions(
            [("1", whole), ("1a", parts[0]), ("1b", parts[1])]
                .into_iter()
                .filter_map(|(answers, fate)| action(answers, fate)),
        );
    let as_of: NaiveDate = "2026-11-02".parse().unwrap();
    Plan::build(doc).unwrap().check(&Rules::standard(), as_of)
}

/// How often codes are said of a subject that begins so.
fn count(said: &Diagnostics, codes: &[&str], subject: &str) -> usize {
    let meant = said.iter().filter(|one| codes.contains(&one.code().as_str()));
    meant.filter(|one| one.subject().starts_with(subject)).count()
}

#[test]
fn a_gap_is_said_once_of_the_whole_or_once_of_each_part() {
    for kind in [SourceKind::Inspection, SourceKind::LocalPriority] {
        for whole in FATES {
            for a in FATES {
                for b in FATES {
                    let told = said(kind.clone(), whole, [a, b]);
                    let of_whole = [
                        "uncovered-recommendation",
                        "only-stopped-actions",
                        "only-suspended-actions",
                    ];
                    let is_live = |fate: &str| whole == "live" || fate == "live";
                    let open_parts = [a, b].into_iter().filter(|fate| !is_live(fate)).count();
                    let how = format!("whole {whole}, parts {a} and {b}:\n{told}");
                    let expected = if open_parts == 2 { (1, 0) } else { (0, open_parts) };
                    let found = (
                        count(&told, &of_whole, "recommendation 1"),
                        count(&told, &["part-without-action"], "recommendation 1"),
                    );
                    assert_eq!(found, expected, "{how}");
                }
            }
        }
    }
}

#[test]
fn only_what_comes_from_outside_and_is_not_merely_resting_is_an_error() {
    use improvement_plan::Severity::{Error, Warning};
    let severity = |kind: SourceKind, fate: &str| {
        let told = said(kind, fate, ["none", "none"]);
        let worst = told.iter().filter(|one| one.subject() == "recommendation 1");
        worst.map(improvement_plan::Diagnostic::severity).max().unwrap()
    };
    for fate in ["none", "withdrawn", "lapsed"] {
        assert_eq!(severity(SourceKind::Inspection, fate), Error, "{fate}");
        assert_eq!(severity(SourceKind::PeerReview, fate), Error, "{fate}");
        assert_eq!(severity("audit committee".into(), fate), Error, "{fate}");
        assert_eq!(severity(SourceKind::LocalPriority, fate), Warning, "{fate}");
    }
    assert_eq!(severity(SourceKind::Inspection, "suspended"), Warning);
}
