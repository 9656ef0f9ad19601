//! Reads a cell of resources.

use super::cell_text::text_of;
use super::figure::{digits, exact, number};
use crate::cells::{Cell, Content, DateSystem, Shown};
use crate::model::{Basis, Funding, Number, Resource};
use crate::text::{fold, is_to_be_confirmed};

/// Phrases before or after an amount that give its basis.
const BASES: &[(Basis, &[&str])] = &[
    (
        Basis::PerYear,
        &[
            "per annum",
            "per year",
            "a year",
            "each year",
            "annually",
            "yearly",
            "annual",
            "p.a.",
            "p.a",
            "pa",
            "/year",
            "/yr",
            "py",
        ],
    ),
    (
        Basis::PerPerson,
        &[
            "per head",
            "a head",
            "per person",
            "per worker",
            "per social worker",
            "per member of staff",
            "/head",
            "/person",
            "pp",
        ],
    ),
    (Basis::OneOff, &["one-off", "one off", "once", "non-recurring", "non recurring"]),
    (Basis::Total, &["in total", "total", "in all"]),
];

const SCALES: &[(&str, usize)] =
    &[("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("mn", 6), ("k", 3), ("m", 6)];

const NOT_NEEDED: &[&str] = &[
    "n/a",
    "na",
    "none",
    "nil",
    "not applicable",
    "not required",
    "none required",
    "no cost",
    "no costs",
    "no additional cost",
    "no additional costs",
    "no additional resources",
    "no additional resources required",
];

/// Returns the resources in a cell, with its text, or `None` if the cell is empty.
///
/// There is an amount only if the cell is just an amount in pounds, with or without its basis (`£40k
/// pa`). `About £12k`, `£10k to £12k` and `$5` are kept as text.
pub(crate) fn resource(cell: &Cell, dates: DateSystem) -> Option<Resource> {
    let words = text_of(cell, dates)?;
    let mut resource = Resource::new().with_words(words.trim());
    match (&cell.content, cell.shown) {
        (Content::Number(figure), Shown::Plain | Shown::Places(_) | Shown::Scientific) => {
            resource.amount = number(*figure).filter(|amount| *amount >= Number::from(0));
        }
        (Content::Text(text), _) => {
            let folded = fold(text);
            let plain = folded.trim_end_matches(['.', '?']);
            if is_to_be_confirmed(text) {
                resource.funding = Some(Funding::ToBeConfirmed);
            } else if is_one_of(plain, NOT_NEEDED) {
                resource.funding = Some(Funding::NotApplicable);
            } else if let Some((amount, basis)) = amount(&folded) {
                resource.amount = Some(amount);
                resource.basis = basis;
            }
        }
        _ => {}
    }
    Some(resource)
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    let without_stops = text.replace('.', "");
    words.iter().any(|word| *word == text || *word == without_stops)
}

/// Returns the amount in a folded text, and its basis.
fn amount(text: &str) -> Option<(Number, Option<Basis>)> {
    let (before, rest) = basis_before(text);
    let (figure, behind) = figure_and_rest(rest)?;
    let behind = behind.trim().trim_start_matches(['(', ',', '-', '\u{2013}']).trim_start();
    let behind = behind.trim_end_matches(')').trim_end();
    if behind.is_empty() {
        return Some((figure, before));
    }
    let after = BASES.iter().find(|(_, words)| words.contains(&behind)).map(|(basis, _)| *basis)?;
    // Two different bases are not clear.
    before.is_none_or(|before| before == after).then_some((figure, Some(after)))
}

fn basis_before(text: &str) -> (Option<Basis>, &str) {
    let found = BASES.iter().find_map(|(basis, words)| {
        let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
        let is_cut = rest.starts_with([' ', ':', '£']);
        is_cut.then(|| (Some(*basis), rest.trim_start_matches([':', ' '])))
    });
    found.unwrap_or((None, text))
}

fn figure_and_rest(text: &str) -> Option<(Number, &str)> {
    let (in_pounds, figure) = match text.strip_prefix('£').or_else(|| text.strip_prefix("gbp")) {
        Some(figure) => (true, figure.trim_start()),
        None => (false, text),
    };
    let end = figure
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, ',' | '.')))
        .unwrap_or(figure.len());
    let (figure, rest) = (figure.get(..end)?, figure.get(end..)?);
    let digits = digits(figure)?;
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match scale(rest) {
        Some((places, behind)) => Some((exact(&scaled(&digits, places))?, behind)),
        // `£1.500` may be one pound fifty or fifteen hundred, and `2017` a year.
        None if decimals > 2 || (!in_pounds && is_year(figure)) => None,
        None => Some((exact(&digits)?, rest)),
    }
}

fn is_year(figure: &str) -> bool {
    figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"))
}

/// Returns the number of decimal places by which a word raises a number, and the text after the word.
fn scale(rest: &str) -> Option<(usize, &str)> {
    let rest = rest.trim_start();
    SCALES.iter().find_map(|(word, places)| {
        let behind = rest.strip_prefix(word)?;
        (!behind.starts_with(char::is_alphanumeric)).then_some((*places, behind))
    })
}

/// Moves the decimal point of digits to the right.
fn scaled(digits: &str, places: usize) -> String {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut scaled = whole.to_owned();
    let mut decimals = decimals.chars();
    for _ in 0..places {
        scaled.push(decimals.next().unwrap_or('0'));
    }
    let left = decimals.as_str();
    if !left.is_empty() {
        scaled.push('.');
        scaled.push_str(left);
    }
    scaled
}

#[cfg(test)]
mod tests {
    use super::resource;
    use crate::cells::{Cell, Content, DateSystem, Shown};
    use crate::model::{Basis, Funding, Resource};

    fn read(content: Content, shown: Shown) -> Option<Resource> {
        resource(&Cell { shown, ..Cell::new(0, content) }, DateSystem::From1900)
    }

    #[test]
    fn a_cell_that_is_nothing_but_an_amount_has_one() {
        for (text, amount, basis) in [
            ("£12,000", "12000", None),
            ("£12,000.00", "12000", None),
            ("£12,000.50", "12000.5", None),
            ("£ 1.5m", "1500000", None),
            ("£1.5 million", "1500000", None),
            ("£1.234k", "1234", None),
            ("£1.2345k", "1234.5", None),
            ("12k", "12000", None),
            ("12 K", "12000", None),
            ("GBP 12,000", "12000", None),
            ("480000", "480000", None),
            ("£2017", "2017", None),
            ("£0", "0", None),
            ("£40k pa", "40000", Some("per-year")),
            ("£40k p.a.", "40000", Some("per-year")),
            ("£40,000 per annum", "40000", Some("per-year")),
            ("£40,000/year", "40000", Some("per-year")),
            ("£1,500 per head", "1500", Some("per-person")),
            ("£1500 per social worker", "1500", Some("per-person")),
            ("£12k (one-off)", "12000", Some("one-off")),
            ("One-off: £12k", "12000", Some("one-off")),
            ("Total £12k", "12000", Some("total")),
            ("Annual £12k per year", "12000", Some("per-year")),
        ] {
            let resource = read(Content::Text(text.into()), Shown::Plain).unwrap();
            let found = resource.amount.map(|amount| amount.to_string());
            assert_eq!(found.as_deref(), Some(amount), "{text}");
            assert_eq!(resource.basis.map(Basis::as_str), basis, "{text}");
            assert_eq!(resource.words.as_deref(), Some(text));
            assert_eq!(resource.funding, None, "{text}");
        }
        let figure = read(Content::Number(480_000.0), Shown::Places(2)).unwrap();
        assert_eq!(figure.amount.map(|amount| amount.to_string()).as_deref(), Some("480000"));
        assert_eq!(figure.words.as_deref(), Some("480000.00"));
    }

    #[test]
    fn everything_else_is_words_and_what_they_say_of_the_money() {
        for (text, funding) in [
            ("TBC", Some("to-be-confirmed")),
            ("T.B.C.", Some("to-be-confirmed")),
            ("To be confirmed", Some("to-be-confirmed")),
            ("N/A", Some("not-applicable")),
            ("None", Some("not-applicable")),
            ("Within existing resources", None),
            ("About £12k", None),
            ("£10k to £12k", None),
            ("£10k-£12k", None),
            ("£40k per month", None),
            ("£12k (TBC)", None),
            ("£1.500", None),
            ("£12,00", None),
            ("$500", None),
            ("2017", None),
            ("12 posts", None),
            ("2 x Team Manager", None),
            ("-£500", None),
            ("One-off £12k per year", None),
            ("£99999999999999999999m", None),
            ("-", None),
            ("£", None),
        ] {
            let resource = read(Content::Text(text.into()), Shown::Plain).unwrap();
            assert_eq!(resource.amount, None, "{text}");
            assert_eq!(resource.basis, None, "{text}");
            assert_eq!(resource.words.as_deref(), Some(text));
            assert_eq!(resource.funding.map(Funding::as_str), funding, "{text}");
        }
        assert_eq!(read(Content::Blank, Shown::Plain), None);
        for (content, shown) in [
            (Content::Number(-5.0), Shown::Plain),
            (Content::Number(0.5), Shown::Percent),
            (Content::Number(43_190.0), Shown::Date),
            (Content::Truth(false), Shown::Plain),
        ] {
            assert_eq!(read(content, shown).unwrap().amount, None);
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_cell_with_a_text_is_a_resource((cell, dates) in crate::import::values::tests::cell_and_dates()) {
            let seen = crate::import::values::text_of(&cell, dates);
            proptest::prop_assert_eq!(resource(&cell, dates).is_some(), seen.is_some());
        }
    }
}
