//! Recognises a heading that is spelt nearly like a known one, or has its words in another order.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::normalise::normalise;
use super::recognition::Recognised;
use super::synonyms::{HeadingMeaning, all};
use crate::import::column_meaning::Strength;

/// The longest heading, in characters, that is compared letter by letter.
const LONGEST: usize = 40;

/// Known headings by their words in the order of the alphabet.
static BY_WORDS: LazyLock<HashMap<String, HeadingMeaning>> = LazyLock::new(|| {
    let known = all().filter(|(heading, ..)| heading.contains(' '));
    known.map(|(heading, meaning, _)| (in_order(heading), meaning)).collect()
});

/// Known headings by their first letter.
static BY_LETTER: LazyLock<HashMap<char, Vec<(&'static str, HeadingMeaning)>>> =
    LazyLock::new(|| {
        let mut known: HashMap<char, Vec<_>> = HashMap::new();
        for (heading, meaning, _) in all() {
            if let Some(first) = heading.chars().next() {
                known.entry(first).or_default().push((heading, meaning));
            }
        }
        known
    });

/// The words of known headings.
static WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| all().flat_map(|(heading, ..)| heading.split(' ')).collect());

/// Returns whether a heading has a word that no known heading has, as one with a slip of the pen does.
pub(crate) fn has_unknown_word(heading: &str) -> bool {
    normalise(heading).split(' ').any(|word| !WORDS.contains(word))
}

fn in_order(heading: &str) -> String {
    let mut words: Vec<&str> = heading.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// How many letters of a heading may be wrong.
fn allowed(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// Returns the meaning of the known heading that a text is but for its first letter, or the order of its
/// first two.
fn but_for_its_beginning(compared: &str) -> Option<HeadingMeaning> {
    let mut letters = compared.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let swapped = format!("{second}{first}{}", letters.as_str());
    let is_one = |known: &str| {
        known == swapped
            || (known.len() == compared.len() + first.len_utf8() && known.ends_with(compared))
    };
    all().find(|(known, ..)| is_one(known)).map(|(_, meaning, _)| meaning)
}

/// Returns the meaning of the known heading that has the words of this one in another order.
pub(crate) fn reordered(heading: &str) -> Option<Recognised> {
    let meaning = *BY_WORDS.get(&in_order(&normalise(heading)))?;
    Some(Recognised { meaning, strength: Strength::Within, time: None })
}

/// Returns the meaning of the known heading that a heading is nearly like; never a sure one. Of several
/// that are equally near and mean different things, none.
pub(crate) fn nearly(heading: &str) -> Option<Recognised> {
    let compared = normalise(heading);
    let length = compared.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let found = |meaning| Some(Recognised { meaning, strength: Strength::Within, time: None });
    if let Some(reordered) = reordered(heading) {
        return Some(reordered);
    }
    let most = allowed(length);
    if most > 0
        && let Some(meaning) = but_for_its_beginning(&compared)
    {
        return found(meaning);
    }
    let mut best: Option<(usize, HeadingMeaning)> = None;
    let mut is_tied = false;
    for (known, meaning) in BY_LETTER.get(&compared.chars().next()?).into_iter().flatten() {
        if known.chars().count().abs_diff(length) > most {
            continue;
        }
        let distance = strsim::osa_distance(&compared, known);
        match best {
            _ if distance > most => {}
            Some((least, other)) if distance == least => is_tied |= other != *meaning,
            Some((least, _)) if distance > least => {}
            _ => (best, is_tied) = (Some((distance, *meaning)), false),
        }
    }
    best.filter(|_| !is_tied).and_then(|(_, meaning)| found(meaning))
}

#[cfg(test)]
mod tests {
    use super::nearly;
    use crate::import::ColumnMeaning::*;
    use crate::import::headings::HeadingMeaning::Always;

    #[test]
    fn a_slip_of_the_pen_and_another_order_of_words_are_seen_through() {
        for (heading, meaning) in [
            ("Deadlin", Due),
            ("Recomendation", Recommendation),
            ("Responsable officer", Owners),
            ("Sucess criteria", Success),
            ("Officer named", Owners),
            ("urrent target date", RevisedDue),
            ("ocmmentary", Update),
        ] {
            assert_eq!(
                nearly(heading).map(|found| found.meaning),
                Some(Always(meaning)),
                "{heading}"
            );
        }
        for heading in ["Ownr", "Criteria of success"] {
            assert_eq!(nearly(heading), None, "{heading}");
        }
    }

    #[test]
    fn what_is_like_no_heading_is_not_recognised() {
        for heading in ["Phone", "Shoe size", "", "Postcode", "Data", "Zuständig"] {
            assert_eq!(nearly(heading), None, "{heading}");
        }
    }
}
