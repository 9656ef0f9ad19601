//! The sections of the coverage report. Each file produces one section as blocks, as a sheet of the
//! published workbook, or both.

mod about;
mod assessments;
pub(super) mod awaiting_sign_off;
mod checks;
mod dates_moved;
mod decisions;
mod due_soon;
mod given_up;
mod history;
mod interim;
mod ladder;
mod measures;
mod not_recorded;
pub(super) mod overdue;
mod progress;
pub(super) mod rag;
mod recommendations;
mod resources;
pub(super) mod summary;
mod timeline;
pub(super) mod timeliness;
mod trace;
mod uncovered;
mod undated;
mod workstreams;
