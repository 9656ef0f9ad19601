//! How one action or milestone stands, in a few words.

use chrono::NaiveDate;

use super::signs::{ANOTHER_WORD, NOT_STATED};
use crate::analysis::{Declared, NoDate, Timeliness};
use crate::plan::{ActionRef, Item};
use crate::report::late::due_words;
use crate::report::words::{capital, day_and_words, days};

/// How it stands against its date; one that fell due since the facts were gathered is not accused.
pub(super) fn standing(class: Timeliness, fell_due_since: bool) -> String {
    match class {
        Timeliness::Overdue { days: late } if fell_due_since => {
            format!("Fell due {} ago: ask", days(late))
        }
        Timeliness::Overdue { days: late } => format!("{} late", days(late)),
        Timeliness::DueToday => "Due today".to_owned(),
        Timeliness::DueSoon { days: left } | Timeliness::OnTime { days: left } => {
            format!("Due in {}", days(left))
        }
        Timeliness::NoDate(NoDate::Missing) => "Open without a due day".to_owned(),
        Timeliness::NoDate(reason) => format!("Open without a due day: {reason}"),
        Timeliness::AwaitingSignOff => "Awaiting sign-off".to_owned(),
        Timeliness::CompletedOnTime { .. } => "Completed on time".to_owned(),
        Timeliness::CompletedLate { days: late } => format!("Completed {} late", days(late)),
        Timeliness::CompletedLatenessUnknown => "Completed, lateness not known".to_owned(),
        Timeliness::Suspended => "Suspended".to_owned(),
        Timeliness::Withdrawn => "Withdrawn".to_owned(),
    }
}

/// `31 July 2018 (written “June/July 2018”)`, or the words of a date that is no day.
pub(super) fn due_said(item: Item<'_>, as_of: NaiveDate) -> String {
    let words = due_words(item, as_of).filter(|words| !words.is_empty());
    match (item.current_due(as_of).due_day(), words) {
        (Some(due), words) => day_and_words(due, words),
        (None, Some(words)) => format!("\u{201c}{words}\u{201d}"),
        (None, None) => NOT_STATED.to_owned(),
    }
}

/// The colour of an action as reported. A word that is none is not shown, since it may be anything.
pub(super) fn reported_colour(action: ActionRef<'_>) -> String {
    match action.declared_rag() {
        Declared::Colour(colour) => capital(colour.as_str()),
        Declared::Status(status) => {
            let word = action.record().rag.as_deref().unwrap_or_default().trim();
            format!("{}, which means {}", capital(word), status.as_str().replace('-', " "))
        }
        Declared::Missing => NOT_STATED.to_owned(),
        Declared::Unknown(_) => ANOTHER_WORD.to_owned(),
    }
}
