//! Cost grows with the plan and not with its square: 20 extreme shapes, at one size and at four times
//! that size.
//!
//! Work is counted, not timed: the allocations, and the bytes allocated. That sees every list that is
//! built again and again. It cannot see a loop that only looks and allocates nothing; the exponents
//! that `cargo bench --bench whole_job` prints are of the time of the same shapes, and do.

mod questions;
mod shapes;

use std::alloc::System;
use std::collections::BTreeSet;
use std::env;
use std::io::{self, Write};
use std::process::Command;

use improvement_plan::{Plan, PlanDoc, Rules};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use questions::{QUESTIONS, as_of};
use shapes::SHAPES;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The variable that tells a child to count. The allocator counts what all threads do, so the tests
/// that run beside this one must not be in its process.
const CHILD: &str = "GROWTH_CHILD";

/// The smaller size.
const SIZE: usize = 50;

/// How often the smaller size goes into the larger.
const TIMES: usize = 4;

/// Work may grow with this power of the size.
const EXPONENT: f64 = 1.2;

/// What is known to grow faster. It must become empty.
const FASTER: &[(&str, &str)] = &[("n owners, n milestones", "workload")];

/// Work that was counted.
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    allocations: usize,
    bytes: usize,
}

impl Work {
    fn of<T>(job: impl FnOnce() -> T) -> (Self, T) {
        let region = Region::new(COUNTED);
        let answer = job();
        let change = region.change();
        let allocations = change.allocations + change.reallocations;
        (Self { allocations, bytes: change.bytes_allocated }, answer)
    }

    fn beyond(self, other: Self) -> Self {
        Self {
            allocations: self.allocations.saturating_sub(other.allocations),
            bytes: self.bytes.saturating_sub(other.bytes),
        }
    }

    /// Returns whether the larger size took more than it should. The first words of an answer, the
    /// steps in which a list grows and the memory in which a long list is sorted are allowed for.
    fn grows_faster(self, larger: Self) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "counts far below 2^53")]
        let exceeds = |small: usize, large: usize, allowance: usize| {
            large.saturating_sub(allowance) as f64 > small as f64 * (TIMES as f64).powf(EXPONENT)
        };
        exceeds(self.allocations, larger.allocations, 64)
            || exceeds(self.bytes, larger.bytes, 32 * 1024)
    }
}

/// Counts the work of a document's uses that are not checks.
fn count(doc: PlanDoc) -> (Vec<(&'static str, Work)>, Plan) {
    let text = doc.to_json();
    let (build, plan) = Work::of(|| Plan::build(doc).unwrap());
    let mut counts = vec![
        ("build", build),
        ("from_json", Work::of(|| Plan::from_json(&text).unwrap()).0),
        ("to_json", Work::of(|| plan.to_json()).0),
    ];
    let asked =
        QUESTIONS.iter().map(|question| (question.name, Work::of(|| (question.ask)(&plan)).0));
    counts.extend(asked);
    (counts, plan)
}

/// Counts the work that some rules add to that of checking nothing.
fn count_rules(plan: &Plan, codes: &[&'static str]) -> Work {
    let check = |codes: &[&str]| {
        let rules = Rules::table().iter().fold(Rules::strict(), |rules, entry| {
            let code = entry.code().as_str();
            if codes.contains(&code) { rules } else { rules.without(code).unwrap() }
        });
        Work::of(|| plan.check(&rules, as_of())).0
    };
    check(codes).beyond(check(&[]))
}

#[test]
fn a_child_counts_the_work_of_every_shape() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let codes: Vec<&'static str> =
        Rules::table().iter().map(|entry| entry.code().as_str()).collect();
    let mut found = BTreeSet::new();
    for shape in SHAPES {
        let mut compare = |name, small: Work, large| {
            if small.grows_faster(large) {
                let sizes = format!("{small:?} at {SIZE}, {large:?} at {}", SIZE * TIMES);
                writeln!(io::stdout(), "{}: {name}: {sizes}", shape.name).unwrap();
                found.insert((shape.name, name));
            }
        };
        let (small, small_plan) = count((shape.of)(SIZE));
        let (large, large_plan) = count((shape.of)(SIZE * TIMES));
        for ((name, small), (_, large)) in small.into_iter().zip(large) {
            compare(name, small, large);
        }
        // A few rules at a time, and each alone only where these grow faster.
        let of = |codes: &[&'static str]| {
            (count_rules(&small_plan, codes), count_rules(&large_plan, codes))
        };
        for few in codes.chunks(9) {
            let (small, large) = of(few);
            if small.grows_faster(large) {
                compare("rules", small, large);
                for code in few {
                    let (small, large) = of(&[*code]);
                    compare(code, small, large);
                }
            }
        }
    }
    let known = FASTER.iter().copied().collect();
    let faster: Vec<_> = found.difference(&known).collect();
    assert!(faster.is_empty(), "these grow faster than the plan: {faster:?}");
}

#[test]
fn work_grows_with_the_plan_and_not_with_its_square() {
    let child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "growth::a_child_counts_the_work_of_every_shape", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    let wrong = String::from_utf8_lossy(&child.stderr);
    assert!(child.status.success(), "{said}{wrong}");
    assert!(said.contains("1 passed"), "the child ran no test: {said}");
}
