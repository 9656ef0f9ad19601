//! Measures reading, building, asking and checking plans against Y: `serde_json` reading the same
//! bytes into the document types as they stood on 30 November 2026.
//!
//! Absolute times mean little on a shared machine, so the subject and its yardstick alternate in one
//! run and the median ratio is printed. `cargo bench --bench whole_job`, or with `-- --quick` for a
//! short run.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

mod jobs;
mod measure;

use std::cell::RefCell;

use jobs::JOBS;
use measure::measure;

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let (sizes, rounds): (&[usize], usize) =
        if is_quick { (&[150, 600], 3) } else { (&[150, 2_400, 23_000], 11) };
    println!("Y is serde_json reading the same bytes into the frozen document types.");
    for &size in sizes {
        println!("\n{size} actions, {} milestones", 4 * size);
        for job in JOBS {
            let text = job.document.text(size);
            let subject = RefCell::new(job.ready(&text));
            let yardstick = RefCell::new(job.yardstick().ready(&text));
            let (ratio, time) = measure(
                &|| job.run(&mut subject.borrow_mut()),
                &|| job.yardstick().run(&mut yardstick.borrow_mut()),
                rounds,
            );
            let each = time.as_nanos() / u128::try_from(size).expect("a size");
            println!("  {:16}{:55}{ratio:6.2} Y {each:8} ns per action", job.name, job.does);
        }
    }
}
