//! Words the message for a wrong value: what was found, what was expected, and what to do about it.

use super::codes;
use super::known_keys::{nearest_key, nearest_word};
use super::leaf::is_id;
use super::value_error::ErrorKind;
use crate::diagnostic::{CodeEntry, quoted_key as quoted};
use crate::text::and_list;

/// The longest number that is shown in full, in characters.
const LONGEST_NUMBER: usize = 40;

/// The most keys or words that a help lists.
const LISTED: usize = 40;

/// Returns the code, the message and the help for a problem with a value, as written in the text.
pub(super) fn explain(kind: &ErrorKind, written: &str) -> (&'static CodeEntry, String, String) {
    match kind {
        ErrorKind::Value(expected) => {
            let expected = Expected::from_words(expected);
            (&codes::WRONG_TYPE, expected.message(written), expected.help(written))
        }
        ErrorKind::UnknownKey(key, known) => {
            let message = format!("the key {} is not known here", quoted(key));
            // The nearest key is enough, because there are many.
            let help = nearest_key(key, known).map_or_else(|| listed("keys", known), did_you_mean);
            (&codes::UNKNOWN_KEY, message, help)
        }
        ErrorKind::UnknownWord(word, known) => {
            let message = format!("the word {} is not known here", quoted(word));
            // Words are few, and all are worth showing.
            let all = listed("words", known);
            let help = nearest_word(word, known)
                .map_or_else(|| all.clone(), |near| format!("{} {all}", did_you_mean(near)));
            (&codes::UNKNOWN_WORD, message, help)
        }
        ErrorKind::MissingKey(key) => {
            let (message, help) = missing(key);
            (&codes::MISSING_KEY, message, help)
        }
        ErrorKind::DuplicateKey(key) => {
            let message = format!("the key {} is written twice in the same object", quoted(key));
            (&codes::DUPLICATE_KEY, message, "Keep one of the two.".to_owned())
        }
        ErrorKind::Other(words) => {
            let (message, help) = other(words, written);
            (&codes::WRONG_TYPE, message, help)
        }
        ErrorKind::Again => (
            &codes::WRONG_TYPE,
            format!("{} cannot be read here", found(written)),
            "Correct the value.".to_owned(),
        ),
    }
}

fn did_you_mean(near: &str) -> String {
    format!("Did you mean {}?", quoted(near))
}

fn listed(what: &str, known: &[&'static str]) -> String {
    let listed: Vec<&str> = known.iter().take(LISTED).copied().collect();
    match listed.as_slice() {
        [] => "Remove it.".to_owned(),
        [only] => format!("The only one of the {what} known here is {only}."),
        several => format!("The {what} known here are {}.", and_list(several)),
    }
}

fn missing(key: &str) -> (String, String) {
    let message = format!("the key {} is missing", quoted(key));
    let value = match key {
        "authority" => r#"{ "name": "…" }"#,
        "format" => "1",
        _ => r#""…""#,
    };
    (message, format!("Add \"{key}\": {value} to it."))
}

/// Returns the message and the help for an error that a type words itself.
fn other(words: &str, written: &str) -> (String, String) {
    if words.starts_with("UUID parsing failed") {
        return (Expected::Id.message(written), Expected::Id.help(written));
    }
    if words.starts_with("a number ") || words.starts_with("not a finite number") {
        return (format!("found {}, {words}", found(written)), "Check its digits.".to_owned());
    }
    (words.to_owned(), "Correct the value.".to_owned())
}

/// The value that was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Expected {
    Text,
    List,
    YesOrNo,
    Number,
    /// A whole number, with its maximum.
    WholeNumber(u64),
    Id,
    Word,
    /// A record, or another type that describes itself.
    Described(String),
}

impl Expected {
    /// Recognises the `expecting` text of serde or of a type of this crate.
    fn from_words(words: &str) -> Self {
        match words {
            "a string" | "a borrowed string" | "a character" => Self::Text,
            "a sequence" => Self::List,
            "a boolean" => Self::YesOrNo,
            "a number without quotes" | "f64" => Self::Number,
            "u16" => Self::WholeNumber(u16::MAX.into()),
            "u64" | "usize" => Self::WholeNumber(u64::MAX),
            "u8" | "u32" | "i32" | "i64" => Self::WholeNumber(u32::MAX.into()),
            "a map" => {
                Self::Described("columns and what they mean: an object with What?".to_owned())
            }
            id if is_id(id) => Self::Id,
            "a word in quotation marks" => Self::Word,
            other => Self::Described(other.to_owned()),
        }
    }

    /// Returns what was expected and, for a record, its keys: `text`, or `a plan` and `an object
    /// with …`.
    fn as_words(&self) -> (&str, Option<&str>) {
        match self {
            Self::Text => ("text", None),
            Self::List => ("a list in square brackets", None),
            Self::YesOrNo => ("true or false", None),
            Self::Number => ("a number", None),
            Self::WholeNumber(_) => ("a whole number", None),
            Self::Id => ("an id", None),
            Self::Word => ("a word in quotation marks", None),
            Self::Described(words) => match words.split_once(": ") {
                Some((what, more)) => (what, Some(more)),
                None => (words, None),
            },
        }
    }

    /// Returns `found the number 2018 where text was expected`.
    fn message(&self, written: &str) -> String {
        let found = found(written);
        if let Self::WholeNumber(largest) = self {
            return format!("found {found} where a whole number from 0 to {largest} was expected");
        }
        let (what, more) = self.as_words();
        match more {
            Some(more) => format!("found {found} where {what} was expected ({more})"),
            None => format!("found {found} where {what} was expected"),
        }
    }

    /// Returns what to do about it.
    fn help(&self, written: &str) -> String {
        let is_text = written.starts_with('"');
        let is_list = written.starts_with('[');
        let is_object = written.starts_with('{');
        let is_plain = !(is_text || is_list || is_object || written == "null");
        match self {
            Self::Text | Self::Word if is_plain => "Write it in quotation marks.",
            Self::Text => "Write one text in quotation marks.",
            Self::Word => "Write one word in quotation marks.",
            Self::List if written == "null" => "Leave the key out, or write an empty list as [].",
            Self::List => "Put it in square brackets, as in [ … ].",
            Self::YesOrNo if written == "null" => "Leave the key out, or write true or false.",
            Self::YesOrNo => "Write true or false, without quotation marks.",
            Self::Number => "Write the number in digits, without quotation marks, signs or commas.",
            Self::WholeNumber(_) => "Write a whole number in digits, without quotation marks.",
            Self::Id => {
                "Write an id as 36 characters in quotation marks, or leave it out: it is then made \
                 from the reference."
            }
            Self::Described(words) if is_plain && words.contains("text, or") => {
                "Write it in quotation marks."
            }
            Self::Described(words) => return in_braces(words, written),
        }
        .to_owned()
    }
}

/// Returns how to write an object, from its `expecting` text.
fn in_braces(words: &str, written: &str) -> String {
    let Some((_, keys)) = words.split_once("an object with ") else {
        return "Write what was expected.".to_owned();
    };
    let keys = keys.strip_prefix("a ").unwrap_or(keys);
    let key = keys.split([',', ' ']).next().unwrap_or_default();
    let how =
        if written.starts_with('[') { "in braces, each value after its key" } else { "in braces" };
    match key {
        "name" if words.starts_with("an authority") => {
            let name = if written.starts_with('"') { written } else { "\"…\"" };
            format!("Write it {how}, as in \"authority\": {{ \"name\": {name} }}.")
        }
        "What?" => format!("Write it {how}, as in {{ \"What?\": \"action\" }}."),
        // No single key is a good example for all of them.
        "numbers" => format!("Write it {how}."),
        "value" | "amount" | "format" => format!("Write it {how}, as in {{ \"{key}\": 1 }}."),
        _ => format!("Write it {how}, as in {{ \"{key}\": \"…\" }}."),
    }
}

/// Describes a value from its JSON text: `the number 2018`.
pub(super) fn found(written: &str) -> String {
    match written.as_bytes().first() {
        Some(b'{') => "an object in braces".to_owned(),
        Some(b'[') => "a list in square brackets".to_owned(),
        Some(b'"') => match serde_json::from_str::<String>(written) {
            Ok(text) => format!("the text {}", quoted(&text)),
            Err(_) => "text".to_owned(),
        },
        Some(b't' | b'f' | b'n') => written.to_owned(),
        _ => {
            let mut number: String = written.chars().take(LONGEST_NUMBER).collect();
            if number.len() < written.len() {
                number.push('…');
            }
            format!("the number {number}")
        }
    }
}
