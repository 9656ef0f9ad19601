//! Helpers for composing sentences: capitals, full stops, plurals.

use super::line::is_mark;
pub(super) use crate::text::{counted, day, days};

/// Returns `7 actions`, `1 milestone` or `7 actions and 1 milestone`.
pub(super) fn items(actions: usize, milestones: usize) -> String {
    let (of_actions, of_milestones) =
        (counted(actions, "action"), counted(milestones, "milestone"));
    match (actions, milestones) {
        (_, 0) => of_actions,
        (0, _) => of_milestones,
        _ => format!("{of_actions} and {of_milestones}"),
    }
}

/// Returns the text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let (marks, words) = text.split_at(text.len() - text.trim_start_matches(is_mark).len());
    let mut characters = words.chars();
    let capitalised = characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect());
    format!("{marks}{capitalised}")
}

/// Returns the text with a full stop at its end, unless it already ends a sentence.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let ends = text.trim_end_matches(is_mark).ends_with(['.', '!', '?']);
    if ends { text.to_owned() } else { format!("{text}.") }
}

/// Returns the verb for one or for any other number: `has` or `have`.
pub(super) fn verb<'a>(number: usize, one: &'a str, many: &'a str) -> &'a str {
    if number == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::{capital, items, sentence};

    #[test]
    fn counts_and_sentences_are_worded() {
        assert_eq!(items(0, 0), "0 actions");
        assert_eq!(items(0, 2), "2 milestones");
        assert_eq!(items(7, 1), "7 actions and 1 milestone");
        assert_eq!(capital("éa"), "Éa");
        assert_eq!(sentence("TBC"), "TBC.");
        assert_eq!(sentence("Why?"), "Why?");
    }
}
