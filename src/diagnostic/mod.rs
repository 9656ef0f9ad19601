//! Diagnostics about a document. Each has a stable code, a severity, a location, a subject, a
//! message with the value found, and help that says what to do. Use this module to show, filter,
//! count and group what [`Plan::build`](crate::Plan::build), [`Plan::check`](crate::Plan::check)
//! and the imports report.
//!
//! A diagnostic describes data; an error stops a call. They are different types.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc, Recommendation, Severity};
//!
//! let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire")
//!     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("2")])
//!     .with_actions([Action::new("Cap caseloads at 16").with_answers(["22"])]);
//! let rejected = Plan::build(doc).unwrap_err();
//! for diagnostic in rejected.diagnostics() {
//!     assert_eq!(diagnostic.code(), "unknown-recommendation");
//!     assert_eq!(diagnostic.severity(), Severity::Error);
//!     assert_eq!(diagnostic.location().to_string(), "actions[0].answers[0]");
//! }
//! ```

mod code;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod diagnostic;
mod diagnostics;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) mod import_codes;
mod location;
mod record_name;
mod waived;

pub(crate) use code::code_table;
pub use code::{Code, CodeEntry, Severity};
pub use diagnostic::Diagnostic;
pub(crate) use diagnostic::Hidden;
pub use diagnostics::Diagnostics;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use diagnostics::Problems;
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use location::column_letters;
#[cfg(feature = "json")]
pub(crate) use location::quoted_key;
pub use location::{Location, Step};
pub(crate) use record_name::RecordName;
pub use waived::Waived;
