//! Plans for property tests: strategies that generate valid plans, and a way to break a plan for
//! each structural code.
//!
//! Every plan is valid **by construction**. The strategies draw plain numbers, and each number is
//! taken modulo the choices that exist when it is used. So no case is rejected, and a failing plan
//! always shrinks to a valid plan. Links only lead to earlier records, and the lists are shuffled
//! afterwards, so there are no cycles.
//!
//! They yield documents, which show all their texts when a property fails; a property builds its plan.
//!
//! The plans are as untidy as real ones. They have several sources that use the same numbers, parts
//! of parts, unnumbered recommendations, links by variants of a reference (`R02` for `r2`), by
//! `source/reference` and by id, dates in words, owners still to be confirmed, and work that was
//! stopped with and without agreement. Every key of the format occurs.
//!
//! ```
//! use improvement_plan::{Plan, strategy};
//! use proptest::prelude::*;
//!
//! proptest!(|(doc in strategy::plan_doc(), as_of in strategy::as_of())| {
//!     let plan = Plan::build(doc).unwrap();
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
mod successor;
mod targets;
mod values;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::num::u16::ANY;
use proptest::strategy::Strategy;

use crate::plan::PlanDoc;

pub use breakers::{Breaker, breaker, breakers};
pub use shape::{Dates, Shape};

/// Generates a valid document of the default [`Shape`]: a few records of each kind.
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

/// Generates a valid document of a shape.
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

/// Generates a valid document and a later one of the same council, with a few of the changes that officers make
/// between two meetings: work done, stopped or moved, records added, removed, renumbered, reworded or moved to another
/// place, ids pinned, other particulars of the plan.
///
/// ```
/// use improvement_plan::plan::ItemKind;
/// use improvement_plan::{Plan, strategy};
/// use proptest::prelude::*;
///
/// let days = (strategy::as_of(), strategy::as_of());
/// proptest!(|((earlier, later) in strategy::plan_and_successor(), (before, as_of) in days)| {
///     let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
///     let open = *later.progress_since(&earlier, before, as_of).balance(ItemKind::Action).open();
///     let came = open.opening() + open.added() + open.reopened();
///     let went = open.completed() + open.suspended() + open.withdrawn() + open.removed();
///     prop_assert_eq!(came - went, open.closing());
/// });
/// ```
pub fn plan_and_successor() -> impl Strategy<Value = (PlanDoc, PlanDoc)> {
    plan_and_successor_with(Shape::default())
}

/// Generates a valid document of a shape and a later one; see [`plan_and_successor`].
pub fn plan_and_successor_with(shape: Shape) -> impl Strategy<Value = (PlanDoc, PlanDoc)> {
    let edits = vec(vec(ANY, successor::EDIT), 0..=10);
    (plan_doc_with(shape), edits).prop_map(move |(earlier, edits)| {
        let later = successor::successor(&earlier, &edits, shape.dates);
        (earlier, later)
    })
}

/// Generates a reporting date in or near the period of the generated dates, September 2026 to
/// January 2027.
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
