//! Names the records of a plan in reports: the reference first, then the text.

use crate::plan::{ActionRef, Item, RecommendationRef, Reference, SourceRef, quoted};
use crate::text::written;

/// Returns the reference, `2.4.8`, or without one the beginning of the text.
pub(super) fn short_name(reference: Reference<'_>, text: &str) -> String {
    reference.as_str().map_or_else(|| quoted(text), str::to_owned)
}

/// Returns `2.4.8: Launch a council`.
pub(super) fn action_name(action: ActionRef<'_>) -> String {
    match action.reference().as_str() {
        Some(reference) => format!("{reference}: {}", action.title()),
        None => format!("{} (no reference)", action.title()),
    }
}

/// Returns `2.4.8: Launch a council` or `3.1.a, a milestone of 3.1: Advert live`.
pub(super) fn item_name(item: Item<'_>) -> String {
    let Item::Milestone(milestone) = item else { return action_name(item.action()) };
    let whole = action_of(item).unwrap_or_default();
    match milestone.reference().as_str() {
        Some(reference) => format!("{reference}, a milestone of {whole}: {}", milestone.title()),
        None => format!("A milestone of {whole}: {}", milestone.title()),
    }
}

/// Returns the name of the action that a milestone belongs to.
pub(super) fn action_of(item: Item<'_>) -> Option<String> {
    let Item::Milestone(milestone) = item else { return None };
    Some(short_name(milestone.action().reference(), milestone.action().title()))
}

/// Returns `13: Reduce caseloads.` or `Unnumbered: Reduce caseloads.`
pub(super) fn recommendation_name(recommendation: RecommendationRef<'_>) -> String {
    let reference = recommendation.reference().as_str().unwrap_or("Unnumbered");
    format!("{reference}: {}", recommendation.text())
}

/// Returns `Part 2a` or `An unnumbered part`.
pub(super) fn part_name(part: RecommendationRef<'_>) -> String {
    match part.reference().as_str() {
        Some(reference) => format!("Part {reference}"),
        None => "An unnumbered part".to_owned(),
    }
}

/// Returns `Ofsted (ofsted-2017)`.
pub(super) fn source_name(source: SourceRef<'_>) -> String {
    match (written(source.record().body.as_ref()), source.reference().as_str()) {
        (Some(body), Some(reference)) => format!("{} ({reference})", body.trim()),
        (Some(body), None) => format!("{} ({})", body.trim(), source.title()),
        (None, Some(reference)) => format!("{} ({reference})", source.title()),
        (None, None) => source.title().to_owned(),
    }
}
