//! Words row numbers as runs, such as `rows 5 to 9, 12 and 14`.

use crate::text::runs_in_words;

/// Returns `row 7` or `rows 5 to 9, 12 and 14`: all rows in ascending order, without duplicates.
pub(super) fn rows_words(rows: &[u32]) -> String {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let word = if rows.len() == 1 { "row" } else { "rows" };
    format!("{word} {}", runs_in_words(&rows, usize::MAX))
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
