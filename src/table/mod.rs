//! From a table as a council keeps it to a document: which sheet and row hold the headings, what each
//! column means, where a recommendation is carried down, what a cell says; with everything that was
//! understood written down, and every cell used or listed. It knows cells, and no file format.

pub(crate) mod codes;
mod grid;
mod headings;
mod import;
mod limits;
mod meaning;
mod options;
mod places;
mod problems;
mod read;
mod serial;
mod understood;
pub(crate) mod values;

pub use import::Import;
pub use limits::SheetLimits;
pub use meaning::{ColumnMeaning, SheetKind};
pub use options::{ReadOptions, TableOptions};
pub use understood::{
    ColumnUnderstood, FactUnderstood, RowUnderstood, SheetUnderstood, Understood, UnusedCell,
};

pub(crate) use grid::{Cell, Content, DateSystem, Grid, Merge, Row, Sheet, Shown};
pub(crate) use places::Places;
pub(crate) use problems::Problems;
pub(crate) use read::read;
pub(crate) use serial::day_of_serial;
