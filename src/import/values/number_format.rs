//! Formats numbers as a spreadsheet shows them.

use crate::cells::{DateSystem, Shown, day_of_serial, iso, words_of_day};

/// Spreadsheets keep fifteen digits of a number; any further digits of a float are noise.
const NUDGE: f64 = 1.0 + 4.0 * f64::EPSILON;

/// Numbers from here on are shown with an exponent.
const LONG: f64 = 1e21;

/// So are numbers below this.
const SHORT: f64 = 1e-9;

/// The most decimal places a spreadsheet shows.
const MOST_PLACES: u8 = 30;

const SECONDS_A_DAY: f64 = 86_400.0;

/// Formats a number as a person sees it: `1.10`, `12.5%`, `2018-03-31`, `14:30`.
pub(super) fn shown(figure: f64, shown: Shown, dates: DateSystem) -> String {
    match shown {
        Shown::Places(places) => with_places(figure, places),
        Shown::Percent if (figure * 100.0).is_finite() => format!("{}%", plain(figure * 100.0)),
        Shown::Plain | Shown::Percent => plain(figure),
        Shown::Date => day_and_hour(figure, dates).unwrap_or_else(|| plain(figure)),
        Shown::Month | Shown::Year => day_of_serial(figure, dates)
            .map_or_else(|| plain(figure), |day| words_of_day(day, shown)),
        Shown::Time => time(figure).unwrap_or_else(|| plain(figure)),
        Shown::Scientific => scientific(figure),
    }
}

/// Formats a number to fifteen digits: `1.1`, `480000`.
pub(super) fn plain(figure: f64) -> String {
    let figure = fifteen_digits(figure);
    if is_long(figure) { scientific(figure) } else { figure.to_string() }
}

fn is_long(figure: f64) -> bool {
    figure.abs() >= LONG || (figure != 0.0 && figure.abs() < SHORT)
}

/// Rounds a number to its fifteenth digit.
pub(super) fn fifteen_digits(figure: f64) -> f64 {
    // A whole number of so few digits, as most are, has no others.
    if figure.fract() == 0.0 && figure.abs() < 1e15 {
        return if figure == 0.0 { 0.0 } else { figure };
    }
    let digits = format!("{figure:.14e}").parse().ok().filter(|digits: &f64| digits.is_finite());
    let digits = digits.unwrap_or(figure);
    // No number is shown as minus zero.
    if digits == 0.0 { 0.0 } else { digits }
}

/// Returns the time of a serial number, unless it is midnight to the second.
pub(super) fn hour_of(serial: f64) -> Option<String> {
    let hour = serial - serial.floor();
    let half_a_second = 0.5 / SECONDS_A_DAY;
    if (half_a_second..1.0 - half_a_second).contains(&hour) { time(hour) } else { None }
}

fn with_places(figure: f64, places: u8) -> String {
    if figure.abs() >= LONG {
        return scientific(figure);
    }
    let places = usize::from(places.min(MOST_PLACES));
    // Halves are rounded up, as people do: 2.675 is 2.68.
    let figure = if figure.abs() < 1e15 { figure * NUDGE } else { figure };
    let text = format!("{figure:.places$}");
    match text.strip_prefix('-') {
        Some(zero) if zero.bytes().all(|byte| matches!(byte, b'0' | b'.')) => zero.to_owned(),
        _ => text,
    }
}

fn day_and_hour(serial: f64, dates: DateSystem) -> Option<String> {
    let day = day_of_serial(serial, dates)?;
    Some(match hour_of(serial) {
        Some(hour) => format!("{} {hour}", iso(day)),
        None => iso(day),
    })
}

fn time(days: f64) -> Option<String> {
    if !(0.0..1e6).contains(&days) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the range that was just checked"
    )]
    let seconds = (days * SECONDS_A_DAY).round() as u64;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    Some(if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    })
}

fn scientific(figure: f64) -> String {
    let text = format!("{:E}", fifteen_digits(figure));
    match text.split_once('E') {
        Some((digits, exponent)) => match exponent.strip_prefix('-') {
            Some(exponent) => format!("{digits}E-{exponent:0>2}"),
            None => format!("{digits}E+{exponent:0>2}"),
        },
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::cells::DateSystem::{From1900, From1904};
    use crate::cells::Shown::{Date, Month, Percent, Places, Plain, Scientific, Time, Year};

    #[test]
    fn figures_are_what_a_person_sees() {
        for (figure, format, seen) in [
            (1.0, Plain, "1"),
            (1.1, Plain, "1.1"),
            (-0.0, Plain, "0"),
            (0.1 + 0.2, Plain, "0.3"),
            (480_000.0, Plain, "480000"),
            (1e22, Plain, "1E+22"),
            (1e-12, Plain, "1E-12"),
            (1.1, Places(2), "1.10"),
            (2.675, Places(2), "2.68"),
            (-0.001, Places(1), "0.0"),
            (3.0, Places(0), "3"),
            (1e300, Places(2), "1E+300"),
            (0.125, Percent, "12.5%"),
            (0.591, Percent, "59.1%"),
            (1.0, Percent, "100%"),
            (f64::MAX, Percent, "1.7976931348623157E+308"),
            (43_190.0, Date, "2018-03-31"),
            (43_190.604_166_666_67, Date, "2018-03-31 14:30"),
            (0.0, Date, "0"),
            (45_717.0, Month, "March 2025"),
            (45_658.0, Year, "2025"),
            (0.0, Month, "0"),
            (0.5, Time, "12:00"),
            (1.5, Time, "36:00"),
            (0.000_011_574_074, Time, "00:00:01"),
            (-1.0, Time, "-1"),
            (120_000.0, Scientific, "1.2E+05"),
            (0.000_12, Scientific, "1.2E-04"),
        ] {
            assert_eq!(shown(figure, format, From1900), seen, "{figure} {format:?}");
        }
        assert_eq!(shown(41_728.0, Date, From1904), "2018-03-31");
    }
}
