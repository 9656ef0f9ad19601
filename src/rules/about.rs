//! What a diagnostic of a rule of one's own is about.

use crate::diagnostic::Location;
use crate::plan::{
    ActionRef, Item, MeasureRef, MilestoneRef, Plan, RecommendationRef, SourceRef, WorkstreamRef,
};

/// The subject of a diagnostic about the whole plan.
pub(super) const THE_PLAN: &str = "the plan";

/// What a diagnostic is about: a record or the whole plan, and where in it.
///
/// ```
/// use improvement_plan::rules::{About, Rule};
/// use improvement_plan::{Owner, Severity};
///
/// let rule = Rule::new("anyshire-no-boards", Severity::Advice, "A board is no owner.", |plan, _, found| {
///     for action in plan.actions() {
///         for (at, owner) in action.record().owners.iter().enumerate() {
///             if matches!(owner, Owner::Text(name) if name.ends_with("Board")) {
///                 found.report(About::from(action).key("owners").index(at), "a board owns it");
///             }
///         }
///     }
/// });
/// # let _ = rule;
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct About {
    pub(super) location: Location,
    pub(super) subject: String,
}

impl About {
    /// Goes on to the value of a key of the document: `owners`.
    #[must_use]
    pub fn key(self, key: &'static str) -> Self {
        Self { location: self.location.key(key), ..self }
    }

    /// Goes on to the element at a position of a list, counted from 0.
    #[must_use]
    pub fn index(self, position: usize) -> Self {
        Self { location: self.location.index(position), ..self }
    }
}

impl From<&Plan> for About {
    fn from(_: &Plan) -> Self {
        Self { location: Location::default(), subject: THE_PLAN.to_owned() }
    }
}

macro_rules! about_records {
    ($($handle:ident),+) => {$(
        impl From<$handle<'_>> for About {
            fn from(record: $handle<'_>) -> Self {
                Self { location: record.location(), subject: record.subject() }
            }
        }
    )+};
}

about_records!(
    SourceRef,
    RecommendationRef,
    WorkstreamRef,
    ActionRef,
    MilestoneRef,
    Item,
    MeasureRef
);
