//! Reads the owners in a cell.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::separators::{may_hold, pieces};
use crate::model::Owner;
use crate::text::fold;

/// Separators that may also be part of a post.
const SOMETIMES: &[&[&str]] = &[&["/"], &[","], &["&"], &["and"]];

/// Nouns that name posts, singular or plural.
const POSTS: &[&str] = &[
    "accountant",
    "administrator",
    "adviser",
    "advisor",
    "analyst",
    "auditor",
    "chair",
    "chairman",
    "chairperson",
    "commissioner",
    "consultant",
    "co-ordinator",
    "coordinator",
    "councillor",
    "director",
    "executive",
    "head",
    "headteacher",
    "inspector",
    "lead",
    "leader",
    "manager",
    "nurse",
    "officer",
    "practitioner",
    "secretary",
    "solicitor",
    "specialist",
    "superintendent",
    "supervisor",
    "teacher",
    "trainer",
    "worker",
];

/// Nouns that name a post only in the singular: `Partners` and `Members` are bodies.
const SINGLE_POSTS: &[&str] = &["partner", "principal", "member"];

/// Words between a post and its area.
const OF: &[&str] = &["of", "for", "on", "to", "in", "at", "with", "-", "\u{2013}", "("];

/// Returns the owners in a cell, as written and in order, each once.
///
/// Line breaks and `;` always separate, unless the line ends or the next begins with `and`, `,` or
/// similar. `/`, `,`, `&` and `and` do so only if each piece is a post by itself: `Head of Quality and
/// Performance` and `Chair / DCS` are each one.
pub(crate) fn owners(text: &str) -> Vec<Owner> {
    let mut owners = Vec::new();
    let lines = whole_lines(text);
    let mut found = Vec::new();
    for line in &lines {
        cut(line, SOMETIMES, &mut found);
    }
    if let [owner] = found.as_slice() {
        owners.push(Owner::from(*owner));
    } else {
        let mut seen = BTreeSet::new();
        for owner in found {
            if seen.insert(fold(owner).into_owned()) {
                owners.push(Owner::from(owner));
            }
        }
    }
    owners
}

/// Returns whether a text has the noun of a post in it.
pub(crate) fn names_post(text: &str) -> bool {
    text.split_whitespace().any(is_noun)
}

/// Returns the lines of a cell, joining lines broken at `and` or a comma.
fn whole_lines(text: &str) -> Vec<Cow<'_, str>> {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    let mut is_open = false;
    for group in pieces(text, &[";"]) {
        let mut between = "; ";
        for line in pieces(group, &["\n", "\r"]) {
            let line = without_bullet(line);
            match lines.last_mut() {
                Some(last) if is_open || starts_open(line) => {
                    let whole = last.to_mut();
                    whole.push_str(between);
                    whole.push_str(line);
                }
                _ => lines.push(Cow::Borrowed(line)),
            }
            is_open = ends_open(line);
            between = " ";
        }
        is_open = false;
    }
    lines
}

fn without_bullet(line: &str) -> &str {
    let bare = line.trim_start_matches(['•', '·', '*', '▪', '-', '\u{2013}']).trim_start();
    if bare.is_empty() { line } else { bare }
}

fn ends_open(line: &str) -> bool {
    line.ends_with([',', '/', '&']) || last_word(line).eq_ignore_ascii_case("and")
}

fn starts_open(line: &str) -> bool {
    line.starts_with([',', '/', '&'])
        || line.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("and"))
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// Splits a text at the first separators that leave only posts, and each piece again.
fn cut<'t>(piece: &'t str, levels: &[&[&str]], found: &mut Vec<&'t str>) {
    let Some((separators, weaker)) = levels.split_first() else {
        found.push(piece.trim_end_matches(',').trim_end());
        return;
    };
    if !may_hold(piece, separators) {
        return cut(piece, weaker, found);
    }
    let parts: Vec<&str> = pieces(piece, separators).into_iter().map(without_and).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_post(part)) {
        for part in parts {
            cut(part, weaker, found);
        }
    } else {
        cut(piece, weaker, found);
    }
}

/// Drops a leading `and`: in `A, B, and C` the last is `C`.
fn without_and(part: &str) -> &str {
    match part.split_once(char::is_whitespace) {
        Some((and, rest)) if and.eq_ignore_ascii_case("and") => rest.trim_start(),
        _ => part,
    }
}

/// Returns whether a text is a post by itself: it ends with the noun of a post, or continues with its
/// area (`Head of Service`, `Manager (North)`, `Director HR`).
fn is_post(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if !is_noun(word) {
            continue;
        }
        let is_post = words.peek().is_none_or(|next| {
            OF.contains(&&*next.to_lowercase()) || next.starts_with('(') || is_initials(next)
        });
        if is_post || word.ends_with([',', ':']) {
            return true;
        }
    }
    false
}

fn is_noun(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    POSTS.contains(&one) || SINGLE_POSTS.contains(&&*word)
}

fn is_initials(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::owners;

    #[test]
    fn two_posts_are_two_and_one_post_is_one() {
        for (text, found) in [
            (
                "Head of Service MASH/ SA\nHead of Service SASF",
                &["Head of Service MASH/ SA", "Head of Service SASF"][..],
            ),
            ("Chair / DCS", &["Chair / DCS"]),
            ("Head of Quality and Performance", &["Head of Quality and Performance"]),
            ("Director of HR and Head of Quality", &["Director of HR", "Head of Quality"]),
            ("Head of HR / Service Manager", &["Head of HR", "Service Manager"]),
            (
                "Director of HR, Head of Quality and Performance",
                &["Director of HR", "Head of Quality and Performance"],
            ),
            (
                "Chair, Lead Member, and Service Manager",
                &["Chair", "Lead Member", "Service Manager"],
            ),
            ("Head of Service, Children in Need", &["Head of Service, Children in Need"]),
            ("Service Manager & Team Managers", &["Service Manager", "Team Managers"]),
            ("Head of Officer and Member Development", &["Head of Officer and Member Development"]),
            ("Director and Partners", &["Director and Partners"]),
            (
                "Assistant Director; Assistant director;\r\n Head of Finance",
                &["Assistant Director", "Head of Finance"],
            ),
            ("Head of Quality and\nPerformance", &["Head of Quality and Performance"]),
            ("Head of Quality\nand Performance", &["Head of Quality and Performance"]),
            ("Director of HR,\nHead of Finance", &["Director of HR", "Head of Finance"]),
            ("• Director of HR\n• Head of Finance", &["Director of HR", "Head of Finance"]),
            ("Service Manager (North and South)", &["Service Manager (North and South)"]),
            (
                "HR Business Partner and Principal Social Worker",
                &["HR Business Partner", "Principal Social Worker"],
            ),
            ("Director HR/Service Manager MASH", &["Director HR", "Service Manager MASH"]),
            ("TBC", &["TBC"]),
            (" \n;", &[]),
            ("-", &["-"]),
        ] {
            let owners = owners(text);
            let names: Vec<&str> = owners.iter().filter_map(|owner| owner.as_str()).collect();
            assert_eq!(names, found, "{text}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn owners_lose_no_letter_but_those_of_repeated_owners(text in crate::import::values::tests::text()) {
            let owners = owners(&text);
            let found = crate::import::values::tests::letters(owners.iter().filter_map(|owner| owner.as_str()));
            let written = crate::import::values::tests::letters([text.as_str()]);
            proptest::prop_assert!(found.iter().all(|(letter, times)| written.get(letter) >= Some(times)));
            let folded = |letters: &std::collections::BTreeMap<char, usize>| -> String {
                letters.keys().flat_map(|letter| letter.to_lowercase()).collect()
            };
            let kept = folded(&found);
            proptest::prop_assert!(folded(&written).chars().all(|letter| kept.contains(letter)));
        }
    }
}
