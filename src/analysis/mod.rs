//! Facts about a plan, one question per file. Facts never judge; rules hold opinions about them. Every
//! answer is for a date, `as_of`, which may be in the past or the future.

mod answer_object;
mod answer_words;
mod answers;
mod assessments;
mod coverage;
mod evidence;
mod given_up;
mod groups;
mod interim;
mod item_answer;
mod item_state;
mod ladder;
mod linked_counts;
mod measures;
mod overdue;
mod progress;
mod rag;
mod ratio;
mod recommendation_state;
mod resources;
mod slippage;
mod snapshot;
mod succession;
mod timeliness;
mod timeliness_report;
mod timetable;
mod trace;
mod updates;
mod workload;

pub use answers::Answers;
pub use assessments::Assessments;
pub use coverage::{Coverage, Gap, RecommendationCoverage};
pub use given_up::DateGivenUp;
pub use groups::Group;
pub use interim::{InterimArrangement, InterimState};
pub use ladder::{Ladder, Rung, Uncovered};
pub use measures::{MeasureState, MeasureStatus};
pub use overdue::{DueItem, OverdueItem};
pub use progress::{
    AlteredRevision, Change, DateMove, HowMoved, InPlanBalance, ItemBalance, ItemChange,
    ItemOutcome, ItemState, LatenessEnd, LinkChange, MatchedBy, NoLongerOverdue, OpenBalance,
    OverdueBalance, Progress, PublishedPair, RecommendationChange, RungBalance,
};
pub use rag::{Declared, Derived, RagCounts, RagDifference, RagItem, RagReason, RagReport};
pub use ratio::Ratio;
pub use resources::{ResourceLine, ResourceSummary};
pub use slippage::Slippage;
pub use snapshot::{DaysLate, RungCounts, Snapshot, StateCounts};
pub use succession::Succession;
pub use timeliness::{DUE_SOON_DAYS, NoDate, Timeliness};
pub use timeliness_report::{TimelinessCounts, TimelinessReport, TimelyItem};
pub use timetable::{StatutoryTimetable, TimetableBasis};
pub use trace::{Trace, TracedAction};
pub use workload::{Load, Workload};

pub(crate) use updates::{ANSWERS_FOR_DAYS, AwaitingSince, LastUpdate};
