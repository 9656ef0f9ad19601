//! Rules about recommendations and the actions that answer them.
//!
//! A recommendation without a live action is reported once, for the whole: `uncovered-recommendation` if
//! no action is linked or a temporary arrangement has lapsed, `only-stopped-actions` if its actions were
//! withdrawn, `only-suspended-actions` if they are only suspended. If live actions answer some of its
//! parts, each other part is reported as `part-without-action` instead.

use super::facts::Facts;
use super::hits::Hits;
use crate::analysis::{RecommendationCoverage, Uncovered};
use crate::diagnostic::Severity;
use crate::model::{Decision, SourceKind};
use crate::plan::{ActionRef, Item, RecommendationRef, quoted};
use crate::text::{counted, says_nothing, short_and_list, written};

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
        if !parts.iter().any(is_answered) {
            continue;
        }
        for part in parts {
            if let Some(why) = part.uncovered() {
                let part = part.recommendation();
                let why = format!("{}, though other parts are answered", why.label());
                let message = with_text(&why, part);
                hits.add(part.location(), part.subject(), message);
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
    let broad: Vec<ActionRef<'_>> =
        open.filter(|action| action.answers().len() > MOST_ANSWERED).collect();
    if broad.is_empty() {
        return;
    }
    let wholes = facts.coverage.outermost_wholes();
    for action in broad {
        let mut answered: Vec<usize> = action
            .answers()
            .filter_map(|recommendation| wholes.get(recommendation.position()).copied())
            .collect();
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
        let recommendation = one.recommendation();
        if one.ends().iter().any(is_answered) || is_rightly_declined(recommendation) {
            continue;
        }
        let actions: Vec<String> = one.actions().into_iter().map(ActionRef::subject).collect();
        let why = match why {
            Uncovered::PartWithoutAction => {
                format!(
                    "{}, and no action under way answers the rest ({})",
                    why.label(),
                    short_and_list(&actions)
                )
            }
            _ if actions.is_empty() => why.label().to_owned(),
            _ => format!("{} ({})", why.label(), short_and_list(&actions)),
        };
        let message = with_text(&why, recommendation);
        let (location, subject) = (recommendation.location(), recommendation.subject());
        if is_own(recommendation) {
            hits.add_as(Severity::Warning, location, subject, message);
        } else {
            hits.add(location, subject, message);
        }
    }
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

/// Returns whether the recommendation is the council's own, so that nobody outside expects an answer. A
/// source without a kind counts as external; a recommendation without a source counts as the council's own.
pub(crate) fn is_own(recommendation: RecommendationRef<'_>) -> bool {
    let source = recommendation.source();
    source.is_none_or(|source| source.record().kind.as_ref().is_some_and(SourceKind::is_own))
}

pub(crate) fn is_declined(recommendation: RecommendationRef<'_>) -> bool {
    let response = recommendation.record().response.as_ref();
    response.is_some_and(|response| response.decision == Some(Decision::Declined))
}

/// Returns whether the council declined a recommendation that it is free to decline: its own, and with a reason
/// those of peers, which are advice. Those of inspectors and the Secretary of State are not.
fn is_rightly_declined(recommendation: RecommendationRef<'_>) -> bool {
    use SourceKind::{Commissioner, ImprovementNotice, StatutoryDirection};
    let is_binding = recommendation.source().is_some_and(|source| {
        source.record().kind.as_ref().is_none_or(|kind| {
            kind.is_inspectorate()
                || matches!(kind, Commissioner | ImprovementNotice | StatutoryDirection)
        })
    });
    let response = recommendation.record().response.as_ref();
    let reason = response.and_then(|response| written(response.reason.as_ref()));
    let has_reason = reason.is_some_and(|reason| !says_nothing(reason));
    is_declined(recommendation) && !is_binding && (has_reason || is_own(recommendation))
}
