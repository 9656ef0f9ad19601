//! What holds of every plan.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod answers;
pub(crate) mod cases;
mod edits;
mod keys;
mod progress;
mod published;
mod variety;

use std::collections::BTreeSet;

use improvement_plan::facts::{Ratio, Rung, Timeliness};
use improvement_plan::model::{InForce, Stopped};
use improvement_plan::plan::Limits;
use improvement_plan::strategy::{self, Breaker};
use improvement_plan::{
    Action, DeliveryStatus, NaiveDate, Plan, PlanDoc, RecommendationId, RejectedPlan, Rules,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use answers::{about_groups, about_records};

/// A breaker of any structural code.
fn breaker() -> impl Strategy<Value = &'static Breaker> {
    proptest::sample::select(strategy::breakers().iter().collect::<Vec<_>>())
}

/// The codes a document is rejected for, each once.
fn codes(rejected: &RejectedPlan) -> BTreeSet<&'static str> {
    rejected.diagnostics().iter().map(|diagnostic| diagnostic.code().as_str()).collect()
}

/// What is wrong with a document that should not be a plan.
fn rejected(doc: PlanDoc, limits: &Limits) -> Result<RejectedPlan, TestCaseError> {
    match Plan::build_with(doc, limits) {
        Ok(_) => Err(TestCaseError::fail("it is still a plan")),
        Err(rejected) => Ok(rejected),
    }
}

/// The rung of every recommendation, part and finding, by id.
fn rungs(plan: &Plan, as_of: NaiveDate) -> Vec<(RecommendationId, Option<Rung>)> {
    let coverage = plan.coverage(as_of);
    let all = plan.recommendations();
    all.map(|one| (one.id(), coverage.recommendation(one).unwrap().rung())).collect()
}

/// Fails where a recommendation stands higher in the second plan than in the first.
fn never_raised(before: &Plan, after: &Plan, as_of: NaiveDate) -> Result<(), TestCaseError> {
    for ((id, before), (same, after)) in rungs(before, as_of).into_iter().zip(rungs(after, as_of)) {
        prop_assert_eq!(id, same);
        prop_assert!(after <= before, "{} went from {:?} to {:?}", id, before, after);
    }
    Ok(())
}

/// One action of a document, whichever the index says; none where there is none.
fn one_action(doc: &mut PlanDoc, which: Index) -> Option<&mut Action> {
    let count = doc.actions.len();
    if count == 0 { None } else { doc.actions.get_mut(which.index(count)) }
}

proptest! {
    #![proptest_config(cases::cases())]

    #[test]
    fn json_gives_back_the_same_document_and_the_same_bytes(doc in strategy::plan_doc()) {
        let json = serde_json::to_string(&doc).unwrap();
        let read: PlanDoc = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &doc);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json.clone());
        let plan: Plan = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(plan.doc(), &doc);
        prop_assert_eq!(serde_json::to_string(&plan).unwrap(), json);
    }

    // Without the feature it is the embedder who decides how serde_json reads decimals.
    #[cfg(feature = "json")]
    #[test]
    fn json_gives_back_the_same_number(value in any::<f64>(), whole in any::<i64>()) {
        let decimal = improvement_plan::model::Number::decimal(value).ok().or_else(|| improvement_plan::model::Number::decimal(value % 1e9).ok());
        for number in decimal.into_iter().chain([improvement_plan::model::Number::from(whole)]) {
            let json = serde_json::to_string(&number).unwrap();
            let read: improvement_plan::model::Number = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(read, number);
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
    }

    #[test]
    fn building_twice_gives_equal_plans_and_equal_answers(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let (one, other) = (Plan::build(doc.clone()).unwrap(), Plan::build(doc).unwrap());
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(edits::ids(&one), edits::ids(&other));
        prop_assert_eq!(about_records(&one, as_of), about_records(&other, as_of));
        prop_assert_eq!(about_groups(&one, as_of), about_groups(&other, as_of));
        prop_assert_eq!(
            format!("{:?}", one.timeliness(as_of)),
            format!("{:?}", other.timeliness(as_of))
        );
    }

    #[test]
    fn every_answer_is_the_same_in_another_order_of_the_lists(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
        seed in any::<u64>(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let other = Plan::build(edits::shuffled(&plan, seed)).unwrap();
        prop_assert_eq!(about_records(&plan, as_of), about_records(&other, as_of));
        prop_assert_eq!(about_groups(&plan, as_of), about_groups(&other, as_of));
    }

    #[test]
    fn pinning_ids_keeps_them_and_renaming_then_changes_none(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let pinned = Plan::build(plan.clone().into_doc_with_ids()).unwrap();
        prop_assert_eq!(edits::ids(&pinned), edits::ids(&plan));
        prop_assert_eq!(about_records(&pinned, as_of), about_records(&plan, as_of));
        let mut doc = edits::linked_by_id(&plan);
        edits::rename_everything(&mut doc);
        let renamed = Plan::build(doc).unwrap();
        prop_assert_eq!(edits::ids(&renamed), edits::ids(&plan));
        prop_assert_eq!(about_records(&renamed, as_of), about_records(&plan, as_of));
    }

    #[test]
    fn every_id_leads_to_its_record(doc in strategy::plan_doc()) {
        let plan = Plan::build(doc).unwrap();
        let mut ids = edits::ids(&plan);
        let count = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        for one in plan.sources() {
            prop_assert_eq!(plan.source(one.id()), Some(one));
        }
        for one in plan.recommendations() {
            prop_assert_eq!(plan.recommendation(one.id()), Some(one));
        }
        for one in plan.workstreams() {
            prop_assert_eq!(plan.workstream(one.id()), Some(one));
        }
        for one in plan.actions() {
            prop_assert_eq!(plan.action(one.id()), Some(one));
        }
        for one in plan.measures() {
            prop_assert_eq!(plan.measure(one.id()), Some(one));
        }
    }

    #[test]
    fn coverage_partitions_the_recommendations(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let coverage = plan.coverage(as_of);
        let total = plan.recommendations().filter(|one| one.is_counted()).count();
        prop_assert_eq!(coverage.recommendations().count(), total);
        for rung in Rung::ALL {
            prop_assert_eq!(coverage.ladder().at(*rung).whole(), total);
        }
        let uncovered: Vec<_> = coverage.uncovered().map(|gap| gap.recommendation()).collect();
        prop_assert_eq!(coverage.addressed().part() + uncovered.len(), total);
        for one in coverage.recommendations() {
            let is_uncovered = uncovered.contains(&one.recommendation());
            prop_assert_eq!(one.has_reached(Rung::Addressed), !is_uncovered);
            prop_assert_eq!(one.uncovered().is_some(), is_uncovered);
        }
        for groups in [coverage.by_source(), coverage.by_tier()] {
            for rung in Rung::ALL {
                let of_groups = groups.iter().map(|group| group.ladder().at(*rung));
                let part: usize = of_groups.clone().map(Ratio::part).sum();
                let whole: usize = of_groups.map(Ratio::whole).sum();
                prop_assert_eq!(Ratio::new(part, whole), coverage.ladder().at(*rung));
            }
        }
        let by_source = coverage.by_source();
        let mut sources: Vec<_> = by_source.iter().map(|group| group.source().map(improvement_plan::plan::SourceRef::id)).collect();
        sources.sort();
        sources.dedup();
        prop_assert_eq!(sources.len(), by_source.len());
    }

    #[test]
    fn a_rung_is_reached_only_after_those_below_it(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let coverage = plan.coverage(as_of);
        for (lower, higher) in Rung::ALL.iter().zip(Rung::ALL.iter().skip(1)) {
            let ladder = coverage.ladder();
            prop_assert!(ladder.at(*higher).part() <= ladder.at(*lower).part());
            for one in coverage.recommendations() {
                prop_assert!(one.has_reached(*lower) || !one.has_reached(*higher));
            }
        }
    }

    #[test]
    fn adding_a_live_link_never_lowers_addressed(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
        which in any::<Index>(),
        target in any::<Index>(),
        is_new in any::<bool>(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let targets: Vec<_> = plan.recommendations().map(|one| one.id().to_string()).collect();
        prop_assume!(!targets.is_empty());
        let link = target.get(&targets).clone();
        let mut doc = plan.doc().clone();
        let live: Vec<usize> =
            plan.actions().filter(|one| one.is_live(as_of)).map(improvement_plan::plan::ActionRef::position).collect();
        if is_new || live.is_empty() {
            doc.actions.push(Action::new("A new and live action").with_answers([link]));
        } else {
            doc.actions.get_mut(*which.get(&live)).unwrap().answers.push(link);
        }
        let linked = Plan::build(doc).unwrap();
        let (before, after) = (plan.coverage(as_of), linked.coverage(as_of));
        prop_assert!(before.addressed().part() <= after.addressed().part());
        prop_assert_eq!(before.addressed().whole(), after.addressed().whole());
        for ((id, before), (_, after)) in rungs(&plan, as_of).into_iter().zip(rungs(&linked, as_of)) {
            prop_assert!(before.is_none() || after.is_some(), "{} lost its action", id);
        }
    }

    #[test]
    fn stopping_work_without_agreement_never_raises_a_rung(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
        which in any::<Index>(),
        days_ago in proptest::option::of(0..60_i64),
        is_suspended in any::<bool>(),
        has_reason in any::<bool>(),
        has_approver in any::<bool>(),
        is_said in any::<bool>(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let mut doc = plan.doc().clone();
        if let Some(action) = one_action(&mut doc, which) {
            let mut stopped = Stopped::new();
            stopped.date = days_ago.map(|days| (as_of - chrono::Duration::days(days)).into());
            stopped.reason = has_reason.then(|| "No money".to_owned());
            let is_agreed = has_approver && (is_suspended || !has_reason);
            stopped.approved_by = is_agreed.then(|| "Improvement Board".to_owned());
            action.stopped = is_said.then_some(stopped);
            action.status =
                if is_suspended { DeliveryStatus::Suspended } else { DeliveryStatus::Withdrawn };
        }
        never_raised(&plan, &Plan::build(doc).unwrap(), as_of)?;
    }

    #[test]
    fn the_lapse_of_an_interim_arrangement_never_raises_a_rung(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
        which in any::<Index>(),
        days_ago in 1..60_i64,
    ) {
        let plan = Plan::build(doc).unwrap();
        let mut doc = plan.doc().clone();
        if let Some(action) = one_action(&mut doc, which) {
            let in_force = action.in_force.take().unwrap_or(InForce::new());
            action.in_force = Some(in_force.with_until(as_of - chrono::Duration::days(days_ago)));
        }
        never_raised(&plan, &Plan::build(doc).unwrap(), as_of)?;
    }

    #[test]
    fn a_whole_never_stands_above_its_lowest_part(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let coverage = plan.coverage(as_of);
        for whole in plan.recommendations() {
            let rung = coverage.recommendation(whole).unwrap().rung();
            for part in whole.parts() {
                prop_assert!(rung <= coverage.recommendation(part).unwrap().rung());
            }
        }
    }

    #[test]
    fn every_item_is_in_exactly_one_class(doc in strategy::plan_doc(), as_of in strategy::as_of()) {
        let plan = Plan::build(doc).unwrap();
        let report = plan.timeliness(as_of);
        let items: Vec<_> = report.items().map(|timely| timely.item()).collect();
        prop_assert_eq!(items, plan.items().collect::<Vec<_>>());
        for (counts, total) in [
            (report.actions(), plan.action_count()),
            (report.milestones(), plan.milestone_count()),
        ] {
            prop_assert_eq!(counts.total(), total);
            let open = counts.overdue()
                + counts.due_today()
                + counts.due_soon()
                + counts.on_time()
                + counts.no_date()
                + counts.awaiting_sign_off();
            let closed = counts.completed() + counts.suspended() + counts.withdrawn();
            prop_assert_eq!(open + closed, total);
        }
        for timely in report.items() {
            let is_open = matches!(
                timely.class(),
                Timeliness::Overdue { .. }
                    | Timeliness::DueToday
                    | Timeliness::DueSoon { .. }
                    | Timeliness::OnTime { .. }
                    | Timeliness::NoDate(_)
                    | Timeliness::AwaitingSignOff
            );
            prop_assert_eq!(is_open, timely.item().is_open(as_of));
        }
    }

    #[test]
    fn what_is_overdue_and_neither_closed_nor_moved_is_overdue_a_day_later_the_day_after(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let next = as_of.succ_opt().unwrap();
        let later: Vec<_> = plan.overdue(next).collect();
        for late in plan.overdue(as_of) {
            let item = late.item();
            let is_moved = item.current_due(as_of) != item.current_due(next);
            if item.is_open(next) && !is_moved {
                let again = later.iter().find(|other| other.item() == item);
                prop_assert_eq!(again.map(improvement_plan::facts::OverdueItem::days_late), Some(late.days_late() + 1));
                prop_assert!(!late.fell_due_since_report() || again.unwrap().fell_due_since_report());
            }
        }
    }

    #[test]
    fn overdue_and_due_within_are_views_of_the_classes(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let report = plan.timeliness(as_of);
        let overdue = report.items().filter_map(|timely| match timely.class() {
            Timeliness::Overdue { days } => Some((timely.item(), days)),
            _ => None,
        });
        let listed = plan.overdue(as_of).map(|late| (late.item(), late.days_late()));
        prop_assert_eq!(listed.collect::<Vec<_>>(), overdue.collect::<Vec<_>>());
        let soon = report.items().filter_map(|timely| match timely.class() {
            Timeliness::DueToday => Some((timely.item(), 0)),
            Timeliness::DueSoon { days } => Some((timely.item(), days)),
            _ => None,
        });
        let listed = plan.due_within(as_of, 28).map(|due| (due.item(), due.days_left()));
        prop_assert_eq!(listed.collect::<Vec<_>>(), soon.collect::<Vec<_>>());
    }

    #[test]
    fn the_workload_lists_every_open_item_once_for_its_lead_and_at_most_once_for_a_body(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let workload = plan.workload(as_of);
        let mut of_leads: Vec<String> = Vec::new();
        for load in workload.by_lead() {
            of_leads.extend(load.open().iter().map(|item| answers::id(*item)));
        }
        let open = plan.items().filter(|item| item.is_open(as_of)).map(answers::id);
        let mut open: Vec<String> = open.collect();
        open.sort();
        of_leads.sort();
        prop_assert_eq!(of_leads, open);
        for load in workload.by_body() {
            let items: BTreeSet<String> = load.open().iter().map(|item| answers::id(*item)).collect();
            prop_assert_eq!(items.len(), load.open().len());
        }
        let late: usize = workload.by_lead().iter().map(|load| load.overdue().len()).sum();
        prop_assert_eq!(late, plan.overdue(as_of).count());
    }

    #[test]
    fn a_check_never_panics_and_says_the_same_twice(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        for rules in [Rules::standard(), Rules::strict()] {
            for as_of in [as_of, NaiveDate::MIN, NaiveDate::MAX] {
                let said = plan.check_in_full(&rules, as_of);
                prop_assert_eq!(&said, &plan.check_in_full(&rules, as_of));
                prop_assert_eq!(said.diagnostics(), &plan.check(&rules, as_of));
            }
        }
    }

    #[test]
    fn every_question_can_be_asked_on_the_first_and_the_last_day_of_the_calendar(
        doc in strategy::plan_doc(),
    ) {
        let plan = Plan::build(doc).unwrap();
        for as_of in [NaiveDate::MIN, NaiveDate::MAX] {
            about_records(&plan, as_of);
            about_groups(&plan, as_of);
        }
    }

    #[test]
    fn each_breaker_causes_exactly_its_code(
        doc in strategy::plan_doc(),
        breaker in breaker(),
    ) {
        let broken = breaker.break_doc(doc);
        let rejected = rejected(broken.clone(), &breaker.limits())?;
        prop_assert_eq!(codes(&rejected), BTreeSet::from([breaker.code()]));
        prop_assert_eq!(rejected.into_doc(), broken);
    }

    #[test]
    fn two_breakers_cause_exactly_both_codes(
        doc in strategy::plan_doc(),
        one in breaker(),
        other in breaker(),
    ) {
        prop_assume!(one.code() != other.code());
        let records = one.limits().records.min(other.limits().records);
        let limits = one.limits().with_records(records);
        let rejected = rejected(other.break_doc(one.break_doc(doc)), &limits)?;
        prop_assert_eq!(codes(&rejected), BTreeSet::from([one.code(), other.code()]));
    }
}

proptest! {
    #![proptest_config(cases::small_cases(2))]

    #[test]
    fn a_percentage_is_100_only_when_none_is_missing_and_0_only_when_none_is_there(
        part in prop_oneof![0..300_usize, any::<usize>()],
        whole in prop_oneof![0..300_usize, any::<usize>()],
    ) {
        let ratio = Ratio::new(part, whole);
        prop_assert_eq!(ratio.part() + ratio.missing(), whole);
        match ratio.percent() {
            None => prop_assert_eq!(whole, 0),
            Some(percent) => {
                prop_assert!(percent <= 100);
                prop_assert_eq!(percent == 100, ratio.missing() == 0);
                prop_assert_eq!(percent == 0, ratio.part() == 0);
            }
        }
    }
}

#[test]
fn there_is_one_breaker_for_each_structural_code() {
    let breakers: Vec<&str> = strategy::breakers().iter().map(Breaker::code).collect();
    let codes: Vec<&str> =
        Plan::structural_codes().iter().map(|entry| entry.code().as_str()).collect();
    assert_eq!(breakers, codes);
}

#[test]
fn whatever_a_plan_shrinks_to_is_a_plan() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let mut tree = strategy::plan_doc().new_tree(&mut runner).unwrap();
        let mut steps = 0;
        while steps < 300 && tree.simplify() {
            steps += 1;
            Plan::build(tree.current()).unwrap();
            // A failing test keeps about half of what it tries.
            if steps % 3 == 0 && tree.complicate() {
                Plan::build(tree.current()).unwrap();
            }
        }
    }
}

#[test]
fn plans_far_larger_than_usual_are_valid_too() {
    let shape = strategy::Shape::default()
        .with_sources(12)
        .with_recommendations(120)
        .with_workstreams(30)
        .with_actions(120);
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let doc = strategy::plan_doc_with(shape).new_tree(&mut runner).unwrap().current();
        Plan::build(doc).unwrap();
    }
}
