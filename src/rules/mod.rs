//! Checks of a plan: a table of rules, each with a code, a severity, an explanation and a function; a
//! selection of them; and the waivers of a document. Rules use facts and never compute them.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc, Rules, Source};
//!
//! let doc = PlanDoc::new("p", "Plan", "Anyshire")
//!     .with_sources([Source::new("Inspection").with_reference("ofsted")])
//!     .with_actions([Action::new("Set up a board")
//!         .with_enables(["ofsted"])
//!         .with_due("2026-10-30")
//!         .with_rag("green")]);
//! let plan = Plan::build(doc)?;
//! let found = plan.check(&Rules::standard(), "2026-11-02".parse()?);
//! assert_eq!(found.of_code("green-but-overdue").count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To add a rule, add a row to `table.rs`, a function to the file of its subject and a case folder to
//! `tests/it/cases`, then regenerate `src/codes.md` and the goldens with `UPDATE_CASES=1 cargo test`. A
//! test names whatever is missing.

mod about;
mod assessments;
mod check;
mod collective;
mod completion;
mod coverage;
mod dates;
mod due;
mod evidence;
mod facts;
mod hits;
mod interim;
mod late;
mod locations;
mod measures;
mod milestones;
mod origin;
mod owners;
mod partners;
mod plan;
mod progress;
mod rag;
mod resources;
mod revisions;
mod rule;
mod selection;
mod settings;
mod sources;
mod status_date;
mod stops;
mod table;
mod vocabulary;
mod waivers;

pub use about::About;
pub use check::Checked;
pub use hits::Hits;
pub(crate) use origin::is_own_source;
pub use rule::{InvalidRule, Rule};
pub use selection::{Rules, UnknownCode};
pub use settings::{InvalidSettings, RuleBase, RuleSettings};
