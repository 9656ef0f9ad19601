//! The types that read a single text or number by rules of their own. They are recognised by what they
//! say they expect.

use serde::de::value::{F64Deserializer, I64Deserializer, StringDeserializer, U64Deserializer};
use serde::de::{Deserialize, Expected, IntoDeserializer, Visitor};
use uuid::Uuid;

use super::value_error::{ErrorKind, ValueError};
use crate::model::{LegendMeaning, Number, Owner};
use crate::plan::Format;

/// What a type says that it expects.
pub(super) fn expected<'de, V: Visitor<'de>>(visitor: &V) -> String {
    (visitor as &dyn Expected).to_string()
}

/// Returns why a type that expects this does not read a value. `None` also for types that have no
/// rules of their own.
pub(super) fn problem(expected: &str, written: &str) -> Option<ErrorKind> {
    let check = match expected {
        id if is_id(id) => of::<Uuid>,
        "a number without quotes" => of::<Number>,
        "the number 1" => of::<Format>,
        "a colour or a delivery status, as text" => of::<LegendMeaning>,
        owner if owner.starts_with("an owner: ") && !written.starts_with('{') => of::<Owner>,
        _ => return None,
    };
    check(expected, written)
}

/// Returns a text that a type that expects this reads.
pub(super) fn stand_in(expected: &str) -> &'static str {
    match expected {
        id if is_id(id) => "00000000-0000-0000-0000-000000000000",
        "a colour or a delivery status, as text" => "green",
        _ => "",
    }
}

/// Returns whether this is what an id expects. Versions of `uuid` word it differently: `a UUID string`, `a formatted
/// UUID string`.
pub(super) fn is_id(expected: &str) -> bool {
    expected.ends_with("UUID string")
}

fn of<'de, T: Deserialize<'de>>(expected: &str, written: &str) -> Option<ErrorKind> {
    let read = match written.as_bytes().first() {
        Some(b'"') => {
            let text: String = serde_json::from_str(written).ok()?;
            let text: StringDeserializer<ValueError> = text.into_deserializer();
            T::deserialize(text)
        }
        Some(b'-' | b'0'..=b'9') => {
            if let Ok(number) = written.parse::<u64>() {
                let number: U64Deserializer<ValueError> = number.into_deserializer();
                T::deserialize(number)
            } else if let Ok(number) = written.parse::<i64>() {
                let number: I64Deserializer<ValueError> = number.into_deserializer();
                T::deserialize(number)
            } else {
                let number: F64Deserializer<ValueError> =
                    written.parse::<f64>().ok()?.into_deserializer();
                T::deserialize(number)
            }
        }
        _ => return Some(ErrorKind::Value(expected.to_owned())),
    };
    read.err().map(|error| error.kind)
}
