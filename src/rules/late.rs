//! Rules about late items, and about items that fell due on or after the status date.

use super::dates::{day, due_words};
use super::facts::Facts;
use super::hits::Hits;
use super::locations::due_place;
use crate::analysis::OverdueItem;
use crate::plan::{ActionRef, Item, Plan};
use crate::text::days;

pub(crate) fn urgent_recommendation_late(facts: &Facts<'_>, hits: &mut Hits) {
    for late in facts.late() {
        let item = late.item();
        let Item::Action(action) = item else { continue };
        let Some(urgent) = urgent(action) else { continue };
        let asked = if late.fell_due_since_report() {
            "; it fell due since the status date, so its lead has not been asked yet"
        } else {
            ""
        };
        let message = format!("{}, and answers {urgent}{asked}", how_late(facts, &late));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
}

pub(crate) fn overdue_without_update(facts: &Facts<'_>, hits: &mut Hits) {
    let mut looked_at = 0;
    let mut last_of = None;
    for late in facts.late().filter(|late| !late.fell_due_since_report()) {
        looked_at += 1;
        let item = late.item();
        let action = item.action();
        let last = match last_of {
            Some((known, last)) if known == action.position() => last,
            _ => action.last_update(facts.as_of),
        };
        last_of = Some((action.position(), last));
        if last.is_some_and(|last| last >= late.due()) {
            continue;
        }
        let since = match last {
            Some(last) => format!("the last update was on {}", day(last)),
            None if action.record().updates.is_empty() => "there is no update".to_owned(),
            None => "no update has a date".to_owned(),
        };
        let message = format!("{}, and {since}", how_late(facts, &late));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
    if !has_updates(facts.plan) {
        hits.fold_if_all(looked_at, "actions", |n| {
            format!("the plan has no updates, and {n} actions and milestones are late")
        });
    }
}

pub(crate) fn fell_due_since_report(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(gathered) = facts.plan.status_date() else { return };
    for late in facts.late().filter(OverdueItem::fell_due_since_report) {
        let item = late.item();
        let words = due_words(item, facts.as_of);
        let message = format!("fell due {words}; the status date is {}", day(gathered));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
}

/// Formats the lateness: `13 days late (due “2026-10-20”)`.
fn how_late(facts: &Facts<'_>, late: &OverdueItem<'_>) -> String {
    let due = due_words(late.item(), facts.as_of);
    format!("{} late (due {due})", days(late.days_late()))
}

fn has_updates(plan: &Plan) -> bool {
    plan.actions().any(|action| !action.record().updates.is_empty())
}

/// Names the urgent recommendation that an action answers: `recommendation 2, which is urgent`.
pub(crate) fn urgent(action: ActionRef<'_>) -> Option<String> {
    let mut urgent = action.urgent_answers();
    let first = urgent.next()?.subject();
    Some(match urgent.count() {
        0 => format!("{first}, which is urgent"),
        1 => format!("{first} and 1 other, which are urgent"),
        more => format!("{first} and {more} others, which are urgent"),
    })
}
