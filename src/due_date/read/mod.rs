//! From words to a reading, in three steps: words to tokens, tokens to a phrase that knows no context, and the phrase
//! to days in a context. What is not a phrase is looked at again only to say why.

mod cursor;
mod days;
mod diagnose;
mod durations;
mod extents;
mod figures;
mod phases;
mod phrases;
mod quarters;
mod resolve;
mod statements;
mod steps;
mod stretch;
mod tokens;
mod vocabulary;
mod years;

pub(super) use phases::written_phases;
pub(crate) use steps::{is_day_in_range, reading};
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use vocabulary::month_named;
