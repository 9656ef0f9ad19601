//! What a text looks like, where nothing is known yet that it could be compared with.

/// Whether a text can be nothing but references: figures, codes, and words for a recommendation.
pub(crate) fn is_only_references(text: &str) -> bool {
    text.len() <= 80
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.split(|letter: char| !letter.is_alphabetic()).all(|word| {
            let word = word.to_lowercase();
            word.chars().count() <= 3
                || matches!(
                    &*word,
                    "recs" | "recommendation" | "recommendations" | "ofsted" | "para"
                )
        })
}

#[cfg(test)]
mod tests {
    use super::is_only_references;

    #[test]
    fn references_are_told_from_words() {
        for text in ["1", "R1", "17. (57, 138)", "1, 2 and 5", "Rec 4", "R1-R3", "Recommendation 4"]
        {
            assert!(is_only_references(text), "{text}");
        }
        for text in ["", "Caseloads fall", "2 social workers", "R1 Managers oversee", "ALL"] {
            assert!(!is_only_references(text), "{text}");
        }
    }
}
