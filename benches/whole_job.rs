//! Measures reading, building, asking and checking plans against Y: `serde_json` reading the same
//! bytes into the document types as they stood on 30 November 2026.
//!
//! `cargo bench --bench whole_job` prints three things: each job at the sizes of one council and of
//! more than all of them; for plans of extreme shapes, the exponent with which each question grows;
//! and how the cost of an action grows up to a million actions (needs 10 GB of memory). With
//! `-- --quick` it prints the same at small sizes, without the million; `-- sizes`, `-- exponents`
//! and `-- growth` print one of them. Exponents need a machine that does little else.
//!
//! `benches/instructions.sh` counts instructions and `cargo bench --bench allocations` counts
//! allocations. They are programs of their own, because counting slows what is counted.
//!
//! Absolute times mean little on a shared machine, so the subject and its yardstick alternate in one
//! run and the median ratio is printed. Each run begins with Y against itself, and is repeated if
//! that is not about 1.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

mod jobs;
mod measure;
#[path = "../tests/it/growth/questions.rs"]
mod questions;
#[path = "../tests/it/growth/shapes.rs"]
mod shapes;

use std::fs;
use std::time::{Duration, Instant};

use improvement_plan::Plan;
use jobs::{Document, JOBS, Job, YARDSTICK};
use measure::{measure, timed};
use questions::QUESTIONS;
use shapes::SHAPES;

/// The sizes at which growth is compared: more than England's councils have together, and forty
/// times that.
const FROM: usize = 23_000;
const TO: usize = 1_000_050;

/// How often a run is repeated while the machine is too busy.
const TRIES: usize = 4;

/// An exponent above this is named.
const EXPONENT: f64 = 1.2;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let is_given = |word: &str| arguments.iter().any(|argument| argument == word);
    let is_quick = is_given("--quick");
    let all = !["sizes", "exponents", "growth"].into_iter().any(is_given);
    println!("Y is serde_json reading the same bytes into the document types of 30 November 2026.");
    if all || is_given("sizes") {
        if is_quick { sizes(&[150, 600], 3) } else { sizes(&[150, 2_400, FROM], 11) }
    }
    if all || is_given("exponents") {
        if is_quick { exponents(50, 1) } else { exponents(500, 3) }
    }
    if is_given("growth") || (all && !is_quick) {
        growth();
    }
}

/// Measures every job at each size.
fn sizes(sizes: &[usize], rounds: usize) {
    for &size in sizes {
        for attempt in 1..=TRIES {
            let control = control(size, rounds);
            println!("\n{size} actions, {} milestones; Y/Y {control:.3}", 4 * size);
            if (0.95..=1.05).contains(&control) {
                break;
            }
            let next = if attempt < TRIES { "repeated" } else { "going on all the same" };
            println!("Y/Y is outside 0.95 to 1.05, so the machine is too busy: {next}");
        }
        for job in JOBS {
            let text = job.document.text(size);
            let (mut subject, mut yardstick) = (job.ready(&text), job.yardstick().ready(&text));
            let (ratio, time) =
                measure(|| job.run(&mut subject), || job.yardstick().run(&mut yardstick), rounds);
            print_job(job, &format!("{ratio:6.2} Y {:8} ns per action", each(time, size)));
        }
    }
}

/// Measures the yardstick against itself.
fn control(size: usize, rounds: usize) -> f64 {
    let text = YARDSTICK.document.text(size);
    let (mut one, mut other) = (YARDSTICK.ready(&text), YARDSTICK.ready(&text));
    measure(|| YARDSTICK.run(&mut one), || YARDSTICK.run(&mut other), rounds).0
}

/// Compares the cost of a job, as a ratio to Y at its size, between two sizes far apart.
fn growth() {
    println!("\ngrowth from {FROM} to {TO} actions, in processor time");
    let documents = [Document::Breaking, Document::Clean];
    for document in documents {
        let texts = [document.text(FROM), document.text(TO)];
        for job in JOBS.iter().filter(|job| job.document == document) {
            // The smaller plan is repeated until both take about as long.
            let small = ratio(job, &texts[0], TO / FROM);
            let large = ratio(job, &texts[1], 1);
            let growth = format!("{:6.2}   from {small:.2} Y to {large:.2} Y", large / small);
            print_job(job, &growth);
        }
    }
}

/// Returns the least ratio to Y of three, in processor time.
fn ratio(job: &Job, text: &str, runs: usize) -> f64 {
    let (mut subject, mut yardstick) = (job.ready(text), job.yardstick().ready(text));
    let mut ratio = || {
        let runs_of = |job: &Job, ready: &mut _| {
            processor_time(|| (0..runs).for_each(|_| job.run(ready))).as_secs_f64()
        };
        runs_of(job, &mut subject) / runs_of(job.yardstick(), &mut yardstick)
    };
    (0..3).map(|_| ratio()).fold(f64::INFINITY, f64::min)
}

/// Returns the processor time of one run, which other load hardly changes, in steps of 10 ms. Where
/// the system does not tell, it is the time on the clock.
fn processor_time(mut job: impl FnMut()) -> Duration {
    let (start, before) = (Instant::now(), ticks());
    job();
    match before.zip(ticks()) {
        Some((before, after)) => Duration::from_millis(10) * (after - before),
        None => start.elapsed(),
    }
}

/// Returns how many hundredths of a second this process has run, on Linux.
fn ticks() -> Option<u32> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the name of the program, in brackets, and may contain spaces.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// Measures every question about plans of extreme shapes at n, 2n, 4n and 8n, and prints the
/// exponents of those that take longest and of those that grow too fast.
fn exponents(n: usize, runs: usize) {
    let sizes = [n, 2 * n, 4 * n, 8 * n];
    println!("\nexponents of time at {sizes:?}");
    println!("  {:36} build   every standard rule   report as text   above {EXPONENT}", "");
    for shape in SHAPES {
        let mut build = Vec::new();
        let mut asked = vec![Vec::new(); QUESTIONS.len()];
        for size in sizes {
            let doc = (shape.of)(size);
            build.push(least(runs, || drop(Plan::build(doc.clone()).expect("a valid plan"))));
            let plan = Plan::build(doc).expect("a valid plan");
            for (times, question) in asked.iter_mut().zip(QUESTIONS) {
                times.push(least(runs, || (question.ask)(&plan)));
            }
        }
        let of = |name: &str| {
            let question = QUESTIONS.iter().position(|question| question.name == name);
            exponent(&asked[question.expect("a question")])
        };
        let names = QUESTIONS.iter().map(|question| question.name);
        let faster: Vec<String> = std::iter::once(("build", &build))
            .chain(names.zip(&asked))
            .filter(|(_, times)| exponent(times) > EXPONENT)
            .map(|(name, times)| format!("{name} {:.2}", exponent(times)))
            .collect();
        println!(
            "  {:36} {:5.2}   {:19.2}   {:14.2}   {}",
            shape.name,
            exponent(&build),
            of("every standard rule"),
            of("report as text"),
            faster.join(", ")
        );
    }
}

/// Returns the least time of several, which other load changes least.
fn least(runs: usize, mut job: impl FnMut()) -> Duration {
    (0..runs).map(|_| timed(&mut job)).min().unwrap_or_default()
}

/// Returns the slope of the line through the times at sizes that double, both as logarithms.
fn exponent(times: &[Duration]) -> f64 {
    let logarithm = |time: &Duration| time.as_secs_f64().max(1e-9).log2();
    let weights = [-1.5, -0.5, 0.5, 1.5];
    weights.iter().zip(times).map(|(weight, time)| weight * logarithm(time)).sum::<f64>() / 5.0
}

fn each(time: Duration, size: usize) -> u128 {
    time.as_nanos() / u128::try_from(size).expect("a size")
}

fn print_job(job: &Job, measured: &str) {
    println!("  {:16}{:53} {measured}", job.name, job.does);
}
