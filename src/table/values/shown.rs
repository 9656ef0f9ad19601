//! Figures as a spreadsheet shows them. It knows figures, and no cell.

use crate::table::{DateSystem, Shown, day_of_serial};

/// Spreadsheets keep fifteen digits of a figure; what a float has behind them is noise.
const NUDGE: f64 = 1.0 + 4.0 * f64::EPSILON;

/// From here on a figure is shown with an exponent.
const LONG: f64 = 1e21;

/// The most decimal places a spreadsheet shows.
const MOST_PLACES: u8 = 30;

const SECONDS_A_DAY: f64 = 86_400.0;

/// A figure as a person sees it: `1.10`, `12.5%`, `2018-03-31`, `14:30`.
pub(super) fn shown(figure: f64, shown: Shown, dates: DateSystem) -> String {
    match shown {
        Shown::Plain => plain(figure),
        Shown::Places(places) => with_places(figure, places),
        Shown::Percent => format!("{}%", plain(figure * 100.0)),
        Shown::Date => day_and_hour(figure, dates).unwrap_or_else(|| plain(figure)),
        Shown::Time => time(figure).unwrap_or_else(|| plain(figure)),
        Shown::Scientific => scientific(figure),
    }
}

/// A figure as it is, to fifteen digits: `1.1`, `480000`.
pub(super) fn plain(figure: f64) -> String {
    let figure = fifteen_digits(figure);
    if figure.abs() >= LONG { scientific(figure) } else { figure.to_string() }
}

/// A figure without what stands behind its fifteenth digit.
pub(super) fn fifteen_digits(figure: f64) -> f64 {
    let digits = format!("{figure:.14e}").parse().unwrap_or(figure);
    // No figure is shown as minus nothing.
    if digits == 0.0 { 0.0 } else { digits }
}

/// The hour of a serial number, where it is not midnight to the second.
pub(super) fn hour_of(serial: f64) -> Option<String> {
    let hour = serial - serial.floor();
    let (minute, last) = (30.0 / SECONDS_A_DAY / 60.0, 1.0 - 30.0 / SECONDS_A_DAY / 60.0);
    if (minute..last).contains(&hour) { time(hour) } else { None }
}

fn with_places(figure: f64, places: u8) -> String {
    let places = usize::from(places.min(MOST_PLACES));
    // Half is shown upwards, as a person reckons it: 2.675 is 2.68.
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
        Some(hour) => format!("{day} {hour}"),
        None => day.to_string(),
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
