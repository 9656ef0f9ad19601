//! The invented pair of plans in `examples/data`, of two months of one council.

use improvement_plan::model::{SourceKind, Tier};
use improvement_plan::{DeliveryStatus, NaiveDate, Plan, Rules};

const SEPTEMBER: &str = include_str!("../../examples/data/anyshire-2026-september.json");
const OCTOBER: &str = include_str!("../../examples/data/anyshire-2026-october.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn pair() -> [Plan; 2] {
    [SEPTEMBER, OCTOBER].map(|text| Plan::from_json(text).unwrap_or_else(|error| panic!("{error}")))
}

#[test]
fn the_pair_is_marked_as_invented() {
    for plan in pair() {
        assert!(plan.doc().title.ends_with("(an invented example)"), "{}", plan.doc().title);
    }
    let page = include_str!("../../examples/data/README.md");
    assert!(page.contains("`anyshire-2026-september.json`, `anyshire-2026-october.json`"));
    assert!(page.contains("Anyshire is not a council. Everything in the pair is invented."));
}

#[test]
fn the_first_has_150_actions_two_sources_unnumbered_bullets_parts_interim_work_and_ranges() {
    let [september, october] = pair();
    assert_eq!((september.action_count(), september.sources().count()), (150, 2));
    let bullets = |plan: &Plan| {
        let of_inspection = plan.recommendations().filter(|one| {
            one.record().tier == Some(Tier::Recommendation)
                && one
                    .source()
                    .is_some_and(|source| source.record().kind == Some(SourceKind::Inspection))
        });
        of_inspection.map(|one| one.reference().as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(bullets(&september), [const { None }; 8]);
    let numbered = bullets(&october);
    assert!(numbered.iter().all(Option::is_some) && numbered.len() == 8, "{numbered:?}");
    for plan in pair() {
        assert!(plan.recommendations().filter(|one| one.record().part_of.is_some()).count() >= 3);
        assert!(plan.actions().filter(|action| action.record().in_force.is_some()).count() >= 3);
        let has_range = |plan: &Plan| {
            plan.measures()
                .filter(|measure| {
                    measure.record().readings.iter().any(|one| one.lowest < one.highest)
                })
                .count()
        };
        assert!(has_range(&plan) >= 6);
    }
    assert_eq!(september.id(), october.id());
}

#[test]
fn its_plans_are_drafts_that_honest_people_keep() {
    // Nothing in them contradicts itself: what the errors say is what the plan is to show.
    let expected: [&[&str]; 2] = [
        &["urgent-recommendation-late"],
        &["uncovered-recommendation", "urgent-recommendation-late"],
    ];
    for (plan, expected) in pair().into_iter().zip(expected) {
        let found = plan.check(&Rules::standard(), plan.status_date().unwrap());
        let errors = found.at_least(improvement_plan::Severity::Error);
        let codes: Vec<_> = errors.iter().map(|one| one.code().as_str()).collect();
        assert_eq!(codes, expected);
    }
}

#[test]
fn its_stated_deadline_is_the_one_that_the_law_gives() {
    let days = improvement_plan::working_days::WorkingDays::england_and_wales();
    for plan in pair() {
        let timetable = plan.sources().next().unwrap().timetable(&days);
        assert_eq!(timetable.difference(), Ok(Some(0)));
        assert!(timetable.applies());
    }
}

#[test]
fn a_month_of_work_shows_in_its_snapshots() {
    let [september, october] = pair();
    let before = september.snapshot(day("2026-09-30"));
    let after = october.snapshot(day("2026-10-30"));
    assert_eq!((before.actions().total(), after.actions().total()), (150, 153));
    assert_eq!((before.actions().open(), after.actions().open()), (116, 100));
    assert_eq!((before.actions().overdue(), after.actions().overdue()), (10, 11));
    assert!(after.agreed_revisions() > before.agreed_revisions());
    // Asking September's document about October knows only what was dated in it.
    let asked_too_late = september.snapshot(day("2026-10-30"));
    assert!(asked_too_late.actions().overdue() > after.actions().overdue());
    assert_eq!(asked_too_late.actions().completed(), before.actions().completed());
    let awaiting = |plan: &Plan| {
        plan.actions().filter(|one| one.record().status == DeliveryStatus::AwaitingSignOff).count()
    };
    assert_eq!((awaiting(&september), awaiting(&october)), (0, 1));
}
