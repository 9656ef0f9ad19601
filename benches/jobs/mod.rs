//! The jobs that are measured. A row of [`JOBS`] is all a further one needs.

mod document;
mod frozen;

use std::hint::black_box;

use improvement_plan::{CoverageReport, DeliveryStatus, DueDate, NaiveDate, Plan, Rules};

pub(crate) use document::Document;

/// A job, by the name it is asked for on the command line.
pub(crate) struct Job {
    pub(crate) name: &'static str,
    pub(crate) does: &'static str,
    pub(crate) document: Document,
    needs: Needs,
    run: fn(&mut Ready<'_>),
}

/// What a job starts from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Text,
    Plan,
    /// The plan, and the plan as it was a month ago.
    Pair,
}

/// The yardstick: Y.
pub(crate) const YARDSTICK: &Job = &JOBS[0];

/// The yardstick on the bytes of the plan that breaks no rule.
pub(crate) const YARDSTICK_CLEAN: &Job = &JOBS[1];

#[rustfmt::skip]
pub(crate) const JOBS: &[Job] = &[
    job("y", "Y: serde_json reads the bytes into the frozen types", Document::Breaking, Needs::Text, yardstick),
    job("y-clean", "Y of the plan that breaks no rule", Document::Clean, Needs::Text, yardstick),
    job("load", "bytes to plan", Document::Breaking, Needs::Text, load),
    job("whole", "bytes to plan, coverage, overdue", Document::Breaking, Needs::Text, whole),
    job("facts", "coverage and overdue of a built plan", Document::Breaking, Needs::Plan, facts),
    job("rules-clean", "standard rules, a plan that breaks none", Document::Clean, Needs::Plan, rules),
    job("rules-breaking", "standard rules, most actions break one", Document::Breaking, Needs::Plan, rules),
    job("progress", "what has changed since the plan of a month ago", Document::Breaking, Needs::Pair, progress),
    job("edit", "one edit: document, change, build, coverage, overdue", Document::Breaking, Needs::Plan, edit),
    job("report-json", "the coverage report of a built plan, as JSON", Document::Breaking, Needs::Plan, report_json),
    #[cfg(feature = "html")]
    job("report-html", "the coverage report of a built plan, as an HTML page", Document::Breaking, Needs::Plan, report_html),
];

const fn job(
    name: &'static str,
    does: &'static str,
    document: Document,
    needs: Needs,
    run: fn(&mut Ready<'_>),
) -> Job {
    Job { name, does, document, needs, run }
}

impl Job {
    /// Returns the yardstick for the bytes of this job.
    pub(crate) fn yardstick(&self) -> &'static Job {
        match self.document {
            Document::Breaking => YARDSTICK,
            Document::Clean => YARDSTICK_CLEAN,
        }
    }

    /// Makes what the job starts from, which is not measured.
    pub(crate) fn ready<'t>(&self, text: &'t str) -> Ready<'t> {
        Ready {
            text,
            plan: (self.needs != Needs::Text).then(|| Plan::from_json(text).expect("a valid plan")),
            earlier: (self.needs == Needs::Pair).then(|| month_ago(text)),
        }
    }

    /// Does the job once.
    pub(crate) fn run(&self, ready: &mut Ready<'_>) {
        (self.run)(ready);
    }
}

/// What a job starts from.
pub(crate) struct Ready<'t> {
    text: &'t str,
    plan: Option<Plan>,
    earlier: Option<Plan>,
}

/// Returns the plan as it was a month ago: some rows were not there or elsewhere, some dates and statuses were others.
fn month_ago(text: &str) -> Plan {
    let mut doc = Plan::from_json(text).expect("a valid plan").into_doc();
    for (at, action) in doc.actions.iter_mut().enumerate() {
        match at % 20 {
            0 => action.status = DeliveryStatus::InProgress,
            1 => action.due = Some(DueDate::new("12/05/2026")),
            2 => action.owners.clear(),
            3 => action.title.push_str(" (draft)"),
            4 => action.milestones.truncate(1),
            _ => {}
        }
    }
    doc.actions.rotate_left(7);
    Plan::build(doc).expect("a valid plan")
}

/// The date as of which every question is asked.
fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).expect("a date")
}

fn yardstick(ready: &mut Ready<'_>) {
    black_box(serde_json::from_str::<frozen::PlanDoc>(ready.text).expect("a document"));
}

fn load(ready: &mut Ready<'_>) {
    black_box(Plan::from_json(ready.text).expect("a valid plan"));
}

fn whole(ready: &mut Ready<'_>) {
    let plan = Plan::from_json(ready.text).expect("a valid plan");
    ask(&plan);
}

fn facts(ready: &mut Ready<'_>) {
    ask(ready.plan.as_ref().expect("a plan"));
}

fn rules(ready: &mut Ready<'_>) {
    let plan = ready.plan.as_ref().expect("a plan");
    let _ = black_box(plan.check(&Rules::standard(), as_of()));
}

fn progress(ready: &mut Ready<'_>) {
    let (plan, earlier) = (ready.plan.as_ref().expect("a plan"), ready.earlier.as_ref());
    let before = as_of() - chrono::Days::new(30);
    black_box(plan.progress_since(earlier.expect("a plan"), before, as_of()).is_empty());
}

fn report_json(ready: &mut Ready<'_>) {
    let plan = ready.plan.as_ref().expect("a plan");
    black_box(CoverageReport::new(plan, as_of(), &Rules::standard()).to_json());
}

#[cfg(feature = "html")]
fn report_html(ready: &mut Ready<'_>) {
    let plan = ready.plan.as_ref().expect("a plan");
    let options = improvement_plan::report::HtmlOptions::new();
    let page = CoverageReport::new(plan, as_of(), &Rules::standard()).to_html(&options);
    black_box(page.expect("the usual colours stand out"));
}

fn edit(ready: &mut Ready<'_>) {
    let mut doc = ready.plan.take().expect("a plan").into_doc();
    let middle = doc.actions.len() / 2;
    doc.actions[middle].due = Some(DueDate::new("12/05/2026"));
    let plan = Plan::build(doc).expect("a valid plan");
    ask(&plan);
    ready.plan = Some(plan);
}

fn ask(plan: &Plan) {
    black_box(plan.coverage(as_of()).addressed());
    black_box(plan.overdue(as_of()).count());
}
