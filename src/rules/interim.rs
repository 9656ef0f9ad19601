//! Rules about interim arrangements.

use super::dates::{date, day, due_words, not_asked_yet};
use super::due::is_said_as_urgent;
use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::analysis::{DUE_SOON_DAYS, InterimArrangement, Timeliness};
use crate::due_date::DueDate;
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{days, is_blank, short_and_list};

pub(crate) fn rests_on_interim(facts: &Facts<'_>, hits: &mut Hits) {
    if facts.interim.is_empty() {
        return;
    }
    for whole in facts.coverage.recommendations() {
        for end in whole.ends() {
            let mut live = end.actions();
            live.retain(|action| action.is_live(facts.as_of));
            let found: Option<Vec<_>> =
                live.into_iter().map(|action| facts.arrangement(action)).collect();
            // None if an action that is not temporary is among them.
            let Some(temporary) = found.filter(|found| !found.is_empty()) else { continue };
            // Work that lasts and answers it would be among the live.
            if temporary.iter().any(|one| one.is_followed() && !is_for_others(one)) {
                continue;
            }
            let (nothing, help) = if temporary.iter().any(|one| one.is_followed()) {
                ("nothing lasting that follows answers it", Some(LINK_WHAT_FOLLOWS))
            } else {
                ("nothing lasting follows", None)
            };
            let several = match temporary.len() {
                1 => "a temporary arrangement".to_owned(),
                several => format!("{several} temporary arrangements"),
            };
            let listed: Vec<String> = temporary.into_iter().map(until).collect();
            let recommendation = end.recommendation();
            let message = format!("rests on {several}, and {nothing}: {}", short_and_list(&listed));
            let (location, subject) = (recommendation.location(), recommendation.subject());
            match help {
                Some(help) => hits.add_with_help(location, subject, message, help),
                None => hits.add(location, subject, message),
            }
        }
    }
}

/// Returns whether what is named to follow an arrangement answers recommendations. Asked of what answers another than
/// the one in question, or is temporary and so looked at for itself.
fn is_for_others(arrangement: &InterimArrangement<'_>) -> bool {
    arrangement.succeeded_by().is_some_and(|next| next.answers().len() > 0)
}

/// What to do where something lasting follows, but is not linked to the recommendation.
const LINK_WHAT_FOLLOWS: &str =
    "Link what follows to the recommendation if it answers it, or plan what will.";

pub(crate) fn interim_ending(facts: &Facts<'_>, hits: &mut Hits) {
    for arrangement in &facts.interim {
        let end = arrangement.until().filter(|end| *end >= facts.as_of);
        let left = end.and_then(|end| u32::try_from((end - facts.as_of).num_days()).ok());
        let (Some(end), Some(left @ 0..=DUE_SOON_DAYS)) = (end, left) else { continue };
        let when = match left {
            0 => "today".to_owned(),
            left => format!("in {}", days(left)),
        };
        add(facts, hits, arrangement, &format!("ends {when}, on {}", day(end)), "");
    }
}

pub(crate) fn interim_ended(facts: &Facts<'_>, hits: &mut Hits) {
    for arrangement in &facts.interim {
        let Some(end) = arrangement.until().filter(|end| *end < facts.as_of) else { continue };
        let since = days(u32::try_from((facts.as_of - end).num_days()).unwrap_or(0));
        let said = format!("ended on {}, {since} ago", day(end));
        add(facts, hits, arrangement, &said, &not_asked_yet(facts.plan, end, "it ended"));
    }
}

pub(crate) fn in_force_reversed(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, record) in facts.records() {
        let Some(in_force) = &record.in_force else { continue };
        if !is_reversed(action) || Item::Action(action).stop(facts.as_of).is_some() {
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

/// Returns whether the first day of an arrangement is after its last, so that nobody knows when it ends.
fn is_reversed(action: ActionRef<'_>) -> bool {
    let (from, until) = (action.dates().from.earliest(), action.dates().until.latest());
    from.zip(until).is_some_and(|(from, until)| from > until)
}

/// Returns whether the days of an arrangement contradict each other and are reported as such.
pub(crate) fn is_said_as_reversed(facts: &Facts<'_>, action: ActionRef<'_>) -> bool {
    is_reversed(action) && facts.is_asked("in-force-reversed")
}

/// Reports an arrangement that nothing lasting follows, and why what is named to follow it does not count.
fn add(
    facts: &Facts<'_>,
    hits: &mut Hits,
    arrangement: &InterimArrangement<'_>,
    said: &str,
    asked: &str,
) {
    let action = arrangement.action();
    if arrangement.is_followed() || is_said_as_reversed(facts, action) {
        return;
    }
    let follows = arrangement.what_follows(ActionRef::mention);
    hits.add(
        action.location().key("in_force").key("until"),
        action.subject(),
        format!("{said}, and {follows}{asked}"),
    );
}

pub(crate) fn interim_without_end(facts: &Facts<'_>, hits: &mut Hits) {
    for arrangement in &facts.interim {
        let action = arrangement.action();
        let item = Item::Action(action);
        if !action.is_endless(facts.as_of)
            || is_said_as_urgent(facts, item, Timeliness::of(item, facts.as_of))
        {
            continue;
        }
        let in_force = action.record().in_force.as_ref();
        let until = in_force.and_then(|in_force| in_force.until.as_ref());
        let has_words = |words: Option<&DueDate>| words.is_some_and(|it| !is_blank(it.as_str()));
        let end = until.filter(|_| has_words(until)).map(|words| quoted(words.as_str().trim()));
        let due = has_words(item.current_due_words(facts.as_of));
        let due = due.then(|| due_words(item, facts.as_of));
        let message = match (end, due) {
            (None, None) => "it has neither an end nor a due date".to_owned(),
            (None, Some(due)) => format!("it has no end, and its due date {due} gives no day"),
            (Some(end), None) => format!("its end {end} gives no day, and it has no due date"),
            (Some(end), Some(due)) => {
                format!("neither its end {end} nor its due date {due} gives a day")
            }
        };
        let location = place(action.location().key("in_force"), "until", until.is_some());
        hits.add(location, action.subject(), message);
    }
}

fn until(arrangement: &InterimArrangement<'_>) -> String {
    let subject = arrangement.action().subject();
    match arrangement.until() {
        Some(end) => format!("{subject} until {}", day(end)),
        None => format!("{subject} without a known end"),
    }
}
