//! Shows which workstreams hold the actions for each recommendation.

use std::collections::BTreeMap;

use crate::analysis::Timeliness;
use crate::plan::{ActionRef, Plan, RecommendationRef, WorkstreamRef};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Matrix, MatrixRow};
use crate::report::grammar::{counted, day, verb};
use crate::report::line::isolated;
use crate::report::names::recommendation_name;
use crate::report::tag::Tag;

/// The most workstreams that have a column each. Of more, only those that are no part of another have.
const COLUMNS: usize = 8;

/// How many actions a cell counts, and how many of them are late or to be asked about.
#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    late: usize,
    asked: usize,
}

impl<'p> CoverageReport<'p> {
    pub(in crate::report) fn add_workstreams(&self, document: &mut Document) {
        document.anchored_section("work", "Where the work sits");
        if self.plan.action_count() == 0 {
            document.paragraph("The plan has no actions.");
            return;
        }
        let streams = self.plan.workstreams().count();
        if streams == 0 {
            document
                .paragraph("The plan names no workstreams, so its work cannot be shown by them.");
        } else {
            self.add_matrix(streams, document);
        }
        self.add_timeliness(document);
    }

    fn add_matrix(&self, streams: usize, document: &mut Document) {
        let tops = if streams <= COLUMNS { (0..streams).collect() } else { tops(self.plan) };
        let top = |one: WorkstreamRef<'p>| tops.get(one.position()).copied();
        let mut places = vec![None; streams];
        let mut columns = Vec::new();
        for one in self.plan.workstreams().filter(|one| top(*one) == Some(one.position())) {
            if let Some(place) = places.get_mut(one.position()) {
                *place = Some(columns.len());
            }
            columns.push(column_name(one));
        }
        let without = columns.len();
        let column = |action: ActionRef<'p>| {
            let stream = action.workstream().and_then(top);
            stream.and_then(|at| places.get(at).copied().flatten()).unwrap_or(without)
        };
        let of_actions: Vec<usize> = self.plan.actions().map(column).collect();
        if of_actions.contains(&without) {
            columns.push("No workstream".to_owned());
        }
        let classes = self.classes_of_actions();
        let row = |actions: &[ActionRef<'p>]| {
            let mut counts: BTreeMap<usize, Count> = BTreeMap::new();
            let mut total = Count::default();
            for action in actions {
                let position = action.position();
                let (Some(column), Some(class)) = (of_actions.get(position), classes.get(position))
                else {
                    continue;
                };
                counts.entry(*column).or_default().add(*class);
                total.add(*class);
            }
            (counts.into_iter().map(|(at, count)| (at, count.words())).collect(), total.words())
        };
        let mut rows: Vec<MatrixRow> = Vec::new();
        let mut answered = Vec::new();
        for one in self.coverage.recommendations() {
            let actions = actions_of(one.recommendation());
            let (counts, total) = row(&actions);
            let tag = one.uncovered().map(|_| Tag::NoAction);
            let name = recommendation_name(one.recommendation());
            let made = MatrixRow { name, counts, total, tag };
            if actions.is_empty() { rows.push(made) } else { answered.push(made) }
        }
        let unanswered = rows.len();
        rows.extend(answered);
        let enabling: Vec<_> = self.plan.actions().filter(|one| one.is_enabling_only()).collect();
        if !enabling.is_empty() {
            let (counts, total) = row(&enabling);
            let name = format!("Serve the whole response: {}", enabling.len());
            rows.push(MatrixRow { name, counts, total, tag: None });
        }
        let all = self.coverage.recommendations().count();
        if all == 0 {
            document.paragraph(
                "The plan has no recommendation that is counted: findings are not. So actions are \
                 not shown by recommendation.",
            );
        } else {
            document.paragraph(&format!(
                "{} of {} {} no linked action and {} first.",
                unanswered,
                counted(all, "recommendation"),
                verb(unanswered, "has", "have"),
                verb(unanswered, "stands", "stand")
            ));
        }
        if rows.is_empty() {
            return;
        }
        document.matrix(Matrix {
            caption: format!(
                "How many actions each workstream has for each recommendation, {}",
                day(self.as_of)
            ),
            corner: "Recommendation",
            columns,
            rows,
        });
    }
}

impl Count {
    fn add(&mut self, (class, since): (Timeliness, bool)) {
        let is_past = matches!(class, Timeliness::Overdue { .. });
        self.all += 1;
        self.late += usize::from(is_past && !since);
        self.asked += usize::from(is_past && since);
    }

    /// Returns `2`, `2 (1 late)` or `3 (1 late, 1 to ask)`.
    fn words(self) -> String {
        let late = (self.late > 0).then(|| format!("{} late", self.late));
        let asked = (self.asked > 0).then(|| format!("{} to ask", self.asked));
        let apart: Vec<_> = late.into_iter().chain(asked).collect();
        if apart.is_empty() {
            self.all.to_string()
        } else {
            format!("{} ({})", self.all, apart.join(", "))
        }
    }
}

/// Returns the actions of a recommendation and of all its parts, each once.
fn actions_of(one: RecommendationRef<'_>) -> Vec<ActionRef<'_>> {
    let mut found: Vec<_> = one.actions().collect();
    let mut parts: Vec<_> = one.parts().collect();
    while let Some(part) = parts.pop() {
        found.extend(part.actions());
        parts.extend(part.parts());
    }
    found.sort_by_key(|action| action.position());
    found.dedup_by_key(|action| action.position());
    found
}

/// Returns for each workstream the position of the one that it is at last a part of, following no link
/// twice.
fn tops(plan: &Plan) -> Vec<usize> {
    let mut tops: Vec<Option<usize>> = plan.workstreams().map(|_| None).collect();
    for one in plan.workstreams() {
        let mut path = vec![one.position()];
        let mut whole = one.whole();
        let top = loop {
            let Some(next) = whole else { break path.last().copied() };
            if let Some(known) = tops.get(next.position()).copied().flatten() {
                break Some(known);
            }
            path.push(next.position());
            whole = next.whole();
        };
        for position in path {
            if let Some(place) = tops.get_mut(position) {
                *place = top;
            }
        }
    }
    tops.into_iter().enumerate().map(|(at, top)| top.unwrap_or(at)).collect()
}

fn column_name(one: WorkstreamRef<'_>) -> String {
    match one.reference().as_str() {
        Some(reference) => format!("{}: {}", isolated(reference), isolated(one.name())),
        None => isolated(one.name()),
    }
}
