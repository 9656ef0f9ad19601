//! Reads a cell as a number.

use super::number_format::fifteen_digits;
use crate::cells::{Cell, Content, Shown};
use crate::model::Number;

/// Returns the number in a cell, even if typed as text, or `None` for anything else. A percentage is the
/// number shown: 0.215 shown as `21.5%` is 21.5.
pub(crate) fn figure(cell: &Cell) -> Option<Number> {
    match (&cell.content, cell.shown) {
        (Content::Number(_), Shown::Time) => None,
        (Content::Number(_), shown) if shown.is_day() => None,
        (Content::Number(figure), Shown::Percent) => number(figure * 100.0),
        (Content::Number(figure), _) => number(*figure),
        (Content::Text(text), _) => in_words(text.trim()),
        _ => None,
    }
}

/// Parses a number in text: `21.5`, `-3`, `59.1%`, `1,234`, `£12,000`.
fn in_words(text: &str) -> Option<Number> {
    let below = text.strip_prefix(['-', '\u{2212}']);
    let figure = below.unwrap_or(text);
    let figure = match (figure.strip_suffix('%'), figure.strip_prefix('£')) {
        (Some(percent), None) => percent.trim_end(),
        (None, Some(pounds)) => pounds.trim_start(),
        (None, None) => figure,
        (Some(_), Some(_)) => return None,
    };
    let digits = digits(figure)?;
    let sign = if below.is_some() { "-" } else { "" };
    exact(&format!("{sign}{digits}"))
}

/// Returns the digits of a decimal without thousands commas, or `None` for anything else, such as
/// `12,00`, `1.2.3` or `.`.
pub(super) fn digits(text: &str) -> Option<String> {
    let (whole, decimals) = match text.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| is_digits(first))?;
    let mut digits = first.to_owned();
    for group in groups {
        if first.len() > 3 || group.len() != 3 || !is_digits(group) {
            return None;
        }
        digits.push_str(group);
    }
    match decimals {
        Some(decimals) if is_digits(decimals) => {
            digits.push('.');
            digits.push_str(decimals);
        }
        Some(_) => return None,
        None => {}
    }
    Some(digits)
}

/// Converts digits to a number if it can be kept exactly; whole if there is nothing after the point.
pub(super) fn exact(digits: &str) -> Option<Number> {
    let whole = match digits.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|byte| byte == b'0') => Some(whole),
        Some(_) => None,
        None => Some(digits),
    };
    match whole {
        Some(whole) => whole.parse::<i64>().ok().map(Number::from),
        None => Number::decimal(digits.parse().ok()?).ok(),
    }
}

/// Converts a float to a number, to the fifteen digits a spreadsheet keeps.
pub(super) fn number(figure: f64) -> Option<Number> {
    let decimal = Number::decimal(fifteen_digits(figure)).ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and far within the range")]
    let whole = decimal.as_f64() as i64;
    #[expect(clippy::cast_precision_loss, reason = "a decimal is kept below 2^53 only")]
    let is_whole = (whole as f64).total_cmp(&decimal.as_f64()).is_eq();
    Some(if is_whole { Number::from(whole) } else { decimal })
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::cells::{Cell, Content, Shown};

    #[test]
    fn a_figure_is_a_figure_however_it_is_typed() {
        let read = |content, shown| {
            let cell = Cell { shown, ..Cell::new(0, content) };
            figure(&cell).map(|figure| figure.to_string())
        };
        for (number, shown, found) in [
            (21.5, Shown::Plain, Some("21.5")),
            (24.0, Shown::Places(2), Some("24")),
            (-0.0, Shown::Plain, Some("0")),
            (0.215, Shown::Percent, Some("21.5")),
            (0.591, Shown::Percent, Some("59.1")),
            (120_000.0, Shown::Scientific, Some("120000")),
            (43_190.0, Shown::Date, None),
            (0.5, Shown::Time, None),
            (1e300, Shown::Plain, None),
            (f64::MAX, Shown::Percent, None),
        ] {
            assert_eq!(read(Content::Number(number), shown).as_deref(), found, "{number}");
        }
        for (text, found) in [
            (" 21.5 ", Some("21.5")),
            ("59.1%", Some("59.1")),
            ("83 %", Some("83")),
            ("1,234", Some("1234")),
            ("1234.00", Some("1234")),
            ("£12,000", Some("12000")),
            ("-3", Some("-3")),
            ("\u{2212}0.5", Some("-0.5")),
            ("12,00", None),
            ("1234,567", None),
            ("1.2.3", None),
            (".5", None),
            ("5.", None),
            ("", None),
            ("-", None),
            ("%", None),
            ("£5%", None),
            ("<5", None),
            ("3 Red", None),
            ("n/a", None),
            ("1e5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read(Content::Text(text.into()), Shown::Plain).as_deref(), found, "{text}");
        }
        assert_eq!(read(Content::Truth(true), Shown::Plain), None);
        assert_eq!(read(Content::Failed("#N/A".into()), Shown::Plain), None);
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_cell_is_read_without_a_panic((cell, _) in crate::import::values::tests::cell_and_dates()) {
            let _ = figure(&cell);
        }
    }
}
