//! What a record is called in a message: its kind and its reference, or its words where it has none.

use crate::model::Record;
use crate::text::is_blank;

/// How many characters of a title stand for a record without a reference.
const SHOWN: usize = 60;

/// `action 3.1`, or `action "Recruit 12 permanent …"` where there is no reference.
pub(crate) fn subject(kind: &str, reference: Option<&str>, words: &str) -> String {
    match reference {
        Some(reference) => format!("{kind} {}", reference.trim()),
        None if is_blank(words) => format!("{kind} without a title"),
        None => format!("{kind} {}", quoted(words)),
    }
}

/// What a message calls a record of one of the document's lists.
pub(crate) fn subject_of(record: &dyn Record) -> String {
    subject(record.kind().name(), record.reference(), record.words())
}

/// `milestone 3.1/a`, with the action it is a step of where that has a reference.
pub(crate) fn milestone_subject(
    action: Option<&str>,
    reference: Option<&str>,
    words: &str,
) -> String {
    match (action.map(str::trim), reference.map(str::trim)) {
        (Some(action), Some(own)) => format!("milestone {action}/{own}"),
        (Some(action), None) if is_blank(words) => {
            format!("milestone of action {action} without a title")
        }
        (Some(action), None) => format!("milestone {action}/{}", quoted(words)),
        (None, own) => subject("milestone", own, words),
    }
}

/// The beginning of a text in quotation marks, so long that a person recognises it.
pub(crate) fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return format!("\u{201c}{words}\u{201d}");
    }
    let beginning: String = words.chars().take(SHOWN).collect();
    format!("\u{201c}{}…\u{201d}", beginning.trim_end())
}
