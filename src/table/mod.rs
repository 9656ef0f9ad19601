//! From a table as a council keeps it to a document: which sheet and row hold the headings, what each
//! column means, where a recommendation is carried down, what a cell says; with everything that was
//! understood written down, and every cell used or listed. It knows cells, and no file format.

mod cells_of_keys;
pub(crate) mod codes;
mod facts;
mod grid;
mod headings;
mod import;
mod layout;
mod ledger;
mod leftovers;
mod limits;
mod looks;
mod meaning;
mod merges;
mod options;
mod places;
mod problems;
mod read;
mod reader;
mod registers;
mod rows;
mod serial;
#[cfg(test)]
mod shapes_tests;
mod understood;
pub(crate) mod values;
mod view;

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
pub(crate) use serial::{day_of_serial, words_of_day};
