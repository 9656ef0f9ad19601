//! The shape of generated plans: their size and the form of their dates.

use crate::model::setters;

/// The maximum size of generated plans, and the form of their dates.
///
/// ```
/// use improvement_plan::strategy::{Dates, Shape};
///
/// let shape = Shape::default().with_sources(1).with_dates(Dates::Days);
/// assert_eq!(shape.sources, 1);
/// assert_eq!(shape.actions, Shape::default().actions);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Shape {
    /// The maximum number of sources.
    pub sources: usize,
    /// The maximum number of recommendations, including parts.
    pub recommendations: usize,
    /// The maximum number of workstreams.
    pub workstreams: usize,
    /// The maximum number of actions.
    pub actions: usize,
    /// The maximum number of milestones in an action.
    pub milestones: usize,
    /// The maximum number of measures.
    pub measures: usize,
    /// The maximum number of waivers.
    pub waivers: usize,
    /// The form of dates.
    pub dates: Dates,
}

/// The form of the dates in a generated plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Dates {
    /// Mostly ISO dates, sometimes the phrases that councils write.
    #[default]
    AsWritten,
    /// ISO dates (`2026-10-30`) or phrases that never give a date (`TBC`, `early spring`), for
    /// tests that parse dates themselves.
    Days,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            sources: 3,
            recommendations: 8,
            workstreams: 4,
            actions: 8,
            milestones: 3,
            measures: 3,
            waivers: 2,
            dates: Dates::AsWritten,
        }
    }
}

setters!(Shape {
    value with_sources(sources: usize);
    value with_recommendations(recommendations: usize);
    value with_workstreams(workstreams: usize);
    value with_actions(actions: usize);
    value with_milestones(milestones: usize);
    value with_measures(measures: usize);
    value with_waivers(waivers: usize);
    value with_dates(dates: Dates);
});
