//! Reads workbooks: the zip and its parts, the XML in them, and the cells. Everything is looked at
//! once, while it is unpacked, and refused where it passes a limit. It knows the file format, and not
//! what the cells mean.

#[cfg(test)]
#[cfg(feature = "against-calamine")]
mod against_calamine;
mod budget;
mod cell;
mod colours;
mod contents;
mod error;
mod file_kind;
mod grid;
mod merges;
mod number_format;
mod order;
mod package;
mod part;
mod references;
mod relations;
mod sheet;
mod styles;
mod texts;
#[cfg(test)]
mod unusual;
mod whole;
mod words;
mod xml;

pub use error::WorkbookError;

pub(crate) use whole::read;
