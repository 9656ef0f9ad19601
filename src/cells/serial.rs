//! Converts spreadsheet serial numbers to dates.

use chrono::{Datelike, Days, NaiveDate};

use super::{DateSystem, Shown};

/// The last date a spreadsheet knows, 31 December 9999, as a serial number of 1900.
const LAST: f64 = 2_958_466.0;

/// Days between the two date systems.
const BETWEEN: f64 = 1_462.0;

/// Returns the date of a serial number, dropping its time. Returns `None` if there is no such date, and
/// for the first sixty days of 1900, in which spreadsheets count one day too many.
pub(crate) fn day_of_serial(serial: f64, dates: DateSystem) -> Option<NaiveDate> {
    let serial = match dates {
        DateSystem::From1900 => serial,
        DateSystem::From1904 if serial < 0.0 => return None,
        DateSystem::From1904 => serial + BETWEEN,
    };
    if !(61.0..LAST).contains(&serial) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range that was just checked"
    )]
    let days = Days::new(serial as u64);
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days)
}

/// Returns the text of a date as its cell shows it: `2025-03-01`, or `March 2025` or `2025` if only that
/// is shown. A spreadsheet stores a typed month or year as its first day; any other day was chosen, and
/// is kept.
pub(crate) fn words_of_day(day: NaiveDate, shown: Shown) -> String {
    match shown {
        Shown::Month if day.day() == 1 => day.format("%B %Y").to_string(),
        Shown::Year if day.ordinal() == 1 => day.year().to_string(),
        _ => iso(day),
    }
}

/// Returns a date as `2025-03-01`, in a fraction of the time that chrono takes to format it.
pub(crate) fn iso(day: NaiveDate) -> String {
    let Ok(year @ 0..=9_999) = u32::try_from(day.year()) else { return day.to_string() };
    let mut text = String::with_capacity(10);
    for (number, first) in [(year, 1_000), (day.month(), 10), (day.day(), 10)] {
        if !text.is_empty() {
            text.push('-');
        }
        let mut place = first;
        while place > 0 {
            text.extend(char::from_digit(number / place % 10, 10));
            place /= 10;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{day_of_serial, iso, words_of_day};
    use crate::cells::DateSystem::{From1900, From1904};
    use crate::cells::Shown;

    #[test]
    fn a_day_is_the_month_or_the_year_that_its_cell_shows() {
        for (day, shown, words) in [
            ("2025-03-01", Shown::Date, "2025-03-01"),
            ("2025-03-01", Shown::Month, "March 2025"),
            ("2025-03-31", Shown::Month, "2025-03-31"),
            ("2025-01-01", Shown::Year, "2025"),
            ("2025-03-01", Shown::Year, "2025-03-01"),
        ] {
            assert_eq!(words_of_day(day.parse().unwrap(), shown), words, "{day} {shown:?}");
        }
    }

    #[test]
    fn serial_numbers_are_the_days_a_spreadsheet_shows() {
        let day = |serial, dates| day_of_serial(serial, dates).map(|day| day.to_string());
        assert_eq!(day(61.0, From1900).as_deref(), Some("1900-03-01"));
        assert_eq!(day(43_190.0, From1900).as_deref(), Some("2018-03-31"));
        assert_eq!(day(43_190.75, From1900).as_deref(), Some("2018-03-31"));
        assert_eq!(day(41_728.0, From1904).as_deref(), Some("2018-03-31"));
        assert_eq!(day(0.0, From1904).as_deref(), Some("1904-01-01"));
        assert_eq!(day(2_958_465.0, From1900).as_deref(), Some("9999-12-31"));
        for none in [-1.0, 0.0, 60.0, 2_958_466.0, 1e18, f64::NAN, f64::INFINITY] {
            assert_eq!(day(none, From1900), None, "{none}");
        }
    }
    #[test]
    fn a_date_is_written_as_chrono_writes_it() {
        for day in ["0000-01-01", "0999-10-09", "2018-03-31", "9999-12-31", "+10000-01-01"] {
            let day = day.parse().unwrap();
            assert_eq!(iso(day), day.to_string());
        }
    }
}
