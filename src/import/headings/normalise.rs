//! The normalised form in which headings are compared.

/// Normalises a heading: folds case, punctuation, line breaks and plurals, reads `&` as `and` and drops
/// articles. `R/A/G` becomes `r a g`, `Lead Officer(s)` becomes `lead officer`.
pub(crate) fn normalise(heading: &str) -> String {
    let trimmed = heading.trim();
    if trimmed == "#" {
        return "no".to_owned();
    }
    let mut spaced = String::with_capacity(trimmed.len());
    let with_plurals = trimmed.replace("(s)", "s").replace("(S)", "s");
    for letter in with_plurals.chars() {
        match letter {
            '\'' | '\u{2018}' | '\u{2019}' => {}
            '&' => spaced.push_str(" and "),
            letter if letter.is_alphanumeric() => spaced.extend(letter.to_lowercase()),
            _ => spaced.push(' '),
        }
    }
    let mut compared = String::with_capacity(spaced.len());
    for word in spaced.split_whitespace() {
        if matches!(word, "the" | "our" | "please") {
            continue;
        }
        if !compared.is_empty() {
            compared.push(' ');
        }
        singular(word, &mut compared);
    }
    compared
}

/// Appends a word without its plural `s`.
fn singular(word: &str, into: &mut String) {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        into.push_str(stem);
        into.push('y');
    } else if word.len() > 3
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        && let Some(stem) = word.strip_suffix('s')
    {
        into.push_str(stem);
    } else {
        into.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn headings_are_compared_without_case_punctuation_and_plural() {
        for (written, compared) in [
            ("R/A/G", "r a g"),
            ("Lead Officer(s)", "lead officer"),
            ("  BY\nWHEN? ", "by when"),
            ("Activities & steps", "activity and step"),
            ("Progress / Current Status", "progress current status"),
            ("#", "no"),
            ("The council's priorities", "council priority"),
            ("NOS", "nos"),
            ("", ""),
        ] {
            assert_eq!(normalise(written), compared, "{written}");
        }
    }
}
