//! Splits a time from a heading: `RAG Q2`, `Update 30 October 2026`, `June 2017`.

use crate::due_date::month_named;

/// Words that join a time to the text before it.
const JOINS: [&str; 11] =
    ["as", "at", "of", "to", "on", "in", "for", "end", "since", "week", "ending"];

/// Splits a heading into its text and the time it begins or ends with, both as written. Either may be
/// empty.
pub(super) fn split(heading: &str) -> (String, String) {
    let whole = || (heading.trim().to_owned(), String::new());
    let words: Vec<&str> = heading.split_whitespace().collect();
    let time = words.iter().rev().take_while(|word| part_of(word).is_some()).count();
    let (rest, time) = words.split_at(words.len() - time);
    let is_whole = |word: &&str| part_of(word).is_some_and(|part| part != Part::Figure);
    let has_figure = time.iter().any(|word| word.contains(|letter: char| letter.is_ascii_digit()));
    if !time.iter().any(is_whole) || !(has_figure || rest.is_empty()) {
        return led_by_time(&words).unwrap_or_else(whole);
    }
    let is_join = |word: &&&str| {
        let bare = bare(word);
        bare.is_empty() || JOINS.contains(&bare.to_lowercase().as_str())
    };
    let joins = rest.iter().rev().take_while(is_join).count();
    let (rest, _) = rest.split_at(rest.len() - joins);
    let time = time.join(" ");
    (rest.join(" "), time.trim_matches(['(', ')', ':', '-', ',']).trim().to_owned())
}

/// Splits a heading that begins with a quarter or a month: `Q2 RAG`, `January update`. `May` alone may
/// be another word, and a year belongs to the word after it.
fn led_by_time(words: &[&str]) -> Option<(String, String)> {
    let first = bare(words.first()?).to_lowercase();
    let is_quarter = matches!(&*first, "q1" | "q2" | "q3" | "q4");
    if !is_quarter && (first == "may" || month_named(&first).is_none()) {
        return None;
    }
    let time = words.iter().take_while(|word| part_of(word).is_some()).count();
    let (time, rest) = words.split_at_checked(time)?;
    (!rest.is_empty()).then(|| (rest.join(" "), time.join(" ")))
}

/// Words of school terms, and those beside them.
const TERMS: [&str; 4] = ["autumn", "spring", "summer", "winter"];

/// Splits a heading that begins or ends with a school term, a season or a month without a year: `RAG
/// Autumn`, `Summer term progress`. What is left decides whether that is a time: `Lead in May` is none.
pub(super) fn split_term(heading: &str) -> Option<(String, String)> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_term = |word: &str| {
        let bare = bare(word).to_lowercase();
        TERMS.contains(&&*bare) || month_named(&bare).is_some()
    };
    let is_beside = |word: &&&str| {
        let bare = bare(word).to_lowercase();
        is_term(word)
            || matches!(&*bare, "term" | "half" | "end" | "of" | "1" | "2" | "")
            || is_year(&bare)
    };
    let count = words.len();
    let after = words.iter().rev().take_while(is_beside).count();
    let before = words.iter().take_while(is_beside).count();
    let (time, rest) = if after > 0 {
        let (rest, time) = words.split_at_checked(count - after)?;
        (time, rest)
    } else {
        words.split_at_checked(before)?
    };
    let is_time = time.iter().any(|word| is_term(word)) && !rest.is_empty();
    let time = time.join(" ");
    is_time.then(|| {
        let trimmed = time.trim_matches(|letter: char| !letter.is_alphanumeric());
        (rest.join(" "), trimmed.to_owned())
    })
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// The role of a word in a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A month, quarter, year or date: a time by itself.
    Time,
    /// A number that is part of a time only beside one: the `30` of `30 October`.
    Figure,
}

fn part_of(word: &str) -> Option<Part> {
    let bare = bare(word);
    let is_month = |text: &str| month_named(text).is_some();
    if !bare.bytes().any(|byte| byte.is_ascii_digit()) {
        return is_month(bare).then_some(Part::Time);
    }
    let bare = bare.to_lowercase();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    if is_month(&bare) || matches!(&*bare, "q1" | "q2" | "q3" | "q4") || is_year(&bare) {
        return Some(Part::Time);
    }
    let pieces: Vec<&str> = bare.split(['/', '.', '-', '\u{2013}']).collect();
    match pieces.as_slice() {
        [one] => {
            let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| one.strip_suffix(end));
            let figure = ordinal.unwrap_or(one);
            (is_digits(figure) && figure.len() <= 2).then_some(Part::Figure)
        }
        [year, rest] if is_year(year) && is_digits(rest) && matches!(rest.len(), 2 | 4) => {
            Some(Part::Time)
        }
        [month, year] if is_month(month) && is_digits(year) && matches!(year.len(), 2 | 4) => {
            Some(Part::Time)
        }
        [day, month, year]
            if is_digits(day)
                && (is_digits(month) || is_month(month))
                && is_digits(year)
                && bare.len() <= 12 =>
        {
            Some(Part::Time)
        }
        _ => None,
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|one| one.is_ascii_digit())
}

/// Returns whether a text ends with a time: `Plan October 2026`, `Q1`.
pub(crate) fn is_timed(text: &str) -> bool {
    !split(text).1.is_empty()
}

#[cfg(test)]
mod tests {
    use super::split;

    fn is_only_time(heading: &str) -> bool {
        let (rest, time) = split(heading);
        rest.is_empty() && !time.is_empty()
    }

    #[test]
    fn the_time_of_a_heading_is_told_apart() {
        for (heading, words, time) in [
            ("RAG Q2", "RAG", "Q2"),
            ("Update as at 30 October 2026", "Update", "30 October 2026"),
            ("Progress – Oct 26", "Progress", "Oct 26"),
            ("June 2017", "", "June 2017"),
            ("30/09/17", "", "30/09/17"),
            ("By when", "By when", ""),
            ("Status (12/10/26)", "Status", "12/10/26"),
            ("Lead in May", "Lead in May", ""),
            ("Priority 1", "Priority 1", ""),
            ("Q2 RAG", "RAG", "Q2"),
            ("Q1 2026/27 RAG", "RAG", "Q1 2026/27"),
            ("January update", "update", "January"),
            ("May need help", "May need help", ""),
            ("2026 target", "2026 target", ""),
        ] {
            assert_eq!(split(heading), (words.to_owned(), time.to_owned()), "{heading}");
        }
    }

    #[test]
    fn a_heading_may_be_a_time_and_nothing_else() {
        for time in ["June 2017", "30/09/17", "Q1", "Q2 2017/18", "2017/18", "Apr-26", "May"] {
            assert!(is_only_time(time), "{time}");
        }
        for other in ["1", "12", "369 262", "No", "Target", "", "Update Q2", "Priority 1"] {
            assert!(!is_only_time(other), "{other}");
        }
    }
}
