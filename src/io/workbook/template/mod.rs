//! The working workbook: the one that officers fill, written from a document and read back to the same
//! document. One table of sheets and columns (`schema`) says what is written and what is read; ids
//! travel in hidden columns, so that next month's file speaks of the same records.

mod belong;
mod cell;
mod column;
mod compound;
mod cover;
mod exact;
mod figures;
mod identify;
mod keys;
mod links;
mod lists;
mod looks;
mod names;
mod package;
mod read;
mod read_cover;
mod reading;
mod rows;
mod schema;
mod settle;
mod sheet;
mod value;
mod words;
mod write;

pub use write::{write_template, write_working};

pub(super) use read::{is_working, read};
