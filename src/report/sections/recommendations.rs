//! Lists every recommendation, part and finding with each action that answers it: one row for each
//! pair, so that no cell holds a list.

use crate::analysis::Timeliness;
use crate::model::Addressee;
use crate::plan::{ActionRef, Item, ItemKind, RecommendationRef};
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::Due;
use crate::report::grammar::capital;
use crate::report::indirect_links::IndirectLinks;
use crate::report::names::{short_name, source_name};
use crate::report::page::{Cell, Column, NONE, NOT_APPLICABLE, NOT_STATED, Page};
use crate::report::sections::rag::reported_colour;
use crate::report::sections::timeliness::timeliness_words;

const COLUMNS: &[Column] = &[
    Column("Source", 15),
    Column("Reference", 12),
    Column("Kind", 17),
    Column("What it says", 38),
    Column("Addressed to", 16),
    Column("How far the plan has come", 18),
    Column("Action", 11),
    Column("What will be done", 32),
    Column("Lead", 20),
    Column("Due", 18),
    Column("Timeliness", 16),
    Column("Colour (RAG) as reported", 14),
];

impl CoverageReport<'_> {
    pub(in crate::report) fn coverage_page(&self) -> Page {
        let (links, timeliness) = (IndirectLinks::of(self.plan), self.timeliness_of_actions());
        let mut rows = Vec::new();
        for one in self.plan.recommendations() {
            let about = self.about(one);
            if one.actions().len() == 0 {
                let mut action = [NOT_APPLICABLE; 6];
                action[0] = links.placeholder(one);
                rows.push(row(&about, &action.map(str::to_owned)));
            }
            for action in one.actions() {
                let timeliness = timeliness.get(action.position()).map_or(NONE, String::as_str);
                rows.push(row(&about, &self.action_words(action, timeliness)));
            }
        }
        Page {
            name: "Coverage",
            title: "Every recommendation, with each action that answers it".to_owned(),
            lines: vec![
                "Each row is one recommendation and one action. A recommendation with several \
                 actions has several rows."
                    .to_owned(),
            ],
            table: "coverage_by_recommendation",
            columns: COLUMNS,
            rows,
            none: "The plan has no recommendations to answer.".to_owned(),
            bars: Vec::new(),
        }
    }

    /// Returns the cells before the action, which are the same in each row of a recommendation.
    fn about(&self, one: RecommendationRef<'_>) -> [String; 6] {
        let named = &one.record().addressed_to;
        let addressed: Vec<_> = named.iter().map(Addressee::label).collect();
        let kind = match one.whole() {
            Some(whole) => format!("Part of {}", short_name(whole.reference(), whole.text())),
            None if one.record().is_finding() => "Finding".to_owned(),
            None => "Recommendation".to_owned(),
        };
        let coverage = self.coverage.recommendation(one);
        let rung = coverage.and_then(|coverage| coverage.rung());
        let reason = coverage.and_then(|coverage| coverage.uncovered());
        let come = match (rung, reason) {
            (Some(rung), _) => capital(rung.label()),
            (None, Some(reason)) => capital(reason.label()),
            (None, None) => NONE.to_owned(),
        };
        [
            one.source().map_or_else(|| NONE.to_owned(), source_name),
            one.reference().as_str().unwrap_or(NONE).to_owned(),
            kind,
            one.text().to_owned(),
            if addressed.is_empty() { NONE.to_owned() } else { addressed.join(", ") },
            come,
        ]
    }

    fn action_words(&self, action: ActionRef<'_>, timeliness: &str) -> [String; 6] {
        [
            action.reference().as_str().unwrap_or(NONE).to_owned(),
            action.title().to_owned(),
            action.lead().to_string(),
            Due::current(Item::Action(action), self.as_of).or(NOT_STATED),
            timeliness.to_owned(),
            reported_colour(action),
        ]
    }

    /// Returns the timeliness of each action, in document order, in words.
    fn timeliness_of_actions(&self) -> Vec<String> {
        let classes = self.classes_of_actions().into_iter();
        classes.map(|(class, since)| timeliness_words(class, since)).collect()
    }

    /// Returns the timeliness of each action, in document order, and whether it fell due since the facts
    /// were gathered.
    pub(in crate::report) fn classes_of_actions(&self) -> Vec<(Timeliness, bool)> {
        let actions = self.timeliness.items().filter(|one| one.item().kind() == ItemKind::Action);
        actions.map(|one| (one.class(), one.fell_due_since_report())).collect()
    }
}

fn row(about: &[String; 6], action: &[String; 6]) -> Vec<Cell> {
    about.iter().map(Cell::text).chain(action.iter().map(Cell::text)).collect()
}
