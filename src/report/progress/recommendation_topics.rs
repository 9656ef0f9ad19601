//! Recommendations that gained or lost, came or went, and the links of actions to them.

use super::progress_report::ProgressReport;
use super::topics::{Entry, Topics};
use crate::analysis::{RecommendationChange, Rung};
use crate::plan::{Item, RecommendationRef};
use crate::report::names::{item_name, recommendation_name, source_name};

impl ProgressReport<'_, '_> {
    pub(super) fn add_recommendations(&self, topics: &mut Topics<'_>) {
        let rung = |rung: Option<Rung>| {
            let words = rung.map_or("has no action", Rung::label);
            format!("\u{201c}{words}\u{201d}")
        };
        let all = || self.progress.recommendations();
        let mut lines: Vec<(String, String)> = Vec::new();
        for one in all().filter(RecommendationChange::is_lost) {
            let why = one.uncovered().map(|why| format!(", because {}", why.label()));
            let (was, is) = (rung(one.rung_before()), rung(one.rung()));
            let line = format!("Lost: from {was} to {is}{}.", why.unwrap_or_default());
            lines.push((name(one.recommendation()), line));
        }
        for one in all().filter(RecommendationChange::is_gained) {
            let (was, is) = (rung(one.rung_before()), rung(one.rung()));
            lines.push((name(one.recommendation()), format!("Gained: from {was} to {is}.")));
        }
        for one in all().filter(RecommendationChange::is_added) {
            let (new, is) = (one.earlier().is_none(), rung(one.rung()));
            let how = if new { "New" } else { "Counted now, because it is whole and no finding" };
            lines.push((name(one.recommendation()), format!("{how}. It stands at {is}.")));
        }
        for one in all().filter(RecommendationChange::is_removed) {
            let was = rung(one.rung_before());
            let how = match one.later() {
                None => "In the plan no longer",
                Some(_) => "Counted no longer, because it is a part or a finding",
            };
            lines.push((name(one.recommendation()), format!("{how}. It stood at {was}.")));
        }
        for one in all().filter(|one| !one.was_counted() && !one.is_counted()) {
            let what = match one.recommendation().whole() {
                Some(_) => "part of a recommendation",
                None => "finding",
            };
            let line = match (one.earlier(), one.later()) {
                (None, _) => format!("A new {what}."),
                (_, None) => format!("A {what}, in the plan no longer."),
                _ => continue,
            };
            lines.push((name(one.recommendation()), line));
        }
        if lines.is_empty() {
            return;
        }
        topics.heading("Recommendations");
        topics.paragraph(
            "What the plan holds for each, not whether it is met: only somebody who looks at \
             practice can judge that.",
        );
        for (name, line) in lines {
            topics.item(&name, [line]);
        }
    }

    pub(super) fn add_links(&self, topics: &mut Topics<'_>) {
        let added = self.progress.links_added().map(|link| (link, "Answers now"));
        let removed = self.progress.links_removed().map(|link| (link, "Answers no longer"));
        let mut links: Vec<_> = added.chain(removed).collect();
        links.sort_by_key(|(link, _)| link.action().position());
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for (link, says) in links {
            let about = Item::Action(link.action());
            let line = format!("{says} {}", name(link.recommendation()));
            match entries.last_mut().filter(|entry| entry.about == about) {
                Some(entry) => entry.lines.push(line),
                None => entries.push(Entry { about, text: item_name(about), lines: vec![line] }),
            }
        }
        topics.add("What actions answer", entries);
    }
}

/// Names a recommendation with its source.
fn name(recommendation: RecommendationRef<'_>) -> String {
    let named = recommendation_name(recommendation);
    match recommendation.source() {
        Some(source) => format!("{}, {named}", source_name(source)),
        None => named,
    }
}
