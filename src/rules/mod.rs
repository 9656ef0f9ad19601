//! Opinions about the facts: one table with a code, a severity, an explanation and a function each;
//! a selection of it; and the waivers of a document. Rules never compute facts.
//!
//! To add a rule: one row in the table, one function in the file of its noun, and one case folder.
//! The tests name whichever of the three is missing.

mod assessments;
mod check;
mod collective;
mod completion;
mod coverage;
mod dates;
mod due;
mod evidence;
mod facts;
mod hits;
mod interim;
mod late;
mod locations;
mod measures;
mod milestones;
mod owners;
mod partners;
mod plan;
mod rag;
mod resources;
mod revisions;
mod selection;
mod stops;
mod table;
mod vocabulary;
mod waivers;

pub use check::Checked;
pub use selection::{Rules, UnknownCode};
