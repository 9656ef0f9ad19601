//! Rules about due dates that are missing, give no day or are after the end of the plan.

use chrono::{Datelike, NaiveDate};

use super::dates::{day, due_words, not_asked_yet, on};
use super::facts::{Facts, KINDS};
use super::hits::{Found, Hits};
use super::late::{Urgent, urgent};
use super::locations::due_place;
use crate::analysis::{NoDate, Timeliness, TimelyItem};
use crate::due_date::{DateReading, DueDate};
use crate::plan::{Item, Plan, quoted};

/// The longest time between two leap years. This many years before a period are tried too, so that
/// 29 February is recognised as a date.
const LEAP: i32 = 8;

/// The most years to try. Any date occurs at least twice in that many years of a period.
const MOST_YEARS: usize = 32;

pub(crate) fn urgent_recommendation_undated(facts: &Facts<'_>, hits: &mut Hits) {
    let as_of = facts.as_of;
    for timely in &facts.undated {
        let (item, class) = (timely.item(), timely.class());
        let Some((why, urgent)) = urgent_without_date(facts, item, class) else { continue };
        let (location, date) = match why {
            NoDate::Missing => (due_place(item, as_of), "it has no due date".to_owned()),
            NoDate::Recurring => (
                item.location().key("recurs"),
                "it recurs without a date for its next review".to_owned(),
            ),
            _ => (
                due_place(item, as_of),
                format!("its due date {} is not a date", due_words(item, as_of)),
            ),
        };
        let message = format!("answers {}, and {date}", urgent.words);
        hits.add_as(urgent.severity, location, item.subject(), message);
    }
}

/// Returns why an open action has no date and which urgent recommendation it answers, if it is to be
/// reported as urgent. Its due date then needs no other report.
fn urgent_without_date<'p>(
    facts: &Facts<'p>,
    item: Item<'p>,
    class: Timeliness,
) -> Option<(NoDate, Urgent)> {
    let (Timeliness::NoDate(why), Item::Action(action)) = (class, item) else { return None };
    if action.is_dated(facts.as_of) || action.has_lapsed(facts.as_of) {
        return None;
    }
    urgent(facts, action).map(|urgent| (why, urgent))
}

/// Returns whether the missing date of an item is reported as that of an urgent action.
pub(crate) fn is_said_as_urgent<'p>(facts: &Facts<'p>, item: Item<'p>, class: Timeliness) -> bool {
    facts.says_urgent_undated && urgent_without_date(facts, item, class).is_some()
}

/// Returns whether the missing day of an item is reported as that of an urgent action, or as given up.
fn is_said_elsewhere<'p>(facts: &Facts<'p>, item: Item<'p>, class: Timeliness) -> bool {
    is_said_as_urgent(facts, item, class) || facts.is_said_as_given_up(item, class)
}

/// Returns `other ` if some items were omitted because they are reported in more detail.
fn other(left_out: bool) -> &'static str {
    if left_out { "other " } else { "" }
}

pub(crate) fn due_missing(facts: &Facts<'_>, hits: &mut Hits) {
    for kind in KINDS {
        let mut left_out = false;
        let looked_at = facts.undated_of(kind).filter_map(|(item, why)| match why {
            NoDate::Recurring => None,
            NoDate::Missing if has_an_end(item) => None,
            NoDate::Missing
                if is_said_as_urgent(facts, item, Timeliness::NoDate(why))
                    || facts.is_said_as_endless(item) =>
            {
                left_out = true;
                None
            }
            NoDate::Missing => Some(Some(item)),
            _ => Some(None),
        });
        let found = looked_at.collect::<Found<Item<'_>>>().beside(facts.dated_count(kind));
        let all = |n| {
            let other = other(left_out);
            format!("none of the {n} {other}open {kind}s that need a due date has one")
        };
        hits.add_each_or_all(found, "actions", all, |hits, item| {
            hits.add(due_place(item, facts.as_of), item.subject(), "no due date is given");
        });
    }
}

pub(crate) fn due_to_be_confirmed(facts: &Facts<'_>, hits: &mut Hits) {
    for kind in KINDS {
        let mut left_out = false;
        let looked_at = facts.undated_of(kind).filter_map(|(item, why)| {
            let is_meant = why == NoDate::ToBeConfirmed;
            if is_meant && is_said_elsewhere(facts, item, Timeliness::NoDate(why)) {
                left_out = true;
                return None;
            }
            Some(is_meant.then_some(item))
        });
        let found = looked_at.collect::<Found<Item<'_>>>().beside(facts.dated_count(kind));
        let all = |n| {
            let other = other(left_out);
            format!(
                "the due date of every one of the {n} {other}open {kind}s is still to be confirmed"
            )
        };
        hits.add_each_or_all(found, "actions", all, |hits, item| {
            let message = format!("the due date is {}", due_words(item, facts.as_of));
            hits.add(due_place(item, facts.as_of), item.subject(), message);
        });
    }
}

pub(crate) fn due_unreadable(facts: &Facts<'_>, hits: &mut Hits) {
    for timely in &facts.undated {
        let Timeliness::NoDate(no_date) = timely.class() else { continue };
        let item = timely.item();
        let why = match (no_date, item.current_due(facts.as_of)) {
            (NoDate::Unreadable, DateReading::Unreadable(why)) => format!(": {why}"),
            (NoDate::Unreadable | NoDate::AsSoonAsPossible, _) => {
                ", which is not a date".to_owned()
            }
            (NoDate::Starting, _) => ", which says when it starts, not when it is due".to_owned(),
            _ => continue,
        };
        if is_said_elsewhere(facts, item, timely.class()) {
            continue;
        }
        let message = format!("due {}{why}", due_words(item, facts.as_of));
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
}

pub(crate) fn due_year_unstated(facts: &Facts<'_>, hits: &mut Hits) {
    for timely in &facts.undated {
        let item = timely.item();
        if timely.class() != Timeliness::NoDate(NoDate::YearUnstated)
            || is_said_as_urgent(facts, item, timely.class())
        {
            continue;
        }
        let words = due_words(item, facts.as_of);
        let place = due_place(item, facts.as_of);
        let Some(period) = facts.plan.days() else {
            let message = format!("due {words}, without a year");
            hits.add(place, item.subject(), message);
            continue;
        };
        let allowed = match years_allowed(facts.plan, item, facts.as_of, period) {
            Some(0) => "allows none",
            Some(_) => "allows more than one",
            None => "does not show which year is meant",
        };
        let message = format!("due {words}, which has no year, and the plan's period {allowed}");
        hits.add_with_help(place, item.subject(), message, "Add the year.");
    }
}

/// Counts, up to two, the years in which a date without a year overlaps the plan's period. Returns
/// `None` if appending a year does not make the text a date.
fn years_allowed(
    plan: &Plan,
    item: Item<'_>,
    as_of: NaiveDate,
    (first, last): (NaiveDate, NaiveDate),
) -> Option<usize> {
    let words = item.current_due_words(as_of)?.as_str().trim();
    let mut is_date = false;
    let mut allowed = 0;
    for year in (first.year() - LEAP..=last.year()).take(MOST_YEARS) {
        if let Some(span) = plan.read(&DueDate::new(format!("{words} {year}"))).span() {
            is_date = true;
            allowed += usize::from(span.earliest() <= last && span.latest() >= first);
        }
        if allowed > 1 {
            break;
        }
    }
    is_date.then_some(allowed)
}

pub(crate) fn ongoing_without_review(facts: &Facts<'_>, hits: &mut Hits) {
    let going_on = || {
        let items = facts.undated.iter().filter(|timely| {
            let class = timely.class();
            class == Timeliness::NoDate(NoDate::Ongoing)
                || class == Timeliness::NoDate(NoDate::Recurring)
        });
        items.map(TimelyItem::item).filter(|item| !has_an_end(*item))
    };
    let mut left_out = false;
    let looked_at = going_on().filter_map(|item| {
        let is_unreviewed = item.action().dates().next_review.due_day().is_none();
        if is_unreviewed && facts.is_said_as_endless(item) {
            left_out = true;
            return None;
        }
        Some(is_unreviewed.then_some(item))
    });
    let found: Found<Item<'_>> = looked_at.collect();
    let all = |n| {
        let other = other(left_out);
        format!(
            "none of the {n} {other}actions and milestones that have no end has a date for its next review"
        )
    };
    hits.add_each_or_all(found, "actions", all, |hits, item| {
        let recurs = item.action().record().recurs.as_ref();
        let review = recurs.and_then(|recurs| recurs.next_review.as_ref());
        let own = matches!(item, Item::Action(_)) && recurs.is_some();
        let (location, message) = match review.map(|words| words.as_str().trim()) {
            Some(words) if own && !words.is_empty() => (
                item.location().key("recurs").key("next_review"),
                format!("the next review is {}, which is not a date", quoted(words)),
            ),
            _ if own => (
                item.location().key("recurs"),
                "it recurs, but its next review has no date".to_owned(),
            ),
            _ => (
                due_place(item, facts.as_of),
                format!("due {}, but no review date is set", due_words(item, facts.as_of)),
            ),
        };
        hits.add(location, item.subject(), message);
    });
    for item in going_on().filter(|item| matches!(item, Item::Action(_))) {
        let review = item.action().dates().next_review.due_day();
        if let Some(review) = review.filter(|review| *review < facts.as_of) {
            let location = item.location().key("recurs").key("next_review");
            let recurs = item.action().record().recurs.as_ref();
            let words = recurs.and_then(|recurs| recurs.next_review.as_ref());
            let words = words.map(|words| on(facts.plan, words)).unwrap_or_default();
            let asked = not_asked_yet(facts.plan, review, "it fell due");
            let message = format!("its next review was due {words}, which has passed{asked}");
            let help = "Hold the review, and give the date of the next one.";
            hits.add_with_help(location, item.subject(), message, help);
        }
    }
}

pub(crate) fn due_after_plan_ends(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(last_day) = facts.plan.last_day() else { return };
    for timely in facts.items().filter(|timely| timely.class().is_outstanding()) {
        let item = timely.item();
        if item.current_due(facts.as_of).due_day().is_some_and(|due| due > last_day) {
            let words = due_words(item, facts.as_of);
            let message = format!("due {words}, after the plan's last day, {}", day(last_day));
            hits.add(due_place(item, facts.as_of), item.subject(), message);
        }
    }
}

/// Returns whether the item is an interim arrangement with a known end, which serves as its due date.
fn has_an_end(item: Item<'_>) -> bool {
    matches!(item, Item::Action(action) if action.dates().until.latest().is_some())
}
