//! Exports of a plan: the flat CSV file of its actions, and the star schema for analysts.

mod actions;
mod star;
mod write;

pub use actions::{ByteOrderMark, write_actions};
pub use star::{StarFile, star};
