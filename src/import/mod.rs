//! Reads plans from the tables councils keep: finds the sheet and row of the headings, works out what
//! each column means, and turns the rows into a document.
//!
//! `workbook::read` and `csv::read` return an [`Import`]. It holds the document, the diagnostics with
//! their cells, and an [`Interpretation`]: how each column was read and why, and every cell that was not
//! used. Nothing is dropped without being listed. [`ReadOptions`] supply what a table cannot: whose plan
//! it is, what a column means, what a status word means.
//!
//! ```
//! # #[cfg(feature = "csv")] {
//! use improvement_plan::import::{ColumnMeaning, ReadOptions};
//! use improvement_plan::{Rules, csv};
//!
//! let table = "No.,Recommendation,Action,Lead,By when,Phone\n\
//!              1,Reduce caseloads.,Recruit ten social workers,Director of HR,End Nov 2026,\n\
//!              2,Hear every child.,Train all staff,,End Dec 2026,020 7946 0000\n";
//! let options = ReadOptions::new()
//!     .with_authority("Anyshire")
//!     .with_reference("anyshire-2026")
//!     .with_title("Improvement plan");
//! let import = csv::read(table.as_bytes(), &options)?;
//!
//! // How each column was read, and why.
//! let columns = import.interpretation().sheets()[0].columns();
//! assert_eq!(columns[4].heading(), "By when");
//! assert_eq!(columns[4].means(), Some(ColumnMeaning::Due));
//! assert_eq!(columns[4].why(), "its heading");
//!
//! // The cells that were not used.
//! let unused = import.interpretation().unused();
//! assert_eq!(unused[0].text(), "020 7946 0000");
//!
//! // The plan, and the diagnostics of the rules, each at its cell.
//! let plan = import.build()?;
//! let diagnostics = import.located(plan.check(&Rules::standard(), "2026-11-02".parse()?));
//! let owner = diagnostics.of_code("owner-missing").next().unwrap();
//! assert_eq!(owner.location().row(), Some(3));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This module works on cells and knows no file format.

mod banner;
mod column_meaning;
mod file_order;
mod headings;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod import;
mod interpretation;
mod join_rows;
mod known_records;
mod layout;
mod legend_key;
mod merges;
mod metadata;
mod options;
mod options_check;
mod read;
mod reader;
mod room;
mod row_options;
mod row_rule;
mod rows;
mod source_map;
mod split_columns;
mod table_help;
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
pub use options::{
    CarryDown, DateOrder, OtherColumns, ReadOptions, RevisedDates, SplitColumn, TableOptions,
};
pub use row_options::{BlankCells, RowKind, RowOptions};

pub(crate) use read::read;
pub(crate) use row_rule::RowRule;
pub(crate) use source_map::SourceMap;
