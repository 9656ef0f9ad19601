//! The names of records in messages: the kind and the reference or, without one, the text.

use crate::diagnostic::Location;
use crate::model::Record;
use crate::text::is_blank;

/// How many characters of a text are shown in a name.
const SHOWN: usize = 60;

/// Returns `action 3.1` or, without a reference, `action “Recruit 12 permanent …”`.
pub(crate) fn subject(kind: &str, reference: Option<&str>, words: &str) -> String {
    match reference {
        Some(reference) => [kind, " ", reference.trim()].concat(),
        None if is_blank(words) => format!("{kind} without a title"),
        None => format!("{kind} {}", quoted(words)),
    }
}

/// Returns the name in messages of a record other than a milestone.
pub(crate) fn subject_of(record: &dyn Record) -> String {
    subject(record.kind().name(), record.reference(), record.words())
}

/// Returns the name of a record in a message about another. A restricted one is named by its place,
/// because the message may be shown where its text is not.
pub(crate) fn mention(record: &dyn Record, subject: String, place: &Location) -> String {
    if record.is_restricted() {
        format!("the restricted {} {place}", record.kind().name())
    } else {
        subject
    }
}

/// Returns the name in messages of a milestone: `milestone 3.1/a`, with the reference of its action
/// if there is one.
pub(crate) fn milestone_subject(
    action: Option<&str>,
    reference: Option<&str>,
    words: &str,
) -> String {
    match (action.map(str::trim), reference.map(str::trim)) {
        (Some(action), Some(own)) => ["milestone ", action, "/", own].concat(),
        (Some(action), None) if is_blank(words) => {
            format!("milestone of action {action} without a title")
        }
        (Some(action), None) => format!("milestone {action}/{}", quoted(words)),
        (None, own) => subject("milestone", own, words),
    }
}

/// Quotes the beginning of a text, cut to a length at which people still recognise it.
pub(crate) fn quoted(words: &str) -> String {
    let mut quoted = String::with_capacity(SHOWN + 8);
    quoted.push('\u{201c}');
    let mut shown = 0;
    for (position, word) in words.split_whitespace().enumerate() {
        let space = (position > 0).then_some(' ');
        for character in space.into_iter().chain(word.chars()) {
            if shown == SHOWN {
                quoted.truncate(quoted.trim_end().len());
                quoted.push_str("…\u{201d}");
                return quoted;
            }
            quoted.push(character);
            shown += 1;
        }
    }
    quoted.push('\u{201d}');
    quoted
}
