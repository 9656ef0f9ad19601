//! Rules about late items, and about items that fell due on or after the status date.

use chrono::NaiveDate;

use super::dates::{day, due_words, not_asked_yet};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::due_place;
use crate::analysis::OverdueItem;
use crate::plan::{ActionRef, Item, Plan};
use crate::text::days;

pub(crate) fn urgent_recommendation_late(facts: &Facts<'_>, hits: &mut Hits) {
    for late in facts.late() {
        let item = late.item();
        let Item::Action(action) = item else { continue };
        let Some(urgent) = urgent(action) else { continue };
        let asked = not_asked_yet(facts.plan, late.due(), "it fell due");
        let message = format!("{}, and answers {urgent}{asked}", how_late(facts, &late));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
}

pub(crate) fn overdue_without_update(facts: &Facts<'_>, hits: &mut Hits) {
    let mut last_of = None;
    let late = facts.late().filter(|late| !late.fell_due_since_report());
    let looked_at = late.map(|late| {
        let action = late.item().action();
        let last = match last_of {
            Some((known, last)) if known == action.position() => last,
            _ => action.last_update(facts.as_of),
        };
        last_of = Some((action.position(), last));
        last.is_none_or(|last| last < late.due()).then_some((late, last))
    });
    let found: Found<(OverdueItem<'_>, Option<NaiveDate>)> = looked_at.collect();
    let each = |hits: &mut Hits, (late, last): (OverdueItem<'_>, Option<NaiveDate>)| {
        let (item, action) = (late.item(), late.item().action());
        let since = match last {
            Some(last) => format!("the last update was on {}", day(last)),
            None if action.record().updates.is_empty() => "there is no update".to_owned(),
            None => "no update has a date".to_owned(),
        };
        let message = format!("{}, and {since}", how_late(facts, &late));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    };
    if has_updates(facts.plan) {
        hits.add_each(found, each);
    } else {
        let all = |n| format!("the plan has no updates, and {n} actions and milestones are late");
        hits.add_each_or_all(found, "actions", all, each);
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
    let first = urgent.next()?.mention();
    Some(match urgent.count() {
        0 => format!("{first}, which is urgent"),
        1 => format!("{first} and 1 other, which are urgent"),
        more => format!("{first} and {more} others, which are urgent"),
    })
}
