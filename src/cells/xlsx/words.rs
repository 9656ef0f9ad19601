//! How sizes are written in messages.

use crate::text::thousands;

/// A size: `64 MB`, or exactly where it is no round figure.
pub(super) fn bytes(size: u64) -> String {
    match size {
        size if size >= 1_000_000 && size % 1_000_000 == 0 => format!("{} MB", size / 1_000_000),
        size if size >= 1_000 && size % 1_000 == 0 => format!("{} kB", size / 1_000),
        size => format!("{} bytes", thousands(size)),
    }
}
