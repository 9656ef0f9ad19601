//! How messages list several things.

/// How many things a message lists.
const LISTED: usize = 3;

/// `action 1.1`, `action 1.1 and action 2.3`; of many the first few and how many more there are.
pub(crate) fn and_list(things: &[String]) -> String {
    let (shown, more) = things.split_at_checked(LISTED).unwrap_or((things, &[]));
    let more = (!more.is_empty()).then(|| format!("{} more", more.len()));
    let shown: Vec<&str> = shown.iter().map(String::as_str).chain(more.as_deref()).collect();
    match shown.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::and_list;

    #[test]
    fn long_lists_are_cut() {
        let things: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).into();
        let listed = [0, 1, 2, 3, 5].map(|count| and_list(things.get(..count).unwrap_or(&[])));
        assert_eq!(listed, ["", "a", "a and b", "a, b and c", "a, b, c and 2 more"]);
    }
}
