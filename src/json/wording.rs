//! What is wrong with a value, said to the person who wrote it.

use super::JsonError;
use super::expected::{Expected, found};
use super::place::{Step, shown};
use super::told::{Told, Wrong};
use crate::text::{fold, nearest};

/// The most words that are listed where none is near.
const LISTED: usize = 40;

/// The error of a text whose JSON is right and says something wrong.
pub(super) fn in_words(text: &str, told: Told) -> JsonError {
    let (offset, written, path) = match told.place {
        Some(place) => {
            let mut path = place.inside_out;
            path.reverse();
            (place.offset, place.written, path)
        }
        None => (0, String::new(), Vec::new()),
    };
    let (message, help) = match told.wrong {
        Wrong::Value(expected) => {
            let expected = Expected::from_words(&expected);
            (expected.message(&written), expected.help(&written))
        }
        Wrong::UnknownKey(key, known) => (
            format!("the key {} is not known here", shown(&key)),
            choice("keys", &fold(&key).replace([' ', '-'], "_"), known),
        ),
        Wrong::UnknownWord(word, known) => (
            format!("the word {} is not known here", shown(&word)),
            choice("words", &fold(&word).replace([' ', '_'], "-"), known),
        ),
        Wrong::MissingKey(key) => missing(key),
        Wrong::DuplicateKey(key) => (
            format!("the key {} is written twice in the same object", shown(key)),
            "Keep one of the two.".to_owned(),
        ),
        Wrong::Other(words) => other(&words, &written),
    };
    JsonError::new(text, offset, &path, message, help)
}

/// `Did you mean “due”? The keys here are …`, the nearest only where one is near.
fn choice(what: &str, wanted: &str, known: &[&'static str]) -> String {
    let near = nearest(wanted, known.iter().map(|word| (*word, *word)));
    // Keys are many, and the nearest says enough; words are few, and each means something.
    match near {
        Some(near) if what == "keys" => format!("Did you mean {}?", shown(near)),
        Some(near) => format!("Did you mean {}? {}", shown(near), listed(what, known)),
        None => listed(what, known),
    }
}

fn listed(what: &str, known: &[&'static str]) -> String {
    let listed: Vec<&str> = known.iter().take(LISTED).copied().collect();
    match listed.split_last() {
        Some((last, [])) => format!("The only one of the {what} here is {last}."),
        Some((last, others)) => format!("The {what} here are {} and {last}.", others.join(", ")),
        None => "Take it away.".to_owned(),
    }
}

fn missing(key: &str) -> (String, String) {
    let message = format!("the key {} is missing", shown(key));
    let value = match key {
        "authority" => r#"{ "name": "…" }"#,
        "format" => "1",
        _ => r#""…""#,
    };
    (message, format!("Add \"{key}\": {value} to it."))
}

/// What types say in words of their own.
fn other(words: &str, written: &str) -> (String, String) {
    if words.starts_with("UUID parsing failed") {
        return (Expected::Id.message(written), Expected::Id.help(written));
    }
    if words.starts_with("a number ") || words.starts_with("not a finite number") {
        return (format!("found {}, {words}", found(written)), "Check its digits.".to_owned());
    }
    (words.to_owned(), "Correct the value.".to_owned())
}

/// The path of an error that `serde_path_to_error` followed.
pub(super) fn steps(path: &serde_path_to_error::Path) -> Vec<Step> {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}
