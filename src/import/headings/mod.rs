//! What the words above a column say: the synonyms councils use, and how a heading is compared with
//! them. It knows one heading at a time; what its neighbours make of it is decided in `layout`.

mod normal;
mod period;
mod recognise;
mod synonyms;

pub(crate) use normal::normal;
pub(crate) use period::is_timed;
pub(crate) use recognise::{Recognised, Strength, recognise, tier};
pub(crate) use synonyms::Says;
