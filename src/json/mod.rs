//! Reads plans and documents from JSON and writes them as JSON, with errors that name the place and
//! the remedy in plain English.
//!
//! The document is the native form of a plan: JSON keeps all of it, whether it came from a table or
//! from a program, and the same document is always written as the same bytes. [`Plan::from_json`]
//! reads a valid plan. [`PlanDoc::from_json`] reads only the document, so that one that is not
//! valid yet can be edited. `RuleSettings::from_json` reads a council's selection of rules and,
//! with `csv` or `workbook`, `ReadOptions::from_json` its options for reading its tables.
//! [`WorkingDays::from_gov_uk_json`] reads the bank holidays that GOV.UK publishes. A text that is not a document gives a [`JsonError`] with
//! everything that is wrong with it: for each problem its code, path, line and column, what was
//! found, and what to do. [`LoadError`] is either that or the
//! [`RejectedPlan`](crate::RejectedPlan) of a document with structural problems.
//!
//! ```
//! use improvement_plan::{LoadError, NaiveDate, Plan, PlanDoc};
//!
//! let mut doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire");
//! doc.status_date = Some("2026-10-30".parse::<NaiveDate>()?.into());
//! let text = doc.to_json();
//! assert_eq!(Plan::from_json(&text)?.to_json(), text);
//!
//! let broken = text.replace("sample-2026\",", "sample-2026\"");
//! match Plan::from_json(&broken) {
//!     Err(LoadError::Json(error)) => assert_eq!((error.line(), error.column()), (4, 3)),
//!     other => panic!("the text is not JSON: {other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Plan::from_json`]: crate::Plan::from_json
//! [`PlanDoc::from_json`]: crate::PlanDoc::from_json
//! [`WorkingDays::from_gov_uk_json`]: crate::working_days::WorkingDays::from_gov_uk_json

mod bank_holidays;
mod codes;
mod diagnose;
mod error;
mod findings;
mod format;
mod known_keys;
mod leaf;
mod load_error;
mod located_value;
mod message;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod options;
mod places;
mod position;
mod problem;
mod read;
mod rule_settings;
mod stand_in;
mod strict;
mod syntax;
mod value_error;

pub use bank_holidays::BankHolidaysError;
pub use error::JsonError;
pub use load_error::LoadError;
