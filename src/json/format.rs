//! Which format a text says it is in. That is said before anything else that may be wrong with it: a
//! text of another format is right in its own way.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::JsonError;
use super::expected::found;
use super::place::Step;
use super::slowly::offset_in;
use crate::plan::Format;

/// The key that says it.
const KEY: &str = "format";

/// What is wrong with the format of a text: nothing where it is the number 1, where the text is no
/// object, or where its JSON is broken before the format is said.
pub(super) fn wrong_format(text: &str) -> Option<JsonError> {
    let mut seen = Seen::NotAsked;
    // The scan stops at the format, so that what comes after may be broken.
    let _ = serde_json::Deserializer::from_str(text).deserialize_map(Scan { seen: &mut seen });
    match seen {
        Seen::NotAsked => None,
        Seen::Nothing => Some(JsonError::new(
            text,
            text.find('{').unwrap_or_default(),
            &[],
            "the key “format” is missing, so nobody can tell how to read it",
            "Add \"format\": 1 as its first key.",
        )),
        Seen::Value(value) => {
            let (message, help) = wrong_value(value)?;
            let at = offset_in(text, value);
            Some(JsonError::new(text, at, &[Step::Key(KEY.to_owned())], message, help))
        }
    }
}

/// What is wrong with a value of the key.
fn wrong_value(written: &str) -> Option<(String, String)> {
    let number = written.parse::<u64>().ok();
    if number == Some(Format::NUMBER) {
        return None;
    }
    let found = found(written);
    Some(match (number, written.as_bytes().first()) {
        (Some(2..), _) => (
            format!("found format {written}, and this library reads format 1 only"),
            "Read it with a newer version of the library, or write it in format 1.".to_owned(),
        ),
        (Some(_), _) => (
            format!("found format {written}, and there is none before format 1"),
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

/// What the text says of its format.
enum Seen<'de> {
    NotAsked,
    Nothing,
    Value(&'de str),
}

/// Looks for the format among the keys of the document, and at nothing else.
struct Scan<'s, 'de> {
    seen: &'s mut Seen<'de>,
}

impl<'de> Visitor<'de> for Scan<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(key) = object.next_key::<String>()? {
            if key == KEY {
                let value: &RawValue = object.next_value()?;
                *self.seen = Seen::Value(value.get());
                return Ok(());
            }
            let IgnoredAny = object.next_value()?;
        }
        *self.seen = Seen::Nothing;
        Ok(())
    }
}
