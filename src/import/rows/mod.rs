//! From the rows of a table to records: what each row is, and what each of its cells says.

mod action;
mod answers;
mod body;
mod bounds;
mod continued;
mod enables;
mod measures;
mod plan;
mod recommendations;
mod said;
mod sections;
mod shape;
mod state;

pub(crate) use measures::read as read_measures;
pub(crate) use plan::{Outcome, read as read_actions};
pub(crate) use recommendations::read as read_recommendations;
