//! Recognises kinds of text by form alone, without known records to compare with.

use std::collections::BTreeSet;

use crate::text::{is_to_be_confirmed, names_nothing};

/// Words that join references, or name what they refer to.
const AMONG_REFERENCES: [&str; 18] = [
    "and",
    "or",
    "to",
    "no",
    "nos",
    "rec",
    "recs",
    "ref",
    "refs",
    "para",
    "paras",
    "ofsted",
    "see",
    "recommendation",
    "recommendations",
    "afi",
    "ilac",
    "all",
];

/// Returns whether a text consists only of references: numbers, codes and words for a recommendation. A
/// number before a short word is no reference: `3 TAs`.
pub(crate) fn is_only_references(text: &str) -> bool {
    let is_one = |token: &str| {
        let mut words = token.split(|letter: char| !letter.is_alphabetic());
        let has_digit = token.bytes().any(|byte| byte.is_ascii_digit());
        words.all(|word| {
            let is_listed = || AMONG_REFERENCES.iter().any(|one| word.eq_ignore_ascii_case(one));
            let is_roman = || word.len() <= 4 && word.bytes().all(|byte| b"ivxIVX".contains(&byte));
            word.chars().nth(if has_digit { 3 } else { 1 }).is_none() || is_listed() || is_roman()
        })
    };
    text.len() <= 80
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.split(|letter: char| letter.is_whitespace() || ",;&()".contains(letter)).all(is_one)
}

/// Returns whether a text means "same as the row above".
pub(crate) fn is_ditto(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let compared = text.trim_end_matches('.');
    DITTO.iter().any(|word| compared.eq_ignore_ascii_case(word))
}

/// What people write for "same as the row above".
const DITTO: [&str; 10] = [
    "\"",
    "\u{201d}",
    "\u{201c}",
    "''",
    "\u{3003}",
    "as above",
    "ditto",
    "do",
    "same as above",
    "see above",
];

/// The most words that say that there is no action: `no further action required`.
const MOST_WORDS: usize = 4;

/// Returns whether a text in an action column says that there is no action, or none yet.
pub(crate) fn is_no_action(text: &str) -> bool {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    if text.split_whitespace().filter(is_word).nth(MOST_WORDS).is_some() {
        return false;
    }
    let compared = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = compared.split_whitespace().collect();
    match words.as_slice() {
        ["see", second, rest @ ..] if rest.len() <= 2 => {
            matches!(*second, "rec" | "recommendation" | "action" | "above" | "below" | "row")
                || (rest.is_empty() && second.bytes().any(|byte| byte.is_ascii_digit()))
        }
        ["no", rest @ ..] => matches!(
            rest,
            ["action"]
                | ["action", "required" | "needed" | "necessary"]
                | ["actions", "required" | "needed"]
                | ["further", "action"]
                | ["further", "action", "required" | "needed"]
        ),
        [] => is_to_be_confirmed(text),
        _ => {
            names_nothing(text)
                || compared.strip_prefix("action ").is_some_and(is_to_be_confirmed)
                || is_ditto(&compared)
                || compared == "not required"
        }
    }
}

/// Returns whether two texts share half of the longer words of the shorter one, as a loose quotation
/// does.
pub(crate) fn are_nearly_same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let folded = text.to_lowercase();
        let words = folded.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().count() >= 4).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    one.intersection(&other).count() * 2 >= one.len().min(other.len())
}

#[cfg(test)]
mod tests {
    use super::{are_nearly_same, is_ditto, is_no_action, is_only_references};

    #[test]
    fn what_stands_instead_of_an_action_is_told_from_actions() {
        for text in
            ["No action required.", "TBC", "See rec 1", "N/A", "none", "-", "See above", "See 4"]
        {
            assert!(is_no_action(text), "{text}");
        }
        for text in
            ["See every child", "No child waits", "Recruit", "See the board minutes monthly", ""]
        {
            assert!(!is_no_action(text), "{text}");
        }
    }

    #[test]
    fn the_word_for_the_row_above_is_told() {
        for text in ["\"", "As above", "ditto", "do.", "(as above)", "Same as above."] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["", "Do it", "1", "as agreed above"] {
            assert!(!is_ditto(text), "{text}");
        }
    }

    #[test]
    fn a_loose_quotation_is_told_from_other_words() {
        assert!(are_nearly_same("Improve supervision of staff", "Supervision"));
        assert!(!are_nearly_same("Improve supervision of staff", "Keep records of every visit"));
    }

    #[test]
    fn references_are_told_from_words() {
        for text in ["1", "R1", "17. (57, 138)", "1, 2 and 5", "Rec 4", "R1-R3", "Recommendation 4"]
        {
            assert!(is_only_references(text), "{text}");
        }
        for text in
            ["", "Caseloads fall", "2 social workers", "R1 Managers oversee", "ALL", "3 TAs"]
        {
            assert!(!is_only_references(text), "{text}");
        }
    }
}
