//! Turns the rows of a table into records: what each row is, and what its cells mean.

mod action_columns;
mod actions;
mod answers;
mod cell_comments;
mod colour_columns;
mod continuation;
mod days;
mod enables;
mod group;
mod group_bounds;
mod heading_rows;
mod measures;
mod outcome;
mod recommendation_details;
mod recommendation_links;
mod recommendations;
mod response;
mod row_kind;
mod row_workstreams;
mod same_action;
mod side_by_side;
mod status;
mod summary_rows;
mod table_body;
mod table_diagnostics;
mod tally;

pub(crate) use actions::read as read_actions;
pub(crate) use measures::read as read_measures;
pub(crate) use outcome::Outcome;
pub(crate) use recommendations::read as read_recommendations;
