//! How a figure is shown, by the code of its number format.

use crate::cells::Shown;

/// How figures are shown by one of the formats that every spreadsheet has without saying so.
pub(super) fn built_in(id: u32) -> Shown {
    match id {
        1 | 3 | 5 | 6 | 37 | 38 | 41 | 42 => Shown::Places(0),
        2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => Shown::Places(2),
        9 | 10 => Shown::Percent,
        11 | 48 => Shown::Scientific,
        17 => Shown::Month,
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Date,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shown::Time,
        _ => Shown::Plain,
    }
}

/// How figures are shown by a format code, `dd/mm/yyyy;@`. Only its first section counts, which is the
/// one for positive figures.
pub(super) fn of_code(code: &str) -> Shown {
    let mut kept = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => while letters.next().is_some_and(|letter| letter != '"') {},
            // What follows is shown, left out as a space, or repeated: a letter, and no code.
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if is_elapsed(&inside) {
                    return Shown::Time;
                }
            }
            letter => kept.push(letter.to_ascii_lowercase()),
        }
    }
    let kept = kept.replace("general", "");
    if kept.contains('y') && !kept.contains(['d', 'h', 's']) {
        // `Mar-25` is a month to whoever reads it, whatever day stands behind it.
        if kept.contains('m') { Shown::Month } else { Shown::Year }
    } else if kept.contains(['y', 'd']) {
        Shown::Date
    } else if kept.contains(['h', 's']) {
        Shown::Time
    } else if kept.contains('m') {
        Shown::Date
    } else if kept.contains('%') {
        Shown::Percent
    } else if kept.contains("e+") || kept.contains("e-") {
        Shown::Scientific
    } else if kept.contains('?') && kept.contains('/') || !kept.contains(['0', '#', '?']) {
        Shown::Plain
    } else {
        let places = kept.split_once('.').map_or(0, |(_, after)| {
            after.chars().take_while(|letter| matches!(letter, '0' | '#' | '?')).count()
        });
        Shown::Places(u8::try_from(places).unwrap_or(u8::MAX))
    }
}

/// Whether brackets hold a length of time, `[h]`, and not a colour, a condition or a currency.
fn is_elapsed(inside: &str) -> bool {
    let mut letters = inside.chars().map(|letter| letter.to_ascii_lowercase());
    let first = letters.next();
    matches!(first, Some('h' | 'm' | 's')) && letters.all(|letter| Some(letter) == first)
}

#[cfg(test)]
mod tests {
    use super::of_code;
    use crate::cells::Shown::{self, Date, Month, Percent, Places, Plain, Scientific, Time, Year};

    #[test]
    fn a_format_code_says_how_a_figure_is_shown() {
        let cases: &[(&str, Shown)] = &[
            ("General", Plain),
            ("@", Plain),
            ("", Plain),
            ("0", Places(0)),
            ("#,##0.00", Places(2)),
            ("\"£\"#,##0.00;[Red]-\"£\"#,##0.00", Places(2)),
            ("_-* #,##0_-;\\-* #,##0_-;_-* \"-\"_-;_-@_-", Places(0)),
            ("[$£-809]#,##0.0", Places(1)),
            ("0.0%", Percent),
            ("0.00E+00", Scientific),
            ("# ?/?", Plain),
            ("dd/mm/yyyy;@", Date),
            ("[$-809]dddd, d mmmm yyyy", Date),
            ("mmm", Date),
            ("MMM-YY", Month),
            ("[$-809]mmmm\\ yyyy;@", Month),
            ("mm/yyyy", Month),
            ("yyyy", Year),
            ("yy;@", Year),
            ("d-mmm", Date),
            ("yyyy\\-mm\\-dd\\ hh:mm", Date),
            ("hh:mm", Time),
            ("[h]:mm:ss", Time),
            ("[mm]", Time),
            ("h:mm AM/PM", Time),
            ("0 \"days\"", Places(0)),
            ("0\\ \\d\\a\\y\\s", Places(0)),
            ("[Red]0", Places(0)),
            ("[Magenta]General", Plain),
            ("\"unclosed", Plain),
            ("[unclosed", Plain),
        ];
        for (code, shown) in cases {
            assert_eq!(of_code(code), *shown, "{code}");
        }
    }
}
