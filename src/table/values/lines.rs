//! The lines of a cell, without their bullets.

/// The lines of a text that say something, trimmed and without bullets or the numbers of a list.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split(['\n', '\r'])
        .map(|line| line.trim().trim_start_matches(['•', '*', '-', '–']).trim())
        .filter(|line| !line.is_empty())
        .collect()
}
