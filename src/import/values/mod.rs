//! What one cell says: text, a reference, a date, a status, owners, an amount. Pure questions of one
//! cell or of its text, one a file; they know no table, no column and no document.

mod addressees;
mod cell_text;
mod date;
mod figure;
mod fill;
#[cfg(all(test, feature = "proptest"))]
mod laws;
mod lines;
mod note;
mod number_format;
mod numbered;
mod owners;
mod priority;
mod reference;
mod references;
mod resource;
mod separators;
mod status_words;

pub(crate) use crate::text::is_nothing;
pub(crate) use addressees::addressees;
pub(crate) use cell_text::text_of;
pub(crate) use date::date;
pub(crate) use figure::figure;
pub(crate) use fill::{FillMeans, fill};
pub(crate) use lines::{bulleted, lines};
pub(crate) use note::Note;
pub(crate) use numbered::numbered;
pub(crate) use owners::owners;
pub(crate) use priority::priority;
pub(crate) use reference::{OddReference, reference};
pub(crate) use references::references;
pub(crate) use resource::resource;
pub(crate) use status_words::{StatusMeaning, StatusWords};
