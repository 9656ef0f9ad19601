//! Reads workbooks: the zip file and its parts, their XML, and the cells. Everything is read once, while
//! it is unpacked, and refused if it exceeds a limit. Knows the file format, but not the meaning of
//! cells.
//!
//! # Why not `calamine`
//!
//! A workbook may come from anyone, and `calamine`, the usual reader, trusts what a file says about
//! itself (checked in the source of 0.38). It reserves memory for the counts that a workbook states, so
//! a file of two kilobytes can request hundreds of gigabytes and abort the process; its arithmetic on
//! cell references overflows; and it does not report hidden rows. A guard in front of it would have to
//! unpack and parse everything twice. So this module uses the crates `zip` and `quick-xml` directly:
//! `read` is the entry point, `package` and `part` hold the zip file to its limits, `xml` walks one
//! part, `sheet` streams the cells. The tests and the benchmark compare with `calamine` (feature
//! `against-calamine`).

mod cell;
mod cell_reference;
mod comments;
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
mod workbook_part;
mod xml;

pub use error::WorkbookError;

pub(crate) use read::read;
