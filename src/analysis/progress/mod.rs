//! What has changed between two plans, or between two days of one plan.

mod balance;
mod change;
mod date_move;
mod differences;
mod identity;
mod item_change;
mod item_rows;
mod link_change;
mod outcome;
mod pairing;
mod pairs;
#[expect(clippy::module_inception, reason = "the noun after which the folder is named")]
mod progress;
mod publication;
mod recommendation_change;
mod revision_match;
mod sides;

pub use balance::{InPlanBalance, ItemBalance, OpenBalance, OverdueBalance, RungBalance};
pub use change::Change;
pub use date_move::{DateMove, HowMoved};
pub use item_change::{AlteredRevision, ItemChange, NoLongerOverdue};
pub use link_change::LinkChange;
pub use outcome::{ItemOutcome, ItemState, LatenessEnd, MatchedBy};
pub use progress::Progress;
pub use publication::PublishedPair;
pub use recommendation_change::RecommendationChange;
