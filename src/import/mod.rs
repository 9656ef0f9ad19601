//! From a table as a council keeps it to a document: which sheet and row hold the headings, what each
//! column means, where a recommendation is carried down, what a cell says; with everything that was
//! understood written down, and every cell used or listed. It knows cells, and no file format.

mod column_meaning;
mod headings;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod import;
mod interpretation;
mod key_columns;
mod known_records;
mod layout;
mod ledger;
mod merges;
mod metadata;
mod options;
mod read;
mod reader;
mod rows;
#[cfg(test)]
mod shapes_tests;
mod source_map;
mod table_reader;
mod text_patterns;
mod unused_cells;
pub(crate) mod values;
mod view;

pub use crate::cells::SheetLimits;
pub use column_meaning::{ColumnMeaning, SheetKind};
pub use import::Import;
pub use interpretation::{
    ColumnInterpretation, Interpretation, MetadataInterpretation, RowInterpretation,
    SheetInterpretation, UnusedCell,
};
pub use options::{ReadOptions, TableOptions};

pub(crate) use read::read;
pub(crate) use source_map::SourceMap;
