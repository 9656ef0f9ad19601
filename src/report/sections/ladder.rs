//! Shows how far the plan has come with each recommendation, by source and body.

use crate::analysis::{RecommendationCoverage, Rung};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Block, Document, Figure, Table};
use crate::report::grammar::{capital, counted, day, verb};
use crate::report::line::without_marks;
use crate::report::names::source_name;
use crate::report::page::{Bars, Cell, Column, NONE, Page};
use crate::report::picture::{Picture, Share};
use crate::report::source_groups::{SourceGroup, some_are_shared, source_groups};

impl CoverageReport<'_> {
    /// Adds the ladder of each source and body, then the recommendations without an action.
    pub(in crate::report) fn add_ladder(&self, document: &mut Document) {
        document.anchored_section("answered", "Is every recommendation answered?");
        document.paragraph(&self.answered_sentence());
        let groups = source_groups(&self.coverage);
        for group in &groups {
            document.part(&format!(
                "{}: {}",
                group.name(),
                counted(group.recommendations.len(), "recommendation")
            ));
            document.figure(self.ladder_figure(group));
            document.paragraph(NOT_MET);
        }
        if !groups.is_empty() {
            document.paragraph(
                "Each line asks for more than the one above it, of every action linked to a \
                 recommendation. A completed action needs no lead or date. Assured means that the \
                 completion is shown by evidence that is current and independent of the owner. The \
                 lines after the first ask the same of an action that is suspended or has ended, \
                 and nothing of one withdrawn by agreement.",
            );
        }
        document.paragraph(&match self.coverage.enabling_actions() {
            0 => self.enabling_words(),
            1 => format!("{} It covers none of the recommendations above.", self.enabling_words()),
            _ => format!("{} They cover none of the recommendations above.", self.enabling_words()),
        });
        self.add_uncovered(&groups, document);
    }

    fn ladder_figure(&self, group: &SourceGroup<'_, '_>) -> Figure {
        let ladder = group.ladder();
        let rungs = || Rung::ALL.iter().map(|rung| (capital(rung.label()), ladder.at(*rung)));
        let number = group.recommendations.len();
        Figure {
            subtitle: format!("{}, {}", counted(number, "recommendation"), day(self.as_of)),
            finding: finding(group),
            reading: "Four bars of one full length, one for each step. The filled part is how many \
                      recommendations have come so far; the outline is all of them.",
            picture: Picture::Ladder(
                rungs()
                    .map(|(label, ratio)| Share { label, part: ratio.part(), whole: ratio.whole() })
                    .collect(),
            ),
            table: Box::new(Block::Table(Table::new(
                &format!("How far the plan has come: {}. A step does not mean met", group.name()),
                ["Recommendations", "How many"],
                rungs().map(|(label, ratio)| [label, ratio.to_string()]),
            ))),
        }
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
}

/// What must stand beside every ladder.
const NOT_MET: &str = "The lines show what the plan holds, not whether a recommendation is met: only \
                       somebody who looks at practice can judge that.";

/// The most groups that are drawn in the workbook.
const DRAWN: usize = 6;

/// The columns of the first and the last step.
const FIRST_AND_LAST_STEP: (u16, u16) = (4, 7);

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
            bars: groups
                .iter()
                .take(DRAWN)
                .enumerate()
                .map(|(row, group)| bars(row, group))
                .collect(),
        }
    }
}

/// Returns the steps of a group as bars.
fn bars(row: usize, group: &SourceGroup<'_, '_>) -> Bars {
    let name = without_marks(&group.name()).into_owned();
    Bars {
        row,
        columns: FIRST_AND_LAST_STEP,
        most: group.recommendations.len(),
        finding: format!("{name}: {} No step means met.", finding(group)),
        title: format!("{name}: {}", counted(group.recommendations.len(), "recommendation")),
    }
}

/// Returns `10 of 21 recommendations have an action; completion is assured for 0.`
fn finding(group: &SourceGroup<'_, '_>) -> String {
    let (ladder, number) = (group.ladder(), group.recommendations.len());
    format!(
        "{} of {} {} an action; completion is assured for {}.",
        ladder.addressed().part(),
        counted(number, "recommendation"),
        verb(number, "has", "have"),
        ladder.assured().part()
    )
}

/// Returns `5 actions: 1 suspended, 1 withdrawn. Of the other 3: lead and date 2, complete 1,
/// assured 0.` Stopped and ended actions are excluded from the later counts, so that each is at
/// most the one before it.
pub(in crate::report) fn actions_words(one: &RecommendationCoverage<'_, '_>) -> String {
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
