//! Does one job once, so that callgrind can count its instructions; `benches/instructions.sh` prints
//! the table.
//!
//! Arguments: the name of a job and the number of actions; without any it lists the jobs. Only what
//! happens inside [`measured`] is the job: the script tells callgrind to count nothing else. `text`
//! in place of a job prints the plan that is measured, for `benches/peers`.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

mod jobs;

use jobs::{Document, JOBS, Job, Ready};

fn main() {
    // Cargo adds an argument of its own.
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let [name, actions] = arguments.as_slice() else {
        for job in JOBS {
            println!("{}\t{}\t{}", job.name, job.yardstick().name, job.does);
        }
        return;
    };
    let actions = actions.parse().expect("the number of actions");
    if name == "text" {
        println!("{}", Document::Breaking.text(actions));
        return;
    }
    let job = JOBS.iter().find(|job| job.name == name).expect("the name of a job");
    let text = job.document.text(actions);
    let mut ready = job.ready(&text);
    measured(job, &mut ready);
}

#[inline(never)]
fn measured(job: &Job, ready: &mut Ready<'_>) {
    job.run(ready);
}
