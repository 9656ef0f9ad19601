//! A cell of a date column: the words of a date, and what is to be said of them.

use chrono::Datelike;

use super::Note;
use super::shown::{hour_of, plain};
use super::text::text_of;
use crate::due_date::DueDate;
use crate::table::codes;
use crate::table::{Cell, Content, DateSystem, Shown, day_of_serial};
use crate::text;

/// The years in which a plain figure is believed to be the serial number of a day.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// What a cell of a date column says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DateRead {
    /// The words, as written; a date cell as `2018-03-31`. None where the cell says nothing.
    pub(crate) words: Option<DueDate>,
    /// What is to be said of the cell.
    pub(crate) notes: Vec<Note>,
}

/// Reads a cell of a date column. Words are kept as written: what they mean is read later, with the
/// plan's period.
pub(crate) fn date(cell: &Cell, dates: DateSystem) -> DateRead {
    match &cell.content {
        Content::Blank => DateRead::default(),
        Content::Failed(failed) => DateRead {
            words: None,
            notes: vec![Note::new(
                &codes::FORMULA_FAILED,
                format!("the formula for the date failed: {failed}"),
            )],
        },
        Content::Text(text) => match serial_in_words(text) {
            Some(serial) => of_serial(serial, dates, true),
            None => words(cell, dates),
        },
        Content::Number(figure) => of_figure(cell, *figure, dates),
        Content::Truth(_) => no_date(cell, dates),
    }
}

fn of_figure(cell: &Cell, figure: f64, dates: DateSystem) -> DateRead {
    match cell.shown {
        Shown::Date => of_serial(figure, dates, false),
        Shown::Plain | Shown::Places(_) if is_serial(figure, dates) => {
            of_serial(figure, dates, true)
        }
        Shown::Plain | Shown::Places(0) if is_year(figure) => words(cell, dates),
        _ => no_date(cell, dates),
    }
}

fn of_serial(serial: f64, dates: DateSystem, is_plain: bool) -> DateRead {
    let Some(day) = day_of_serial(serial, dates) else {
        let message = format!("the date cell holds the figure {}, which is no day", plain(serial));
        let notes = vec![Note::new(&codes::DATE_SERIAL_OUTSIDE, message)];
        return DateRead { words: None, notes };
    };
    let mut notes = Vec::new();
    if is_plain {
        notes.push(Note::new(
            &codes::DATE_FROM_SERIAL,
            format!("the figure {} was read as the day {}", plain(serial), text::day(day)),
        ));
    }
    if let Some(hour) = hour_of(serial) {
        notes.push(Note::new(
            &codes::DATE_WITH_HOUR,
            format!("the hour {hour} of {} was left off", text::day(day)),
        ));
    }
    DateRead { words: Some(day.into()), notes }
}

fn words(cell: &Cell, dates: DateSystem) -> DateRead {
    let words = text_of(cell, dates).map(|words| DueDate::new(words.into_owned()));
    DateRead { words, notes: Vec::new() }
}

fn no_date(cell: &Cell, dates: DateSystem) -> DateRead {
    let read = words(cell, dates);
    let shown = read.words.as_ref().map_or("", DueDate::as_str);
    let note =
        Note::new(&codes::DATE_IS_FIGURE, format!("{shown} is no date; it is kept as it is"));
    DateRead { notes: vec![note], ..read }
}

fn is_serial(figure: f64, dates: DateSystem) -> bool {
    day_of_serial(figure, dates).is_some_and(|day| YEARS.contains(&day.year()))
}

fn is_year(figure: f64) -> bool {
    figure.fract() == 0.0 && (f64::from(*YEARS.start())..=f64::from(*YEARS.end())).contains(&figure)
}

/// The serial number that stands in a cell as text, as in every text file.
fn serial_in_words(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_five_digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let serial = is_five_digits.then(|| text.parse().ok()).flatten()?;
    is_serial(serial, DateSystem::From1900).then_some(serial)
}
