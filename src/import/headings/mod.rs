//! Recognises headings: the synonyms councils use, and how a heading is compared with them. Works on one
//! heading at a time; `layout` takes the neighbours into account.

mod heading_time;
mod hints;
mod near;
mod normalise;
mod qualifiers;
mod recognition;
mod synonyms;

pub(crate) use heading_time::is_timed;
pub(crate) use hints::hints;
pub(crate) use near::{has_unknown_word, nearly, reordered};
pub(crate) use normalise::normalise;
pub(crate) use recognition::{Recognised, recognise, tier};
pub(crate) use synonyms::HeadingMeaning;
