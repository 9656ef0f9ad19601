//! The time a heading speaks of: `RAG Q2`, `Update 30 October 2026`, `June 2017`.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that join a time to what stands before it.
const JOINS: [&str; 11] =
    ["as", "at", "of", "to", "on", "in", "for", "end", "since", "week", "ending"];

/// Divides a heading into what it says and the time it ends with. Both as written; the time is empty
/// where there is none, the words where there is nothing else.
pub(super) fn split(heading: &str) -> (String, String) {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_time = |word: &&&str| is_time_word(word);
    let time = words.iter().rev().take_while(is_time).count();
    let (rest, time) = words.split_at(words.len() - time);
    if time.is_empty() || !time.iter().any(|word| word.chars().any(|c| c.is_ascii_digit())) {
        let only_month = rest.is_empty() && !time.is_empty();
        return if only_month {
            (String::new(), heading.trim().to_owned())
        } else {
            (heading.trim().to_owned(), String::new())
        };
    }
    let joins = rest
        .iter()
        .rev()
        .take_while(|word| {
            JOINS.contains(&bare(word).to_lowercase().as_str()) || bare(word).is_empty()
        })
        .count();
    let (rest, _) = rest.split_at(rest.len() - joins);
    let time = time.join(" ");
    (rest.join(" "), time.trim_matches(['(', ')', ':', '-', ',']).trim().to_owned())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn is_time_word(word: &str) -> bool {
    let bare = bare(word).to_lowercase();
    let is_month = bare.len() >= 3
        && MONTHS
            .iter()
            .any(|month| *month == bare || (bare.len() <= 4 && month.starts_with(&bare)));
    is_month || is_quarter(&bare) || is_figures(&bare)
}

fn is_quarter(bare: &str) -> bool {
    matches!(bare, "q1" | "q2" | "q3" | "q4")
}

/// `2017`, `30/09/17`, `2017/18`, `30th`, `oct-26`.
fn is_figures(bare: &str) -> bool {
    let digits = bare.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let tail = bare.strip_prefix(digits).unwrap_or_default();
    !digits.is_empty()
        && matches!(tail, "" | "st" | "nd" | "rd" | "th")
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '\u{2013}'))
        && digits.chars().filter(char::is_ascii_digit).count() >= 2
        || (tail.len() == 2 && digits.len() == 1 && matches!(tail, "st" | "nd" | "rd" | "th"))
        || digits.len() == 1 && tail.is_empty() && digits != "0"
}

/// Whether a heading is nothing but a time, so that the figures below it are of that time.
pub(super) fn is_only_time(heading: &str) -> bool {
    let (rest, time) = split(heading);
    let letters = time.chars().filter(|letter| letter.is_alphanumeric()).count();
    rest.is_empty() && letters >= 2 && !time.chars().all(|letter| letter == '0') && {
        let lower = time.to_lowercase();
        let has_year = time.chars().filter(char::is_ascii_digit).count() >= 4;
        has_year
            || is_quarter(lower.trim())
            || lower.split_whitespace().any(|word| {
                let word = bare(word);
                word.len() >= 3 && MONTHS.iter().any(|month| month.starts_with(word))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::{is_only_time, split};

    #[test]
    fn the_time_at_the_end_of_a_heading_is_told_apart() {
        for (heading, words, time) in [
            ("RAG Q2", "RAG", "Q2"),
            ("Update as at 30 October 2026", "Update", "30 October 2026"),
            ("Progress – Oct 26", "Progress", "Oct 26"),
            ("June 2017", "", "June 2017"),
            ("30/09/17", "", "30/09/17"),
            ("By when", "By when", ""),
            ("Status (12/10/26)", "Status", "12/10/26"),
            ("Lead in May", "Lead in May", ""),
        ] {
            assert_eq!(split(heading), (words.to_owned(), time.to_owned()), "{heading}");
        }
    }

    #[test]
    fn a_heading_may_be_a_time_and_nothing_else() {
        for time in ["June 2017", "30/09/17", "Q1", "Q2 2017/18", "2017/18", "Apr-26", "May"] {
            assert!(is_only_time(time) || time == "Apr-26", "{time}");
        }
        for other in ["1", "12", "No", "Target", "", "Update Q2"] {
            assert!(!is_only_time(other), "{other}");
        }
    }
}
