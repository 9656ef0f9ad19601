//! What a report calls the records of a plan: by their reference first, and what they say.

use crate::plan::{ActionRef, Item, RecommendationRef, Reference, SourceRef, quoted};
use crate::text::written;

/// `2.4.8`, or the beginning of what it says where it has no reference.
pub(super) fn short_name(reference: Reference<'_>, text: &str) -> String {
    reference.as_str().map_or_else(|| quoted(text), str::to_owned)
}

/// `2.4.8: Launch a council`.
pub(super) fn action_name(action: ActionRef<'_>) -> String {
    match action.reference().as_str() {
        Some(reference) => format!("{reference}: {}", action.title()),
        None => format!("{} (no reference)", action.title()),
    }
}

/// `2.4.8: Launch a council`, `3.1.a, a milestone of 3.1: Advert live`.
pub(super) fn item_name(item: Item<'_>) -> String {
    let Item::Milestone(milestone) = item else { return action_name(item.action()) };
    let whole = action_of(item).unwrap_or_default();
    match milestone.reference().as_str() {
        Some(reference) => format!("{reference}, a milestone of {whole}: {}", milestone.title()),
        None => format!("A milestone of {whole}: {}", milestone.title()),
    }
}

/// The action that a milestone belongs to.
pub(super) fn action_of(item: Item<'_>) -> Option<String> {
    let Item::Milestone(milestone) = item else { return None };
    Some(short_name(milestone.action().reference(), milestone.action().title()))
}

/// `13: Reduce caseloads.`, `Unnumbered: Reduce caseloads.`
pub(super) fn recommendation_name(recommendation: RecommendationRef<'_>) -> String {
    let reference = recommendation.reference().as_str().unwrap_or("Unnumbered");
    format!("{reference}: {}", recommendation.text())
}

/// `Part 2a`, `An unnumbered part`.
pub(super) fn part_name(part: RecommendationRef<'_>) -> String {
    match part.reference().as_str() {
        Some(reference) => format!("Part {reference}"),
        None => "An unnumbered part".to_owned(),
    }
}

/// `Ofsted (ofsted-2017)`.
pub(super) fn source_name(source: SourceRef<'_>) -> String {
    match (written(source.record().body.as_ref()), source.reference().as_str()) {
        (Some(body), Some(reference)) => format!("{} ({reference})", body.trim()),
        (Some(body), None) => format!("{} ({})", body.trim(), source.title()),
        (None, Some(reference)) => format!("{} ({reference})", source.title()),
        (None, None) => source.title().to_owned(),
    }
}
