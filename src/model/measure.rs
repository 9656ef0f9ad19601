//! What shows whether it made a difference.

use serde::{Deserialize, Serialize};

use super::Number;
use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::closed_words;
use crate::due_date::DueDate;
use crate::id::MeasureId;

closed_words! {
    /// What kind of figure a measure is.
    #[non_exhaustive]
    Statistic {
        /// An average: it hides the range, so each reading has a lowest and a highest.
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
        /// Neither: it tells of the demand, and is never good or bad.
        Context = "context",
    }
}

/// Where a measure stood before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a baseline: an object with value and date")]
#[non_exhaustive]
pub struct Baseline {
    /// The figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
}

impl Baseline {
    /// A figure to start from.
    #[must_use]
    pub fn new(value: impl Into<Number>) -> Self {
        Self { value: Some(value.into()), date: None }
    }
}

setters!(Baseline {
    option with_date(date: DueDate);
});

/// Where a measure should stand by a day. Targets move: every one is kept, with the day it was set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a target: an object with value, by and set")]
#[non_exhaustive]
pub struct Target {
    /// The figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The day by which it should be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<DueDate>,
    /// The day it was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<DueDate>,
}

impl Target {
    /// A figure to reach.
    #[must_use]
    pub fn new(value: impl Into<Number>) -> Self {
        Self { value: Some(value.into()), by: None, set: None }
    }
}

setters!(Target {
    option with_by(by: DueDate);
    option with_set(set: DueDate);
});

/// What others have: England, statistical neighbours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a comparator: an object with name, value and date")]
#[non_exhaustive]
pub struct Comparator {
    /// Who.
    pub name: String,
    /// The figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
}

impl Comparator {
    /// A figure of others.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<Number>) -> Self {
        Self { name: name.into(), value: Some(value.into()), date: None }
    }
}

setters!(Comparator {
    option with_date(date: DueDate);
});

/// A figure on a day. No value means *no data*, a state of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a reading: an object with date and value")]
#[non_exhaustive]
pub struct Reading {
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DueDate>,
    /// The figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// The lowest of what an average was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Number>,
    /// The highest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highest: Option<Number>,
    /// Where the figure is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Reading {
    /// A figure on a day.
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

/// A figure that is watched over time (a KPI).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a measure: an object with a name")]
#[non_exhaustive]
pub struct Measure {
    /// Its id, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MeasureId>,
    /// What people quote it by; unique within the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Its name.
    pub name: String,
    /// The unit of its figures, such as `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What kind of figure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<Statistic>,
    /// Which way is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub polarity: Option<Polarity>,
    /// Where it stood before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Where it should stand, and by when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// How far from the target is still near it, in the unit of the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Number>,
    /// What others have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparators: Vec<Comparator>,
    /// The recommendations it tells about, by reference or id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// The workstreams it tells about, by reference or id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workstreams: Vec<String>,
    /// Its figures over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Measure {
    /// A measure known by its name.
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
