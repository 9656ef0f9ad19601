//! Which column each key of a record is read from, so that what is said of the record is said of the
//! cell.

use super::view::View;
use super::{ColumnMeaning as M, SheetKind, SourceMap};

type Key = (&'static str, &'static str, &'static str, M);

const OF_ACTIONS: &[Key] = &[
    ("actions", "", "title", M::Action),
    ("actions", "", "reference", M::ActionReference),
    ("actions", "", "reference", M::Action),
    ("actions", "", "answers", M::RecommendationReference),
    ("actions", "", "answers", M::Recommendation),
    ("actions", "", "answers", M::Answers),
    ("actions", "", "enables", M::Enables),
    ("actions", "", "workstream", M::Workstream),
    ("actions", "", "owners", M::Owners),
    ("actions", "", "owners", M::OtherOwners),
    ("actions", "", "start", M::Start),
    ("actions", "", "due", M::Due),
    ("actions", "", "completed", M::Completed),
    ("actions", "", "status", M::Status),
    ("actions", "", "status", M::Rag),
    ("actions", "", "rag", M::Rag),
    ("actions", "", "rag", M::Status),
    ("actions", "", "success", M::Success),
    ("actions", "", "depends_on", M::DependsOn),
    ("actions", "", "resources", M::Resources),
    ("actions", "", "tags", M::Priority),
    ("actions", "", "revisions", M::RevisedDue),
    ("actions", "revisions", "due", M::RevisedDue),
    ("actions", "milestones", "title", M::Milestones),
    ("actions", "milestones", "due", M::Due),
    ("actions", "milestones", "completed", M::Completed),
    ("actions", "milestones", "status", M::Status),
    ("actions", "milestones", "owners", M::Owners),
    ("actions", "updates", "text", M::Update),
    ("actions", "updates", "text", M::Status),
    ("actions", "evidence", "title", M::Evidence),
    ("sources", "", "title", M::Enables),
    ("workstreams", "", "name", M::Workstream),
    ("workstreams", "", "reference", M::Workstream),
];

const OF_RECOMMENDATIONS: &[Key] = &[
    ("recommendations", "", "reference", M::RecommendationReference),
    ("recommendations", "", "reference", M::Recommendation),
    ("recommendations", "", "text", M::Recommendation),
    ("recommendations", "", "part_of", M::RecommendationReference),
    ("recommendations", "", "source", M::Source),
    ("recommendations", "", "addressed_to", M::AddressedTo),
    ("recommendations", "", "paragraphs", M::Paragraphs),
    ("recommendations", "", "tier", M::Priority),
    ("recommendations", "", "urgency", M::Priority),
    ("recommendations", "", "tags", M::Workstream),
    ("recommendations", "", "difference", M::Success),
    ("sources", "", "title", M::Source),
    ("sources", "", "published", M::SourceDate),
];

const OF_MEASURES: &[Key] = &[
    ("measures", "", "reference", M::MeasureReference),
    ("measures", "", "name", M::Measure),
    ("measures", "", "unit", M::Unit),
    ("measures", "", "baseline", M::Baseline),
    ("measures", "", "targets", M::Target),
    ("measures", "", "readings", M::Reading),
    ("measures", "", "comparators", M::Comparator),
    ("measures", "", "answers", M::RecommendationReference),
    ("measures", "", "answers", M::Answers),
    ("measures", "", "workstreams", M::Workstream),
    ("workstreams", "", "name", M::Workstream),
];

/// Writes down the columns of a table. Where a key has several, the first that the table has.
pub(super) fn register(places: &mut SourceMap, view: &View<'_>) {
    let tables: &[&[Key]] = match view.layout.kind {
        Some(SheetKind::Actions) => &[OF_ACTIONS, OF_RECOMMENDATIONS],
        Some(SheetKind::Recommendations) => &[OF_RECOMMENDATIONS],
        Some(SheetKind::Measures) => &[OF_MEASURES],
        Some(SheetKind::Ignore) | None => &[],
    };
    for (list, inner, key, means) in tables.iter().copied().flatten() {
        if let Some(column) = view.columns(*means).next() {
            places.column(view.place, list, inner, key, column.column);
        }
    }
}
