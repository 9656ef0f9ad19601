//! Rules about the whole plan: its dates, its workstreams and the titles of its actions.

use std::collections::HashMap;

use super::dates::day;
use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::diagnostic::{Location, Step};
use crate::model::Owner;
use crate::plan::{ActionRef, quoted};
use crate::text::{fold, is_blank, names_nobody, written};

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
    hits.add(location, "the plan", message);
}

pub(crate) fn period_unreadable(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(period) = &facts.plan.doc().period else { return };
    for (key, which, words) in [("start", "first", &period.start), ("end", "last", &period.end)] {
        let Some(words) = words.as_ref().filter(|words| !is_blank(words.as_str())) else {
            continue;
        };
        if facts.plan.read(words).latest().is_none() {
            let words = quoted(words.as_str());
            let message =
                format!("the {which} day of the plan's period is {words}, which is not a date");
            let location = Location::new([Step::Key("period"), Step::Key(key)]);
            hits.add(location, "the plan", message);
        }
    }
}

pub(crate) fn success_missing(facts: &Facts<'_>, hits: &mut Hits) {
    let mut looked_at = 0;
    for action in facts.open_actions() {
        looked_at += 1;
        let success = action.record().success.as_ref();
        if written(success).is_none() {
            let location = place(action.location(), "success", success.is_some());
            hits.add(location, action.subject(), "nothing says what success looks like");
        }
    }
    hits.fold_if_all(looked_at, "actions", |n| {
        format!("none of the {n} open actions says what success looks like")
    });
}

pub(crate) fn workstream_without_lead(facts: &Facts<'_>, hits: &mut Hits) {
    for workstream in facts.plan.workstreams() {
        let lead = workstream.record().lead.as_ref();
        let message = match lead.and_then(Owner::as_str) {
            Some(words) if names_nobody(words) => format!("the lead is {}", quoted(words)),
            Some(_) => continue,
            None => "no lead is named".to_owned(),
        };
        let location = place(workstream.location(), "lead", lead.is_some());
        hits.add(location, workstream.subject(), message);
    }
    hits.fold_if_all(facts.plan.workstreams().len(), "workstreams", |n| {
        format!("none of the {n} workstreams has a lead")
    });
}

pub(crate) fn workstream_empty(facts: &Facts<'_>, hits: &mut Hits) {
    for workstream in facts.plan.empty_workstreams() {
        let message = match workstream.parts().len() {
            0 => "it contains no action".to_owned(),
            1 => "neither it nor its part contains an action".to_owned(),
            parts => format!("neither it nor any of its {parts} parts contains an action"),
        };
        hits.add(workstream.location(), workstream.subject(), message);
    }
    hits.fold_if_all(facts.plan.workstreams().len(), "workstreams", |n| {
        format!("none of the {n} workstreams has an action")
    });
}

/// Reports every action that shares a title, so that the order of actions does not matter.
pub(crate) fn duplicate_title(facts: &Facts<'_>, hits: &mut Hits) {
    let mut called: HashMap<_, (ActionRef<'_>, Option<ActionRef<'_>>)> = HashMap::new();
    for action in facts.plan.actions() {
        let (first, second) = called.entry(fold(action.title())).or_insert((action, None));
        if *first != action && second.is_none() {
            *second = Some(action);
        }
    }
    for action in facts.plan.actions() {
        let Some((first, second)) = called.get(&fold(action.title())) else { continue };
        let other = if *first == action { *second } else { Some(*first) };
        if let Some(other) = other {
            let other = match other.reference().as_str() {
                Some(_) => other.subject(),
                None => other.location().to_string(),
            };
            let message = format!("{} is also the title of {other}", quoted(action.title()));
            hits.add(action.location().key("title"), action.subject(), message);
        }
    }
}
