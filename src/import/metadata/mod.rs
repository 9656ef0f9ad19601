//! Reads facts about the plan as a whole (title, authority, reference, status date) and the theme of
//! each sheet.

mod authority;
mod fact;
mod read;
mod sheet_theme;
mod status_date;
mod title;
mod title_block;

pub(super) use read::{Metadata, read_metadata};
pub(super) use sheet_theme::find_themes;
