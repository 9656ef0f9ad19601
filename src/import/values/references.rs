//! Splits a cell into several references.

use super::separators::{brackets_match, pieces};

/// Separators that always count, unless the options give others.
const ALWAYS: &[&str] = &["\n", "\r", ";"];

/// Separators that count only if the split produces a reference.
const USUALLY: &[&[&str]] = &[&[","], &["&", "and"]];

/// Words before a reference that are not part of it.
const LABELS: &[&str] = &[
    "recommendations",
    "recommendation",
    "references",
    "reference",
    "numbers",
    "number",
    "recs",
    "refs",
    "rec",
    "ref",
    "nos",
    "no",
    "r",
    "#",
];

/// The longest text that is taken as a reference by its form alone.
const LONGEST: usize = 12;

/// Returns the references in a cell, as written and in order. A range stays whole (see [`is_range`]).
///
/// A text that is a known reference is never split. Otherwise it is split at the given separators;
/// without any, at line breaks and `;`, at `,`, `&` and `and` if that produces a reference, and at `/`
/// if every piece has the form of one. Text in brackets is not split. A word such as `Recommendation`
/// before a reference is dropped only if that produces a known reference.
pub(crate) fn references(
    text: &str,
    separators: Option<&[String]>,
    known: &dyn Fn(&str) -> bool,
) -> Vec<String> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    if known(text) {
        return vec![text.to_owned()];
    }
    let mut found = Vec::new();
    if let Some(separators) = separators {
        let separators: Vec<&str> = separators.iter().map(String::as_str).collect();
        found = pieces(text, &separators);
    } else {
        for piece in pieces(text, ALWAYS) {
            cut(piece, USUALLY, known, &mut found);
        }
    }
    found.into_iter().map(|piece| without_label(piece, known).to_owned()).collect()
}

/// Returns whether a text is a range of references: `R1-R3`, `1 to 5`, `2.1–2.4`; a year such as
/// `2016-17` is not. A single reference may look the same (`1-2`), so call this only for unknown
/// references.
pub(crate) fn is_range(text: &str) -> bool {
    let (_, text) = label(text.trim());
    let between = ["-", "\u{2013}", "\u{2014}", " to ", " TO ", " To "];
    let Some((first, last)) = between.iter().find_map(|between| text.split_once(between)) else {
        return false;
    };
    let (first, last) = (first.trim(), label(last.trim()).1);
    if is_year(first) {
        return false;
    }
    let (Some((first_word, first)), Some((last_word, last))) = (form(first), form(last)) else {
        return false;
    };
    let is_one_series = last_word.is_empty() || first_word.eq_ignore_ascii_case(last_word);
    is_one_series && first < last
}

/// Splits a piece wherever that produces a reference.
fn cut<'t>(
    piece: &'t str,
    levels: &[&[&str]],
    known: &dyn Fn(&str) -> bool,
    found: &mut Vec<&'t str>,
) {
    if known(piece) {
        found.push(piece);
        return;
    }
    let Some((separators, weaker)) = levels.split_first() else {
        cut_at_slashes(piece, found);
        return;
    };
    let parts = pieces(piece, separators);
    if parts != [piece] && parts.iter().any(|part| gives_reference(part, weaker, known)) {
        for part in parts {
            cut(part, weaker, known, found);
        }
    } else {
        cut(piece, weaker, known, found);
    }
}

fn cut_at_slashes<'t>(piece: &'t str, found: &mut Vec<&'t str>) {
    let parts = pieces(piece, &["/"]);
    // `2017/18` and `31/03/2018` are not references.
    let has_year = parts.iter().any(|part| is_year(part));
    if parts.len() > 1 && !has_year && parts.iter().all(|part| looks_like_reference(part)) {
        found.extend(parts);
    } else {
        found.push(piece);
    }
}

/// Returns whether a piece is a reference, or can be split into some.
fn gives_reference(piece: &str, levels: &[&[&str]], known: &dyn Fn(&str) -> bool) -> bool {
    if known(piece) || looks_like_reference(label(piece).1) || is_range(piece) {
        return true;
    }
    if let Some((separators, weaker)) = levels.split_first() {
        let parts = pieces(piece, separators);
        parts != [piece] && parts.iter().any(|part| gives_reference(part, weaker, known))
    } else {
        let parts = pieces(piece, &["/"]);
        parts.len() > 1 && parts.iter().all(|part| looks_like_reference(label(part).1))
    }
}

/// Returns a reference without the word before it and the stop after it, if only that makes it known.
fn without_label<'t>(piece: &'t str, known: &dyn Fn(&str) -> bool) -> &'t str {
    if known(piece) {
        return piece;
    }
    let unlabelled = label(piece).1;
    let unstopped = |text: &'t str| text.trim_end_matches(['.', ':']).trim_end();
    [unlabelled, unstopped(piece), unstopped(unlabelled)]
        .into_iter()
        .find(|text| !text.is_empty() && known(text))
        .unwrap_or(piece)
}

/// Splits the words before a reference (`Rec. no. `) from the rest.
fn label(text: &str) -> (&str, &str) {
    let mut rest = text;
    while let Some(shorter) = LABELS.iter().find_map(|label| after_label(rest, label)) {
        rest = shorter;
    }
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

fn after_label<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let found = text.get(..label.len())?;
    let rest = text.get(label.len()..)?;
    let is_cut = rest.starts_with(|next: char| !next.is_alphabetic());
    if !found.eq_ignore_ascii_case(label) || !is_cut {
        return None;
    }
    let rest = rest.trim_start_matches(['.', ':']).trim_start();
    (!rest.is_empty()).then_some(rest)
}

/// Returns whether a text has the form of a reference: one short word with a digit in it, with or
/// without paragraphs in brackets after it.
fn looks_like_reference(text: &str) -> bool {
    let (word, paragraphs) = match text.split_once('(') {
        Some((word, rest)) => (word.trim_end(), rest),
        None => (text, ""),
    };
    let has_paragraphs_only = paragraphs.is_empty()
        || paragraphs
            .strip_suffix(')')
            .is_some_and(|inside| inside.chars().all(|c| c.is_ascii_digit() || ", -".contains(c)));
    let is_short = word.len() <= LONGEST;
    let is_word = word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    let has_figure = word.bytes().any(|byte| byte.is_ascii_digit());
    let has_long_word =
        word.split(|letter: char| !letter.is_alphabetic()).any(|letters| letters.len() > 4);
    has_paragraphs_only
        && is_short
        && is_word
        && has_figure
        && !has_long_word
        && brackets_match(text)
}

/// Splits a reference into its letters and its numbers: `R2.10` is `R`, 2, 10.
fn form(text: &str) -> Option<(&str, Vec<u32>)> {
    let at = text.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (word, figures) = (text.get(..at)?, text.get(at..)?);
    let figures: Option<Vec<u32>> = figures
        .split('.')
        .map(|figure| figure.parse().ok().filter(|_| figure.len() <= 4))
        .collect();
    (word.len() <= 4).then_some((word, figures?))
}

fn is_year(text: &str) -> bool {
    let is_century = text.starts_with("19") || text.starts_with("20");
    is_century && text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{is_range, references};
    use crate::text::fold_reference;

    const KNOWN: &[&str] = &[
        "1",
        "2",
        "3",
        "R4",
        "R5",
        "2.1",
        "17. (57, 138)",
        "Rec 9",
        "113",
        "Stable, safe and seen",
        "ofsted-2026/7",
        "A/B",
    ];

    fn known(text: &str) -> bool {
        KNOWN.iter().any(|known| fold_reference(known) == fold_reference(text))
    }

    #[test]
    fn several_references_in_one_cell_are_told_apart() {
        for (text, found) in [
            ("1", &["1"][..]),
            ("", &[]),
            (" \n ", &[]),
            ("1, 2 and 3", &["1", "2", "3"]),
            ("1,2, and 3", &["1", "2", "3"]),
            ("1 & 2", &["1", "2"]),
            ("R4\r\nR5", &["R4", "R5"]),
            ("R4; R5;", &["R4", "R5"]),
            ("1/2", &["1", "2"]),
            ("R4 / R5", &["R4", "R5"]),
            ("8/9", &["8", "9"]),
            ("17. (57, 138)", &["17. (57, 138)"]),
            ("17. (57, 138), 2.1", &["17. (57, 138)", "2.1"]),
            ("18 (57, 138) and 2", &["18 (57, 138)", "2"]),
            ("Stable, safe and seen", &["Stable, safe and seen"]),
            ("1; stable, safe and seen", &["1", "stable, safe and seen"]),
            ("ofsted-2026/7", &["ofsted-2026/7"]),
            ("ofsted-2026/8", &["ofsted-2026/8"]),
            ("A/B, 1", &["A/B", "1"]),
            ("Recommendation 1", &["1"]),
            ("Recs 1, 2 & 3", &["1", "2", "3"]),
            ("Rec. No. 2", &["2"]),
            ("#3.", &["3"]),
            ("R1", &["1"]),
            ("R. 1 and r.2", &["1", "2"]),
            ("Rec 9", &["Rec 9"]),
            ("Rec 8", &["Rec 8"]),
            ("113.", &["113"]),
            ("R4-R5", &["R4-R5"]),
            ("1 to 3", &["1 to 3"]),
            ("R1-R3, R5 and 113", &["R1-R3", "R5", "113"]),
            ("2017/18", &["2017/18"]),
            ("31/03/2018", &["31/03/2018"]),
            ("Recruit, retain and support staff", &["Recruit, retain and support staff"]),
            ("1, workforce strategy", &["1", "workforce strategy"]),
            ("1 (in part, with 2", &["1 (in part, with 2"]),
            ("Land and sand", &["Land and sand"]),
        ] {
            assert_eq!(references(text, None, &known), found, "{text}");
        }
    }

    #[test]
    fn the_councils_own_separators_are_the_only_ones() {
        let own = |text, separators: &[&str]| {
            let separators: Vec<String> = separators.iter().map(ToString::to_string).collect();
            references(text, Some(&separators), &known)
        };
        assert_eq!(own("1 + 2", &["+"]), ["1", "2"]);
        assert_eq!(own("1, 2", &["+"]), ["1, 2"]);
        assert_eq!(own("8 PLUS surplus 9", &["plus"]), ["8", "surplus 9"]);
        assert_eq!(own("A/B", &["/"]), ["A/B"]);
        assert_eq!(own("1/(2/3)", &["/", ""]), ["1", "(2/3)"]);
        assert_eq!(own("1\n2", &[]), ["1\n2"]);
    }

    #[test]
    fn a_run_of_references_is_known() {
        for range in
            ["R1-R3", "1 to 5", "1–5", "R1 - R3", "2.1-2.4", "R1-3", "Recs 1-3", "Rec 1 to Rec 5"]
        {
            assert!(is_range(range), "{range}");
        }
        for single in
            ["R1", "A-1", "2016-17", "1-2-1", "5-1", "R1-A3", "R3-R1", "to", "", "1 - ", "A to B"]
        {
            assert!(!is_range(single), "{single}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn references_lose_no_letter(text in crate::import::values::tests::text()) {
            let found = references(&text, None, &|_| false);
            proptest::prop_assert_eq!(crate::import::values::tests::letters(found.iter().map(String::as_str)), crate::import::values::tests::letters([text.as_str()]));
            let own = [";".to_owned(), "and".to_owned()];
            let found = references(&text, Some(&own), &|_| false);
            proptest::prop_assert_eq!(crate::import::values::tests::letters(found.iter().map(String::as_str)), crate::import::values::tests::letters([text.as_str()]));
        }

        #[test]
        fn what_is_known_as_a_whole_is_one_reference(text in crate::import::values::tests::text()) {
            let found = references(&text, None, &|_| true);
            proptest::prop_assert_eq!(found.len(), usize::from(!text.trim().is_empty()));
        }

        #[test]
        fn whether_a_text_is_a_range_is_told_without_a_panic(text in crate::import::values::tests::text()) {
            let _ = is_range(&text);
        }
    }
}
