//! Reads the bytes of a file into a grid of cells: CSV in any usual encoding, and workbooks. Files that
//! are not sound or not of sensible size are refused here, before any content is trusted. Cells are not
//! interpreted.
//! Whoever reads the grid keeps a `Ledger` of the cells that were used, so that none is dropped silently.
//!
//! For developers: `csv::read` and `xlsx::read` both return a [`Grid`], sheets of rows of cells, each
//! cell with its content, how a number is shown and its fill. Both first ask `file_kind` what the bytes
//! are, so that a PDF is called a PDF, and count what they read against [`SheetLimits`] (`limits`). The
//! messages for refused files are in `error` and `other_file` of each format. A new format is another
//! folder beside these two with a function `read`; no module above this one changes.

#[cfg(feature = "csv")]
pub(crate) mod csv;
mod file_kind;
mod grid;
mod ledger;
mod limits;
mod serial;
#[cfg(feature = "workbook")]
pub(crate) mod xlsx;

pub use limits::SheetLimits;

#[cfg(feature = "workbook")]
pub(crate) use grid::Comment;
pub(crate) use grid::{Cell, Content, DateSystem, Grid, Merge, Row, Sheet, Shown};
pub(crate) use ledger::{At, Ledger};
#[cfg(feature = "workbook")]
pub(crate) use limits::SHEET_ROWS;
pub(crate) use limits::{Excess, Totals};
pub(crate) use serial::{day_of_serial, iso, words_of_day};
