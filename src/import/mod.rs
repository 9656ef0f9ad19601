//! From a table as a council keeps it to a document: which sheet and row hold the headings, what each
//! column means, where a recommendation is carried down, what a cell says; with everything that was
//! understood written down, and every cell used or listed. It knows cells, and no file format.

mod facts;
mod headings;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod import;
mod key_columns;
mod known_records;
mod layout;
mod ledger;
mod looks;
mod meaning;
mod merges;
mod options;
mod read;
mod reader;
mod rows;
#[cfg(test)]
mod shapes_tests;
mod source_map;
mod understood;
mod unused_cells;
pub(crate) mod values;
mod view;

pub use crate::cells::SheetLimits;
pub use import::Import;
pub use meaning::{ColumnMeaning, SheetKind};
pub use options::{ReadOptions, TableOptions};
pub use understood::{
    ColumnUnderstood, FactUnderstood, RowUnderstood, SheetUnderstood, Understood, UnusedCell,
};

pub(crate) use read::read;
pub(crate) use source_map::SourceMap;
