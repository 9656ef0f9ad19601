//! Where the tables are and what their columns mean. It knows headings and samples of what stands
//! below them, and makes no record.

mod column_meanings;
mod contents;
mod header;
mod sheet_kind;
mod table_layout;
mod table_options;
mod tables;

pub(crate) use table_layout::{Column, Layout, Theme};
pub(crate) use table_options::check as check_options;
pub(crate) use tables::{find, headings};
