//! Rules about sources: whether their recommendations are there, and the deadlines that the law sets for
//! answering them.

use super::dates::{date, day};
use super::facts::Facts;
use super::hits::Hits;
use super::locations::place;
use crate::analysis::{StatutoryTimetable, TimetableBasis};
use crate::due_date::{DateSpan, DueDate};
use crate::model::SourceKind;
use crate::plan::quoted;
use crate::text::{counted, is_blank};

pub(crate) fn source_without_recommendations(facts: &Facts<'_>, hits: &mut Hits) {
    // A plan without any recommendation is reported as empty.
    if facts.plan.recommendations().len() == 0 && facts.is_asked("plan-empty") {
        return;
    }
    for source in facts.plan.sources() {
        let is_inspection = source.record().kind == Some(SourceKind::Inspection);
        if is_inspection && source.recommendations().len() == 0 {
            let message = "the plan holds none of the recommendations of this inspection";
            hits.add(source.location(), source.subject(), message);
        }
    }
}

pub(crate) fn stated_deadline_differs(facts: &Facts<'_>, hits: &mut Hits) {
    for timetable in &facts.timetables {
        let (Some(received), Some(stated)) = (timetable.received(), timetable.stated()) else {
            continue;
        };
        let Ok(Some(statement)) = timetable.statement() else { continue };
        if (stated.earliest()..=stated.latest()).contains(&statement) {
            continue;
        }
        let source = timetable.source();
        let words = source.record().stated_deadline.as_ref();
        let words = words.map(|words| date(facts.plan, words)).unwrap_or_default();
        let computed = format!(
            "{}, which is 70 working days after receipt on {}",
            day(statement),
            day(received)
        );
        let Some(message) = differs(timetable, stated, &words, &computed) else { continue };
        hits.add(source.location().key("stated_deadline"), source.subject(), message);
    }
}

/// Returns how the stated deadline differs from the computed one, or `None` if that needs bank holidays that are not
/// known.
fn differs(
    timetable: &StatutoryTimetable<'_>,
    stated: DateSpan,
    words: &str,
    computed: &str,
) -> Option<String> {
    let Some(stated_day) = stated.single_day() else {
        return Some(format!("the stated deadline, {words}, does not include {computed}"));
    };
    let difference = timetable.difference().ok()??;
    let apart = match difference {
        0 => {
            return Some(format!(
                "the stated deadline, {words}, is no working day; the last day is {computed}"
            ));
        }
        1.. => format!("{} after", working_days(difference)),
        ..0 => format!("{} before", working_days(-difference)),
    };
    let explained = match timetable.explained_by().ok()? {
        Some(receipt) => format!("{} follows from receipt {}", day(stated_day), span(receipt)),
        None => format!("{} is no working day", day(stated_day)),
    };
    Some(format!("the stated deadline, {words}, is {apart} {computed}; {explained}"))
}

pub(crate) fn receipt_day_missing(facts: &Facts<'_>, hits: &mut Hits) {
    for timetable in &facts.timetables {
        if timetable.basis() != Some(TimetableBasis::Published) {
            continue;
        }
        let Some(published) = timetable.published().filter(|day| *day <= facts.as_of) else {
            continue;
        };
        let (Ok(Some(statement)), Ok(draft)) = (timetable.statement(), timetable.draft()) else {
            continue;
        };
        let source = timetable.source();
        let received = source.record().received.as_ref();
        let words = received.map(DueDate::as_str).filter(|words| !is_blank(words));
        let missing = match words {
            Some(words) => format!("the day of receipt is {}, which is not one day", quoted(words)),
            None => "the day of receipt is not given".to_owned(),
        };
        let draft = draft.map(|draft| format!("the draft is due by {} and ", day(draft)));
        let message = format!(
            "{missing}; counted from publication on {}, {}the statement is due by {}{}",
            day(published),
            draft.unwrap_or_default(),
            day(statement),
            of_stated(timetable),
        );
        hits.add(
            place(source.location(), "received", received.is_some()),
            source.subject(),
            message,
        );
    }
}

/// Returns what would explain the stated deadline, to follow the day computed from publication.
fn of_stated(timetable: &StatutoryTimetable<'_>) -> String {
    let Some(stated) = timetable.stated().and_then(DateSpan::single_day) else {
        return String::new();
    };
    match (timetable.difference(), timetable.explained_by()) {
        (Ok(Some(0)), Ok(Some(_))) => ", the day that is stated".to_owned(),
        (_, Ok(Some(receipt))) => {
            format!("; the stated {} follows from receipt {}", day(stated), span(receipt))
        }
        (_, Ok(None)) => format!("; the stated {} is no working day", day(stated)),
        // What explains it needs bank holidays that are not known.
        (_, Err(_)) => String::new(),
    }
}

fn span(span: DateSpan) -> String {
    match span.single_day() {
        Some(one) => format!("on {}", day(one)),
        None => format!("from {} to {}", day(span.earliest()), day(span.latest())),
    }
}

fn working_days(number: i64) -> String {
    counted(usize::try_from(number).unwrap_or(usize::MAX), "working day")
}
