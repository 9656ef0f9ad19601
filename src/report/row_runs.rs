//! Words row numbers as runs, such as `rows 5 to 9, 12 and 14`.

use crate::text::{and_list, runs};

/// Returns `row 7` or `rows 5 to 9, 12 and 14`: all rows in ascending order, without duplicates.
pub(super) fn rows_words(rows: &[u32]) -> String {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let mut runs_in_words = Vec::new();
    for (first, last) in runs(&rows) {
        match last - first {
            0 => runs_in_words.push(first.to_string()),
            1 => runs_in_words.extend([first.to_string(), last.to_string()]),
            _ => runs_in_words.push(format!("{first} to {last}")),
        }
    }
    let word = if rows.len() == 1 { "row" } else { "rows" };
    format!("{word} {}", and_list(&runs_in_words))
}

#[cfg(test)]
mod tests {
    use super::rows_words;

    #[test]
    fn rows_are_worded_in_runs() {
        assert_eq!(rows_words(&[7]), "row 7");
        assert_eq!(rows_words(&[8, 7]), "rows 7 and 8");
        assert_eq!(rows_words(&[5, 6, 7, 7, 12, 9, 8, 14]), "rows 5 to 9, 12 and 14");
        assert_eq!(rows_words(&[u32::MAX, 1]), "rows 1 and 4294967295");
    }
}
