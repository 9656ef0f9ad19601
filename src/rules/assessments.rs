//! Rules about the council's response to a recommendation and about assessments of whether it is met.

use super::coverage::{is_declined, is_own};
use super::dates::day;
use super::facts::Facts;
use super::hits::Hits;
use crate::analysis::RecommendationCoverage;
use crate::diagnostic::Location;
use crate::model::{Assessment, Judgement};
use crate::plan::{ActionRef, RecommendationRef, quoted};
use crate::text::{short_and_list, written};

pub(crate) fn recommendation_declined(facts: &Facts<'_>, hits: &mut Hits) {
    for recommendation in facts.plan.recommendations() {
        if !is_declined(recommendation) || is_own(recommendation) {
            continue;
        }
        let response = recommendation.record().response.as_ref();
        let reason = response.and_then(|response| written(response.reason.as_ref()));
        let reason = match reason {
            Some(reason) => format!("with the reason {}", quoted(reason)),
            None => "without a reason".to_owned(),
        };
        let from = recommendation.source().map_or("outside", |source| source.name());
        hits.add(
            recommendation.location().key("response").key("decision"),
            recommendation.subject(),
            format!("declined {reason}, though it comes from {from}"),
        );
    }
}

pub(crate) fn self_view_above_outside_view(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        let (Some(own), Some(outside)) = (views.own(), views.outside()) else { continue };
        let (Some(ours), Some(theirs)) = (own.judgement, outside.judgement) else { continue };
        if ours.standing() > theirs.standing() {
            let message = format!("{}; {}", view(facts, own), view(facts, outside));
            let recommendation = one.recommendation();
            hits.add(place(recommendation, own), recommendation.subject(), message);
        }
    }
}

pub(crate) fn closed_by_self_only(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        let Some(own) = views.own().filter(|view| says_met(view)) else { continue };
        let others: Vec<&Assessment> =
            [views.board(), views.outside()].into_iter().flatten().collect();
        if others.iter().any(|view| says_met(view)) {
            continue;
        }
        let others: Vec<String> = others.into_iter().map(|other| view(facts, other)).collect();
        let others = match others.as_slice() {
            [] => ", and nobody else has assessed it".to_owned(),
            others => format!("; {}", short_and_list(others)),
        };
        let recommendation = one.recommendation();
        let message = format!("{}{others}", view(facts, own));
        hits.add(place(recommendation, own), recommendation.subject(), message);
    }
}

pub(crate) fn closed_with_open_actions(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        let (own, board, outside) = (views.own(), views.board(), views.outside());
        // If several say so, quote the most authoritative.
        let met = [outside, board, own].into_iter().flatten().find(|view| says_met(view));
        let Some(met) = met else { continue };
        let open: Vec<String> = one
            .actions()
            .into_iter()
            .filter(|action| action.is_open(facts.as_of))
            .map(ActionRef::subject)
            .collect();
        if !open.is_empty() {
            let are = if open.len() == 1 { "is" } else { "are" };
            let message =
                format!("{}, and {} {are} still open", view(facts, met), short_and_list(&open));
            let recommendation = one.recommendation();
            hits.add(place(recommendation, met), recommendation.subject(), message);
        }
    }
}

/// Returns every recommendation, part and finding with an assessment.
fn viewed<'c, 'p>(
    facts: &'c Facts<'p>,
) -> impl Iterator<Item = RecommendationCoverage<'c, 'p>> + use<'c, 'p> {
    let viewed = facts.plan.recommendations().filter(|one| !one.record().assessments.is_empty());
    viewed.filter_map(|one| facts.coverage.recommendation(one))
}

fn says_met(view: &Assessment) -> bool {
    view.judgement == Some(Judgement::Met)
}

/// Returns the location of a judgement in the document.
fn place(recommendation: RecommendationRef<'_>, view: &Assessment) -> Location {
    let mut assessments = recommendation.record().assessments.iter();
    match assessments.position(|one| std::ptr::eq(one, view)) {
        Some(position) => {
            recommendation.location().key("assessments").index(position).key("judgement")
        }
        None => recommendation.location(),
    }
}

/// Formats an assessment: `Improvement Board says some progress (28 October 2026)`.
fn view(facts: &Facts<'_>, view: &Assessment) -> String {
    let kind = view.kind.as_ref().map_or("somebody", |kind| match kind.as_str() {
        "self" => "the service",
        "dfe" => "the Department for Education",
        "monitoring-visit" => "a monitoring visit",
        "peer-review" => "a peer review",
        "inspection" => "an inspection",
        "board" => "the board",
        "commissioner" => "a commissioner",
        kind => kind,
    });
    let by = written(view.by.as_ref()).unwrap_or(kind).trim();
    let judgement = view.judgement.map_or("nothing", Judgement::as_str).replace('-', " ");
    match &view.date {
        Some(date) => {
            let known = facts.plan.read(date).single_day();
            let date = known.map_or_else(|| date.as_str().trim().to_owned(), day);
            format!("{by} says {judgement} ({date})")
        }
        None => format!("{by} says {judgement}"),
    }
}
