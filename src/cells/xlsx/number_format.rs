//! How a number is shown, from the code of its number format.

use crate::cells::Shown;

/// Returns how numbers are shown by a built-in format.
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

/// Returns how numbers are shown by a format code, `dd/mm/yyyy;@`. Only the first section counts, which
/// is for positive numbers.
pub(super) fn of_code(code: &str) -> Shown {
    let mut kept = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => while letters.next().is_some_and(|letter| letter != '"') {},
            // The next character is shown, padded or repeated; it is not a code.
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
        // Readers take `Mar-25` as a month, whatever day is stored.
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

/// Returns whether brackets hold a duration, `[h]`, rather than a colour, a condition or a currency.
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
