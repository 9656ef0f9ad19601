//! How figures are written in messages.

use std::fmt::Display;

/// A figure as people write it: `50,000`.
pub(super) fn thousands(number: impl Display) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// A size: `64 MB`, or exactly where it is no round figure.
pub(super) fn bytes(size: u64) -> String {
    match size {
        size if size >= 1_000_000 && size % 1_000_000 == 0 => format!("{} MB", size / 1_000_000),
        size if size >= 1_000 && size % 1_000 == 0 => format!("{} kB", size / 1_000),
        size => format!("{} bytes", thousands(size)),
    }
}
