//! Rules about the council's response to a recommendation and about assessments of whether it is met.

use super::dates::day;
use super::facts::Facts;
use super::hits::Hits;
use super::origin::{is_declined, is_own, severity_for, source_of};
use crate::analysis::{Assessments, RecommendationCoverage};
use crate::diagnostic::{Location, Severity};
use crate::model::{Assessment, Judgement};
use crate::plan::{ActionRef, RecommendationRef, SourceRef, quoted};
use crate::text::{says_nothing, short_and_list, written};

/// What to do about a recommendation that was declined without a reason.
const GIVE_ONE: &str = "Give a reason that can be published.";

pub(crate) fn recommendation_declined(facts: &Facts<'_>, hits: &mut Hits) {
    for recommendation in facts.plan.recommendations().filter(|one| is_declined(*one)) {
        let response = recommendation.record().response.as_ref();
        let reason = response.and_then(|response| written(response.reason.as_ref()));
        let (reason, help) = match reason {
            Some(open) if says_nothing(open) => {
                (format!("with no reason but {}", quoted(open)), GIVE_ONE)
            }
            Some(reason) => (
                format!("with the reason {}", quoted(reason)),
                "Check that the reason can be published.",
            ),
            None => ("without a reason".to_owned(), GIVE_ONE),
        };
        let (usual, from) = if is_own(facts, recommendation) {
            (Severity::Advice, "; it is the council's own".to_owned())
        } else {
            let from = source_of(facts, recommendation).map_or("outside", SourceRef::name);
            (hits.severity(), format!(", though it comes from {from}"))
        };
        hits.add_as_with_help(
            severity_for(facts, recommendation, usual),
            recommendation.location().key("response").key("decision"),
            recommendation.subject(),
            format!("declined {reason}{from}"),
            help,
        );
    }
}

pub(crate) fn self_view_above_outside_view(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        // That says the same, and more.
        if facts.is_asked("closed-by-self-only") && met_by_self_only(&views).is_some() {
            continue;
        }
        let latest = views.latest_of_others(facts.plan);
        let (Some(own), Some(outside)) = (views.own(), latest) else { continue };
        let (Some(ours), Some(theirs)) = (own.judgement, outside.judgement) else { continue };
        // Nothing done beside what has become worse is no flattery.
        let is_flattery = ours.standing() > theirs.standing()
            && (ours, theirs) != (Judgement::NotStarted, Judgement::Regressed);
        if is_flattery {
            let message = format!("{}; {}", view(facts, own), view(facts, outside));
            add(facts, hits, one.recommendation(), own, message);
        }
    }
}

pub(crate) fn closed_by_self_only(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        let Some(own) = met_by_self_only(&views) else { continue };
        let others: Vec<String> = views.of_others().map(|other| view(facts, other)).collect();
        let (others, help) = match others.as_slice() {
            [] => (", and nobody else has assessed it".to_owned(), None),
            [other] => (format!("; {other}"), Some("Bring both assessments to the board.")),
            others => {
                let help = "Bring all these assessments to the board.";
                (format!("; {}", short_and_list(others)), Some(help))
            }
        };
        let message = format!("{}{others}", view(facts, own));
        let (recommendation, usual) = (one.recommendation(), hits.severity());
        let severity = severity_for(facts, recommendation, usual);
        let (location, subject) = (place(recommendation, own), recommendation.subject());
        match help {
            Some(help) => hits.add_as_with_help(severity, location, subject, message, help),
            None => hits.add_as(severity, location, subject, message),
        }
    }
}

pub(crate) fn closed_with_open_actions(facts: &Facts<'_>, hits: &mut Hits) {
    for one in viewed(facts) {
        let views = one.assessments();
        // If several say so, quote the one with the most authority.
        let met = views.of_others().chain(views.own()).find(|view| says_met(view));
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
            add(facts, hits, one.recommendation(), met, message);
        }
    }
}

/// Returns the view of the service, if it says that the recommendation is met and nobody else does.
fn met_by_self_only<'p>(views: &Assessments<'p>) -> Option<&'p Assessment> {
    let own = views.own().filter(|own| says_met(own))?;
    (!views.of_others().any(says_met)).then_some(own)
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

/// Reports a judgement of a recommendation; of a finding, as advice.
fn add<'p>(
    facts: &Facts<'p>,
    hits: &mut Hits,
    recommendation: RecommendationRef<'p>,
    view: &Assessment,
    message: String,
) {
    let severity = severity_for(facts, recommendation, hits.severity());
    hits.add_as(severity, place(recommendation, view), recommendation.subject(), message);
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
pub(crate) fn view(facts: &Facts<'_>, view: &Assessment) -> String {
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
