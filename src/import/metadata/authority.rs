//! Finds the authority that owns the plan.

use super::fact::{Fact, Line, key_place, labelled, stem};
use crate::cells::Grid;
use crate::import::ReadOptions;
use crate::import::headings::normalise;

/// How names of councils begin that do not end with "Council".
const BOROUGHS: &[&str] = &[
    "london borough of ",
    "royal borough of ",
    "metropolitan borough of ",
    "borough of ",
    "city of ",
    "county of ",
];

/// Department names after a council's name that are not a title.
const SERVICES: &[&str] = &[
    "",
    "children service",
    "children social care",
    "children and family service",
    "children and young people service",
];

pub(super) fn authority(grid: &Grid, options: &ReadOptions, lines: &[Line]) -> Option<Fact> {
    let by_label = labelled(
        lines,
        &["council", "authority", "local authority", "name of council"],
        "the authority",
    );
    if by_label.is_some() {
        return by_label;
    }
    let in_line = lines.iter().find_map(|line| {
        let value = council(&line.text).or_else(|| borough(&line.text))?;
        let why = format!("from the title in {}", line.place);
        Some(Fact { value, why, place: line.place.clone(), at: Some(line.at) })
    });
    let in_sheet = || {
        grid.sheets.iter().find_map(|sheet| {
            let value = council(sheet.name.as_deref()?)?;
            let why = "from the name of a sheet".to_owned();
            Some(Fact { value, why, place: sheet.whole(), at: None })
        })
    };
    let in_file = || {
        let value = council(&stem(options.file_name.as_deref()?))?;
        let why = "from the name of the file".to_owned();
        Some(Fact { value, why, place: key_place("authority.name"), at: None })
    };
    in_line.or_else(in_sheet).or_else(in_file)
}

/// Returns the council named in a text: `Anyshire County Council`.
fn council(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let end = words.iter().position(|word| matches!(&*bare(word), "Council" | "COUNCIL"))?;
    let before = words.get(..end)?;
    let is_part = |word: &&&str| {
        let ends_before = word.ends_with([':', '-', '\u{2013}', ',', '.', ';']);
        !ends_before
            && (word.starts_with(char::is_uppercase)
                || matches!(**word, "of" | "and" | "upon" | "on" | "&"))
    };
    let count = before.iter().rev().take(7).take_while(is_part).count();
    let mut name = before.get(before.len() - count..)?;
    while let Some((first, rest)) = name.split_first() {
        if first.starts_with(char::is_uppercase) && !matches!(*first, "The" | "THE" | "For") {
            break;
        }
        name = rest;
    }
    (!name.is_empty()).then(|| {
        format!("{} {}", name.join(" "), words.get(end).map_or(String::new(), |word| bare(word)))
    })
}

/// Returns the council named in a text that says nothing else: `London Borough of Anytown`.
fn borough(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let start = BOROUGHS.iter().find(|start| lower.starts_with(**start))?;
    let name = text.get(start.len()..)?;
    let is_part = |word: &str| {
        (word.starts_with(char::is_uppercase)
            && word.chars().all(|one| one.is_alphabetic() || one == '-'))
            || matches!(word, "and" | "upon" | "on" | "&" | "the")
    };
    let is_name = (1..=5).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_part)
        && name.split_whitespace().all(|word| {
            !matches!(
                &*word.to_ascii_lowercase(),
                "plan" | "improvement" | "action" | "tracker" | "board"
            )
        });
    is_name.then(|| text.to_owned())
}

/// Returns whether a text is only the name of an authority.
pub(super) fn is_only_authority(text: &str) -> bool {
    if borough(text).is_some() {
        return true;
    }
    let Some(name) = council(text) else { return false };
    let compared = normalise(text);
    let rest = compared.strip_prefix(&normalise(&name));
    rest.is_some_and(|rest| SERVICES.contains(&rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::{council, is_only_authority};

    #[test]
    fn a_council_is_found_in_a_title() {
        for (text, found) in [
            ("Anyshire County Council Improvement Plan", Some("Anyshire County Council")),
            (
                "Improvement plan: Royal Borough of Anytown Council",
                Some("Royal Borough of Anytown Council"),
            ),
            ("The Anyshire Council", Some("Anyshire Council")),
            ("Report to Council", None),
            ("Improvement plan", None),
        ] {
            assert_eq!(council(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn the_name_of_an_authority_alone_is_no_title() {
        for (text, is_only) in [
            ("Anyshire County Council", true),
            ("ANYSHIRE COUNTY COUNCIL", true),
            ("The Anyshire Council", true),
            ("Anyshire Council – Children's Services", true),
            ("London Borough of Anytown", true),
            ("Royal Borough of Anytown and Otherton", true),
            ("London Borough of Anytown Improvement Plan", false),
            ("Anyshire Council improvement plan", false),
            ("City of Culture 2026", false),
            ("Improvement plan", false),
        ] {
            assert_eq!(is_only_authority(text), is_only, "{text}");
        }
    }
}
