//! Plans for property tests: any valid plan, and one way to break it for each structural code. It
//! knows how a valid document is made, and nothing of what a plan answers.
//!
//! Every plan is valid **by construction**: what is drawn are plain numbers, and a number is taken
//! modulo whatever exists when it is used. So nothing is ever thrown away, and whatever proptest
//! shrinks a failing plan to is a valid plan as well. Links only lead to records before them, and the
//! lists are shuffled afterwards, so that no hierarchy and no dependency goes in cycles.
//!
//! The plans are as untidy as real ones: several sources that use the same numbers, parts of parts,
//! unnumbered recommendations, links by odd but equal references (`R02` for `r2`), by
//! `source/reference` and by id, dates in words, owners still to be confirmed, work that was stopped
//! with and without agreement. Every key of the format occurs.
//!
//! ```
//! use improvement_plan::strategy;
//! use proptest::prelude::*;
//!
//! proptest!(|(plan in strategy::plan(), as_of in strategy::as_of())| {
//!     let coverage = plan.coverage(as_of);
//!     let addressed = coverage.addressed();
//!     prop_assert_eq!(addressed.missing(), coverage.uncovered().count());
//! });
//! ```

mod actions;
mod assemble;
mod breakers;
mod choices;
mod draft;
mod parts;
mod records;
mod shape;
mod targets;
mod values;

use chrono::NaiveDate;
use proptest::strategy::Strategy;

use crate::plan::{Plan, PlanDoc};

pub use breakers::{Breaker, breaker, breakers};
pub use shape::{Dates, Shape};

/// Any valid document of the default [`Shape`]: a few records of each kind.
///
/// ```
/// use improvement_plan::{strategy, Plan};
/// use proptest::prelude::*;
///
/// proptest!(|(doc in strategy::plan_doc())| {
///     prop_assert!(Plan::build(doc).is_ok());
/// });
/// ```
pub fn plan_doc() -> impl Strategy<Value = PlanDoc> {
    plan_doc_with(Shape::default())
}

/// Any valid document of a shape.
///
/// ```
/// use improvement_plan::strategy::{self, Shape};
/// use proptest::prelude::*;
///
/// let shape = Shape::default().with_actions(20).with_milestones(0);
/// proptest!(|(doc in strategy::plan_doc_with(shape))| {
///     prop_assert!(doc.actions.len() <= 20);
///     prop_assert!(doc.actions.iter().all(|action| action.milestones.is_empty()));
/// });
/// ```
pub fn plan_doc_with(shape: Shape) -> impl Strategy<Value = PlanDoc> {
    draft::draft(shape).prop_map(move |draft| assemble::assemble(&draft, shape.dates))
}

/// Any plan: a document of [`plan_doc`], built.
///
/// ```
/// use improvement_plan::strategy;
/// use proptest::prelude::*;
///
/// proptest!(|(plan in strategy::plan())| {
///     prop_assert_eq!(plan.actions().len(), plan.action_count());
/// });
/// ```
pub fn plan() -> impl Strategy<Value = Plan> {
    plan_doc().prop_map(|doc| {
        Plan::build(doc).unwrap_or_else(|rejected| {
            unreachable!("a document that is valid by construction was rejected: {rejected}")
        })
    })
}

/// A day on which to ask: in and around the time the plans speak of, September 2026 to January 2027.
///
/// ```
/// use improvement_plan::{strategy, NaiveDate};
/// use proptest::prelude::*;
///
/// let later: NaiveDate = "2027-03-01".parse()?;
/// proptest!(|(as_of in strategy::as_of())| {
///     prop_assert!(as_of < later);
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn as_of() -> impl Strategy<Value = NaiveDate> {
    values::as_of()
}
