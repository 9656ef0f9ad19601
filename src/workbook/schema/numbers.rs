//! Numbers in cells, as spreadsheets store them and as people type them.

use crate::cells::Shown;
use crate::model::Number;

/// The first whole number from which a cell cannot hold every whole number exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Returns the number of a cell, or `None` if a plan cannot hold it exactly.
pub(in crate::workbook) fn number(value: f64) -> Option<Number> {
    if value.fract() == 0.0 && value.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
        return Some(Number::from(value as i64));
    }
    Number::decimal(value).ok()
}

/// Returns the number displayed in a percentage cell: 12 for 0.12.
pub(in crate::workbook) fn hundredfold(value: f64) -> Option<Number> {
    // Twelve digits, to discard the rounding error of, for example, 0.07 * 100.
    format!("{:.12}", value * 100.0).parse().ok().and_then(number)
}

/// Reads a number as people type it: `480,000`, `£1,200.50`, `21.5%`. Whole numbers too large for a
/// numeric cell are written as text and are also read here.
pub(in crate::workbook) fn typed(text: &str) -> Option<Number> {
    let text = text.strip_prefix('£').unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    let plain = without_commas(text)?;
    if let Ok(whole) = plain.parse::<i64>() {
        return Some(Number::from(whole));
    }
    let is_decimal =
        plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '+' | '.'));
    plain.parse().ok().filter(|_| is_decimal).and_then(number)
}

/// Returns `480,000` without its commas, or `None` if they are not before every three digits.
fn without_commas(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let mut plain = first.to_owned();
    let mut is_grouped = false;
    for group in groups {
        if group.len() != 3 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        is_grouped = true;
        plain.push_str(group);
    }
    if decimals.contains(',') || (is_grouped && first.trim_start_matches(['-', '+']).is_empty()) {
        return None;
    }
    if text.contains('.') {
        plain.push('.');
        plain.push_str(decimals);
    }
    Some(plain)
}

/// Returns a number as its cell displays it.
pub(in crate::workbook) fn shown(value: f64, shown: Shown) -> String {
    match shown {
        Shown::Places(places) if places <= 15 => format!("{value:.*}", usize::from(places)),
        Shown::Percent => hundredfold(value).map_or_else(|| value.to_string(), |n| format!("{n}%")),
        _ => number(value).map_or_else(|| value.to_string(), |number| number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{hundredfold, typed};

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let typed = |text| typed(text).map(|number| number.to_string());
        for (text, number) in [
            ("480,000", "480000"),
            ("£1,200.50", "1200.5"),
            ("21.5%", "21.5"),
            ("-3", "-3"),
            ("9223372036854775807", "9223372036854775807"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(number), "{text}");
        }
        for none in
            ["", "1,2", "12,34,567", "about 5", "1e5", "nan", "inf", ",000", "1.2.3", "5 to 6"]
        {
            assert_eq!(typed(none), None, "{none}");
        }
    }

    #[test]
    fn a_percentage_is_the_figure_people_see() {
        assert_eq!(hundredfold(0.07).unwrap().to_string(), "7");
        assert_eq!(hundredfold(0.215).unwrap().to_string(), "21.5");
    }
}
