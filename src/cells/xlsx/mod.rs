//! Reads workbooks: the zip and its parts, the XML in them, and the cells. Everything is looked at
//! once, while it is unpacked, and refused where it passes a limit. It knows the file format, and not
//! what the cells mean.
//!
//! # Why this reader is our own
//!
//! A workbook comes from anybody, and `calamine`, the reader that everybody uses, trusts what a file says
//! of itself (looked at in the source of 0.38). It reserves memory for the counts that a workbook states,
//! so a file of two kilobytes can ask for hundreds of gigabytes and abort the process; its arithmetic on
//! cell references overflows; and it does not say which rows are hidden. A guard before it would have to
//! unpack and parse everything a second time. So the crates `zip` and `quick-xml` do what they are good at,
//! and what lies between them and the cells is here: `read` is the way in, `package` and `part` hold the
//! zip to its limits, `xml` walks one part, `sheet` streams the cells. `calamine` stays what the tests and
//! the benchmark compare with (feature `against-calamine`).

mod cell;
mod cell_reference;
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
