//! From the bytes of a file to the grid of its cells, whatever its format: CSV in any usual encoding, and
//! workbooks. What is not a sound file of sensible size is refused here, before anything in it is believed.
//! It does not know what a cell means.
//!
//! For developers: `csv::read` and `xlsx::read` both give a [`Grid`], sheets of rows of cells, each cell with
//! what it holds, how a figure is shown and its fill. Both first ask `file_kind` what the bytes are, so that
//! a PDF is called a PDF, and both count what they read against [`SheetLimits`] (`limits`). The words in
//! which a file is refused are in the `error` and `other_file` of each format. A new format is one more
//! folder beside these two with a function `read`; nothing above this room changes.

#[cfg(feature = "csv")]
pub(crate) mod csv;
mod file_kind;
mod grid;
mod limits;
mod serial;
#[cfg(feature = "workbook")]
pub(crate) mod xlsx;

pub use limits::SheetLimits;

pub(crate) use grid::{Cell, Content, DateSystem, Grid, Merge, Row, Sheet, Shown};
#[cfg(feature = "workbook")]
pub(crate) use limits::{CELL_UNITS, SHEET_ROWS};
pub(crate) use limits::{Excess, Totals};
pub(crate) use serial::{day_of_serial, words_of_day};
