//! How many cases a law is tried with: as many as `PROPTEST_CASES` says, which `.cargo/config.toml` sets
//! low and `.ci/run` sets high.

use proptest::prelude::ProptestConfig;

/// As many cases as are asked for.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

/// As many cases as are asked for, each of which counts for so many: for laws of very small inputs.
pub(crate) fn small_cases(each: u32) -> ProptestConfig {
    let cases = cases();
    ProptestConfig { cases: cases.cases * each, ..cases }
}

/// One case for so many that are asked for: for laws of which each case reads or writes many files.
pub(crate) fn large_cases(of: u32) -> ProptestConfig {
    let cases = cases();
    ProptestConfig { cases: cases.cases.div_ceil(of), ..cases }
}
