//! Rules about recommendations and the actions that answer them.
//!
//! A recommendation without a live action is reported once, for the whole: `uncovered-recommendation` if
//! no action is linked or a temporary arrangement has lapsed, `only-stopped-actions` if its actions were
//! withdrawn, `only-suspended-actions` if they are only suspended. If live actions answer some of its
//! parts, each other part is reported as `part-without-action` instead.

use super::assessments::view;
use super::facts::Facts;
use super::hits::Hits;
use super::interim::is_said_as_reversed;
use super::origin::{is_rightly_declined, severity_for};
use crate::analysis::{RecommendationCoverage, Uncovered};
use crate::diagnostic::Severity;
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Item, RecommendationRef, quoted};
use crate::text::{counted, short_and_list};

/// An action that answers more recommendations than this is unlikely to be specific about any.
const MOST_ANSWERED: usize = 5;

pub(crate) fn uncovered_recommendation(facts: &Facts<'_>, hits: &mut Hits) {
    add_unanswered(facts, hits, |why| {
        use Uncovered::{InterimLapsed, NeverLinked, PartWithoutAction};
        matches!(why, NeverLinked | InterimLapsed | PartWithoutAction)
    });
}

pub(crate) fn only_stopped_actions(facts: &Facts<'_>, hits: &mut Hits) {
    add_unanswered(facts, hits, |why| matches!(why, Uncovered::AllWithdrawn | Uncovered::Stopped));
}

pub(crate) fn only_suspended_actions(facts: &Facts<'_>, hits: &mut Hits) {
    add_unanswered(facts, hits, |why| why == Uncovered::AllSuspended);
}

pub(crate) fn part_without_action(facts: &Facts<'_>, hits: &mut Hits) {
    for whole in facts.coverage.recommendations().filter(|one| one.uncovered().is_some()) {
        let parts = whole.ends();
        if !parts.iter().any(is_answered) || is_rightly_declined(facts, whole.recommendation()) {
            continue;
        }
        for part in parts {
            let Some(why) = part.uncovered() else { continue };
            if !is_rightly_declined(facts, part.recommendation())
                && !is_said_as_reversed_days(facts, why, &part)
            {
                let why = why_unanswered(facts, why, &part);
                add(facts, hits, part.recommendation(), &why, Some("other parts are answered"));
            }
        }
    }
}

pub(crate) fn whole_of_compound_answered(facts: &Facts<'_>, hits: &mut Hits) {
    for recommendation in facts.plan.recommendations() {
        let parts = recommendation.parts().len();
        if parts == 0 {
            continue;
        }
        let whole = recommendation.mention();
        for action in
            recommendation.actions().filter(|one| Item::Action(*one).stop(facts.as_of).is_none())
        {
            hits.add(
                action.location().key("answers"),
                action.subject(),
                format!("answers the whole of {whole}, which has {}", counted(parts, "part")),
            );
        }
    }
}

pub(crate) fn catch_all_action(facts: &Facts<'_>, hits: &mut Hits) {
    let open = facts.plan.actions().filter(|action| action.is_open(facts.as_of));
    for action in open.filter(|action| action.answers().len() > MOST_ANSWERED) {
        let wholes = action.answers().map(|answered| facts.outermost(answered).position());
        let mut answered: Vec<usize> = wholes.collect();
        answered.sort_unstable();
        answered.dedup();
        if answered.len() > MOST_ANSWERED {
            let message = format!("answers {} recommendations", answered.len());
            hits.add(action.location().key("answers"), action.subject(), message);
        }
    }
}

/// Reports recommendations that no live action answers in whole or in part, for the selected reasons.
fn add_unanswered(facts: &Facts<'_>, hits: &mut Hits, is_meant: impl Fn(Uncovered) -> bool) {
    for one in facts.coverage.recommendations() {
        let Some(why) = one.uncovered().filter(|why| is_meant(*why)) else { continue };
        if is_said_as_reversed_days(facts, why, &one) {
            continue;
        }
        let recommendation = one.recommendation();
        if !one.ends().iter().any(is_answered) && !is_rightly_declined(facts, recommendation) {
            add(facts, hits, recommendation, &why_unanswered(facts, why, &one), None);
        }
    }
}

/// Reports a recommendation that no live action answers: as advice if inspectors say that it is met. `beside` says
/// what is answered all the same.
fn add<'p>(
    facts: &Facts<'p>,
    hits: &mut Hits,
    recommendation: RecommendationRef<'p>,
    why: &str,
    beside: Option<&str>,
) {
    let (location, subject) = (recommendation.location(), recommendation.subject());
    let whole = facts.outermost(recommendation);
    if let Some(met) = recommendation.met_by_inspectors(whole, facts.as_of) {
        let beside = beside.map(|beside| format!("; {beside}")).unwrap_or_default();
        let why = format!("{why}, though {}{beside}", view(facts, met));
        let message = with_text(&why, recommendation);
        hits.add_as_with_help(Severity::Advice, location, subject, message, STILL_MET);
    } else {
        let severity = severity_for(facts, recommendation, hits.severity());
        let beside = beside.map(|beside| format!(", though {beside}")).unwrap_or_default();
        let message = with_text(&format!("{why}{beside}"), recommendation);
        hits.add_as(severity, location, subject, message);
    }
}

/// What to do about a recommendation that inspectors call met and that nothing answers any longer.
const STILL_MET: &str = "Check that what met it still holds. If it does, nothing need be done.";

/// Says why no live action answers a recommendation, with the actions that do not.
fn why_unanswered(
    facts: &Facts<'_>,
    why: Uncovered,
    one: &RecommendationCoverage<'_, '_>,
) -> String {
    let actions = one.actions();
    let listed = |is_meant: &dyn Fn(&ActionRef<'_>) -> bool| -> Vec<String> {
        actions.iter().filter(|action| is_meant(action)).map(|action| action.subject()).collect()
    };
    let stop = |action: &ActionRef<'_>| Item::Action(*action).stop(facts.as_of);
    let stopped = || {
        [DeliveryStatus::Suspended, DeliveryStatus::Withdrawn].into_iter().filter_map(|how| {
            let these = listed(&|action| stop(action) == Some(how));
            let are = if these.len() == 1 { "is" } else { "are" };
            (!these.is_empty()).then(|| format!("{} {are} {}", short_and_list(&these), how.label()))
        })
    };
    match why {
        _ if actions.is_empty() => why.label().to_owned(),
        Uncovered::PartWithoutAction => {
            let all = short_and_list(&listed(&|_| true));
            format!("{}, and no action under way answers the rest ({all})", why.label())
        }
        Uncovered::InterimLapsed => {
            let ended = listed(&|action| stop(action).is_none());
            let have = match ended.len() {
                1 => "its temporary arrangement has",
                _ => "its temporary arrangements have",
            };
            let ended = format!("{have} ended ({})", short_and_list(&ended));
            std::iter::once(ended).chain(stopped()).collect::<Vec<_>>().join(", and ")
        }
        Uncovered::Stopped => {
            format!("{}: {}", why.label(), stopped().collect::<Vec<_>>().join(", and "))
        }
        _ => format!("{} ({})", why.label(), short_and_list(&listed(&|_| true))),
    }
}

/// Returns whether all that has lapsed are arrangements whose days contradict each other, which is reported as an
/// error of theirs.
fn is_said_as_reversed_days(
    facts: &Facts<'_>,
    why: Uncovered,
    one: &RecommendationCoverage<'_, '_>,
) -> bool {
    let is_lapsed = |action: &ActionRef<'_>| Item::Action(*action).stop(facts.as_of).is_none();
    why == Uncovered::InterimLapsed
        && one
            .actions()
            .into_iter()
            .filter(is_lapsed)
            .all(|action| is_said_as_reversed(facts, action))
}

fn is_answered(one: &RecommendationCoverage<'_, '_>) -> bool {
    one.rung().is_some()
}

/// Appends the text of the recommendation to a message if the subject shows only its reference.
fn with_text(said: &str, recommendation: RecommendationRef<'_>) -> String {
    match recommendation.reference().as_str() {
        Some(_) => format!("{said}: {}", quoted(recommendation.text())),
        None => said.to_owned(),
    }
}
