//! What is known of things on a day: where recommendations, actions, milestones and measures stand, and
//! what was measured.

mod coverage;
mod items;
mod measures;

pub(super) use coverage::recommendations;
pub(super) use items::{actions, milestones};
pub(super) use measures::{measures, readings};

/// What the first column of a table of facts holds.
const AS_OF: &str = "The day for which it is said.";
