//! Works out what a table holds from its headings.

use crate::import::headings::Says;
use crate::import::{ColumnMeaning, SheetKind};

/// Returns what a table with these headings holds, or `None` if they name no record.
pub(super) fn kind_of(says: &[Says]) -> Option<SheetKind> {
    use ColumnMeaning as M;
    let has = |wanted: &[Says]| wanted.iter().any(|one| says.contains(one));
    let means = |wanted: &[M]| wanted.iter().any(|one| says.contains(&Says::Means(*one)));
    let periods = says.iter().filter(|one| **one == Says::Period).count();

    let is_planned = means(&[M::Owners, M::Due, M::Status, M::Rag]) || has(&[Says::Progress]);
    let names_action = means(&[M::Action]) || has(&[Says::How]);
    let says_what = has(&[Says::What]);
    let may_name_action = says_what || means(&[M::Milestones]);
    let names_measure =
        has(&[Says::Measure, Says::Indicator]) || means(&[M::Measure, M::MeasureReference]);
    let has_figures = means(&[M::Baseline, M::Reading, M::Comparator, M::Unit]);
    let names_recommendation = means(&[M::Recommendation]);

    let is_of_actions = may_name_action && is_planned && (says_what || !names_recommendation);
    if names_action || is_of_actions {
        Some(SheetKind::Actions)
    } else if names_recommendation {
        Some(SheetKind::Recommendations)
    } else if names_measure || periods >= 2 || (has_figures && has(&[Says::Words, Says::Target])) {
        Some(SheetKind::Measures)
    } else if may_name_action {
        Some(SheetKind::Actions)
    } else if means(&[M::RecommendationReference, M::AddressedTo])
        && has(&[Says::Words, Says::Objective, Says::What])
    {
        Some(SheetKind::Recommendations)
    } else if has(&[Says::Words, Says::Objective, Says::Priority])
        && means(&[M::Due])
        && means(&[M::Owners])
    {
        Some(SheetKind::Actions)
    } else {
        None
    }
}
