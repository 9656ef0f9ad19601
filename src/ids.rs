//! Typed ids: one type for each kind of record, so that they cannot be mixed up.

pub use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId,
};
