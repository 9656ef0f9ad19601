//! Counts the allocations of each job and the memory of a plan, beside those of Y: `serde_json`
//! reading the same bytes into the document types as they stood on 30 November 2026.
//!
//! `cargo bench --bench allocations`; the counts are the same in every run. A list that grows counts
//! each time it has to. Counting slows what is counted, so times are measured elsewhere
//! (`whole_job`).
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

mod jobs;

use std::alloc::System;

use improvement_plan::Plan;
use jobs::{Document, JOBS};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let sizes: &[usize] = if is_quick { &[150, 600] } else { &[150, 2_400, 23_000] };
    for &size in sizes {
        println!("\n{size} actions, {} milestones", 4 * size);
        println!("  {:69} an action     of Y   bytes an action", "allocations");
        for job in JOBS {
            let text = job.document.text(size);
            let of_job = counted(|| job.ready(&text), |mut ready| job.run(&mut ready));
            let yardstick = job.yardstick();
            let of_yardstick =
                counted(|| yardstick.ready(&text), |mut ready| yardstick.run(&mut ready));
            println!(
                "  {:16}{:53} {:9.2} {:8.2} {:17.0}",
                job.name,
                job.does,
                each(allocations(&of_job), size),
                each(allocations(&of_job), size) / each(allocations(&of_yardstick), size),
                each(of_job.bytes_allocated, size),
            );
        }
        let text = Document::Breaking.text(size);
        let plan = counted(|| (), |()| Plan::from_json(&text).expect("a valid plan"));
        let json = each(text.len(), size);
        let held = each(plan.bytes_allocated.saturating_sub(plan.bytes_deallocated), size);
        println!(
            "  a built plan holds {held:.0} bytes an action, {:.1} times its JSON",
            held / json
        );
    }
}

/// Counts a job, without what it starts from. What the job returns is kept while it is counted.
fn counted<S, T>(start: impl FnOnce() -> S, job: impl FnOnce(S) -> T) -> Stats {
    let start = start();
    let region = Region::new(COUNTED);
    let kept = job(start);
    let change = region.change();
    drop(kept);
    change
}

fn allocations(stats: &Stats) -> usize {
    stats.allocations + stats.reallocations
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
fn each(count: usize, size: usize) -> f64 {
    count as f64 / size as f64
}
