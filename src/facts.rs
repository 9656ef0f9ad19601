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
//! # Answers as data
//!
//! Every answer is `Serialize`, in the core and without a feature. An answer borrows its plan; its JSON
//! does not, so a function that loads a plan can return it:
//!
//! ```standalone_crate
//! # #[cfg(feature = "json")] {
//! use improvement_plan::{LoadError, NaiveDate, Plan};
//!
//! fn coverage(stored: &str, as_of: NaiveDate) -> Result<serde_json::Value, LoadError> {
//!     let plan = Plan::from_json(stored)?;
//!     Ok(serde_json::to_value(plan.coverage(as_of)).unwrap_or_default())
//! }
//!
//! let stored = include_str!("../examples/data/croydon-2017.json");
//! let json = coverage(stored, "2017-11-07".parse()?)?;
//! assert_eq!(json["addressed"], serde_json::json!({ "part": 10, "whole": 26, "percent": 38 }));
//! assert_eq!(json["recommendations"][0]["rung"], "completed");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - Each type says which keys it has. A key is always there: where there is no value it is null. Later
//!   versions may add keys, but never rename or remove them.
//! - A record is given by its `id` and its `reference` as written, a recommendation also by its `source`,
//!   a milestone by its `action`. The id finds it again: [`Plan::item`](crate::Plan::item),
//!   [`Plan::recommendation`](crate::Plan::recommendation).
//! - A closed word is the stable word described below, and a day is written `2017-11-07`.
//! - An answer has the text of the plan, restricted or not. To give it to the public, ask the plan that
//!   [`Plan::published`](crate::Plan::published) returns.
//!
//! # Words
//!
//! A closed answer, such as [`Rung`], [`Uncovered`], [`NoDate`], [`MeasureStatus`] or
//! [`RagDifference`], has a stable kebab-case word (`as_str`, which `Display` writes too) and
//! a printed label (`label`). The answers that carry numbers, [`Timeliness`],
//! [`InterimState`] and [`RagReason`], have a stable word without the numbers, and `Display`
//! writes a phrase with the numbers: `overdue by 3 days`, `ended 3 days ago`.

pub use crate::analysis::{
    AlteredRevision, Answers, Assessments, Change, Coverage, DUE_SOON_DAYS, DateGivenUp, DateMove,
    DaysLate, Declared, Derived, DueItem, Gap, Group, HowMoved, InPlanBalance, InterimArrangement,
    InterimState, ItemBalance, ItemChange, ItemOutcome, ItemState, Ladder, LatenessEnd, LinkChange,
    Load, MatchedBy, MeasureState, MeasureStatus, NoDate, NoLongerOverdue, OpenBalance,
    OverdueBalance, OverdueItem, Progress, PublishedPair, RagCounts, RagDifference, RagItem,
    RagReason, RagReport, Ratio, RecommendationChange, RecommendationCoverage, ResourceLine,
    ResourceSummary, Rung, RungBalance, RungCounts, Slippage, Snapshot, StateCounts,
    StatutoryTimetable, Succession, Timeliness, TimelinessCounts, TimelinessReport, TimelyItem,
    TimetableBasis, Trace, TracedAction, Uncovered, Workload,
};
