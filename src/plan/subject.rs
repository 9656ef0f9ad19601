//! The names of records in messages: the kind and the reference or, without one, the text.

use crate::model::Record;
use crate::text::is_blank;

/// How many characters of a text are shown in a name.
const SHOWN: usize = 60;

/// Returns `action 3.1` or, without a reference, `action “Recruit 12 permanent …”`.
pub(crate) fn subject(kind: &str, reference: Option<&str>, words: &str) -> String {
    match reference {
        Some(reference) => format!("{kind} {}", reference.trim()),
        None if is_blank(words) => format!("{kind} without a title"),
        None => format!("{kind} {}", quoted(words)),
    }
}

/// Returns the name in messages of a record other than a milestone.
pub(crate) fn subject_of(record: &dyn Record) -> String {
    subject(record.kind().name(), record.reference(), record.words())
}

/// Returns the name in messages of a milestone: `milestone 3.1/a`, with the reference of its action
/// if there is one.
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

/// Quotes the beginning of a text, cut to a length at which people still recognise it.
pub(crate) fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return format!("\u{201c}{words}\u{201d}");
    }
    let beginning: String = words.chars().take(SHOWN).collect();
    format!("\u{201c}{}…\u{201d}", beginning.trim_end())
}
