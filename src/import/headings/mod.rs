//! What the words above a column say: the synonyms councils use, and how a heading is compared with
//! them. It knows one heading at a time; what its neighbours make of it is decided in `layout`.

mod heading_time;
mod normalise;
mod recognition;
mod synonyms;

pub(crate) use heading_time::is_timed;
pub(crate) use normalise::normalise;
pub(crate) use recognition::{Recognised, recognise, tier};
pub(crate) use synonyms::Says;
