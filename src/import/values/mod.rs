//! Interprets single cells: text, references, dates, statuses, owners, amounts. Each file answers one
//! question about one cell or its text, without knowing the table, column or document.

mod addressees;
mod cell_text;
mod date;
mod figure;
mod fill;
mod lines;
mod number_format;
mod numbered;
mod owners;
mod priority;
mod reference;
mod references;
mod resource;
mod separators;
mod statement;
mod status_words;

pub(crate) use crate::text::is_nothing;
pub(crate) use addressees::addressees;
pub(crate) use cell_text::text_of;
pub(crate) use date::{Note, date, month_first};
pub(crate) use figure::figure;
pub(crate) use fill::{FillMeans, Fills, colour_name, digits, is_colour_name, is_hexadecimal};
pub(crate) use lines::{bulleted, lines};
pub(crate) use numbered::numbered;
pub(crate) use owners::{names_post, owners};
pub(crate) use priority::priority;
pub(crate) use reference::{OddReference, reference};
pub(crate) use references::references;
pub(crate) use resource::resource;
pub(crate) use statement::{Statement, begins_under_way, of_percent, percent, yes_or_no_at_head};
pub(crate) use status_words::{
    StatusMeaning, StatusWords, of_yes_or_no, says_only_late, says_under_way,
};

/// What the laws of several files are tried on.
#[cfg(test)]
#[cfg(feature = "proptest")]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};

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

    /// Any text of a cell.
    pub(in crate::import::values) fn text() -> impl Strategy<Value = String> {
        let matter = prop::sample::select(MATTER).prop_map(str::to_owned);
        let piece =
            prop_oneof![6 => matter, 1 => any::<String>(), 2 => "[ A-Za-z0-9.,;/&()-]{0,6}"];
        let glue = prop::sample::select(&["", " ", "\n"][..]);
        prop::collection::vec((piece, glue), 0..12)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect())
    }

    /// Any cell, and either of the days that serial numbers count from.
    pub(in crate::import::values) fn cell_and_dates() -> impl Strategy<Value = (Cell, DateSystem)> {
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
        let dates = prop_oneof![Just(DateSystem::From1900), Just(DateSystem::From1904)];
        (content, shown, dates)
            .prop_map(|(content, shown, dates)| (Cell { shown, ..Cell::new(0, content) }, dates))
    }

    /// Counts each letter and digit in some texts, without the word `and`.
    pub(in crate::import::values) fn letters<'t>(
        texts: impl IntoIterator<Item = &'t str>,
    ) -> BTreeMap<char, usize> {
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
}
