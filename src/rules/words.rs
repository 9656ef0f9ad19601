//! How messages print figures and dates: in pounds, with their unit, as they are written.

use super::places::day;
use crate::due_date::DueDate;
use crate::model::Number;
use crate::plan::{Plan, quoted};

/// `£480,000`, `£1,500.50`.
pub(crate) fn pounds(amount: Number) -> String {
    let written = amount.to_string();
    let unsigned = written.trim_start_matches('-');
    let sign = if unsigned.len() < written.len() { "-" } else { "" };
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let cent = if decimals.len() == 1 { "0" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}£{grouped}{point}{decimals}{cent}")
}

/// A date as people write it: `9 October 2026`; the words that were written where they are not one
/// day: `“March 2027”`.
pub(crate) fn date(plan: &Plan, date: &DueDate) -> String {
    let span = plan.read(date).span();
    match span.filter(|span| span.earliest() == span.latest()) {
        Some(span) => day(span.latest()),
        None => quoted(date.as_str()),
    }
}

/// When something was, after a verb: `on 9 October 2026`, or only the words where they are not one
/// day: `“March 2027”`.
pub(crate) fn on(plan: &Plan, date: &DueDate) -> String {
    let span = plan.read(date).span();
    match span.filter(|span| span.earliest() == span.latest()) {
        Some(span) => format!("on {}", day(span.latest())),
        None => quoted(date.as_str()),
    }
}

/// `21.5%`, `17 cases`, `17`.
pub(crate) fn figure(number: Number, unit: Option<&str>) -> String {
    match unit.map(str::trim) {
        Some("%") => format!("{number}%"),
        Some(unit) if !unit.is_empty() => format!("{number} {unit}"),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{figure, pounds};
    use crate::model::Number;

    #[test]
    fn figures_are_printed_with_what_they_are_figures_of() {
        let amounts = [0, 999, 1_000, 480_000, -1_234_567].map(|amount| pounds(amount.into()));
        assert_eq!(amounts, ["£0", "£999", "£1,000", "£480,000", "-£1,234,567"]);
        assert_eq!(Number::decimal(1500.5).map(pounds), Ok("£1,500.50".to_owned()));
        let figures =
            [Some("%"), Some("cases"), Some(" "), None].map(|unit| figure(17.into(), unit));
        assert_eq!(figures, ["17%", "17 cases", "17", "17"]);
    }
}
