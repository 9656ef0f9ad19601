//! Plans in Excel workbooks (`.xlsx`).
//!
//! [`read`] reads any workbook. One written by [`write_working`] or [`write_template`] is recognised and
//! reads back exactly; in any other the reader finds the tables and records how it understood them.
//! Files are not trusted: an invalid workbook, or one that exceeds the limits, is refused with the
//! reason.
//!
//! ```
//! use improvement_plan::import::ReadOptions;
//! use improvement_plan::{workbook, Action, PlanDoc, Rules, Source};
//!
//! # let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
//! #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
//! #     .with_actions([Action::new("Weekly board").with_reference("1").with_enables(["ofsted"])]);
//! # let mut file = Vec::new();
//! # workbook::write_working(&doc, &mut file)?;
//! let import = workbook::read(file.as_slice(), &ReadOptions::new())?;
//! for cell in import.interpretation().unused() {
//!     println!("{}: not used, {}", cell.place(), cell.why());
//! }
//! let plan = import.build()?;       // problems have a cell, such as Actions!C12
//! let diagnostics = import.located(plan.check(&Rules::standard(), "2026-11-02".parse()?));
//! let owner = diagnostics.of_code("owner-missing").next().unwrap();
//! assert_eq!(owner.location().to_string(), "Actions, row 2");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod read;
mod row_keys;
mod row_names;
mod schema;
mod write;

pub use crate::cells::xlsx::WorkbookError;
pub use read::read;
pub use write::{write_template, write_working};
