//! Answers to questions about a plan.
//!
//! Each question is a method of [`Plan`](crate::Plan) that takes a date, past or future, and returns
//! one of the types here. Facts do not judge; [`rules`](crate::rules) do.
//!
//! ```standalone_crate
//! use improvement_plan::facts::{Rung, Timeliness};
//! use improvement_plan::{NaiveDate, Plan};
//!
//! let plan = Plan::from_json(include_str!("../examples/data/croydon-2017.json"))?;
//! let as_of: NaiveDate = "2017-11-07".parse()?;
//!
//! let coverage = plan.coverage(as_of);
//! for rung in Rung::ALL {
//!     println!("{}: {}", rung.label(), coverage.ladder().at(*rung)); // "has an action: 11 of 26 (42%)"
//! }
//! for timely in plan.timeliness(as_of).items() {
//!     if let Timeliness::Overdue { days } = timely.class() {
//!         println!("{}: {days} days late", timely.item().reference());
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Words
//!
//! A closed answer, such as [`Rung`], [`Uncovered`], [`NoDate`], [`MeasureStatus`] or
//! [`RagDifference`], has a stable kebab-case word (`as_str`, which `Display` writes too) and
//! a printed label (`label`). The answers that carry numbers, [`Timeliness`],
//! [`InterimState`] and [`RagReason`], have a stable word without the numbers, and `Display`
//! writes a phrase with the numbers: `overdue by 3 days`, `ended 3 days ago`.

pub use crate::analysis::{
    Assessments, Coverage, DUE_SOON_DAYS, Declared, Derived, DueItem, Gap, Group,
    InterimArrangement, InterimState, Ladder, Load, MeasureState, MeasureStatus, NoDate,
    OverdueItem, RagCounts, RagDifference, RagItem, RagReason, RagReport, Ratio,
    RecommendationCoverage, ResourceLine, ResourceSummary, Rung, Slippage, Timeliness,
    TimelinessCounts, TimelinessReport, TimelyItem, Trace, TracedAction, Uncovered, Workload,
};
