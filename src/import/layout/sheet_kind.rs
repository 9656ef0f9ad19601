//! Works out what a table holds from its headings.

use crate::import::column_meaning::Shows;
use crate::import::headings::HeadingMeaning;
use crate::import::{ColumnMeaning, SheetKind};

fn shows(meanings: &[HeadingMeaning], shows: Shows) -> bool {
    let is_one =
        |one: &HeadingMeaning| matches!(one, HeadingMeaning::Always(means) if means.shows(shows));
    meanings.iter().any(is_one)
}

/// Returns whether headings say who does something, by when or how far it is.
pub(super) fn is_planned(meanings: &[HeadingMeaning]) -> bool {
    shows(meanings, Shows::Plan)
        || meanings.contains(&HeadingMeaning::Progress)
        || meanings.contains(&HeadingMeaning::CompletionDate)
}

/// Returns what a table with these headings holds, or `None` if they name no record.
pub(super) fn kind_of(meanings: &[HeadingMeaning]) -> Option<SheetKind> {
    use ColumnMeaning as M;
    let has = |wanted: &[HeadingMeaning]| wanted.iter().any(|one| meanings.contains(one));
    let means =
        |wanted: &[M]| wanted.iter().any(|one| meanings.contains(&HeadingMeaning::Always(*one)));
    let periods = meanings.iter().filter(|one| **one == HeadingMeaning::Period).count();

    let is_planned = is_planned(meanings);
    let names_action = means(&[M::Action]) || has(&[HeadingMeaning::How]);
    let says_what = has(&[HeadingMeaning::What]);
    let may_name_action = says_what || means(&[M::Milestones]);
    let names_measure = has(&[HeadingMeaning::Measure, HeadingMeaning::Indicator])
        || means(&[M::Measure, M::MeasureReference]);
    let has_figures = shows(meanings, Shows::Figures);
    let names_recommendation = means(&[M::Recommendation])
        || has(&[
            HeadingMeaning::Finding,
            HeadingMeaning::Need,
            HeadingMeaning::Standard,
            HeadingMeaning::RecommendationOrAction,
        ]);

    let is_of_actions = may_name_action && is_planned && (says_what || !names_recommendation);
    if names_action || is_of_actions {
        Some(SheetKind::Actions)
    } else if names_recommendation {
        Some(SheetKind::Recommendations)
    } else if names_measure
        || periods >= 2
        || (has_figures && has(&[HeadingMeaning::Words, HeadingMeaning::Target]))
    {
        Some(SheetKind::Measures)
    } else if may_name_action {
        Some(SheetKind::Actions)
    } else if means(&[M::RecommendationReference, M::AddressedTo])
        && has(&[HeadingMeaning::Words, HeadingMeaning::Objective, HeadingMeaning::What])
    {
        Some(SheetKind::Recommendations)
    } else if has(&[HeadingMeaning::Words, HeadingMeaning::Objective, HeadingMeaning::Priority])
        && (means(&[M::Due]) || has(&[HeadingMeaning::CompletionDate]))
        && means(&[M::Owners])
    {
        Some(SheetKind::Actions)
    } else {
        None
    }
}
