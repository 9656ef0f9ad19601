//! Rules about interim arrangements.

use super::dates::{date, day};
use super::facts::Facts;
use super::hits::Hits;
use crate::analysis::{DUE_SOON_DAYS, InterimArrangement, InterimState};
use crate::due_date::DueDate;
use crate::plan::{ActionRef, Item};
use crate::text::{days, short_and_list};

pub(crate) fn rests_on_interim(facts: &Facts<'_>, hits: &mut Hits) {
    if facts.plan.interim(facts.as_of).next().is_none() {
        return;
    }
    for whole in facts.coverage.recommendations() {
        for end in whole.ends() {
            let mut live = end.actions();
            live.retain(|action| action.is_live(facts.as_of));
            let is_temporary = |action: &ActionRef<'_>| action.record().in_force.is_some();
            if live.is_empty() || !live.iter().all(is_temporary) {
                continue;
            }
            if live.iter().any(|action| is_followed(*action, facts)) {
                continue;
            }
            let several = match live.len() {
                1 => "a temporary arrangement".to_owned(),
                several => format!("{several} temporary arrangements"),
            };
            let listed: Vec<String> = live.into_iter().map(|action| until(action, facts)).collect();
            let recommendation = end.recommendation();
            hits.add(
                recommendation.location(),
                recommendation.subject(),
                format!(
                    "rests on {several}, and no action under way follows: {}",
                    short_and_list(&listed)
                ),
            );
        }
    }
}

pub(crate) fn interim_ending(facts: &Facts<'_>, hits: &mut Hits) {
    for arrangement in facts.plan.interim(facts.as_of) {
        let InterimState::EndsIn { days: left @ 0..=DUE_SOON_DAYS } = arrangement.state() else {
            continue;
        };
        let when = match left {
            0 => "today".to_owned(),
            left => format!("in {}", days(left)),
        };
        add(facts, hits, &arrangement, |end| format!("ends {when}, on {end}"));
    }
}

pub(crate) fn interim_ended(facts: &Facts<'_>, hits: &mut Hits) {
    for arrangement in facts.plan.interim(facts.as_of) {
        let InterimState::Ended { days: past } = arrangement.state() else { continue };
        let since = days(past);
        add(facts, hits, &arrangement, |end| format!("ended on {end}, {since} ago"));
    }
}

pub(crate) fn in_force_reversed(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, record) in facts.records() {
        let Some(in_force) = &record.in_force else { continue };
        let (from, until) = (action.dates().from.earliest(), action.dates().until.latest());
        let is_reversed = from.zip(until).is_some_and(|(from, until)| from > until);
        if !is_reversed || Item::Action(action).stop(facts.as_of).is_some() {
            continue;
        }
        let said = |words: &Option<DueDate>| {
            words.as_ref().map(|words| date(facts.plan, words)).unwrap_or_default()
        };
        let (from, until) = (said(&in_force.from), said(&in_force.until));
        let message = format!("its first day, {from}, is after its last day, {until}");
        hits.add(action.location().key("in_force").key("until"), action.subject(), message);
    }
}

/// Reports an arrangement without a live successor, and why a named successor does not count.
fn add(
    facts: &Facts<'_>,
    hits: &mut Hits,
    arrangement: &InterimArrangement<'_>,
    said: impl FnOnce(&str) -> String,
) {
    let action = arrangement.action();
    if is_followed(action, facts) {
        return;
    }
    let end = arrangement.until().map(day).unwrap_or_default();
    let follows = match arrangement.succeeded_by() {
        None => "no action is named to follow it".to_owned(),
        Some(next) => match Item::Action(next).stop(facts.as_of) {
            Some(stop) => {
                format!("{}, which should follow it, is {}", next.mention(), stop.label())
            }
            None => format!("{}, which should follow it, has ended too", next.mention()),
        },
    };
    hits.add(
        action.location().key("in_force").key("until"),
        action.subject(),
        format!("{}, and {follows}", said(&end)),
    );
}

/// Returns whether an action names a successor that is live.
fn is_followed(action: ActionRef<'_>, facts: &Facts<'_>) -> bool {
    action.succeeded_by().is_some_and(|next| next.is_live(facts.as_of))
}

fn until(action: ActionRef<'_>, facts: &Facts<'_>) -> String {
    match InterimArrangement::of(action, facts.as_of).until() {
        Some(end) => format!("{} until {}", action.subject(), day(end)),
        None => format!("{} without a known end", action.subject()),
    }
}
