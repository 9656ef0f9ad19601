//! Finite numbers for amounts and readings, which keep integers exact.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 2⁵³, from which an `f64` can no longer represent every integer.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A finite number: an integer (`480000`) or a decimal (`21.5`).
///
/// ```
/// use improvement_plan::model::Number;
///
/// assert_eq!(Number::from(480_000).to_string(), "480000");
/// assert_eq!(Number::decimal(21.5)?.to_string(), "21.5");
/// assert!(Number::decimal(f64::NAN).is_err());
/// # Ok::<(), improvement_plan::model::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Number(Kind);

#[derive(Debug, Clone, Copy)]
enum Kind {
    Whole(i64),
    Decimal(f64),
}

/// Why a value cannot be a [`Number`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NumberError {
    /// The value is infinite or NaN.
    #[error("not a finite number")]
    NotFinite,
    /// The number is so large that its last digits would be lost.
    #[error("a number too large to keep exactly")]
    TooLarge,
}

impl Number {
    /// Creates a decimal number.
    ///
    /// # Errors
    ///
    /// Returns [`NumberError::NotFinite`] for infinities and NaN, and [`NumberError::TooLarge`] for
    /// an absolute value of 2⁵³ or more, where digits would be lost silently.
    pub fn decimal(value: f64) -> Result<Self, NumberError> {
        if !value.is_finite() {
            Err(NumberError::NotFinite)
        } else if value.abs() >= EXACT {
            Err(NumberError::TooLarge)
        } else {
            Ok(Self(Kind::Decimal(if value == 0.0 { 0.0 } else { value })))
        }
    }

    /// Returns the number as an `f64`. An integer above 2⁵³ is rounded to the nearest `f64`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "documented: integers above 2^53 are rounded")]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Kind::Whole(value) => value as f64,
            Kind::Decimal(value) => value,
        }
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Self(Kind::Whole(value.into()))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Kind::Whole(value))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Whole(value) => fmt::Display::fmt(&value, f),
            Kind::Decimal(value) => fmt::Display::fmt(&value, f),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Kind::Whole(left), Kind::Whole(right)) => left.cmp(&right),
            _ => self.as_f64().total_cmp(&other.as_f64()),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Kind::Whole(value) => serializer.serialize_i64(value),
            Kind::Decimal(value) => serializer.serialize_f64(value),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A finite number: an integer of 64 bits, or a decimal below 2⁵³ in size, from \
                            which digits would be lost.",
            "anyOf": [
                { "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX },
                { "type": "number", "exclusiveMinimum": -EXACT, "exclusiveMaximum": EXACT },
            ],
        })
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number without quotes")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number::from(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        i64::try_from(value).map(Number::from).map_err(|_| E::custom(NumberError::TooLarge))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        Number::decimal(value).map_err(E::custom)
    }
}
