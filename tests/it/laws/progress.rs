//! What holds of the progress between every two plans.

use improvement_plan::facts::{ItemOutcome, ItemState, Progress, Rung};
use improvement_plan::plan::{Item, ItemKind, RecommendationRef};
use improvement_plan::report::ProgressReport;
use improvement_plan::strategy;
use improvement_plan::{NaiveDate, Plan, PlanDoc};
use proptest::prelude::*;
use serde_json::Value;

use super::cases::cases;

/// Two plans and two days.
fn periods() -> impl Strategy<Value = ((PlanDoc, PlanDoc), (NaiveDate, NaiveDate))> {
    (strategy::plan_and_successor(), (strategy::as_of(), strategy::as_of()))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_changes_between_a_plan_and_itself(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let progress = plan.progress_since(&plan, as_of, as_of);
        prop_assert!(progress.is_empty());
        prop_assert!(progress.same_plan());
        prop_assert_eq!(progress.matched_by_reference(), 0);
        prop_assert!(progress.diagnostics().is_empty());
        let pinned = Plan::build(plan.clone().into_doc_with_ids()).unwrap();
        prop_assert!(pinned.progress_since(&plan, as_of, as_of).is_empty());
        prop_assert!(plan.progress_since(&pinned, as_of, as_of).is_empty());
    }

    #[test]
    fn what_came_and_went_explains_every_balance(
        ((earlier, later), (before, as_of)) in periods(),
    ) {
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        let progress = later.progress_since(&earlier, before, as_of);
        for kind in [ItemKind::Action, ItemKind::Milestone] {
            let balance = progress.balance(kind);
            let (all, open, late) = (balance.in_plan(), balance.open(), balance.overdue());
            prop_assert_eq!(all.opening() + all.added(), all.closing() + all.removed());
            let left = open.completed() + open.suspended() + open.withdrawn() + open.removed();
            let came = open.added() + open.reopened();
            prop_assert_eq!(open.opening() + came, open.closing() + left);
            prop_assert_eq!(late.opening() + late.newly(), late.closing() + late.no_longer());
        }
        let all = progress.recommendation_balance();
        prop_assert_eq!(all.opening() + all.added(), all.closing() + all.removed());
        for rung in Rung::ALL {
            let one = progress.rung_balance(*rung);
            let came = one.gained() + one.added();
            prop_assert_eq!(one.opening() + came, one.closing() + one.lost() + one.removed());
        }
    }

    #[test]
    fn the_other_way_round_everything_is_reversed(
        ((earlier, later), (before, as_of)) in periods(),
    ) {
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        let there = later.progress_since(&earlier, before, as_of);
        let back = earlier.progress_since(&later, as_of, before);
        prop_assert_eq!(items(&there, |one| one.outcome() == Some(ItemOutcome::Added)),
            reversed(&back, |one| one.outcome() == Some(ItemOutcome::Removed)));
        prop_assert_eq!(items(&there, |one| one.outcome() == Some(ItemOutcome::Removed)),
            reversed(&back, |one| one.outcome() == Some(ItemOutcome::Added)));
        prop_assert_eq!(items(&there, |one| one.newly_overdue().is_some()),
            reversed(&back, |one| one.no_longer_overdue().is_some()));
        prop_assert_eq!(items(&there, |one| one.date_move().is_some()),
            reversed(&back, |one| one.date_move().is_some()));
        let standing = |progress: &Progress<'_>, is_back: bool, gained: bool| {
            let mut found: Vec<String> = progress
                .recommendations()
                .filter(|one| if gained { one.is_gained() } else { one.is_lost() })
                .map(|one| {
                    let (from, to) = (one.earlier().map(place), one.later().map(place));
                    if is_back { format!("{to:?} {from:?}") } else { format!("{from:?} {to:?}") }
                })
                .collect();
            found.sort();
            found
        };
        prop_assert_eq!(standing(&there, false, true), standing(&back, true, false));
        prop_assert_eq!(standing(&there, false, false), standing(&back, true, true));
    }

    #[test]
    fn the_lists_turn_the_earlier_states_into_the_later(
        ((earlier, later), (before, as_of)) in periods(),
    ) {
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        let progress = later.progress_since(&earlier, before, as_of);
        let mut now = 0;
        for one in progress.items() {
            let was = one.earlier().map(|item| ItemState::from(item.timeliness(before)));
            let is = match one.outcome() {
                None => was,
                Some(ItemOutcome::Removed) => None,
                Some(ItemOutcome::Completed) => Some(ItemState::Completed),
                Some(ItemOutcome::Suspended) => Some(ItemState::Suspended),
                Some(ItemOutcome::Withdrawn) => Some(ItemState::Withdrawn),
                Some(ItemOutcome::Reopened) => Some(ItemState::Open),
                Some(ItemOutcome::Added) => one.state(),
            };
            prop_assert_eq!(is, one.later().map(|item| ItemState::from(item.timeliness(as_of))));
            now += usize::from(one.later().is_some());
        }
        prop_assert_eq!(now, later.items().count());
    }

    #[test]
    fn only_the_order_of_answers_depends_on_that_of_the_document(
        ((earlier, later), (before, as_of)) in periods(),
        places in 0_usize..5,
    ) {
        let other_order = |doc: &PlanDoc| {
            let mut doc = doc.clone();
            doc.sources.reverse();
            doc.recommendations.reverse();
            let count = places.checked_rem(doc.actions.len()).unwrap_or(0);
            doc.actions.rotate_left(count);
            doc.actions.iter_mut().for_each(|action| action.milestones.reverse());
            Plan::build(doc).unwrap()
        };
        let turned = (other_order(&earlier), other_order(&later));
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        let answer = |earlier: &Plan, later: &Plan| {
            let progress = later.progress_since(earlier, before, as_of);
            let report = ProgressReport::new(&progress);
            without_order(serde_json::from_str(&report.to_json()).unwrap())
        };
        prop_assert_eq!(answer(&earlier, &later), answer(&turned.0, &turned.1));
    }

    #[test]
    fn what_either_restricts_is_in_no_published_progress(
        ((earlier, later), (before, as_of)) in periods(),
        marked in any::<[proptest::sample::Index; 3]>(),
    ) {
        let (earlier, mut later) = (Plan::build(earlier).unwrap(), later);
        if !later.actions.is_empty() {
            marked[0].get_mut(&mut later.actions).restricted = true;
        }
        if !later.recommendations.is_empty() {
            marked[1].get_mut(&mut later.recommendations).restricted = true;
        }
        let later = Plan::build(later).unwrap();
        let all = later.progress_since(&earlier, before, as_of);
        let published = later.published_with(&earlier);
        let shown = published.progress(before, as_of);
        let kept: Vec<_> = shown.items().map(|one| one.item().id()).collect();
        for one in all.items() {
            let hides = |item: Option<Item<'_>>| item.is_some_and(|item| match item {
                Item::Action(action) => action.record().restricted,
                Item::Milestone(one) => one.record().restricted || one.action().record().restricted,
            });
            if hides(one.earlier()) || hides(one.later()) {
                for item in [one.earlier(), one.later()].into_iter().flatten() {
                    prop_assert!(!kept.contains(&item.id()), "{:?} is shown", item);
                }
            }
        }
        // What is published of each is also what it publishes alone, and less.
        prop_assert!(published.later().withheld().total() >= later.published().withheld().total());
        prop_assert!(published.earlier().withheld().total() >= earlier.published().withheld().total());
        // A notice or a list is the same work for every layout.
        let report = ProgressReport::new(&shown)
            .with_withheld(*published.earlier().withheld(), *published.later().withheld());
        prop_assert!(!report.to_text().is_empty() && !report.to_markdown().is_empty());
    }
}

fn place(one: RecommendationRef<'_>) -> usize {
    one.position()
}

/// The items of which something is true, each by its places in both plans.
fn items(
    progress: &Progress<'_>,
    is_one: impl Fn(&improvement_plan::facts::ItemChange<'_, '_>) -> bool,
) -> Vec<String> {
    named(progress, is_one, false)
}

fn reversed(
    progress: &Progress<'_>,
    is_one: impl Fn(&improvement_plan::facts::ItemChange<'_, '_>) -> bool,
) -> Vec<String> {
    named(progress, is_one, true)
}

fn named(
    progress: &Progress<'_>,
    is_one: impl Fn(&improvement_plan::facts::ItemChange<'_, '_>) -> bool,
    is_back: bool,
) -> Vec<String> {
    let mut found: Vec<String> = progress
        .items()
        .filter(|one| is_one(one))
        .map(|one| {
            let (from, to) = (one.earlier(), one.later());
            let (from, to) = if is_back { (to, from) } else { (from, to) };
            format!("{from:?} {to:?}")
        })
        .collect();
    found.sort();
    found
}

/// A value whose lists are sorted, but for the reasons of a move.
fn without_order(value: Value) -> Value {
    match value {
        Value::Array(list) => {
            let mut list: Vec<Value> = list.into_iter().map(without_order).collect();
            list.sort_by_key(ToString::to_string);
            Value::Array(list)
        }
        Value::Object(object) => {
            let entries = object.into_iter();
            let entries = entries.map(|(key, value)| {
                let value = if key == "reasons" { value } else { without_order(value) };
                (key, value)
            });
            Value::Object(entries.collect())
        }
        other => other,
    }
}
