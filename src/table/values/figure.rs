//! A cell as a figure.

use super::shown::fifteen_digits;
use crate::model::Number;
use crate::table::{Cell, Content, Shown};

/// The figure in a cell, also where it is typed as text; none where the cell is anything else. A
/// percentage is what a person sees: 0.215 shown as `21.5%` is 21.5.
pub(crate) fn figure(cell: &Cell) -> Option<Number> {
    match (&cell.content, cell.shown) {
        (Content::Number(_), Shown::Date | Shown::Time) => None,
        (Content::Number(figure), Shown::Percent) => number(figure * 100.0),
        (Content::Number(figure), _) => number(*figure),
        (Content::Text(text), _) => in_words(text),
        _ => None,
    }
}

/// The figure a text is: `21.5`, `59.1%`, `1,234`, `£12,000`.
fn in_words(text: &str) -> Option<Number> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let text = text.strip_prefix('£').unwrap_or(text).trim_start();
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-')) {
        return None;
    }
    number(text.replace(',', "").parse().ok()?)
}

fn number(figure: f64) -> Option<Number> {
    let figure = fifteen_digits(figure);
    #[expect(clippy::cast_possible_truncation, reason = "whole and within the range just checked")]
    if figure.fract() == 0.0 && figure.abs() < 9e15 {
        return Some(Number::from(figure as i64));
    }
    Number::decimal(figure).ok()
}
