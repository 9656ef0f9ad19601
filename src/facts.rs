//! Facts: the answers that a plan gives when it is asked.
//!
//! Each question is a method of [`Plan`](crate::Plan), and each answer a type here. Every question
//! takes the day it is asked of, past or future. Facts never judge: opinions about them are
//! [`rules`](crate::rules).
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
//! [`RagDifference`], has a kebab-case word that never changes (`as_str`, which `Display` writes too) and
//! the words that people read (`label`). The answers that carry figures, [`Timeliness`],
//! [`InterimState`] and [`RagReason`], have the same stable word without the figures; where one of
//! them has a `Display`, it is a phrase with its figures: `overdue by 3 days`.

pub use crate::analysis::{
    Assessments, Coverage, DUE_SOON_DAYS, Declared, Derived, DueItem, Gap, Group,
    InterimArrangement, InterimState, Ladder, Load, MeasureState, MeasureStatus, NoDate,
    OverdueItem, RagCounts, RagDifference, RagItem, RagReason, RagReport, Ratio,
    RecommendationCoverage, ResourceLine, ResourceSummary, Rung, Slippage, Timeliness,
    TimelinessCounts, TimelinessReport, TimelyItem, Trace, TracedAction, Uncovered, Workload,
};
