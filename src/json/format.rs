//! Checks the format that a document declares. A wrong format is reported before any other error,
//! because a text in another format may be valid in that format.

use super::codes;
use super::located_value::value_of;
use super::message::found;
use super::position::offset_in;
use super::problem::Problem;
use crate::diagnostic::Step;
use crate::plan::Format;

/// The key that declares the format.
pub(super) const KEY: &str = "format";

/// Returns the problem with the declared format of a text.
///
/// There is none if the format is the number 1, if the text is not an object, or if its JSON breaks
/// before the key. What follows the key is not checked.
pub(super) fn format_problem(text: &str) -> Option<Problem> {
    match value_of(text, KEY) {
        Ok(Some(value)) => {
            let (message, help) = wrong_value(value)?;
            let is_number = value.starts_with(|first: char| first.is_ascii_digit() || first == '-');
            let entry = if is_number { &codes::UNKNOWN_FORMAT } else { &codes::WRONG_TYPE };
            let offset = offset_in(text, value);
            Some(Problem { entry, path: vec![Step::Key(KEY)], offset, message, help })
        }
        Ok(None) => Some(Problem {
            entry: &codes::MISSING_KEY,
            path: Vec::new(),
            offset: text.find('{').unwrap_or_default(),
            message: "the key “format” is missing, so the format of the document is not known"
                .to_owned(),
            help: "Add \"format\": 1 as its first key.".to_owned(),
        }),
        Err(()) => None,
    }
}

/// Returns the message and the help for a wrong value of the key.
fn wrong_value(written: &str) -> Option<(String, String)> {
    let number = written.parse::<u64>().ok();
    if number == Some(Format::NUMBER) {
        return None;
    }
    let found = found(written);
    Some(match (number, written.as_bytes().first()) {
        (Some(2..), _) => (
            format!("found format {written}, but this library reads only format 1"),
            "Read it with a newer version of the library, or write it in format 1.".to_owned(),
        ),
        (Some(_), _) => (
            format!("found format {written}, but the first format is 1"),
            "Write \"format\": 1.".to_owned(),
        ),
        (None, Some(b'"')) => (
            format!("found {found} where the number 1 was expected"),
            "Write \"format\": 1, without quotation marks round the number.".to_owned(),
        ),
        (None, Some(b'0'..=b'9' | b'-')) => (
            format!("found {found} where the whole number 1 was expected"),
            "Write \"format\": 1.".to_owned(),
        ),
        (None, _) => (
            format!("found {found} where the number 1 was expected"),
            "Write \"format\": 1.".to_owned(),
        ),
    })
}
