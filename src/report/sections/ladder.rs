//! Shows how far the plan has come with each recommendation, by source and body.

use std::collections::HashSet;

use crate::analysis::{RecommendationCoverage, Rung};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{capital, counted, sentence};
use crate::report::names::{part_name, recommendation_name, short_name, source_name};
use crate::report::page::{Cell, Column, NONE, Page};
use crate::report::source_groups::{SourceGroup, some_are_shared, source_groups};

impl CoverageReport<'_> {
    pub(in crate::report) fn add_ladder(&self, document: &mut Document) {
        document.section("How far the plan has come with each recommendation");
        let groups = source_groups(&self.coverage);
        if groups.is_empty() {
            document.paragraph("The plan has no recommendations to answer.");
        } else {
            document.paragraph(
                "Each line below asks for more than the one above it, of every action linked to a \
                 recommendation. A completed action needs no lead or date. Assured means that the \
                 completion is shown by evidence that is current and independent of the owner. The \
                 lines after the first ask the same of an action that is suspended or has ended, \
                 and nothing of one withdrawn by agreement. The lines show what the plan holds, not \
                 whether a recommendation is met: only somebody who looks at practice can judge \
                 that.",
            );
        }
        let mut shown = HashSet::new();
        for group in &groups {
            document.part(&format!(
                "{}: {}",
                group.name(),
                counted(group.recommendations.len(), "recommendation")
            ));
            self.add_group(group, &mut shown, document);
        }
        document.paragraph(&match self.coverage.enabling_actions() {
            0 => self.enabling_words(),
            1 => format!("{} It covers none of the recommendations above.", self.enabling_words()),
            _ => format!("{} They cover none of the recommendations above.", self.enabling_words()),
        });
    }

    /// Returns a sentence that counts the actions serving the whole response.
    pub(in crate::report) fn enabling_words(&self) -> String {
        let enabling = self.coverage.enabling_actions();
        match enabling {
            0 => {
                "No action serves the whole response without answering a recommendation.".to_owned()
            }
            1 => "Counted separately: 1 action serves the whole response (a board, a team, a post) and \
                  answers no single recommendation."
                .to_owned(),
            _ => format!(
                "Counted separately: {enabling} actions serve the whole response (a board, a team, a \
                 post) and answer no single recommendation."
            ),
        }
    }

    /// Adds a group. The details of a recommendation are shown once, under the first body it is
    /// addressed to.
    fn add_group(
        &self,
        group: &SourceGroup<'_, '_>,
        shown: &mut HashSet<usize>,
        document: &mut Document,
    ) {
        let ladder = group.ladder();
        document.table(
            ["Recommendations", "How many"],
            Rung::ALL.iter().map(|rung| [capital(rung.label()), ladder.at(*rung).to_string()]),
        );
        let answered = group.recommendations.iter().filter(|one| one.rung().is_some());
        let (fresh, again): (Vec<&RecommendationCoverage<'_, '_>>, Vec<_>) =
            answered.partition(|one| shown.insert(one.recommendation().position()));
        if !again.is_empty() {
            let names: Vec<_> = again
                .iter()
                .map(|one| {
                    short_name(one.recommendation().reference(), one.recommendation().text())
                })
                .collect();
            document.paragraph(&format!("As above: {}.", names.join(", ")));
        }
        if fresh.is_empty() {
            return;
        }
        document.paragraph(
            "Inside each recommendation that has an action, how far the actions linked to it have \
             come:",
        );
        for one in fresh {
            let parts = one.recommendation().parts().filter_map(|part| {
                let standing = self.coverage.recommendation(part)?;
                Some(format!(
                    "{}: {} {}",
                    part_name(part),
                    sentence(part.text()),
                    actions_words(&standing)
                ))
            });
            let details = std::iter::once(actions_words(one)).chain(parts);
            document.item(&recommendation_name(one.recommendation()), details);
        }
    }
}

const COLUMNS: &[Column] = &[
    Column("Source", 36),
    Column("Addressed to", 26),
    Column("Recommendations", 20),
    Column("Has no action", 14),
    Column("Has an action", 14),
    Column("Has a lead and a date", 16),
    Column("Linked actions complete", 18),
    Column("Completion assured", 16),
];

impl CoverageReport<'_> {
    pub(in crate::report) fn summary_page(&self) -> Page {
        let groups = source_groups(&self.coverage);
        let mut lines = vec![
            "From \u{201c}Has an action\u{201d} on, each column asks for more than the one before \
             it. None of them means met: see Notes."
                .to_owned(),
        ];
        if some_are_shared(&groups) {
            lines.push(
                "A recommendation that is addressed to several bodies is listed under each."
                    .to_owned(),
            );
        }
        let rows = groups.iter().map(|group| {
            let ladder = group.ladder();
            let source = group.source.map(source_name);
            let addressee = group.addressee.as_ref().map(crate::model::Addressee::label);
            let mut row = vec![
                Cell::text_or(source.as_deref(), NONE),
                Cell::text_or(addressee, NONE),
                Cell::number(group.recommendations.len()),
                Cell::number(ladder.addressed().missing()),
            ];
            row.extend(Rung::ALL.iter().map(|rung| Cell::number(ladder.at(*rung).part())));
            row
        });
        Page {
            name: "Summary",
            title: "How far the plan has come, by source and body".to_owned(),
            lines,
            table: "summary_by_source_and_body",
            columns: COLUMNS,
            rows: rows.collect(),
            none: "The plan has no recommendations to answer.".to_owned(),
        }
    }
}

/// Returns `5 actions: 1 suspended, 1 withdrawn. Of the other 3: lead and date 2, complete 1,
/// assured 0.` Stopped and ended actions are excluded from the later counts, so that each is at
/// most the one before it.
fn actions_words(one: &RecommendationCoverage<'_, '_>) -> String {
    let linked = one.linked();
    let apart: Vec<_> = [
        some(linked.suspended, "suspended"),
        some(linked.withdrawn, "withdrawn"),
        some(linked.lapsed, "temporary and ended"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let reached = format!(
        "lead and date {}, complete {}, assured {}.",
        linked.live_planned, linked.live_completed, linked.live_assured
    );
    let all = counted(linked.all, "action");
    match linked.live {
        _ if apart.is_empty() => format!("{all}: {reached}"),
        0 => format!("{all}: {}.", apart.join(", ")),
        rest => format!("{all}: {}. Of the other {rest}: {reached}", apart.join(", ")),
    }
}

/// Returns a count and its label, unless it is 0: `2 suspended`.
fn some(number: usize, words: &str) -> Option<String> {
    (number > 0).then(|| format!("{number} {words}"))
}
