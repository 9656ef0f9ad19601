//! Formats dates for messages: as written in the document, with the day if it is not clear from the text.

use chrono::NaiveDate;

use crate::due_date::DueDate;
use crate::plan::{Item, Plan, quoted};

pub(super) use crate::text::day;
use crate::text::is_just;

/// Formats a date: `9 October 2026`, or the text as written if it is not one day: `“March 2027”`.
pub(crate) fn date(plan: &Plan, date: &DueDate) -> String {
    plan.read(date).single_day().map_or_else(|| quoted(date.as_str()), day)
}

/// Formats a date after a verb: `on 9 October 2026`, or only the text as written if it is not one day:
/// `“March 2027”`.
pub(crate) fn on(plan: &Plan, date: &DueDate) -> String {
    let on = plan.read(date).single_day().map(|one| format!("on {}", day(one)));
    on.unwrap_or_else(|| quoted(date.as_str()))
}

/// Returns what a message adds about a day on or after the plan's status date, when the facts were gathered:
/// nobody has been asked about it yet. Empty for an earlier day. `happened` says what came then: `it fell due`.
pub(crate) fn not_asked_yet(plan: &Plan, then: NaiveDate, happened: &str) -> String {
    if plan.status_date().is_some_and(|gathered| then >= gathered) {
        format!("; {happened} since the status date, so its lead has not been asked yet")
    } else {
        String::new()
    }
}

/// Formats the due date as of a date as written, with its day if the text does not state it.
pub(crate) fn due_words(item: Item<'_>, as_of: NaiveDate) -> String {
    let words = item.current_due_words(as_of).map_or("", |words| words.as_str().trim());
    match item.current_due(as_of).due_day() {
        Some(due) if !is_just(words, due) => {
            format!("{} ({})", quoted(words), day(due))
        }
        _ => quoted(words),
    }
}
