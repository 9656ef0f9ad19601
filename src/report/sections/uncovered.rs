//! Lists the recommendations without an action, and why they have none.

use crate::model::Decision;
use crate::plan::RecommendationRef;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::verb;
use crate::report::names::{part_name, recommendation_name};
use crate::report::source_groups::{some_are_shared, source_groups};
use crate::text::written;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_uncovered(&self, document: &mut Document) {
        document.section("Recommendations with no action");
        let addressed = self.coverage.addressed();
        if addressed.whole() == 0 {
            document.paragraph("The plan has no recommendations to answer.");
            return;
        }
        if addressed.is_complete() {
            document.paragraph(&match addressed.whole() {
                1 => "None: the only recommendation has an action.".to_owned(),
                whole => format!("None: each of the {whole} recommendations has an action."),
            });
            return;
        }
        let (missing, whole) = (addressed.missing(), addressed.whole());
        let have = verb(missing, "has", "have");
        let mut sentence = if whole == 1 {
            "The only recommendation in this plan has no action.".to_owned()
        } else {
            format!(
                "{missing} of the {whole} recommendations in this plan, from all sources, {have} no \
                 action."
            )
        };
        let groups = source_groups(&self.coverage);
        if some_are_shared(&groups) {
            sentence.push_str(" One that is addressed to several bodies is listed under each.");
        }
        document.paragraph(&sentence);
        for group in &groups {
            let gaps: Vec<_> = group
                .recommendations
                .iter()
                .filter_map(|one| Some((one.recommendation(), one.uncovered()?)))
                .collect();
            let Some((_, first)) = gaps.first() else { continue };
            let (missing, whole) = (gaps.len(), group.recommendations.len());
            document.part(&format!("{}: {missing} of {whole}", group.name()));
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
        format!("{} {}: {}", part_name(part), standing, part.text())
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
