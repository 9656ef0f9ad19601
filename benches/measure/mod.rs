//! Measures time on a machine that others use too.

use std::time::{Duration, Instant};

/// Returns the median ratio of a job to its yardstick, run alternately so that other load on the
/// machine slows both, and the median time of the job.
pub(crate) fn measure(
    mut thing: impl FnMut(),
    mut yardstick: impl FnMut(),
    rounds: usize,
) -> (f64, Duration) {
    let mut ratios = Vec::new();
    let mut times = Vec::new();
    thing();
    yardstick();
    for _ in 0..rounds {
        let (thing, yardstick) = (timed(&mut thing), timed(&mut yardstick));
        ratios.push(thing.as_secs_f64() / yardstick.as_secs_f64());
        times.push(thing);
    }
    ratios.sort_by(f64::total_cmp);
    times.sort();
    (ratios[rounds / 2], times[rounds / 2])
}

/// Returns the time of one run, averaged over enough runs for the clock to measure.
pub(crate) fn timed(mut job: impl FnMut()) -> Duration {
    let start = Instant::now();
    let mut runs = 0;
    while runs < 1 || start.elapsed() < Duration::from_millis(5) {
        job();
        runs += 1;
    }
    start.elapsed() / runs
}
