//! The normalised form in which headings are compared.

/// Normalises a heading: folds case, punctuation, line breaks and plurals, reads `&` as `and` and drops
/// articles. `R/A/G` becomes `r a g`, `Lead Officer(s)` becomes `lead officer`.
pub(crate) fn normalise(heading: &str) -> String {
    let trimmed = heading.trim();
    if trimmed == "#" {
        return "no".to_owned();
    }
    let mut compared = String::with_capacity(trimmed.len() + 4);
    let mut word = Word::default();
    let mut rest = trimmed.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\'' | '\u{2018}' | '\u{2019}' => {}
            '(' if rest.as_str().starts_with("s)") || rest.as_str().starts_with("S)") => {
                word.begin(&mut compared);
                compared.push('s');
                rest.nth(1);
            }
            '&' => {
                word.end(&mut compared);
                word.begin(&mut compared);
                compared.push_str("and");
                word.end(&mut compared);
            }
            letter if letter.is_alphanumeric() => {
                word.begin(&mut compared);
                if letter.is_ascii() {
                    compared.push(letter.to_ascii_lowercase());
                } else {
                    compared.extend(letter.to_lowercase());
                }
            }
            _ => word.end(&mut compared),
        }
    }
    word.end(&mut compared);
    compared
}

/// The word at the end of a normalised heading, while it grows.
#[derive(Default)]
struct Word {
    /// Where it begins, and where the text before it ends.
    begins: Option<(usize, usize)>,
}

impl Word {
    /// Begins a word, unless one is growing.
    fn begin(&mut self, compared: &mut String) {
        if self.begins.is_none() {
            let before = compared.len();
            if before > 0 {
                compared.push(' ');
            }
            self.begins = Some((compared.len(), before));
        }
    }

    /// Ends the word: drops an article, and the plural of any other word.
    fn end(&mut self, compared: &mut String) {
        let Some((begin, before)) = self.begins.take() else { return };
        let word = compared.get(begin..).unwrap_or_default();
        if matches!(word, "the" | "our" | "please") {
            compared.truncate(before);
        } else if word.len() > 5 && word.ends_with("ies") {
            compared.truncate(compared.len() - 3);
            compared.push('y');
        } else if word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        {
            compared.pop();
        }
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
