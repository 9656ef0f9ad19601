//! Rules about the whole plan: its period, its workstreams and the titles of its actions.

use std::collections::HashMap;

use super::about::THE_PLAN;
use super::dates::date;
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::diagnostic::{Location, Step};
use crate::model::Owner;
use crate::plan::{ActionRef, Plan, quoted};
use crate::text::{fold, folded_end, is_blank, names_nobody, short_and_list, written};

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
            hits.add(location, THE_PLAN, message);
        }
    }
}

pub(crate) fn period_reversed(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(period) = &facts.plan.doc().period else { return };
    let (Some(start), Some(end)) = (&period.start, &period.end) else { return };
    let first = facts.plan.read(start).earliest();
    let last = facts.plan.read(end).latest();
    if first.zip(last).is_some_and(|(first, last)| first > last) {
        let (start, end) = (date(facts.plan, start), date(facts.plan, end));
        let message =
            format!("the first day of the plan's period, {start}, is after its last day, {end}");
        let location = Location::new([Step::Key("period"), Step::Key("end")]);
        hits.add(location, THE_PLAN, message);
    }
}

pub(crate) fn plan_empty(facts: &Facts<'_>, hits: &mut Hits) {
    let has_recommendations = facts.plan.recommendations().len() > 0;
    let has_actions = facts.plan.action_count() > 0;
    let (key, message, help) = match (has_recommendations, has_actions) {
        (true, true) => return,
        (false, false) => (
            "recommendations",
            "the plan holds no recommendations and no actions",
            "Enter what was recommended, and the actions that answer it.",
        ),
        (false, true) => (
            "recommendations",
            "the plan holds no recommendations, so it cannot show whether any is answered",
            "Enter what was recommended, and link the actions to it.",
        ),
        (true, false) => (
            "actions",
            "the plan holds no actions, so nothing answers its recommendations",
            "Enter the actions that answer the recommendations.",
        ),
    };
    hits.add_with_help(Location::new([Step::Key(key)]), THE_PLAN, message, help);
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

/// Reports the actions that share a title once, at the first of them.
pub(crate) fn duplicate_title(facts: &Facts<'_>, hits: &mut Hits) {
    let alike = alike(facts.plan);
    let mut called: HashMap<_, usize> = HashMap::new();
    let mut groups: Vec<Vec<ActionRef<'_>>> = Vec::new();
    for action in alike {
        let at = *called.entry(fold(action.title())).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(action),
            None => groups.push(vec![action]),
        }
    }
    for group in groups {
        let Some((first, others)) = group.split_first().filter(|(_, others)| !others.is_empty())
        else {
            continue;
        };
        let listed: Vec<String> = others.iter().copied().map(named).collect();
        let title = quoted(first.title());
        let message = format!("{title} is also the title of {}", short_and_list(&listed));
        let subjects = group.iter().map(|action| action.subject());
        hits.add_of_several(first.location().key("title"), first.subject(), message, subjects);
    }
}

/// Names an action that shares its title, so that without a reference only its place tells it apart.
fn named(action: ActionRef<'_>) -> String {
    match action.reference().as_str() {
        Some(_) => action.subject(),
        None => action.location().to_string(),
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
