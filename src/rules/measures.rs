//! Rules about measures, targets and readings.

use super::dates::{date, day};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::place;
use crate::analysis::{MeasureState, MeasureStatus};
use crate::diagnostic::Location;
use crate::model::{Number, Polarity, Statistic, Target};
use crate::plan::{ActionRef, quoted};
use crate::text::{days, is_blank, short_and_list};

/// A measure should have a reading every quarter; this allows a few days more.
const STALE_AFTER_DAYS: u32 = 100;

pub(crate) fn completed_but_measure_off_target(facts: &Facts<'_>, hits: &mut Hits) {
    for state in facts.measures.iter().filter(|state| state.status() == MeasureStatus::OffTarget) {
        let Some(complete) = complete_actions(facts, state) else { continue };
        let are = if complete.len() == 1 { "is" } else { "are" };
        let passed = state.target().and_then(|target| target.by.as_ref());
        let passed = passed.and_then(|by| facts.plan.read(by).latest());
        let passed =
            if passed.is_some_and(|by| by < facts.as_of) { ", which has passed" } else { "" };
        let message = format!(
            "{} against a target of {}{passed}, though {} {are} complete",
            latest(state),
            state.target().map(|target| aim(state, target)).unwrap_or_default(),
            short_and_list(&complete),
        );
        hits.add_of_several(latest_place(state), state.measure().subject(), message, complete);
    }
}

/// Returns the completed actions that a measure is linked to, if there are any.
fn complete_actions(facts: &Facts<'_>, state: &MeasureState<'_>) -> Option<Vec<String>> {
    let complete = state.measure().actions().filter(|action| action.is_completed(facts.as_of));
    let complete: Vec<String> = complete.map(ActionRef::subject).collect();
    (!complete.is_empty()).then_some(complete)
}

pub(crate) fn target_missed(facts: &Facts<'_>, hits: &mut Hits) {
    for state in &facts.measures {
        let Some(missed) = state.missed_target(facts.as_of) else { continue };
        // Of a measure whose actions are complete, that says it.
        let is_said = state.status() == MeasureStatus::OffTarget
            && state.target().is_some_and(|target| std::ptr::eq(target, missed.target))
            && facts.is_asked("completed-but-measure-off-target")
            && complete_actions(facts, state).is_some();
        if is_said {
            continue;
        }
        let is_since = facts.plan.status_date().is_some_and(|gathered| missed.by >= gathered);
        let asked = if is_since {
            "; its day has come since the status date, so there may be a newer reading"
        } else {
            ""
        };
        let (target, latest) = (aim(state, missed.target), latest(state));
        let message =
            format!("the target of {target} is past, and the latest reading is {latest}{asked}");
        let location = state.measure().location().key("targets").index(missed.position);
        hits.add(location, state.measure().subject(), message);
    }
}

pub(crate) fn measure_never_read(facts: &Facts<'_>, hits: &mut Hits) {
    // A reading with a value and no date has its own advice.
    let is_undated = |state: &&MeasureState<'_>| {
        let mut readings = state.measure().record().readings.iter();
        readings.any(|reading| {
            let date = reading.date.as_ref().map(|date| facts.plan.read(date));
            reading.value.is_some() && date.is_none_or(|date| date.earliest().is_none())
        })
    };
    let states = facts.measures.iter();
    let states = states.filter(|state| state.latest().is_some() || !is_undated(state));
    let found = Found::among(states, |state| state.latest().is_none().then_some(state.measure()));
    let all = |all| format!("none of the {all} measures has a reading with a value");
    hits.add_each_or_all(found, "measures", all, |hits, measure| {
        let readings = &measure.record().readings;
        let message = if readings.is_empty() {
            "it has no reading".to_owned()
        } else if readings.iter().all(|reading| reading.value.is_none()) {
            "no reading has a value".to_owned()
        } else {
            format!("no reading with a value is dated {} or earlier", day(facts.as_of))
        };
        hits.add(
            place(measure.location(), "readings", !readings.is_empty()),
            measure.subject(),
            message,
        );
    });
}

pub(crate) fn measure_average_hides_range(facts: &Facts<'_>, hits: &mut Hits) {
    for state in averages(facts) {
        let hidden: Vec<_> = state.hidden().collect();
        let (Some((first, _)), Some(target)) = (hidden.first(), state.target()) else { continue };
        let range: Vec<String> = hidden
            .iter()
            .map(|(which, number)| format!("the {which} is {}", in_units(state, *number)))
            .collect();
        let message = format!(
            "the average is {} against a target of {}, and {}",
            latest(state),
            aim(state, target),
            range.join(" and "),
        );
        hits.add(latest_place(state).key(first), state.measure().subject(), message);
    }
}

pub(crate) fn target_changed(facts: &Facts<'_>, hits: &mut Hits) {
    for state in &facts.measures {
        for changed in state.measure().changed_targets(facts.as_of) {
            let target = changed.target;
            let (before, now) = (value(state, changed.before), value(state, target));
            let set = target.set.as_ref().map(|set| format!(", set {}", date(facts.plan, set)));
            let set = set.unwrap_or_default();
            let message = if changed.moved.is_some() {
                let day = |target| Some(by(state, target)).filter(|by| !by.is_empty());
                let first = by(state, changed.before);
                let by = day(target).unwrap_or_else(|| " without a day".to_owned());
                format!("the target was {before}{first} and is now {now}{by}{set}")
            } else {
                let by = by(state, target);
                format!("the target{by} was {before} and is now {now}{set}")
            };
            let location = state.measure().location().key("targets").index(changed.position);
            hits.add(location, state.measure().subject(), message);
        }
    }
}

pub(crate) fn recommendation_without_measure(facts: &Facts<'_>, hits: &mut Hits) {
    let counted = facts.plan.recommendations().filter(|one| one.is_counted());
    let found = Found::among(counted, |one| (!one.has_measure()).then_some(one));
    let all = |all| format!("none of the {all} recommendations has a measure");
    hits.add_each_or_all(found, "recommendations", all, |hits, one| {
        let message = "no measure is linked to it, to a part of it or to an action for it";
        hits.add(one.location(), one.subject(), message);
    });
}

pub(crate) fn measure_without_range(facts: &Facts<'_>, hits: &mut Hits) {
    let read = averages(facts).filter_map(|state| Some((state, state.latest()?)));
    let found = Found::among(read, |(state, reading)| {
        let lacks = match (reading.lowest, reading.highest) {
            (Some(_), Some(_)) => return None,
            (None, Some(_)) => "lowest",
            (Some(_), None) => "highest",
            (None, None) => "lowest and highest",
        };
        Some((state, lacks))
    });
    let all =
        |all| format!("none of the {all} averages gives both its lowest and its highest value");
    hits.add_each_or_all(found, "measures", all, |hits, (state, lacks)| {
        let message = format!("the average is {}, without its {lacks} value", latest(state));
        hits.add(latest_place(state), state.measure().subject(), message);
    });
}

pub(crate) fn measure_without_target(facts: &Facts<'_>, hits: &mut Hits) {
    let judged = facts.plan.measures();
    let judged = judged.filter(|one| one.record().polarity != Some(Polarity::Context));
    let found = Found::among(judged, |measure| {
        let mut targets = measure.record().targets.iter();
        (!targets.any(|target| target.value.is_some())).then_some(measure)
    });
    let all = |all| format!("none of the {all} measures has a target");
    hits.add_each_or_all(found, "measures", all, |hits, measure| {
        let targets = &measure.record().targets;
        let location = place(measure.location(), "targets", !targets.is_empty());
        let message = match targets.len() {
            0 => "no target is given",
            _ => "no target has a value",
        };
        hits.add(location, measure.subject(), message);
    });
}

pub(crate) fn measure_stale(facts: &Facts<'_>, hits: &mut Hits) {
    for state in &facts.measures {
        let age = state.days_since_reading(facts.as_of).filter(|age| *age > STALE_AFTER_DAYS);
        if let Some(age) = age {
            let message = format!("the latest reading, {}, is {} old", latest(state), days(age));
            hits.add(latest_place(state).key("date"), state.measure().subject(), message);
        }
    }
}

pub(crate) fn reading_undated(facts: &Facts<'_>, hits: &mut Hits) {
    let readings = facts.plan.measures().flat_map(|measure| {
        let readings = measure.record().readings.iter().enumerate();
        readings.filter_map(move |(position, reading)| {
            Some((measure, position, reading.value?, reading.date.as_ref()))
        })
    });
    let found = Found::among(readings, |reading| {
        let (.., words) = reading;
        let is_dated = words.is_some_and(|words| facts.plan.read(words).earliest().is_some());
        (!is_dated).then_some(reading)
    });
    let all = |all| {
        format!("none of the {all} readings has a readable date, so none counts as the latest")
    };
    hits.add_each_or_all(found, "measures", all, |hits, (measure, position, number, words)| {
        let at = measure.location().key("readings").index(position);
        let number = figure(number, measure.record().unit.as_deref());
        let why = match words.filter(|words| !is_blank(words.as_str())) {
            Some(words) => format!("no readable date ({})", quoted(words.as_str())),
            None => "no date".to_owned(),
        };
        let message = format!("the reading {number} has {why}, so it is not counted as the latest");
        hits.add(place(at, "date", words.is_some()), measure.subject(), message);
    });
}

fn averages<'f, 'p>(facts: &'f Facts<'p>) -> impl Iterator<Item = &'f MeasureState<'p>> {
    facts
        .measures
        .iter()
        .filter(|state| state.measure().record().statistic == Some(Statistic::Average))
}

/// Returns the location of the latest reading.
fn latest_place(state: &MeasureState<'_>) -> Location {
    match state.latest_position() {
        Some(position) => state.measure().location().key("readings").index(position),
        None => state.measure().location(),
    }
}

/// Formats the latest value and its date: `21.5% (26 October 2026)`.
fn latest(state: &MeasureState<'_>) -> String {
    let number = state.latest().and_then(|reading| reading.value);
    let number = number.map(|number| in_units(state, number)).unwrap_or_default();
    match state.latest().and_then(|reading| reading.date.as_ref()) {
        Some(words) => format!("{number} ({})", date(state.measure().plan(), words)),
        None => number,
    }
}

/// Formats a target and its date: `12% by 31 March 2027`.
fn aim(state: &MeasureState<'_>, target: &Target) -> String {
    format!("{}{}", value(state, target), by(state, target))
}

fn value(state: &MeasureState<'_>, target: &Target) -> String {
    target.value.map(|number| in_units(state, number)).unwrap_or_default()
}

fn by(state: &MeasureState<'_>, target: &Target) -> String {
    let by = target.by.as_ref().filter(|by| !is_blank(by.as_str()));
    by.map(|by| format!(" by {}", date(state.measure().plan(), by))).unwrap_or_default()
}

fn in_units(state: &MeasureState<'_>, number: Number) -> String {
    figure(number, state.measure().record().unit.as_deref())
}

/// Formats a value with its unit: `21.5%`, `17 cases`, `17`.
fn figure(number: Number, unit: Option<&str>) -> String {
    match unit.map(str::trim) {
        Some("%") => format!("{number}%"),
        Some(unit) if !unit.is_empty() => format!("{number} {unit}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_printed_with_what_they_are_figures_of() {
        let figures =
            [Some("%"), Some("cases"), Some(" "), None].map(|unit| figure(17.into(), unit));
        assert_eq!(figures, ["17%", "17 cases", "17", "17"]);
    }
}
