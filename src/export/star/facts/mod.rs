//! The fact tables: the state of recommendations, actions, milestones and measures as of a date, and the
//! readings of measures.

mod coverage;
mod items;
mod measures;

pub(super) use coverage::recommendations;
pub(super) use items::{actions, milestones};
pub(super) use measures::{measures, readings};

/// Describes the first column of a fact table.
const AS_OF: &str = "The date to which the facts apply.";
