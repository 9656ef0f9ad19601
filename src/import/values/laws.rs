//! Properties of every cell reader: none panics, and none loses a character.

use std::collections::BTreeMap;

use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::references::is_range;
use super::{
    StatusWords, addressees, date, figure, fill, lines, numbered, owners, priority, reference,
    references, resource, text_of,
};
use crate::cells::{Cell, Content, DateSystem, Shown};

/// Text and punctuation that cells are made of, and some that no cell should hold.
const MATTER: &[&str] = &[
    "R1",
    "2.5.1",
    "17. (57, 138)",
    "Head of Quality",
    "Director",
    "NHS ICB",
    "Council",
    "and",
    "AND",
    "&",
    ",",
    ";",
    "/",
    "\n",
    "\r\n",
    "-",
    "\u{2013}",
    "•",
    "a)",
    "1.",
    "(",
    ")",
    "[",
    "]",
    "£1.5m",
    "12,000",
    "%",
    " ",
    "\u{a0}",
    "to",
    "Rec",
    "No.",
    "#",
    "Feb",
    "01-Feb",
    "1.2E+05",
    "2017",
    "é",
    "\u{130}",
    "\u{1f600}",
    "\u{301}",
    "ß",
    "\u{663}",
    "\0",
    "police",
    "urgent",
    "Priority 1:",
    "00:00",
];

fn text() -> impl Strategy<Value = String> {
    let matter = prop::sample::select(MATTER).prop_map(str::to_owned);
    let piece = prop_oneof![6 => matter, 1 => any::<String>(), 2 => "[ A-Za-z0-9.,;/&()-]{0,6}"];
    let glue = prop::sample::select(&["", " ", "\n"][..]);
    prop::collection::vec((piece, glue), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect())
}

fn cell() -> impl Strategy<Value = Cell> {
    let figure = prop_oneof![
        any::<f64>(),
        -1e6..1e6_f64,
        Just(0.0),
        Just(60.0),
        Just(43_190.999_999_9),
        Just(f64::MAX),
        Just(f64::MIN_POSITIVE),
    ];
    let content = prop_oneof![
        Just(Content::Blank),
        text().prop_map(|text| Content::Text(text.into())),
        figure.prop_filter("finite", |figure| figure.is_finite()).prop_map(Content::Number),
        any::<bool>().prop_map(Content::Truth),
        text().prop_map(|text| Content::Failed(text.into())),
    ];
    let shown = prop_oneof![
        Just(Shown::Plain),
        any::<u8>().prop_map(Shown::Places),
        Just(Shown::Percent),
        Just(Shown::Date),
        Just(Shown::Month),
        Just(Shown::Year),
        Just(Shown::Time),
        Just(Shown::Scientific),
    ];
    (content, shown).prop_map(|(content, shown)| Cell { shown, ..Cell::new(0, content) })
}

/// Counts each letter and digit in some texts, without the word `and`.
fn letters<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for text in texts {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.eq_ignore_ascii_case("and"));
        for letter in words.flat_map(str::chars) {
            *letters.entry(letter).or_insert(0) += 1;
        }
    }
    letters
}

proptest! {
    #[test]
    fn every_cell_is_read_without_a_panic(cell in cell(), is_1904 in any::<bool>()) {
        let dates = if is_1904 { DateSystem::From1904 } else { DateSystem::From1900 };
        let seen = text_of(&cell, dates);
        prop_assert!(seen.as_ref().is_none_or(|seen| !seen.trim().is_empty()));
        prop_assert_eq!(resource(&cell, dates).is_some(), seen.is_some());
        if let Ok(Some(reference)) = reference(&cell, dates) {
            prop_assert_eq!(reference.trim(), reference.as_str());
            prop_assert!(!reference.is_empty());
        }
        let date = date(&cell, dates);
        let says_something = date.words.is_some() || !date.notes.is_empty();
        let is_blank = seen.is_none() && !matches!(cell.content, Content::Failed(_));
        prop_assert_eq!(says_something, !is_blank);
        let _ = figure(&cell);
    }

    #[test]
    fn every_fill_is_read(colour in any::<[u8; 3]>()) {
        let _ = fill(colour);
    }

    #[test]
    fn every_text_is_read_without_a_panic(text in text()) {
        let _ = (is_range(&text), priority(&text));
        let _ = StatusWords::default().meaning(&text);
    }

    #[test]
    fn addressees_lose_no_letter(text in text()) {
        let found = addressees(&text);
        prop_assert_eq!(letters(found.iter().map(|found| found.words)), letters([text.as_str()]));
    }

    #[test]
    fn references_lose_no_letter(text in text()) {
        let found = references(&text, None, &|_| false);
        prop_assert_eq!(letters(found.iter().map(String::as_str)), letters([text.as_str()]));
        let own = [";".to_owned(), "and".to_owned()];
        let found = references(&text, Some(&own), &|_| false);
        prop_assert_eq!(letters(found.iter().map(String::as_str)), letters([text.as_str()]));
    }

    #[test]
    fn what_is_known_as_a_whole_is_one_reference(text in text()) {
        let found = references(&text, None, &|_| true);
        prop_assert_eq!(found.len(), usize::from(!text.trim().is_empty()));
    }

    #[test]
    fn owners_lose_no_letter_but_those_of_repeated_owners(text in text()) {
        let owners = owners(&text);
        let found = letters(owners.iter().filter_map(|owner| owner.as_str()));
        let written = letters([text.as_str()]);
        prop_assert!(found.iter().all(|(letter, times)| written.get(letter) >= Some(times)));
        let folded = |letters: &BTreeMap<char, usize>| -> String {
            letters.keys().flat_map(|letter| letter.to_lowercase()).collect()
        };
        let kept = folded(&found);
        prop_assert!(folded(&written).chars().all(|letter| kept.contains(letter)));
    }

    #[test]
    fn lines_lose_no_word(text in text()) {
        let kept = letters(lines(&text));
        let mut written = letters([text.as_str()]);
        for (letter, times) in kept {
            let left = written.get_mut(&letter).unwrap();
            *left -= times;
        }
        // Only a list marker is lost: one or two digits, one letter, or a small Roman numeral.
        let marks = text.split(['\n', '\r', '\u{b}']).count() * 4;
        prop_assert!(written.values().sum::<usize>() <= marks);
        prop_assert!(written.iter().all(|(letter, left)| *left == 0 || letter.is_ascii()));
    }

    #[test]
    fn a_number_and_its_text_are_parts_of_the_cell(text in text()) {
        let (number, rest) = numbered(&text);
        if let Some(number) = number {
            let before = text.trim().strip_suffix(rest).unwrap();
            let (_, behind) = before.split_once(number).unwrap();
            prop_assert!(number.chars().any(char::is_numeric));
            prop_assert!(!behind.chars().any(char::is_alphanumeric));
        } else {
            prop_assert_eq!(rest, text.as_str());
        }
    }
}
