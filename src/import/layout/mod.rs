//! Finds the tables of a file and the meanings of their columns. Looks at headings and samples of the
//! cells below them, and makes no records.

mod by_heading;
mod candidates;
mod column_diagnostics;
mod column_meanings;
mod contents;
mod header;
mod joint_choice;
mod labels;
mod merged_headings;
mod neighbours;
mod profile;
mod sheet_kind;
mod table_layout;
mod table_options;
mod tables;

pub(crate) use table_layout::{Column, Layout, Theme};
pub(crate) use table_options::check as check_options;
pub(crate) use tables::{find, headings};
