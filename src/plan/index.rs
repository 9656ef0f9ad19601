//! The resolved links and dates of a plan. Links are stored as positions in both directions, so
//! that every query is a pass over arrays.

use std::collections::HashMap;

use super::adjacency::{Link, Links};
use super::dates::PlanDates;
use crate::model::LegendMeaning;

/// Everything that `build` resolves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    pub(crate) source_of: Link,
    pub(crate) source_recommendations: Links,
    pub(crate) whole_of: Link,
    pub(crate) parts: Links,
    pub(crate) shares_reference: Vec<bool>,
    /// Whether each recommendation is urgent, itself or as a part of an urgent one.
    pub(crate) is_urgent: Vec<bool>,
    /// An urgent part somewhere below each recommendation. Empty if nothing is urgent.
    pub(crate) urgent_part: Vec<Option<u32>>,
    pub(crate) answers: Links,
    pub(crate) answered_by: Links,
    pub(crate) enables: Links,
    pub(crate) enabled_by: Links,
    pub(crate) workstream_whole: Link,
    pub(crate) workstream_parts: Links,
    pub(crate) workstream_of: Link,
    pub(crate) workstream_actions: Links,
    pub(crate) depends_on: Links,
    pub(crate) needed_by: Links,
    pub(crate) succeeded_by: Link,
    pub(crate) action_measures: Links,
    pub(crate) measure_actions: Links,
    pub(crate) measure_answers: Links,
    pub(crate) answered_measures: Links,
    pub(crate) measure_workstreams: Links,
    /// The meanings in the legend by folded word. The last of two equal words wins.
    pub(crate) legend: HashMap<String, LegendMeaning>,
    pub(crate) dates: PlanDates,
}
