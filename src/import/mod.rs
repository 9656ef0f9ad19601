//! From a table as a council keeps it to a document: which sheet and row hold the headings, what each
//! column means, where a recommendation is carried down, what a cell says; with everything that was
//! understood written down, and every cell used or listed. It knows cells, and no file format.

mod cells_of_keys;
mod facts;
mod headings;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod import;
mod layout;
mod ledger;
mod leftovers;
mod looks;
mod meaning;
mod merges;
mod options;
mod places;
mod read;
mod reader;
mod registers;
mod rows;
#[cfg(test)]
mod shapes_tests;
mod understood;
pub(crate) mod values;
mod view;

pub use crate::cells::SheetLimits;
pub use import::Import;
pub use meaning::{ColumnMeaning, SheetKind};
pub use options::{ReadOptions, TableOptions};
pub use understood::{
    ColumnUnderstood, FactUnderstood, RowUnderstood, SheetUnderstood, Understood, UnusedCell,
};

pub(crate) use places::Places;
pub(crate) use read::read;
