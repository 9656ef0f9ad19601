//! The values that read themselves: the version of the format, ids, numbers, owners and the meanings
//! of a legend.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use super::records::Post;
use super::vocabulary::{DeliveryStatus, RagStatus};

macro_rules! ids {
    ($($name:ident)+) => {$(
        #[derive(Deserialize)]
        #[serde(transparent)]
        pub(super) struct $name(Uuid);
    )+};
}

ids! { PlanId SourceId RecommendationId WorkstreamId ActionId MilestoneId MeasureId }

/// Deserialises a key that has a default, treating `null` like a missing key.
pub(super) fn null_is_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// The version of the document format: the number 1.
pub(super) struct Format;

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(FormatVisitor)
    }
}

struct FormatVisitor;

impl Visitor<'_> for FormatVisitor {
    type Value = Format;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number 1")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Format, E> {
        if number == 1 {
            Ok(Format)
        } else {
            Err(E::invalid_value(de::Unexpected::Unsigned(number), &self))
        }
    }
}

/// A finite number: an integer or a decimal.
pub(super) enum Number {
    Whole(i64),
    Decimal(f64),
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number without quotes")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number::Whole(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Number, E> {
        i64::try_from(value).map(Number::Whole).map_err(|_| E::custom("a number too large"))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Number, E> {
        if value.is_finite() && value.abs() < 9_007_199_254_740_992.0 {
            Ok(Number::Decimal(value))
        } else {
            Err(E::custom("a number too large"))
        }
    }
}

/// An owner: a text, or an object with post, body and role.
pub(super) enum Owner {
    Text(String),
    Post(Post),
}

impl<'de> Deserialize<'de> for Owner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OwnerVisitor)
    }
}

struct OwnerVisitor;

impl<'de> Visitor<'de> for OwnerVisitor {
    type Value = Owner;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an owner: a text, or an object with post, body and role")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Owner, E> {
        Ok(Owner::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Owner, E> {
        Ok(Owner::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Owner, A::Error> {
        Post::deserialize(MapAccessDeserializer::new(map)).map(Owner::Post)
    }
}

/// What a word of a plan's legend means: a colour or a delivery status.
pub(super) enum LegendMeaning {
    Colour(RagStatus),
    Status(DeliveryStatus),
}

impl<'de> Deserialize<'de> for LegendMeaning {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(MeaningVisitor)
    }
}

struct MeaningVisitor;

impl Visitor<'_> for MeaningVisitor {
    type Value = LegendMeaning;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour or a delivery status, as text")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<LegendMeaning, E> {
        let text = de::value::StrDeserializer::<E>::new(word);
        RagStatus::deserialize(text)
            .map(LegendMeaning::Colour)
            .or_else(|_| DeliveryStatus::deserialize(text).map(LegendMeaning::Status))
    }
}
