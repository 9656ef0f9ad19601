//! Owns how two pieces of text are compared: the folded form of words, the compared form of
//! references, the nearest of several known words, and how days and counts are printed. It knows
//! nothing of plans.

use std::borrow::Cow;

use chrono::NaiveDate;

/// Text with outer space trimmed, inner space made single and case folded.
pub(crate) fn fold(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if is_plain(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    let mut folded = String::with_capacity(trimmed.len());
    for (position, word) in trimmed.split_whitespace().enumerate() {
        if position > 0 {
            folded.push(' ');
        }
        folded.push_str(&word.to_lowercase());
    }
    Cow::Owned(folded)
}

/// The form in which references are compared: folded, and each run of digits without its leading
/// zeros (`R02` is `r2`, `2.01` is `2.1`, and `3.0` stays).
pub(crate) fn fold_reference(text: &str) -> Cow<'_, str> {
    let folded = fold(text);
    if !has_leading_zero(&folded) {
        return folded;
    }
    let mut compared = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    let mut in_number = false;
    while let Some(letter) = letters.next() {
        let more_digits = letters.peek().is_some_and(char::is_ascii_digit);
        if letter == '0' && !in_number && more_digits {
            continue;
        }
        in_number = letter.is_ascii_digit();
        compared.push(letter);
    }
    Cow::Owned(compared)
}

/// Whether two texts are the same once folded.
pub(crate) fn same(left: &str, right: &str) -> bool {
    fold(left) == fold(right)
}

/// Whether there is anything to read in the text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The text of an optional field, when there is anything to read in it.
pub(crate) fn written(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !is_blank(text))
}

/// The name in a field, where it names anybody: not blank, and not still to be confirmed.
pub(crate) fn named(text: Option<&String>) -> Option<&str> {
    written(text).filter(|name| !is_to_be_confirmed(name))
}

/// Whether words that stand where a name should say that there is nobody yet (`TBC`, `to be
/// appointed`, `vacant`, `N/A`, `-`).
pub(crate) fn is_to_be_confirmed(text: &str) -> bool {
    let plain = fold(text).replace('.', "");
    let plain = plain.trim_end_matches('?').trim_end();
    let is_initials = matches!(plain, "" | "tbc" | "tba" | "tbd");
    let is_nobody = matches!(
        plain,
        "-" | "\u{2013}" | "n/a" | "na" | "none" | "unknown" | "unassigned" | "vacant" | "vacancy"
    );
    let to_be = plain.strip_prefix("to be ");
    is_initials
        || is_nobody
        || to_be.is_some_and(|rest| {
            matches!(
                rest,
                "advised"
                    | "agreed"
                    | "announced"
                    | "appointed"
                    | "arranged"
                    | "confirmed"
                    | "decided"
                    | "determined"
                    | "identified"
                    | "recruited"
            )
        })
}

/// A day as people write it: `9 October 2026`.
pub(crate) fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// `1 day`, `13 days`.
pub(crate) fn days(days: u32) -> String {
    let s = if days == 1 { "" } else { "s" };
    format!("{days} day{s}")
}

/// `1 action`, `3 actions`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}

/// A figure as people write it: `50,000`.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn thousands(number: impl std::fmt::Display) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Texts longer than this are never worth a suggestion.
const LONGEST_SUGGESTION: usize = 64;

/// The candidate most like `wanted` (both in their compared form), when one is near enough that a
/// slip of the pen explains the difference. The first of equals wins.
pub(crate) fn nearest<'a, T: Copy>(
    wanted: &str,
    candidates: impl Iterator<Item = (&'a str, T)>,
) -> Option<T> {
    let length = wanted.chars().count();
    if length == 0 || length > LONGEST_SUGGESTION {
        return None;
    }
    let allowed = (length / 3).max(1);
    candidates
        .filter(|(candidate, _)| candidate.len() <= LONGEST_SUGGESTION * 4)
        .filter(|(candidate, _)| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|(candidate, value)| (strsim::osa_distance(wanted, candidate), value))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, value)| value)
}

/// ASCII text that folding would leave as it is.
fn is_plain(text: &str) -> bool {
    let mut before = b'x';
    for byte in text.bytes() {
        if !byte.is_ascii() || byte.is_ascii_uppercase() || byte.is_ascii_control() {
            return false;
        }
        if byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    true
}

fn has_leading_zero(text: &str) -> bool {
    let mut in_number = false;
    let mut zero_leads = false;
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            if zero_leads {
                return true;
            }
            zero_leads = byte == b'0' && !in_number;
            in_number = true;
        } else {
            zero_leads = false;
            in_number = false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{counted, days, fold, fold_reference, is_to_be_confirmed, nearest};

    #[test]
    fn references_are_compared_without_leading_zeros() {
        for (written, compared) in [
            ("R02", "r2"),
            (" 2.01 ", "2.1"),
            ("3.0", "3.0"),
            ("00", "0"),
            ("1.00.05", "1.0.5"),
            ("100", "100"),
            ("A  0b", "a 0b"),
            ("2.10", "2.10"),
            ("É\u{a0}7", "é 7"),
        ] {
            assert_eq!(fold_reference(written), compared, "{written}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for text in ["  A  b\tC ", "ÉTÉ", "plain", "", "\u{1e9e}"] {
            assert_eq!(fold(&fold(text)), fold(text));
        }
    }

    #[test]
    fn one_is_not_plural() {
        assert_eq!([days(0), days(1), days(13)], ["0 days", "1 day", "13 days"]);
        assert_eq!([counted(1, "action"), counted(3, "action")], ["1 action", "3 actions"]);
    }

    #[test]
    fn words_that_name_nobody_are_known() {
        for nobody in ["TBC", "t.b.c.", "TBC?", "To be  appointed", "Vacant", "N/A", "?", "-"] {
            assert!(is_to_be_confirmed(nobody), "{nobody}");
        }
        for somebody in ["Director", "To be Director", "Nona", "Head of TBC"] {
            assert!(!is_to_be_confirmed(somebody), "{somebody}");
        }
    }

    #[test]
    fn the_nearest_is_only_offered_when_near() {
        let known = ["3.1", "3.2", "vacancy-rate"];
        let offer = |wanted| nearest(wanted, known.iter().map(|word| (*word, *word)));
        assert_eq!(offer("vacancyrate"), Some("vacancy-rate"));
        assert_eq!(offer("31"), Some("3.1"));
        assert_eq!(offer("3.12"), Some("3.1"));
        assert_eq!(offer("workforce"), None);
    }
}
