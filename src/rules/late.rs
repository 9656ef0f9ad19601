//! Rules about late items, and about items that fell due on or after the status date.

use chrono::NaiveDate;

use super::dates::{day, due_words, not_asked_yet, on};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::due_place;
use super::origin::severity_for;
use crate::analysis::{ANSWERS_FOR_DAYS, LastUpdate, OverdueItem};
use crate::diagnostic::Severity;
use crate::plan::{ActionRef, Item, Plan};
use crate::text::days;

pub(crate) fn urgent_recommendation_late(facts: &Facts<'_>, hits: &mut Hits) {
    for late in facts.late() {
        let item = late.item();
        let Item::Action(action) = item else { continue };
        let Some(urgent) = urgent(facts, action) else { continue };
        let asked = not_asked_yet(facts.plan, late.due(), "it fell due");
        let message = format!("{}, and answers {}{asked}", how_late(facts, &late), urgent.words);
        let (location, subject) = (due_place(item, facts.as_of), item.subject());
        if asked.is_empty() {
            hits.add_as(urgent.severity, location, subject, message);
        } else {
            let help = "Ask its lead whether it is done. If it is not, bring it to the board with a reason and a new date.";
            hits.add_as_with_help(urgent.severity, location, subject, message, help);
        }
    }
}

/// The last updates of an action as of a date: that which explains lateness, and any.
#[derive(Clone, Copy)]
struct LastUpdates<'p> {
    explanation: Option<LastUpdate<'p>>,
    any: Option<LastUpdate<'p>>,
}

impl<'p> LastUpdates<'p> {
    fn of(action: ActionRef<'p>, as_of: NaiveDate) -> Self {
        if action.record().updates.is_empty() {
            return Self { explanation: None, any: None };
        }
        Self { explanation: action.last_explanation(as_of), any: action.last_update(as_of) }
    }

    /// Returns whether the lateness of an item is explained: by an update of the day it fell due or later, which
    /// is not too old.
    fn explain(self, late: &OverdueItem<'_>, as_of: NaiveDate) -> bool {
        self.explanation
            .is_some_and(|last| last.day >= late.due() && age(last, as_of) <= ANSWERS_FOR_DAYS)
    }

    /// Says what is missing of an explanation.
    fn what_is_missing(self, late: &OverdueItem<'p>, facts: &Facts<'p>) -> String {
        let action = late.item().action();
        let date = |last: LastUpdate<'_>| on(facts.plan, last.words);
        match self {
            _ if action.record().updates.is_empty() => "there is no update".to_owned(),
            Self { explanation: Some(last), .. } if last.day < late.due() => {
                format!("the last update that says why was written before that, {}", date(last))
            }
            Self { explanation: Some(last), .. } => {
                let ago = days(age(last, facts.as_of));
                format!("the last update that says why was written {}, {ago} ago", date(last))
            }
            Self { .. } if action.has_undated_explanation() => {
                "the update that says why has no date".to_owned()
            }
            Self { any: Some(last), .. } => {
                format!("no update by this date says why; the last was written {}", date(last))
            }
            Self { .. } if action.has_later_update(facts.as_of) => {
                // When an update without a date was written is not known.
                let dated =
                    if action.has_undated_update() { "update with a date" } else { "update" };
                format!("no {dated} was written by this date")
            }
            Self { .. } => "no update has a date".to_owned(),
        }
    }
}

fn age(last: LastUpdate<'_>, as_of: NaiveDate) -> u32 {
    u32::try_from((as_of - last.day).num_days()).unwrap_or(0)
}

pub(crate) fn overdue_without_update<'p>(facts: &Facts<'p>, hits: &mut Hits) {
    let mut last_of = None;
    let late = facts.late().filter(|late| !late.fell_due_since_report());
    let looked_at = late.map(|late| {
        let action = late.item().action();
        let last = match last_of {
            Some((known, last)) if known == action.position() => last,
            _ => LastUpdates::of(action, facts.as_of),
        };
        last_of = Some((action.position(), last));
        (!last.explain(&late, facts.as_of)).then_some((late, last))
    });
    let found: Found<(OverdueItem<'p>, LastUpdates<'p>)> = looked_at.collect();
    let each = |hits: &mut Hits, (late, last): (OverdueItem<'p>, LastUpdates<'p>)| {
        let item = late.item();
        let missing = last.what_is_missing(&late, facts);
        let message = format!("{}, and {missing}", how_late(facts, &late));
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

/// The urgent recommendations that an action answers.
pub(crate) struct Urgent {
    /// The first of the most serious, and how many others: `recommendation 2, which is urgent`.
    pub(crate) words: String,
    /// How serious it is that something is wrong with the action.
    pub(crate) severity: Severity,
}

/// Returns the urgent recommendations that an action answers, directly or as parts of a whole that it answers.
pub(crate) fn urgent<'p>(facts: &Facts<'p>, action: ActionRef<'p>) -> Option<Urgent> {
    let mut found: Vec<_> = action.urgent_answers().collect();
    found.sort_by_key(|(answered, urgent)| (urgent.position(), answered != urgent));
    found.dedup_by_key(|(_, urgent)| urgent.position());
    let severity = |urgent| severity_for(facts, urgent, Severity::Error);
    let others = found.len().checked_sub(1)?;
    // Of equals the last counts as the greatest, so that they are compared from the end.
    let (answered, first) = found.into_iter().rev().max_by_key(|(_, urgent)| severity(*urgent))?;
    let named = if answered == first {
        first.mention()
    } else {
        format!("{} and so {}", answered.mention(), first.mention())
    };
    let words = match others {
        0 => format!("{named}, which is urgent"),
        1 => format!("{named} and 1 other, which are urgent"),
        more => format!("{named} and {more} others, which are urgent"),
    };
    Some(Urgent { words, severity: severity(first) })
}
