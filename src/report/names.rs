//! Names the records of a plan in reports: the reference first, then the text.

use super::grammar::sentence;
use super::line::isolated;
use crate::plan::{ActionRef, Item, Lead, RecommendationRef, Reference, SourceRef, quoted};
use crate::text::written;

/// Returns the reference, `2.4.8`, or without one the beginning of the text.
pub(super) fn short_name(reference: Reference<'_>, text: &str) -> String {
    reference.as_str().map_or_else(|| isolated(&quoted(text)), isolated)
}

/// Returns `2.4.8: Launch a council`.
pub(super) fn action_name(action: ActionRef<'_>) -> String {
    match action.reference().as_str() {
        Some(reference) => format!("{}: {}", isolated(reference), isolated(action.title())),
        None => format!("{} (no reference)", isolated(action.title())),
    }
}

/// Returns `2.4.8: Launch a council` or `3.1.a, a milestone of 3.1: Advert live`.
pub(super) fn item_name(item: Item<'_>) -> String {
    let Item::Milestone(milestone) = item else { return action_name(item.action()) };
    let whole = action_of(item).unwrap_or_default();
    let title = isolated(milestone.title());
    match milestone.reference().as_str() {
        Some(reference) => format!("{}, a milestone of {whole}: {title}", isolated(reference)),
        None => format!("A milestone of {whole}: {title}"),
    }
}

/// Returns the name of the action that a milestone belongs to.
pub(super) fn action_of(item: Item<'_>) -> Option<String> {
    let Item::Milestone(milestone) = item else { return None };
    Some(short_name(milestone.action().reference(), milestone.action().title()))
}

/// Returns `13: Reduce caseloads.` or `Unnumbered: Reduce caseloads.`
pub(super) fn recommendation_name(recommendation: RecommendationRef<'_>) -> String {
    let reference = recommendation.reference();
    let reference = reference.as_str().map_or_else(|| "Unnumbered".to_owned(), isolated);
    format!("{reference}: {}", isolated(recommendation.text()))
}

/// Returns `Part 2a` or `An unnumbered part`.
pub(super) fn part_name(part: RecommendationRef<'_>) -> String {
    match part.reference().as_str() {
        Some(reference) => format!("Part {}", isolated(reference)),
        None => "An unnumbered part".to_owned(),
    }
}

/// Returns `Ofsted (ofsted-2017)`.
pub(super) fn source_name(source: SourceRef<'_>) -> String {
    let title = isolated(source.title());
    let body = written(source.record().body.as_ref()).map(isolated);
    let reference = source.reference().as_str().map(isolated);
    match (body, reference) {
        (Some(body), Some(reference)) => format!("{body} ({reference})"),
        (Some(body), None) => format!("{body} ({title})"),
        (None, Some(reference)) => format!("{title} ({reference})"),
        (None, None) => title,
    }
}

/// Returns the lead, or `no owner`.
pub(super) fn lead_name(lead: Lead<'_>) -> String {
    lead.as_str().map_or_else(|| lead.to_string(), isolated)
}

/// Returns `Lead: Head of Service.` or `No lead.`
pub(super) fn lead_sentence(lead: Lead<'_>) -> String {
    match lead.as_str() {
        Some(lead) => sentence(&format!("Lead: {}", isolated(lead))),
        None => "No lead.".to_owned(),
    }
}

/// Returns the lead for a cell under the heading of leads, or `no lead`.
pub(super) fn lead_cell(lead: Lead<'_>) -> String {
    lead.as_str().map_or_else(|| "no lead".to_owned(), isolated)
}
