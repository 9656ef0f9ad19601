//! Plans in workbooks (`.xlsx`): as councils keep them, as officers fill them, and the way back.
//!
//! [`read`] takes any workbook. One that [`write_working`] or [`write_template`] made is known by its own
//! mark and read back exactly; in any other the tables are looked for, and what was understood is
//! written down. A file from outside may be anything: what is no sound workbook of sensible size is
//! refused in plain words before anything in it is believed.
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
//! let plan = import.build()?;       // what is wrong is told at its cell: Actions!C12
//! let said = import.located(plan.check(&Rules::standard(), "2026-11-02".parse()?));
//! let owner = said.with_code("owner-missing").next().unwrap();
//! assert_eq!(owner.location().to_string(), "Actions, row 2");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! It knows the file format, and not what a foreign table means.

mod read;
mod row_keys;
mod row_names;
mod schema;
mod write;

pub use crate::cells::xlsx::WorkbookError;
pub use read::read;
pub use write::{write_template, write_working};
