//! RAG (red, amber, green): the colours, a plan's legend, and the policy that derives a colour from
//! dates.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::DeliveryStatus;
use super::fields::setters;
use crate::vocabulary::{UnknownWord, closed_words};

closed_words! {
    /// A RAG colour, ordered from best to worst, so that the maximum of several is the worst.
    ///
    /// A *declared* colour is somebody's opinion; a *derived* one follows from the dates.
    RagStatus {
        /// On course.
        Green = "green",
        /// At risk, or slightly late.
        Amber = "amber",
        /// Seriously late or off course.
        Red = "red",
    }
}

impl RagStatus {
    /// Returns the printed label, such as `Red`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Green => "Green",
            Self::Amber => "Amber",
            Self::Red => "Red",
        }
    }
}

/// What a word of a plan's legend means when a RAG column is read. It never changes a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LegendMeaning {
    /// The word means a colour.
    Colour(RagStatus),
    /// The word means a delivery status: in many councils *blue* is *completed*.
    Status(DeliveryStatus),
}

impl LegendMeaning {
    /// Returns the word as the document writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Colour(colour) => colour.as_str(),
            Self::Status(status) => status.as_str(),
        }
    }
}

impl fmt::Display for LegendMeaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for LegendMeaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for LegendMeaning {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(MeaningVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for LegendMeaning {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LegendMeaning".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a word of a plan's legend means when a RAG column is read: a colour or \
                            a delivery status. It never changes a status.",
            "anyOf": [
                generator.subschema_for::<RagStatus>(),
                generator.subschema_for::<DeliveryStatus>(),
            ],
        })
    }
}

struct MeaningVisitor;

/// The words that parse as a meaning, for error messages.
const MEANINGS: &[&str] = &[
    RagStatus::Green.as_str(),
    RagStatus::Amber.as_str(),
    RagStatus::Red.as_str(),
    DeliveryStatus::NotStated.as_str(),
    DeliveryStatus::NotStarted.as_str(),
    DeliveryStatus::InProgress.as_str(),
    DeliveryStatus::AwaitingSignOff.as_str(),
    DeliveryStatus::Completed.as_str(),
    DeliveryStatus::Suspended.as_str(),
    DeliveryStatus::Withdrawn.as_str(),
];

impl FromStr for LegendMeaning {
    type Err = UnknownWord;

    /// Reads a colour or a delivery status as the document writes it.
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let status = || word.parse().map(Self::Status);
        let colour = word.parse().map(Self::Colour);
        colour.or_else(|_: UnknownWord| status()).map_err(|_| UnknownWord::new(word, MEANINGS))
    }
}

impl Visitor<'_> for MeaningVisitor {
    type Value = LegendMeaning;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour or a delivery status, as text")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<LegendMeaning, E> {
        word.parse().map_err(|_| E::unknown_variant(word, MEANINGS))
    }
}

/// One word of a plan's legend and its meaning. Councils do not agree on colours other than red,
/// amber and green, so each plan defines its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a legend entry: an object with word and means")]
#[non_exhaustive]
pub struct LegendEntry {
    /// The word, such as `blue`.
    pub word: String,
    /// What it means.
    pub means: LegendMeaning,
}

impl LegendEntry {
    /// Creates an entry from a word and its meaning.
    #[must_use]
    pub fn new(word: impl Into<String>, means: LegendMeaning) -> Self {
        Self { word: word.into(), means }
    }
}

/// The policy that derives a colour from dates. A key that a plan omits has its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "a RAG policy: an object with numbers of days")]
#[non_exhaustive]
pub struct RagPolicy {
    /// Red if more than this many days late (default 28). An action that answers an urgent
    /// recommendation is red from the first day it is late.
    pub red_after_days: u32,
    /// Amber if not started this many days or fewer before the due date (default 14).
    pub not_started_within_days: u32,
    /// Amber if the due date moved by more than this many days in total (default 28).
    pub moved_by_more_than_days: u32,
    /// Amber if the due date moved at least this many times (default 2).
    pub moved_times: u32,
}

impl Default for RagPolicy {
    fn default() -> Self {
        Self {
            red_after_days: 28,
            not_started_within_days: 14,
            moved_by_more_than_days: 28,
            moved_times: 2,
        }
    }
}

impl RagPolicy {
    /// Creates the default policy.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

setters!(RagPolicy {
    value with_red_after_days(red_after_days: u32);
    value with_not_started_within_days(not_started_within_days: u32);
    value with_moved_by_more_than_days(moved_by_more_than_days: u32);
    value with_moved_times(moved_times: u32);
});
