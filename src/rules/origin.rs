//! Where a recommendation comes from, and so how serious it can be that something is wrong with it.

use super::facts::Facts;
use crate::diagnostic::Severity;
use crate::model::{Decision, SourceKind};
use crate::plan::{RecommendationRef, SourceRef};
use crate::text::reason;

/// Returns the source of a recommendation. A part without one has that of its outermost whole.
pub(crate) fn source_of<'p>(
    facts: &Facts<'p>,
    recommendation: RecommendationRef<'p>,
) -> Option<SourceRef<'p>> {
    recommendation.source().or_else(|| facts.outermost(recommendation).source())
}

/// Returns whether the recommendation is the council's own, so that nobody outside expects an answer.
pub(crate) fn is_own<'p>(facts: &Facts<'p>, recommendation: RecommendationRef<'p>) -> bool {
    is_own_source(source_of(facts, recommendation))
}

/// Returns whether what comes from a source is the council's own. A source without a kind counts as external;
/// what has no source counts as the council's own.
pub(crate) fn is_own_source(source: Option<SourceRef<'_>>) -> bool {
    source.is_none_or(|source| source.record().kind.as_ref().is_some_and(SourceKind::is_own))
}

pub(crate) fn is_declined(recommendation: RecommendationRef<'_>) -> bool {
    let response = recommendation.record().response.as_ref();
    response.is_some_and(|response| response.decision == Some(Decision::Declined))
}

/// Returns whether the council is free to decline a recommendation: those of peers are advice, those of
/// inspectors and the Secretary of State are not.
fn is_advice<'p>(facts: &Facts<'p>, recommendation: RecommendationRef<'p>) -> bool {
    use SourceKind::{Commissioner, ImprovementNotice, StatutoryDirection};
    let is_binding = source_of(facts, recommendation).is_some_and(|source| {
        source.record().kind.as_ref().is_none_or(|kind| {
            kind.is_inspectorate()
                || matches!(kind, Commissioner | ImprovementNotice | StatutoryDirection)
        })
    });
    !is_binding
}

/// Returns whether the council declined a recommendation that it may decline: its own, or advice from
/// outside if it gives a reason. Then nothing else is said of it.
pub(crate) fn is_rightly_declined<'p>(
    facts: &Facts<'p>,
    recommendation: RecommendationRef<'p>,
) -> bool {
    let response = recommendation.record().response.as_ref();
    let has_reason = response.is_some_and(|response| reason(response.reason.as_ref()).is_some());
    is_declined(recommendation)
        && is_advice(facts, recommendation)
        && (has_reason || is_own(facts, recommendation))
}

/// Returns the severity of something about a recommendation, given the usual one: of a finding only advice;
/// of one without a source, of the council's own and of declined advice never an error.
pub(crate) fn severity_for<'p>(
    facts: &Facts<'p>,
    recommendation: RecommendationRef<'p>,
    usual: Severity,
) -> Severity {
    if recommendation.record().is_finding() || facts.outermost(recommendation).record().is_finding()
    {
        return Severity::Advice;
    }
    let is_less = is_own(facts, recommendation)
        || is_declined(recommendation) && is_advice(facts, recommendation);
    if is_less { usual.min(Severity::Warning) } else { usual }
}
