//! How the benchmarks measure: a thing and its yardstick in turns, so that whatever else the machine
//! does slows both.

use std::time::{Duration, Instant};

/// The median ratio of a thing and its yardstick taken in turns, and the median time of the thing.
pub(crate) fn measure(thing: &dyn Fn(), yardstick: &dyn Fn(), rounds: usize) -> (f64, Duration) {
    let mut ratios = Vec::new();
    let mut times = Vec::new();
    thing();
    yardstick();
    for _ in 0..rounds {
        let (thing, yardstick) = (timed(thing), timed(yardstick));
        ratios.push(thing.as_secs_f64() / yardstick.as_secs_f64());
        times.push(thing);
    }
    ratios.sort_by(f64::total_cmp);
    times.sort();
    (ratios[rounds / 2], times[rounds / 2])
}

/// How long one run takes, of so many that the clock can tell.
fn timed(job: &dyn Fn()) -> Duration {
    let start = Instant::now();
    let mut runs = 0;
    while runs < 1 || start.elapsed() < Duration::from_millis(5) {
        job();
        runs += 1;
    }
    start.elapsed() / runs
}
