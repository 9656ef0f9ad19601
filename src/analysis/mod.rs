//! Facts: what a plan answers when it is asked, one question a file. Facts never judge; opinions
//! about them are rules. Every answer is for a day, `as_of`, which may be past or to come.

mod coverage;
mod evidence;
mod groups;
mod interim;
mod measures;
mod overdue;
mod rag;
mod ratio;
mod resources;
mod slippage;
mod standing;
mod state;
mod timeliness;
mod trace;
mod updates;
mod urgency;
mod views;
mod workload;
mod workstreams;

pub use coverage::{Coverage, Gap, RecommendationCoverage, Rung, Uncovered};
pub use groups::{Group, Ladder};
pub use interim::{InterimArrangement, InterimState};
pub use measures::{MeasureState, MeasureStatus};
pub use overdue::{DueItem, OverdueItem};
pub use rag::{Declared, Derived, RagCounts, RagDifference, RagItem, RagReason, RagReport};
pub use ratio::Ratio;
pub use resources::{ResourceLine, ResourceSummary};
pub use slippage::Slippage;
pub use timeliness::{NoDate, Timeliness, TimelinessCounts, TimelinessReport, TimelyItem};
pub use trace::{Trace, TracedAction};
pub use views::Views;
pub use workload::{Load, Workload};

pub(crate) use timeliness::SOON;
pub(crate) use updates::AwaitingSince;
