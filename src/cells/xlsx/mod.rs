//! Reads workbooks: the zip and its parts, the XML in them, and the cells. Everything is looked at
//! once, while it is unpacked, and refused where it passes a limit. It knows the file format, and not
//! what the cells mean.

#[cfg(test)]
#[cfg(feature = "against-calamine")]
mod against_calamine;
mod cell;
mod cell_reference;
mod contents;
mod error;
mod merges;
mod number_format;
mod other_file;
mod package;
mod part;
mod read;
mod relationships;
mod shared_strings;
mod sheet;
mod styles;
mod theme;
#[cfg(test)]
mod unusual;
mod xml;

pub use error::WorkbookError;

pub(crate) use read::read;
