//! Rules about the whole plan: its dates, its workstreams and the titles of its actions.

use std::collections::HashMap;

use super::dates::day;
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::diagnostic::{Location, Step};
use crate::model::Owner;
use crate::plan::{ActionRef, Plan, quoted};
use crate::text::{fold, folded_end, is_blank, names_nobody, written};

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
    let found = Found::among(facts.open_actions(), |action| {
        written(action.record().success.as_ref()).is_none().then_some(action)
    });
    let all = |n| format!("none of the {n} open actions says what success looks like");
    hits.add_each_or_all(found, "actions", all, |hits, action| {
        let location = place(action.location(), "success", action.record().success.is_some());
        hits.add(location, action.subject(), "nothing says what success looks like");
    });
}

pub(crate) fn workstream_without_lead(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(facts.plan.workstreams(), |workstream| {
        let words = workstream.record().lead.as_ref().and_then(Owner::as_str);
        words.is_none_or(names_nobody).then_some((workstream, words))
    });
    let all = |n| format!("none of the {n} workstreams has a lead");
    hits.add_each_or_all(found, "workstreams", all, |hits, (workstream, words)| {
        let message = match words {
            Some(words) => format!("the lead is {}", quoted(words)),
            None => "no lead is named".to_owned(),
        };
        let location = place(workstream.location(), "lead", workstream.record().lead.is_some());
        hits.add(location, workstream.subject(), message);
    });
}

pub(crate) fn workstream_empty(facts: &Facts<'_>, hits: &mut Hits) {
    let empty = facts.plan.empty_workstreams().collect();
    let found = Found::of(empty, facts.plan.workstreams().len());
    let all = |n| format!("none of the {n} workstreams has an action");
    hits.add_each_or_all(found, "workstreams", all, |hits, workstream| {
        let message = match workstream.parts().len() {
            0 => "it contains no action".to_owned(),
            1 => "neither it nor its part contains an action".to_owned(),
            parts => format!("neither it nor any of its {parts} parts contains an action"),
        };
        hits.add(workstream.location(), workstream.subject(), message);
    });
}

/// Reports every action that shares a title, so that the order of actions does not matter.
pub(crate) fn duplicate_title(facts: &Facts<'_>, hits: &mut Hits) {
    let alike = alike(facts.plan);
    let mut called: HashMap<_, (ActionRef<'_>, Option<ActionRef<'_>>)> = HashMap::new();
    for action in alike.iter().copied() {
        let (first, second) = called.entry(fold(action.title())).or_insert((action, None));
        if *first != action && second.is_none() {
            *second = Some(action);
        }
    }
    for action in alike {
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

/// Returns the actions whose titles may be the same as others: their last letters are. Folding and hashing
/// every title in full would cost more than all other rules on a plan without a repeated one.
fn alike(plan: &Plan) -> Vec<ActionRef<'_>> {
    // So many places that few different titles share one by chance.
    let mut counts = vec![0_u8; (plan.action_count() * 16).next_power_of_two()];
    let most = counts.len() - 1;
    let place = |action: ActionRef<'_>| {
        let end = folded_end(action.title());
        // A multiplication spreads the letters over the upper half of the number.
        let spread = end.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        usize::try_from(spread).unwrap_or_default() & most
    };
    let places: Vec<usize> = plan.actions().map(place).collect();
    for place in &places {
        if let Some(count) = counts.get_mut(*place) {
            *count = count.saturating_add(1);
        }
    }
    let is_alone = |place: usize| counts.get(place).is_none_or(|count| *count < 2);
    let actions = plan.actions().zip(places);
    actions.filter(|(_, place)| !is_alone(*place)).map(|(action, _)| action).collect()
}
