//! Facts: the answers that a plan gives when it is asked.
//!
//! Each question is a method of [`Plan`](crate::Plan), and each answer a type here.
//!
//! ```
//! use improvement_plan::facts::Rung;
//! use improvement_plan::{NaiveDate, Plan};
//!
//! let plan = Plan::from_json(include_str!("../examples/data/croydon-2017.json"))?;
//! let as_of: NaiveDate = "2017-11-07".parse()?;
//! let coverage = plan.coverage(as_of);
//! println!("{} have an action", coverage.addressed());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub use crate::analysis::{
    Coverage, Declared, Derived, DueItem, Gap, Group, InterimArrangement, InterimState, Ladder,
    Load, MeasureState, MeasureStatus, NoDate, OverdueItem, RagCounts, RagDifference, RagItem,
    RagReason, RagReport, Ratio, RecommendationCoverage, ResourceLine, ResourceSummary, Rung,
    Slippage, Timeliness, TimelinessCounts, TimelinessReport, TimelyItem, Trace, TracedAction,
    Uncovered, Views, Workload,
};
