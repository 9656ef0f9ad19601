//! Lists the recommendations without an action, and why they have none.

use crate::model::Decision;
use crate::plan::RecommendationRef;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::verb;
use crate::report::line::isolated;
use crate::report::names::{part_name, recommendation_name};
use crate::report::source_groups::{SourceGroup, some_are_shared};
use crate::text::written;

impl CoverageReport<'_> {
    /// Returns a sentence that says whether every recommendation has an action.
    pub(in crate::report) fn answered_sentence(&self) -> String {
        let addressed = self.coverage.addressed();
        let (missing, whole) = (addressed.missing(), addressed.whole());
        match (missing, whole) {
            (_, 0) => "The plan has no recommendations to answer.".to_owned(),
            (0, 1) => "The only recommendation has an action.".to_owned(),
            (0, _) => format!("Each of the {whole} recommendations has an action."),
            (_, 1) => "The only recommendation in this plan has no action.".to_owned(),
            _ => format!(
                "{missing} of the {whole} recommendations in this plan, from all sources, {} no action.",
                verb(missing, "has", "have")
            ),
        }
    }

    /// Adds the recommendations without an action, if there are any.
    pub(in crate::report) fn add_uncovered(
        &self,
        groups: &[SourceGroup<'_, '_>],
        document: &mut Document,
    ) {
        if self.coverage.addressed().missing() == 0 {
            return;
        }
        document.anchored_part("no-action", "Recommendations with no action");
        if some_are_shared(groups) {
            document.paragraph("One that is addressed to several bodies is listed under each.");
        }
        for group in groups {
            let gaps: Vec<_> = group
                .recommendations
                .iter()
                .filter_map(|one| Some((one.recommendation(), one.uncovered()?)))
                .collect();
            let Some((_, first)) = gaps.first() else { continue };
            let (missing, whole) = (gaps.len(), group.recommendations.len());
            document.entry(&format!("{}: {missing} of {whole} with no action", group.name()));
            let is_one_reason = gaps.iter().all(|(_, reason)| reason == first);
            if is_one_reason {
                let each = if gaps.len() == 1 { "" } else { ", for each of them" };
                document.paragraph(&format!("Why{each}: {}.", first.label()));
            }
            for (recommendation, reason) in &gaps {
                let why = (!is_one_reason).then(|| format!("Why: {}.", reason.label()));
                let parts = recommendation.parts().map(|part| self.part_line(part));
                let declined = declined(*recommendation).map(str::to_owned);
                let details = why.into_iter().chain(declined).chain(parts);
                document.item(&recommendation_name(*recommendation), details);
            }
        }
    }

    /// Returns `Part 2b has no action: Reduce caseloads.`
    fn part_line(&self, part: RecommendationRef<'_>) -> String {
        let is_answered =
            self.coverage.recommendation(part).is_some_and(|one| one.rung().is_some());
        let standing = if is_answered { "has an action" } else { "has no action" };
        format!("{} {}: {}", part_name(part), standing, isolated(part.text()))
    }
}

/// Returns a sentence if the council declined the recommendation.
fn declined(recommendation: RecommendationRef<'_>) -> Option<&'static str> {
    let response = recommendation.record().response.as_ref()?;
    if response.decision != Some(Decision::Declined) {
        return None;
    }
    Some(match written(response.reason.as_ref()) {
        Some(_) => "The council has declined it.",
        None => "The council has declined it without giving a reason.",
    })
}
