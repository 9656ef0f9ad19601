//! Reads the addressees of a recommendation.

use super::separators::{pieces, places};
use crate::model::Addressee;
use crate::text::fold;

/// A text longer than this is not the name of a body.
const LONGEST: usize = 200;

/// One body that a recommendation is addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addressed<'t> {
    /// The name as written, which may be more specific: `NHS Greater Manchester ICB`.
    pub(crate) words: &'t str,
    /// The body, or the text as written if that is not clear.
    pub(crate) body: Addressee,
}

/// Returns the bodies in a cell, as written and in order, including several of one kind.
///
/// Line breaks and `;` always separate; `,`, `/`, `&` and `and` do so only between two known bodies:
/// `NHS Suffolk and North East Essex ICB` is one body, and so is `Health and Wellbeing Board`, which is
/// not a known one.
pub(crate) fn addressees(text: &str) -> Vec<Addressed<'_>> {
    pieces(text, &["\n", "\r", ";"]).into_iter().flat_map(of_line).collect()
}

fn of_line(line: &str) -> Vec<Addressed<'_>> {
    several(line).unwrap_or_else(|| {
        // Not `from`: any body in the vocabulary has been recognised already.
        vec![Addressed { words: line, body: Addressee::Other(line.to_owned()) }]
    })
}

/// Returns the bodies of a line, if every part is a known body.
fn several(line: &str) -> Option<Vec<Addressed<'_>>> {
    let mut found = Vec::new();
    let mut from: Option<usize> = None;
    for place in places(line, &[",", "/", "&", "and"]) {
        let start = from.unwrap_or(place.start);
        let words = line.get(start..place.end)?;
        let last = line.get(place)?;
        // Names are short: checking only short pieces keeps a long line linear.
        let body = body(words).filter(|_| words.len() == last.len() || is_name(words, last));
        match body {
            Some(body) => {
                found.push(Addressed { words, body });
                from = None;
            }
            None => from = Some(start),
        }
    }
    // Anything left at the end is the rest of an unknown name.
    from.is_none().then_some(found)
}

/// Returns whether a name with `and` or a comma is one name: of places (`Devon and Cornwall Police`),
/// not of two services (`Fire service and Police`).
fn is_name(words: &str, last: &str) -> bool {
    let before = words.strip_suffix(last).unwrap_or_default();
    let is_service = |word: &str| {
        let word = word.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        matches!(
            one,
            "service" | "board" | "trust" | "team" | "school" | "fire" | "care" | "health"
        )
    };
    let is_one_word = !last.contains(char::is_whitespace);
    let mut before = before.split(|letter: char| !letter.is_alphanumeric());
    !is_one_word && !before.any(is_service)
}

/// Returns the body a text names, if that is clear.
fn body(words: &str) -> Option<Addressee> {
    if words.len() > LONGEST {
        return None;
    }
    let folded = fold(words).replace('-', " ");
    let name = folded.strip_prefix("the ").unwrap_or(&folded);
    let name = name.trim_end_matches(['.', ':', ',']);
    known_name(name).or_else(|| {
        let (bare, initials) = name.strip_suffix(')')?.rsplit_once('(')?;
        known_name(bare.trim_end()).or_else(|| known_name(initials))
    })
}

fn known_name(name: &str) -> Option<Addressee> {
    let whole = match name {
        "la" | "local authority" | "authority" => Some(Addressee::Council),
        "health" | "health services" | "health partners" => Some(Addressee::Health),
        "school"
        | "schools"
        | "all schools"
        | "college"
        | "colleges"
        | "academies"
        | "schools and colleges" => Some(Addressee::Schools),
        "partnership"
        | "partners"
        | "all partners"
        | "partner agencies"
        | "all partner agencies"
        | "local partnership"
        | "local area partnership" => Some(Addressee::Partnership),
        _ => None,
    };
    if whole.is_some() {
        return whole;
    }
    let mut backwards = name.rsplit(' ');
    let (last, before) = (backwards.next()?, backwards.next().unwrap_or_default());
    let has = |wanted: &str| name.split(' ').any(|word| word == wanted);
    let ends_with = |words: &str| name.ends_with(words);
    let is_safeguarding =
        has("safeguarding") && !name.contains("adult") && matches!(last, "board" | "partnership");
    let is_borough = ["london borough of ", "royal borough of ", "metropolitan borough of "]
        .iter()
        .any(|start| name.starts_with(start));
    if is_safeguarding || is_board_in_short(last) {
        Some(Addressee::SafeguardingBoard)
    } else if is_borough
        || (last == "council" && !matches!(before, "care" | "youth" | "school" | "parish" | "town"))
    {
        Some(Addressee::Council)
    } else if matches!(last, "icb" | "icbs" | "ccg" | "ccgs" | "nhs")
        || ends_with("integrated care board")
        || ends_with("clinical commissioning group")
        || (has("nhs") && matches!(last, "trust" | "trusts" | "england"))
    {
        Some(Addressee::Health)
    } else if matches!(last, "police" | "constabulary") || ends_with("police service") {
        Some(Addressee::Police)
    } else {
        None
    }
}

/// Returns whether a word is `LSCB`, or the same with the first letter of a council (`CSCB`); since 2018
/// `LSCP`.
fn is_board_in_short(word: &str) -> bool {
    (4..=5).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && (word.ends_with("scb") || word.ends_with("scp"))
}

#[cfg(test)]
mod tests {
    use super::addressees;

    #[test]
    fn bodies_are_known_when_that_is_plain() {
        for (text, found) in [
            ("LA", &["LA: council"][..]),
            ("Council", &["Council: council"]),
            ("The Council.", &["The Council.: council"]),
            ("Halton Borough Council", &["Halton Borough Council: council"]),
            ("London Borough of Croydon", &["London Borough of Croydon: council"]),
            ("LSCB", &["LSCB: safeguarding-board"]),
            ("safeguarding-board", &["safeguarding-board: safeguarding-board"]),
            ("CSCB", &["CSCB: safeguarding-board"]),
            (
                "Local Safeguarding Children Board (LSCB)",
                &["Local Safeguarding Children Board (LSCB): safeguarding-board"],
            ),
            ("Council and LSCB", &["Council: council", "LSCB: safeguarding-board"]),
            ("LA/Police/ICB", &["LA: council", "Police: police", "ICB: health"]),
            ("Council; CCG\nschools", &["Council: council", "CCG: health", "schools: schools"]),
            ("Schools and colleges", &["Schools: schools", "colleges: schools"]),
            ("All partners", &["All partners: partnership"]),
            (
                "Halton Borough Council and NHS Cheshire and Merseyside Integrated Care Board (ICB)",
                &[
                    "Halton Borough Council: council",
                    "NHS Cheshire and Merseyside Integrated Care Board (ICB): health",
                ],
            ),
            (
                "NHS Lancashire and South Cumbria ICB and Lancashire County Council",
                &[
                    "NHS Lancashire and South Cumbria ICB: health",
                    "Lancashire County Council: council",
                ],
            ),
            (
                "Oxfordshire County Council and NHS Buckinghamshire, Oxfordshire, and Berkshire West \
                 ICB",
                &[
                    "Oxfordshire County Council: council",
                    "NHS Buckinghamshire, Oxfordshire, and Berkshire West ICB: health",
                ],
            ),
            (
                "Suffolk County Council, NHS Suffolk and North East Essex ICB and NHS Norfolk and \
                 Waveney ICB",
                &[
                    "Suffolk County Council: council",
                    "NHS Suffolk and North East Essex ICB: health",
                    "NHS Norfolk and Waveney ICB: health",
                ],
            ),
            ("Devon and Cornwall Police", &["Devon and Cornwall Police: police"]),
            (
                "Kent Community Health NHS Foundation Trust",
                &["Kent Community Health NHS Foundation Trust: health"],
            ),
        ] {
            let bodies: Vec<String> = addressees(text)
                .iter()
                .map(|found| format!("{}: {}", found.words, found.body))
                .collect();
            assert_eq!(bodies, found, "{text}");
        }
    }

    #[test]
    fn other_bodies_are_kept_as_written() {
        for text in [
            "Board",
            "Improvement Board",
            "Health and Wellbeing Board",
            "Police and Crime Commissioner",
            "Fire service and police",
            "Fire service and Kent Police",
            "Health and Social Care",
            "Children in Care Council",
            "Safeguarding Adults Board",
            "Director of Children's Services",
            "Council and the voluntary sector",
        ] {
            let bodies = addressees(text);
            assert_eq!(bodies.len(), 1, "{text}");
            assert_eq!(bodies[0].body.as_str(), text);
        }
        assert!(addressees(" \n").is_empty());
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn addressees_lose_no_letter(text in crate::import::values::tests::text()) {
            let found = addressees(&text);
            proptest::prop_assert_eq!(crate::import::values::tests::letters(found.iter().map(|found| found.words)), crate::import::values::tests::letters([text.as_str()]));
        }
    }
}
