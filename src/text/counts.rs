//! Numbers with their nouns, and the length of a text.

/// The longest text that a cell of a spreadsheet can hold, in UTF-16 units. A document holds no longer
/// ones by default, so that it can be written as a workbook.
pub(crate) const CELL_UNITS: usize = 32_767;

/// Formats a number of days: `1 day`, `13 days`.
pub(crate) fn days(days: u32) -> String {
    let s = if days == 1 { "" } else { "s" };
    format!("{days} day{s}")
}

/// Formats a count with its noun: `1 action`, `3 actions`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}

/// Formats a number with commas between thousands: `50,000`.
pub(crate) fn thousands(number: impl std::fmt::Display) -> String {
    let digits = number.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{counted, days};

    #[test]
    fn one_is_not_plural() {
        assert_eq!([days(0), days(1), days(13)], ["0 days", "1 day", "13 days"]);
        assert_eq!([counted(1, "action"), counted(3, "action")], ["1 action", "3 actions"]);
    }
}
