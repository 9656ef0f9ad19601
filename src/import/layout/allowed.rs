//! Which meanings the columns of each kind of table may have, and which of them more than once.

use crate::import::{ColumnMeaning, SheetKind};

/// Whether a table of a kind can use a column of a meaning.
pub(super) fn is_allowed(kind: SheetKind, means: ColumnMeaning) -> bool {
    use ColumnMeaning as M;
    match kind {
        SheetKind::Actions => !matches!(
            means,
            M::MeasureReference
                | M::Measure
                | M::Unit
                | M::Baseline
                | M::Target
                | M::Reading
                | M::Comparator
        ),
        SheetKind::Recommendations => matches!(
            means,
            M::Number
                | M::RecommendationReference
                | M::Recommendation
                | M::Source
                | M::SourceDate
                | M::AddressedTo
                | M::Priority
                | M::Paragraphs
                | M::Workstream
                | M::Success
                | M::Ignore
        ),
        SheetKind::Measures => matches!(
            means,
            M::Number
                | M::MeasureReference
                | M::Measure
                | M::Unit
                | M::Baseline
                | M::Target
                | M::Reading
                | M::Comparator
                | M::Workstream
                | M::Answers
                | M::RecommendationReference
                | M::Ignore
        ),
        SheetKind::Ignore => false,
    }
}

/// Whether several columns of a table may have a meaning, each with something of its own to say.
pub(super) fn may_repeat(means: ColumnMeaning) -> bool {
    use ColumnMeaning as M;
    matches!(
        means,
        M::Update
            | M::Evidence
            | M::Milestones
            | M::OtherOwners
            | M::RevisedDue
            | M::Success
            | M::Resources
            | M::Reading
            | M::Comparator
            | M::DependsOn
            | M::Answers
            | M::Enables
            | M::Ignore
    )
}

/// Why a table of a kind leaves a column of a known meaning.
pub(super) fn why_not(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Actions => "a table of actions has no place for figures of measures",
        SheetKind::Recommendations => {
            "a recommendation has no such thing: it belongs to an action, and this table has no column of actions"
        }
        SheetKind::Measures => "a table of measures has no place for it",
        SheetKind::Ignore => "the options say that this sheet is not to be read",
    }
}
