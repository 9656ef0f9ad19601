//! Interprets single cells: text, references, dates, statuses, owners, amounts. Each file answers one
//! question about one cell or its text, without knowing the table, column or document.

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
