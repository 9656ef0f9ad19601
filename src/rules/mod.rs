//! Opinions about the facts: one table with a code, a severity, an explanation and a function each;
//! a selection of it; and the waivers of a document. Rules never compute facts.
//!
//! To add a rule: one row in the table, one function in the file of its noun, and one case folder.
//! The tests name whichever of the three is missing.

mod collective;
mod completion;
mod coverage;
mod due;
mod evidence;
mod facts;
mod hits;
mod interim;
mod late;
mod lists;
mod measures;
mod owners;
mod partners;
mod places;
mod plan;
mod rag;
mod resources;
mod revisions;
mod selection;
mod steps;
mod stops;
mod table;
mod titles;
mod views;
mod vocabulary;
mod waivers;
mod words;
mod workstreams;

pub use selection::{Checked, Rules, UnknownCode};
