//! Dates in words: `9 October 2026`.

use chrono::{Datelike, NaiveDate};

/// Formats a date as `9 October 2026`.
pub(crate) fn day(day: NaiveDate) -> String {
    match usual(day) {
        // Written directly: chrono reads its format string anew for each date.
        Some((number, month, year)) => {
            let figure = |power| char::from_digit(year / power % 10, 10).unwrap_or('0');
            let mut written = String::with_capacity("30 September 2026".len());
            written.extend(char::from_digit(number / 10, 10).filter(|tens| *tens != '0'));
            written.extend(char::from_digit(number % 10, 10));
            written.push(' ');
            written.push_str(month);
            written.push(' ');
            written.extend([1000, 100, 10, 1].map(figure));
            written
        }
        None => day.format("%-d %B %Y").to_string(),
    }
}

/// Returns whether text is a date in ISO format or as [`day`] formats it.
pub(crate) fn is_just(text: &str, date: NaiveDate) -> bool {
    let Some((number, month, year)) = usual(date) else {
        return text == date.to_string() || text == day(date);
    };
    let is = |text: &str, number: u32, length: usize| {
        text.len() == length
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse() == Ok(number)
    };
    let is_iso = |text: &str| {
        let mut figures = text.split('-');
        text.len() == 10
            && figures.next().is_some_and(|figure| is(figure, year, 4))
            && figures.next().is_some_and(|figure| is(figure, date.month(), 2))
            && figures.next().is_some_and(|figure| is(figure, number, 2))
            && figures.next().is_none()
    };
    let is_long = |text: &str| {
        let mut words = text.split(' ');
        words.next().is_some_and(|word| is(word, number, if number < 10 { 1 } else { 2 }))
            && words.next() == Some(month)
            && words.next().is_some_and(|word| is(word, year, 4))
            && words.next().is_none()
    };
    is_iso(text) || is_long(text)
}

/// Returns the day, the name of the month and the year of a date whose year has four digits.
fn usual(date: NaiveDate) -> Option<(u32, &'static str, u32)> {
    let year = u32::try_from(date.year()).ok().filter(|year| *year <= 9999)?;
    Some((date.day(), MONTHS.get(usize::try_from(date.month0()).ok()?)?, year))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::{day, is_just};

    #[test]
    fn days_are_formatted_as_chrono_does() {
        for (year, month, number) in
            [(2026, 10, 9), (2026, 1, 31), (999, 12, 1), (0, 5, 20), (10_000, 2, 2), (-4, 3, 3)]
        {
            let date = chrono::NaiveDate::from_ymd_opt(year, month, number).unwrap();
            let long = date.format("%-d %B %Y").to_string();
            assert_eq!(day(date), long);
            let near = [
                long.clone(),
                date.to_string(),
                format!("0{long}"),
                format!("{long} "),
                format!("{date}-"),
                long.to_lowercase(),
                long.replace(' ', "-"),
                format!("+{date}"),
                String::new(),
            ];
            for text in near {
                let is_same = text == long || text == date.to_string();
                assert_eq!(is_just(&text, date), is_same, "{text:?}");
            }
        }
    }
}
