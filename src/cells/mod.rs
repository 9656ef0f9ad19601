//! From the bytes of a file to the grid of its cells, whatever its format: CSV in any usual encoding, and
//! workbooks. What is not a sound file of sensible size is refused here, before anything in it is believed.
//! It does not know what a cell means.

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
pub(crate) use limits::{Excess, Totals};
pub(crate) use serial::{day_of_serial, words_of_day};
