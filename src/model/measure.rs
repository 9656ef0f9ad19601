//! Measures: numbers that show whether actions made a difference.

use serde::{Deserialize, Serialize};

use super::Number;
use super::fields::{is_false, list, null_is_default, setters};
use crate::due_date::DueDate;
use crate::id::MeasureId;
use crate::vocabulary::closed_words;

closed_words! {
    /// What kind of number a measure is.
    #[non_exhaustive]
    Statistic {
        /// An average. Because it hides the range, each reading can have a lowest and a highest
        /// value.
        Average = "average",
        /// A count.
        Count = "count",
        /// A percentage.
        Percent = "percent",
        /// A rate.
        Rate = "rate",
    }
}

closed_words! {
    /// Which way is better.
    #[non_exhaustive]
    Polarity {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
        /// Close to the target is better.
        Target = "target",
        /// Neither: it describes demand and is never good or bad.
        Context = "context",
    }
}

/// The value of a measure before the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a baseline: an object with value and date")]
#[non_exhaustive]
pub struct Baseline {
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
}

impl Baseline {
    /// Creates a baseline without a date.
    #[must_use]
    pub fn new(value: impl Into<Number>) -> Self {
        Self { value: Some(value.into()), date: None }
    }
}

setters!(Baseline {
    option with_date(date: DueDate);
});

/// The value a measure should reach by a date. When a target changes, every one is kept, with the
/// date it was set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a target: an object with value, by and set")]
#[non_exhaustive]
pub struct Target {
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The date by which it should be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<DueDate>,
    /// The date it was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<DueDate>,
}

impl Target {
    /// Creates a target without dates.
    #[must_use]
    pub fn new(value: impl Into<Number>) -> Self {
        Self { value: Some(value.into()), by: None, set: None }
    }
}

setters!(Target {
    option with_by(by: DueDate);
    option with_set(set: DueDate);
});

/// A value to compare with, such as that of England or of statistical neighbours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a comparator: an object with name, value and date")]
#[non_exhaustive]
pub struct Comparator {
    /// Whose value it is.
    pub name: String,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
}

impl Comparator {
    /// Creates a comparator without a date.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<Number>) -> Self {
        Self { name: name.into(), value: Some(value.into()), date: None }
    }
}

setters!(Comparator {
    option with_date(date: DueDate);
});

/// The value of a measure on a date. A reading without a value records that there was *no data*,
/// which is a status of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a reading: an object with date and value")]
#[non_exhaustive]
pub struct Reading {
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The lowest of the values behind an average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Number>,
    /// The highest of the values behind an average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest: Option<Number>,
    /// Where the value comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Reading {
    /// Creates a reading from a date and a value.
    #[must_use]
    pub fn new(date: impl Into<DueDate>, value: impl Into<Number>) -> Self {
        Self { date: Some(date.into()), value: Some(value.into()), ..Self::default() }
    }
}

setters!(Reading {
    option with_lowest(lowest: Number);
    option with_highest(highest: Number);
    option with_source(source: String);
});

/// A number that is tracked over time (a KPI).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a measure: an object with a name")]
#[non_exhaustive]
pub struct Measure {
    /// Its id, if the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MeasureId>,
    /// The reference people quote; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its name.
    pub name: String,
    /// The unit of its values, such as `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What kind of number it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<Statistic>,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// Its value before the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// The values it should reach, and by when.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// How far from the target a value may be and still count as near it, in the measure's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Number>,
    /// The values to compare with.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub comparators: Vec<Comparator>,
    /// The recommendations it is about, by reference or id.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// The workstreams it is about, by reference or id.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub workstreams: Vec<String>,
    /// Its values over time.
    #[serde(default, deserialize_with = "list", skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Measure {
    /// Creates a measure with a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: None,
            reference: None,
            name: name.into(),
            unit: None,
            statistic: None,
            polarity: None,
            baseline: None,
            targets: Vec::new(),
            tolerance: None,
            comparators: Vec::new(),
            answers: Vec::new(),
            workstreams: Vec::new(),
            readings: Vec::new(),
            restricted: false,
        }
    }
}

setters!(Measure {
    option with_id(id: MeasureId);
    option with_reference(reference: String);
    option with_unit(unit: String);
    option with_statistic(statistic: Statistic);
    option with_polarity(polarity: Polarity);
    option with_baseline(baseline: Baseline);
    list with_targets(targets: Target);
    option with_tolerance(tolerance: Number);
    list with_comparators(comparators: Comparator);
    list with_answers(answers: String);
    list with_workstreams(workstreams: String);
    list with_readings(readings: Reading);
    flag with_restricted(restricted: bool);
});
