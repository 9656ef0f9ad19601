//! Snapshots: the counts of a plan, against the answers that they count.

use improvement_plan::facts::{Slippage, Snapshot, Timeliness};
use improvement_plan::plan::Item;
use improvement_plan::strategy::{self, plan_doc};
use improvement_plan::{NaiveDate, Plan};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn croydon_had_39_open_actions_and_then_seven_late_ones() {
    let plan = Plan::from_json(include_str!("../../examples/data/croydon-2017.json")).unwrap();
    let (before, after) = (plan.snapshot(day("2017-10-23")), plan.snapshot(day("2017-11-07")));
    assert_eq!((before.actions().open(), after.actions().open()), (39, 39));
    assert_eq!((before.actions().overdue(), after.actions().overdue()), (0, 7));
    assert_eq!(before.recommendations(), after.recommendations());
    assert_eq!(before.recommendations().total(), 26);
    assert_eq!(before.recommendations().addressed(), 10);
    assert_eq!((before.days_late().median(), before.days_late().sum()), (None, 0));
    assert_eq!(before.status_date(), Some(day("2017-10-23")));
}

#[test]
fn a_history_is_kept_as_json_and_read_back() {
    let plan = Plan::from_json(include_str!("../../examples/data/croydon-2017.json")).unwrap();
    let history = [plan.snapshot(day("2017-10-23")), plan.snapshot(day("2017-11-07"))];
    let kept = serde_json::to_string(&history).unwrap();
    let read: Vec<Snapshot> = serde_json::from_str(&kept).unwrap();
    assert_eq!(read, history);
}

/// The classes of what is neither completed nor stopped.
fn is_open(class: Timeliness) -> bool {
    matches!(
        class,
        Timeliness::Overdue { .. }
            | Timeliness::DueToday
            | Timeliness::DueSoon { .. }
            | Timeliness::OnTime { .. }
            | Timeliness::NoDate(_)
            | Timeliness::AwaitingSignOff
    )
}

proptest! {
    #[test]
    fn a_snapshot_counts_what_the_answers_list(doc in plan_doc(), as_of in strategy::as_of()) {
        let plan = Plan::build(doc).unwrap();
        let snapshot = plan.snapshot(as_of);
        for (counts, is_of_kind) in [
            (snapshot.actions(), (|item| matches!(item, Item::Action(_))) as fn(Item<'_>) -> bool),
            (snapshot.milestones(), |item| matches!(item, Item::Milestone(_))),
        ] {
            let count = |is: &dyn Fn(Timeliness) -> bool| {
                plan.items().filter(|item| is_of_kind(*item) && is(item.timeliness(as_of))).count()
            };
            prop_assert_eq!(counts.total(), count(&|_| true));
            prop_assert_eq!(counts.open(), count(&is_open));
            prop_assert_eq!(counts.overdue(), count(&|class| matches!(class, Timeliness::Overdue { .. })));
            prop_assert_eq!(counts.no_date(), count(&|class| matches!(class, Timeliness::NoDate(_))));
            prop_assert_eq!(counts.suspended(), count(&|class| class == Timeliness::Suspended));
            prop_assert_eq!(counts.withdrawn(), count(&|class| class == Timeliness::Withdrawn));
            let stopped = counts.suspended() + counts.withdrawn();
            prop_assert_eq!(counts.open() + counts.completed() + stopped, counts.total());
        }
        let coverage = plan.coverage(as_of);
        prop_assert_eq!(snapshot.recommendations().total(), coverage.recommendations().count());
        prop_assert_eq!(snapshot.recommendations().addressed(), coverage.addressed().part());
        prop_assert_eq!(snapshot.recommendations().planned(), coverage.planned().part());
        prop_assert_eq!(snapshot.recommendations().completed(), coverage.completed().part());
        prop_assert_eq!(snapshot.recommendations().assured(), coverage.assured().part());
        let mut late: Vec<u32> = plan.overdue(as_of).map(|item| item.days_late()).collect();
        late.sort_unstable();
        let median = if late.is_empty() { None } else { Some(late[(late.len() - 1) / 2]) };
        prop_assert_eq!(snapshot.days_late().median(), median);
        prop_assert_eq!(snapshot.days_late().worst(), late.last().copied());
        prop_assert_eq!(snapshot.days_late().sum(), late.iter().map(|days| u64::from(*days)).sum::<u64>());
        let slippage = plan.slippage(as_of);
        let slippage = slippage.as_slice();
        let agreed: usize = slippage.iter().map(Slippage::revisions).sum();
        let asked: usize = slippage.iter().map(Slippage::requests).sum();
        prop_assert_eq!((snapshot.agreed_revisions(), snapshot.open_requests()), (agreed, asked));
        let planned = plan.actions().map(Item::Action).filter(|item| {
            item.timeliness(as_of) != Timeliness::Withdrawn
                && item.baseline_due().due_day().is_some_and(|due| due <= as_of)
        });
        prop_assert_eq!(snapshot.planned(), planned.count());
        prop_assert_eq!(plan.status_date(), snapshot.status_date());
    }
}
