//! The report of what has changed between two plans: a covering note for a board, and JSON for programs.

mod balance_sentences;
#[cfg(feature = "html")]
mod balance_table;
mod colours;
#[cfg(feature = "json")]
mod item_entries;
mod item_topics;
#[cfg(feature = "json")]
mod json;
mod moves;
mod note;
mod progress_report;
#[cfg(feature = "json")]
mod recommendation_entries;
mod recommendation_topics;
mod topics;
mod trust;

#[cfg(feature = "json")]
pub(super) use json::ProgressJson;
pub use progress_report::ProgressReport;
