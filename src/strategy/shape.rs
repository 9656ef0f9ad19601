//! How large the plans are and how their dates are written.

use crate::model::setters;

/// How large the plans are, at most, and how their dates are written.
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
    /// The most sources.
    pub sources: usize,
    /// The most recommendations, their parts included.
    pub recommendations: usize,
    /// The most workstreams.
    pub workstreams: usize,
    /// The most actions.
    pub actions: usize,
    /// The most milestones of one action.
    pub milestones: usize,
    /// The most measures.
    pub measures: usize,
    /// The most waivers.
    pub waivers: usize,
    /// How dates are written.
    pub dates: Dates,
}

/// How the dates of a plan are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Dates {
    /// Mostly as days, now and then in the words that councils write.
    #[default]
    AsWritten,
    /// As days (`2026-10-30`), or as words that never give one (`TBC`, `early spring`): for a test
    /// that reads dates by itself.
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
