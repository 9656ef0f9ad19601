//! Lists in words: `a, b and c`, `5 to 9, 12 and 14`.

/// Joins items for a sentence: `a`, `a and b`, `a, b and c`.
pub(crate) fn and_list(things: &[impl AsRef<str>]) -> String {
    list(things, " and ")
}

/// Joins alternatives for a sentence: `a`, `a or b`, `a, b or c`.
pub(crate) fn or_list(things: &[impl AsRef<str>]) -> String {
    list(things, " or ")
}

fn list(things: &[impl AsRef<str>], before_last: &str) -> String {
    let mut list = String::new();
    for (position, thing) in things.iter().enumerate() {
        if position > 0 {
            list.push_str(if position + 1 == things.len() { before_last } else { ", " });
        }
        list.push_str(thing.as_ref());
    }
    list
}

/// Like [`and_list`], but cuts a long list short: `a, b, c and 2 more`.
pub(crate) fn short_and_list(things: &[String]) -> String {
    let (first, more) = things.split_at_checked(LISTED).unwrap_or((things, &[]));
    let more = (!more.is_empty()).then(|| format!("{} more", more.len()));
    let listed: Vec<&str> = first.iter().map(String::as_str).chain(more.as_deref()).collect();
    and_list(&listed)
}

/// How many items [`short_and_list`] lists.
const LISTED: usize = 3;

/// Groups consecutive numbers into runs, given by their first and last number: 3, 7, 8 and 9 become
/// 3 to 3 and 7 to 9.
#[cfg(any(feature = "csv", feature = "workbook"))]
fn runs(numbers: &[u32]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    runs
}

/// Returns numbers in ascending order as runs in words: `5 to 9, 12 and 14`; after the first `most` runs
/// only how many follow.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn runs_in_words(numbers: &[u32], most: usize) -> String {
    let runs = runs(numbers);
    let more = runs.len().saturating_sub(most);
    let mut words = Vec::new();
    for (first, last) in runs.into_iter().take(most) {
        match last - first {
            0 => words.push(first.to_string()),
            1 => words.extend([first.to_string(), last.to_string()]),
            _ => words.push(format!("{first} to {last}")),
        }
    }
    if more > 0 {
        words.push(format!("{more} more"));
    }
    and_list(&words)
}

#[cfg(test)]
mod tests {
    use super::{and_list, short_and_list};

    #[test]
    fn long_lists_are_cut() {
        let things: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).into();
        let listed = |count| short_and_list(things.get(..count).unwrap_or(&[]));
        let listed = [0, 1, 2, 3, 5].map(listed);
        assert_eq!(listed, ["", "a", "a and b", "a, b and c", "a, b, c and 2 more"]);
        assert_eq!(and_list(&things), "a, b, c, d and e");
    }
}
