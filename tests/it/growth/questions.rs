//! Everything that is asked of a plan, one question a row.

use std::hint::black_box;

use improvement_plan::facts::{Group, Rung};
use improvement_plan::report::ProgressReport;
use improvement_plan::{CheckReport, CoverageReport, NaiveDate, Plan, Rules};

/// A question: its name, and how it is asked.
pub(crate) struct Question {
    pub(crate) name: &'static str,
    pub(crate) ask: fn(&Plan),
}

#[rustfmt::skip]
pub(crate) const QUESTIONS: &[Question] = &[
    Question { name: "coverage", ask: coverage },
    Question { name: "coverage in groups", ask: groups },
    Question { name: "actions_at of every recommendation", ask: actions_at },
    Question { name: "timeliness", ask: |plan| drop(black_box(plan.timeliness(as_of()))) },
    Question { name: "overdue", ask: |plan| { black_box(plan.overdue(as_of()).count()); } },
    Question { name: "due_within", ask: |plan| { black_box(plan.due_within(as_of(), 28).count()); } },
    Question { name: "snapshot", ask: |plan| { black_box(plan.snapshot(as_of())); } },
    Question { name: "slippage", ask: |plan| { black_box(plan.slippage(as_of()).count()); } },
    Question { name: "rag", ask: |plan| drop(black_box(plan.rag(as_of(), &plan.rag_policy()))) },
    Question { name: "workload", ask: |plan| drop(black_box(plan.workload(as_of()))) },
    Question { name: "progress since the plan before", ask: progress },
    Question { name: "interim", ask: |plan| { black_box(plan.interim(as_of()).count()); } },
    Question { name: "resources", ask: |plan| drop(black_box(plan.resources())) },
    Question { name: "measure_states", ask: |plan| { black_box(plan.measure_states(as_of()).count()); } },
    Question { name: "trace of one recommendation", ask: trace },
    Question { name: "every standard rule", ask: |plan| { let _ = black_box(plan.check(&Rules::standard(), as_of())); } },
    Question { name: "report as text", ask: |plan| drop(black_box(report(plan).to_text())) },
    Question { name: "report as Markdown", ask: |plan| drop(black_box(report(plan).to_markdown())) },
    #[cfg(feature = "html")]
    Question { name: "report as HTML", ask: |plan| drop(black_box(page(plan))) },
    Question { name: "report as JSON", ask: |plan| drop(black_box(report(plan).to_json())) },
    Question { name: "check report as text", ask: |plan| drop(black_box(checked(plan).to_text())) },
];

/// The date as of which every question is asked.
pub(crate) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).expect("a date")
}

#[cfg(feature = "html")]
fn page(plan: &Plan) -> String {
    let options = improvement_plan::report::HtmlOptions::new();
    report(plan).to_html(&options).expect("the usual colours stand out")
}

fn progress(plan: &Plan) {
    let before = as_of() - chrono::Days::new(30);
    let progress = plan.progress_since(plan, before, as_of());
    black_box(ProgressReport::new(&progress).to_json());
    let _ = black_box(progress.diagnostics());
}

fn coverage(plan: &Plan) {
    let coverage = plan.coverage(as_of());
    black_box(coverage.ladder());
    black_box(coverage.uncovered().count());
    for one in coverage.recommendations() {
        black_box((one.rung(), one.uncovered(), one.withdrawn(), one.has_reached(Rung::Assured)));
    }
}

fn groups(plan: &Plan) {
    let coverage = plan.coverage(as_of());
    let kinds: [Vec<Group>; 6] = [
        coverage.by_source(),
        coverage.by_addressee(),
        coverage.by_source_and_addressee(),
        coverage.by_tier(),
        coverage.by_workstream(),
        coverage.by_lead(),
    ];
    black_box((kinds, coverage.headline()));
}

fn actions_at(plan: &Plan) {
    let coverage = plan.coverage(as_of());
    for one in coverage.recommendations() {
        for rung in Rung::ALL {
            black_box(one.actions_at(*rung));
        }
    }
}

fn trace(plan: &Plan) {
    let Some(recommendation) = plan.recommendations().next() else { return };
    let trace = recommendation.trace();
    black_box(trace.measures());
    for action in trace.actions() {
        black_box((action.milestones().len(), action.measures().len(), action.evidence().len()));
    }
    black_box(trace.parts().len());
}

fn report(plan: &Plan) -> CoverageReport<'_> {
    CoverageReport::new(plan, as_of(), &Rules::standard())
}

fn checked(plan: &Plan) -> CheckReport {
    CheckReport::of_plan(plan, as_of(), &Rules::standard())
}
