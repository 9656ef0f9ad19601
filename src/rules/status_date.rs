//! Rules about the day on which the facts of the plan were gathered, and about what is dated after it.

use chrono::NaiveDate;

use super::about::THE_PLAN;
use super::dates::{date, day, on};
use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::diagnostic::Location;
use crate::plan::{Item, quoted};
use crate::text::short_and_list;

/// The greatest acceptable age of the status date, in days.
const OLDEST: i64 = 35;

pub(crate) fn plan_not_updated(facts: &Facts<'_>, hits: &mut Hits) {
    let words = facts.plan.doc().status_date.as_ref().map(|words| words.as_str().trim());
    let message = match (facts.plan.status_date(), words.filter(|words| !words.is_empty())) {
        (Some(gathered), _) => {
            let age = (facts.as_of - gathered).num_days();
            if age <= OLDEST {
                return;
            }
            format!("its status date is {}, {age} days ago", day(gathered))
        }
        (None, Some(words)) => format!("its status date {} is not a date", quoted(words)),
        (None, None) => "the plan has no status date".to_owned(),
    };
    let location = place(Location::default(), "status_date", words.is_some());
    hits.add(location, THE_PLAN, message);
}

pub(crate) fn report_before_facts(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(words) = facts.plan.doc().status_date.as_ref() else { return };
    // Facts of `October 2026` may be older than a day of October.
    if facts.plan.read(words).earliest().is_some_and(|gathered| facts.as_of < gathered) {
        let message = format!(
            "checked as of {}, but the facts were gathered {}",
            day(facts.as_of),
            on(facts.plan, words)
        );
        hits.add(Location::default().key("status_date"), THE_PLAN, message);
    }
}

pub(crate) fn dated_after_report(facts: &Facts<'_>, hits: &mut Hits) {
    let limit = facts.gathered();
    let after = match facts.plan.status_date() {
        Some(gathered) => format!("after the status date, {}", day(gathered)),
        None => format!("after the day asked about, {}", day(facts.as_of)),
    };
    for (action, record) in facts.records() {
        let mut later: Vec<(Location, String, String)> = Vec::new();
        for (position, evidence) in record.evidence.iter().enumerate() {
            let day = action.evidence_dates(position).date.earliest();
            if let (true, Some(words)) = (is_after(day, limit), &evidence.date) {
                let location = action.location().key("evidence").index(position).key("date");
                later.push((location, quoted(&evidence.title), date(facts.plan, words)));
            }
        }
        let signed = record.signed_off.as_ref().and_then(|sign_off| sign_off.date.as_ref());
        if let Some(words) = signed
            && is_after(facts.plan.read(words).earliest(), limit)
        {
            let location = action.location().key("signed_off").key("date");
            later.push((location, "its sign-off".to_owned(), date(facts.plan, words)));
        }
        let message = match later.as_slice() {
            [] => None,
            [(_, what, dated)] => Some(format!("{what} is dated {dated}, {after}")),
            several => {
                let each = several.iter().map(|(_, what, dated)| format!("{what} ({dated})"));
                let each: Vec<String> = each.collect();
                Some(format!("{} are dated {after}", short_and_list(&each)))
            }
        };
        if let Some((message, (location, ..))) = message.zip(later.into_iter().next()) {
            hits.add(location, action.subject(), message);
        }
        if record.stopped.is_some() {
            stop_dated_after(facts, hits, Item::Action(action), &after);
        }
        if record.milestones.iter().any(|milestone| milestone.stopped.is_some()) {
            for milestone in action.milestones() {
                stop_dated_after(facts, hits, Item::Milestone(milestone), &after);
            }
        }
    }
}

fn stop_dated_after(facts: &Facts<'_>, hits: &mut Hits, item: Item<'_>, after: &str) {
    let words = item.stopped().and_then(|stopped| stopped.date.as_ref());
    let is_later = is_after(item.dates().stopped.earliest(), facts.gathered());
    let status = item.status();
    if let Some(words) = words.filter(|_| is_later && status.is_stop()) {
        let (stopped, from) = (status.label(), date(facts.plan, words));
        let message = format!("{stopped} from {from}, {after}; until then it counts as open");
        let help = "Correct the date or the plan's status date, or give the status that it has until then.";
        let location = item.location().key("stopped").key("date");
        hits.add_with_help(location, item.subject(), message, help);
    }
}

fn is_after(day: Option<NaiveDate>, limit: NaiveDate) -> bool {
    day.is_some_and(|day| day > limit)
}
