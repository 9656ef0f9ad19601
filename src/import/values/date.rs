//! Reads a cell of a date column.

use chrono::Datelike;

use super::cell_text::text_of;
use super::number_format::{hour_of, plain};
use crate::cells::{Cell, Content, DateSystem, Shown, day_of_serial, words_of_day};
use crate::diagnostic::{CodeEntry, import_codes};
use crate::due_date::DueDate;
use crate::text;

/// The years in which a plain number is read as a date's serial number.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// The content of a date cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DateRead {
    /// The text as written; a date cell as `2018-03-31`, or `March 2018` if it shows no day. `None` if
    /// the cell is empty.
    pub(crate) words: Option<DueDate>,
    /// The diagnostics of the cell.
    pub(crate) notes: Vec<Note>,
}

/// A diagnostic of a cell whose location is not known yet; the caller adds it and the subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) entry: &'static CodeEntry,
    pub(crate) message: String,
}

impl Note {
    pub(crate) fn new(entry: &'static CodeEntry, message: impl Into<String>) -> Self {
        Self { entry, message: message.into() }
    }
}

/// Reads a cell of a date column. Text is kept as written: it is interpreted later, with the plan's
/// period.
pub(crate) fn date(cell: &Cell, dates: DateSystem) -> DateRead {
    match &cell.content {
        Content::Blank => DateRead::default(),
        Content::Failed(failed) => DateRead {
            words: None,
            notes: vec![Note::new(
                &import_codes::FORMULA_FAILED,
                format!("the formula for the date failed: {failed}"),
            )],
        },
        Content::Text(text) => match serial_in_words(text, dates) {
            Some(serial) => of_serial(serial, dates, Shown::Plain),
            None => with_hour(text.trim()).unwrap_or_else(|| words(cell, dates)),
        },
        Content::Number(figure) => of_figure(cell, *figure, dates),
        Content::Truth(_) => no_date(cell, dates),
    }
}

/// Returns the day of a text such as `11/20/2021`, whose month stands first.
pub(crate) fn month_first(text: &str) -> Option<DueDate> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_digits = |part: &str| part.bytes().all(|one| one.is_ascii_digit());
    if parts.next().is_some() || ![month, day, year].into_iter().all(is_digits) || month.len() > 2 {
        return None;
    }
    let year: i32 = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let day = chrono::NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some(DueDate::from(day.to_string().as_str()))
}

fn of_figure(cell: &Cell, figure: f64, dates: DateSystem) -> DateRead {
    match cell.shown {
        shown if shown.is_day() => of_serial(figure, dates, shown),
        Shown::Plain | Shown::Places(_) if is_serial(figure, dates) => {
            of_serial(figure, dates, Shown::Plain)
        }
        Shown::Plain | Shown::Places(0) if is_year(figure) => words(cell, dates),
        _ => no_date(cell, dates),
    }
}

fn of_serial(serial: f64, dates: DateSystem, shown: Shown) -> DateRead {
    let Some(day) = day_of_serial(serial, dates) else {
        let message =
            format!("the date cell holds the number {}, which is not a date", plain(serial));
        let notes = vec![Note::new(&import_codes::DATE_SERIAL_OUTSIDE, message)];
        return DateRead { words: None, notes };
    };
    let mut notes = Vec::new();
    if !shown.is_day() {
        notes.push(Note::new(
            &import_codes::DATE_FROM_SERIAL,
            format!("the number {} was read as the date {}", plain(serial), text::day(day)),
        ));
    }
    if let Some(hour) = hour_of(serial) {
        notes.push(Note::new(
            &import_codes::DATE_WITH_HOUR,
            format!("the time {hour} after {} was ignored", text::day(day)),
        ));
    }
    DateRead { words: Some(DueDate::new(words_of_day(day, shown))), notes }
}

fn words(cell: &Cell, dates: DateSystem) -> DateRead {
    let words = text_of(cell, dates).map(|words| DueDate::new(words.into_owned()));
    DateRead { words, notes: Vec::new() }
}

fn no_date(cell: &Cell, dates: DateSystem) -> DateRead {
    let read = words(cell, dates);
    let shown = read.words.as_ref().map_or("", DueDate::as_str);
    let note = Note::new(
        &import_codes::DATE_IS_FIGURE,
        format!("{shown} is not a date; it is kept as written"),
    );
    DateRead { notes: vec![note], ..read }
}

fn is_serial(figure: f64, dates: DateSystem) -> bool {
    day_of_serial(figure, dates).is_some_and(|day| YEARS.contains(&day.year()))
}

fn is_year(figure: f64) -> bool {
    figure.fract() == 0.0 && (f64::from(*YEARS.start())..=f64::from(*YEARS.end())).contains(&figure)
}

/// Splits a numeric date from its time, as spreadsheets save it: `31/03/2018 00:00:00`. The time is not
/// part of the date's text.
fn with_hour(text: &str) -> Option<DateRead> {
    let (day, hour) = text.split_once([' ', 'T'])?;
    let is_day = day.len() >= 6
        && day.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.'));
    let is_hour = hour.contains(':')
        && hour.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    if !is_day || !is_hour {
        return None;
    }
    let mut notes = Vec::new();
    if hour.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
        let message = format!("the time {hour} after {day} was ignored");
        notes.push(Note::new(&import_codes::DATE_WITH_HOUR, message));
    }
    Some(DateRead { words: Some(DueDate::new(day)), notes })
}

/// Returns the serial number that a cell holds as text, as every text file does.
fn serial_in_words(text: &str, dates: DateSystem) -> Option<f64> {
    let text = text.trim();
    let is_five_digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let serial = is_five_digits.then(|| text.parse().ok()).flatten()?;
    is_serial(serial, dates).then_some(serial)
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::cells::DateSystem::{From1900, From1904};
    use crate::cells::{Cell, Content, Shown};
    use crate::due_date::DueDate;

    fn read(content: Content, shown: Shown) -> (Option<String>, Vec<String>) {
        let read = date(&Cell { shown, ..Cell::new(0, content) }, From1900);
        let text = |note: &super::Note| format!("{} {}", note.entry.code(), note.message);
        let words = read.words.as_ref().map(|words| words.as_str().to_owned());
        (words, read.notes.iter().map(text).collect())
    }

    #[test]
    fn words_are_kept_as_written() {
        for words in [
            " Dec 2016",
            "1/2/26",
            "Phase 1 completed\nPhase 2 Mar 2017 (LOGI)",
            "TBC",
            "Q3 2017/18",
            "2017",
            "20171231",
            "99999",
            "31/03/2018 to 30/06/2018",
            "w/c 9 October 10:30",
        ] {
            let found = read(Content::Text(words.into()), Shown::Plain);
            assert_eq!(found, (Some(words.to_owned()), vec![]));
        }
        assert_eq!(read(Content::Blank, Shown::Plain), (None, vec![]));
        assert_eq!(read(Content::Text(" ".into()), Shown::Plain), (None, vec![]));
    }

    #[test]
    fn every_other_cell_of_a_date_column_says_how_it_was_read() {
        let text = |text: &str| Content::Text(text.into());
        for (content, shown, words, notes) in [
            (Content::Number(43_190.0), Shown::Date, Some("2018-03-31"), &[][..]),
            (Content::Number(45_717.0), Shown::Month, Some("March 2025"), &[]),
            (Content::Number(45_731.0), Shown::Month, Some("2025-03-15"), &[]),
            (Content::Number(45_658.0), Shown::Year, Some("2025"), &[]),
            (
                Content::Number(43_190.604_166_666_67),
                Shown::Date,
                Some("2018-03-31"),
                &["date-with-hour the time 14:30 after 31 March 2018 was ignored"],
            ),
            (
                Content::Number(43_190.0),
                Shown::Plain,
                Some("2018-03-31"),
                &["date-from-serial the number 43190 was read as the date 31 March 2018"],
            ),
            (
                text("43190"),
                Shown::Plain,
                Some("2018-03-31"),
                &["date-from-serial the number 43190 was read as the date 31 March 2018"],
            ),
            (Content::Number(2017.0), Shown::Plain, Some("2017"), &[]),
            (text("31/03/2018 00:00:00"), Shown::Plain, Some("31/03/2018"), &[]),
            (text("2018-03-31T00:00:00.000"), Shown::Plain, Some("2018-03-31"), &[]),
            (
                text("31/03/2018 14:30"),
                Shown::Plain,
                Some("31/03/2018"),
                &["date-with-hour the time 14:30 after 31/03/2018 was ignored"],
            ),
            (
                Content::Number(31.3),
                Shown::Plain,
                Some("31.3"),
                &["date-is-figure 31.3 is not a date; it is kept as written"],
            ),
            (
                Content::Number(0.5),
                Shown::Percent,
                Some("50%"),
                &["date-is-figure 50% is not a date; it is kept as written"],
            ),
            (
                Content::Truth(true),
                Shown::Plain,
                Some("yes"),
                &["date-is-figure yes is not a date; it is kept as written"],
            ),
            (
                Content::Failed("#REF!".into()),
                Shown::Date,
                None,
                &["formula-failed the formula for the date failed: #REF!"],
            ),
            (
                Content::Number(0.0),
                Shown::Date,
                None,
                &["date-outside-calendar the date cell holds the number 0, which is not a date"],
            ),
            (
                Content::Number(1e18),
                Shown::Date,
                None,
                &["date-outside-calendar the date cell holds the number 1000000000000000000, \
                   which is not a date"],
            ),
        ] {
            let (found, reported) = read(content.clone(), shown);
            assert_eq!(found.as_deref(), words, "{content:?}");
            assert_eq!(reported, notes, "{content:?}");
        }
        let cell = Cell { shown: Shown::Date, ..Cell::new(0, Content::Number(41_728.0)) };
        assert_eq!(date(&cell, From1904).words, Some(DueDate::new("2018-03-31")));
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_filled_cell_is_words_or_a_note((cell, dates) in crate::import::values::tests::cell_and_dates()) {
            let seen = crate::import::values::text_of(&cell, dates);
            let date = date(&cell, dates);
            let says_something = date.words.is_some() || !date.notes.is_empty();
            let is_blank = seen.is_none() && !matches!(cell.content, Content::Failed(_));
            proptest::prop_assert_eq!(says_something, !is_blank);
        }
    }
}
