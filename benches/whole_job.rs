//! Measures reading, building and checking plans against reading the same bytes into plain structs, at three
//! sizes, and once at a size far beyond any council's.
//!
//! Absolute times mean little on a shared machine, so the subject and its yardstick alternate in one run and
//! the median ratio is printed. `cargo bench --bench whole_job`, or with `-- --quick` for a short run.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark may panic"
)]

mod support;

use std::hint::black_box;
use std::time::Instant;

use improvement_plan::{
    Action, DeliveryStatus, Evidence, Milestone, NaiveDate, Plan, PlanDoc, Recommendation,
    Revision, Rules, Source, Workstream,
};
use support::measure;

/// The number of actions in the largest plan.
const STRESS: usize = 1_000_050;

/// A job and the yardstick it is measured against.
struct Pair<'a> {
    name: &'a str,
    thing: &'a dyn Fn(),
    yardstick: &'a dyn Fn(),
}

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let (sizes, rounds): (&[usize], usize) =
        if is_quick { (&[150, 600], 3) } else { (&[150, 2_400, 23_000], 11) };
    let as_of: NaiveDate = "2026-11-02".parse().unwrap();
    println!("Y is serde_json reading the same bytes into the same structs without checks.");
    for size in sizes {
        let text = serde_json::to_string(&document(*size)).unwrap();
        let plan = Plan::from_json(&text).expect("a valid plan");
        let doc = plan.doc().clone();
        println!("\n{size} actions, {} milestones, {} bytes", plan.milestone_count(), text.len());
        let read = || {
            black_box(serde_json::from_str::<PlanDoc>(&text).unwrap());
        };
        let load = || {
            black_box(Plan::from_json(&text).unwrap());
        };
        let build = || {
            black_box(Plan::build(doc.clone()).unwrap());
        };
        let copy = || {
            black_box(doc.clone());
        };
        let whole = || {
            let plan = Plan::from_json(&text).unwrap();
            black_box(plan.coverage(as_of).addressed());
            black_box(plan.overdue(as_of).count());
        };
        let answers = || {
            black_box(plan.coverage(as_of).addressed());
            black_box(plan.overdue(as_of).count());
        };
        let check = || {
            black_box(plan.check(&Rules::standard(), as_of).len());
        };
        for pair in [
            Pair { name: "read, with places of errors", thing: &load, yardstick: &read },
            Pair { name: "copy and build a document", thing: &build, yardstick: &read },
            Pair { name: "copy a document", thing: &copy, yardstick: &read },
            Pair { name: "read, coverage and overdue", thing: &whole, yardstick: &read },
            Pair { name: "coverage and overdue alone", thing: &answers, yardstick: &read },
            Pair { name: "every standard rule", thing: &check, yardstick: &read },
        ] {
            let (ratio, time) = measure(pair.thing, pair.yardstick, rounds);
            let each = time.as_nanos() / u128::try_from(*size).unwrap();
            println!("  {:32} {ratio:6.2} Y  {each:8} ns per action", pair.name);
        }
    }
    if !is_quick {
        stress(as_of);
    }
}

/// Measures more than a million actions in memory, to show whether cost still grows linearly. Each job runs
/// once; compare its nanoseconds per action with those above.
fn stress(as_of: NaiveDate) {
    let doc = document(STRESS);
    let once = |name: &str, job: &mut dyn FnMut()| {
        let start = Instant::now();
        job();
        let each = start.elapsed().as_nanos() / u128::try_from(STRESS).unwrap();
        println!("  {name:32} {:6}    {each:8} ns per action", "");
    };
    println!("\n{STRESS} actions, in memory, each job once");
    let mut plan = None;
    let mut doc = Some(doc);
    once("build a document", &mut || plan = Some(Plan::build(doc.take().unwrap()).unwrap()));
    let plan = plan.unwrap();
    assert_eq!(plan.action_count(), STRESS);
    once("coverage and overdue alone", &mut || {
        black_box(plan.coverage(as_of).addressed());
        black_box(plan.overdue(as_of).count());
    });
    once("every standard rule", &mut || {
        black_box(plan.check(&Rules::standard(), as_of).len());
    });
}

/// Returns a plan with this many actions and four milestones each, like a large council's.
fn document(actions: usize) -> PlanDoc {
    let recommendations = actions / 4 + 1;
    let workstreams = actions / 40 + 1;
    PlanDoc::new("bench", "A plan to measure", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([Source::new("Inspection of children's services").with_reference("ofsted")])
        .with_recommendations((0..recommendations).map(|i| {
            Recommendation::new(format!("Improve the quality of practice in service area {i}."))
                .with_reference(format!("R{i}"))
                .with_source("ofsted")
                .with_addressed_to(["council"])
        }))
        .with_workstreams(
            (0..workstreams).map(|i| {
                Workstream::new(format!("Workstream {i}")).with_reference(format!("W{i}"))
            }),
        )
        .with_actions((0..actions).map(|i| action(i, recommendations, workstreams)))
}

fn action(i: usize, recommendations: usize, workstreams: usize) -> Action {
    let status = [
        DeliveryStatus::InProgress,
        DeliveryStatus::Completed,
        DeliveryStatus::NotStarted,
        DeliveryStatus::AwaitingSignOff,
    ][i % 4];
    let action = Action::new(format!("Do the thing that recommendation asks for, number {i}"))
        .with_reference(format!("{}.{}", i / 40 + 1, i % 40 + 1))
        .with_answers([
            format!("R{}", i % recommendations),
            format!("R{}", i * 7 % recommendations),
        ])
        .with_workstream(format!("W{}", i % workstreams))
        .with_owners([format!("Head of Service {}", i % 97)])
        .with_due(format!("{}/{:02}/2026", i % 28 + 1, i % 12 + 1))
        .with_status(status)
        .with_rag(["green", "amber", "red"][i % 3])
        .with_milestones((0..4).map(|j| {
            Milestone::new(format!("Step {j} of the thing, with some words to it"))
                .with_reference(format!("{j}"))
                .with_due(format!("2026-{:02}-{:02}", (i + j) % 12 + 1, i % 28 + 1))
        }));
    if i % 4 == 1 {
        action.with_completed("2026-09-14").with_evidence([Evidence::new("audit", "Dip sample")
            .with_date("2026-10-01")
            .with_verified_by("Internal audit")])
    } else {
        action.with_revisions([Revision::new("2027-01-31")
            .with_agreed("2026-10-28")
            .with_reason("Second advert needed")])
    }
}
