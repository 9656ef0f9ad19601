//! Reads a cell as a reference, or explains why it cannot be one.

use chrono::{Datelike, NaiveDate};

use super::Note;
use super::number_format::{plain, shown};
use crate::cells::{Cell, Content, DateSystem, Shown, day_of_serial};
use crate::diagnostic::import_codes;
use crate::due_date::month_named;
use crate::text::{self, is_blank};

/// A spreadsheet shows numbers from here on with an exponent, so nobody can have seen the digits.
const UNSEEN: f64 = 1e11;

/// Why a cell cannot be a reference. What was typed is lost, and nothing is guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OddReference {
    /// A date: what the cell shows, and the two numbers a spreadsheet may have made it from.
    Date { shown: String, of: Option<(String, String)>, year: Option<String> },
    /// A time; `1:2` may have been typed.
    Time(String),
    /// A number that cannot be a reference: with an exponent or a percent sign, negative, or far too
    /// large.
    Figure(String),
    /// A truth value.
    Truth(bool),
    /// A formula that failed.
    Failed(String),
}

/// Returns the reference in a cell, trimmed, or `None` if the cell is empty. A number is read as shown,
/// unless that hides digits: two rows numbered 1.4 and 1.1 are not both `1`.
pub(crate) fn reference(cell: &Cell, dates: DateSystem) -> Result<Option<String>, OddReference> {
    match &cell.content {
        Content::Blank => Ok(None),
        Content::Text(text) if is_blank(text) => Ok(None),
        Content::Text(text) => of_text(text.trim()).map(Some),
        Content::Number(figure) => of_figure(*figure, cell.shown, dates).map(Some),
        Content::Truth(truth) => Err(OddReference::Truth(*truth)),
        Content::Failed(failed) => Err(OddReference::Failed(failed.to_string())),
    }
}

impl OddReference {
    /// Returns the diagnostic.
    pub(crate) fn note(&self) -> Note {
        match self {
            Self::Date { shown, of, year } => Note::new(
                &import_codes::REFERENCE_IS_DATE,
                format!(
                    "the date {shown} is not a reference{}",
                    perhaps(of.as_ref(), year.as_deref())
                ),
            ),
            Self::Time(shown) => Note::new(
                &import_codes::REFERENCE_IS_DATE,
                format!("the time {shown} is not a reference"),
            ),
            Self::Figure(shown) => Note::new(
                &import_codes::REFERENCE_IS_FIGURE,
                format!("the number {shown} is not a reference"),
            ),
            Self::Truth(truth) => Note::new(
                &import_codes::REFERENCE_IS_FIGURE,
                format!("{} is not a reference", if *truth { "TRUE" } else { "FALSE" }),
            ),
            Self::Failed(failed) => Note::new(
                &import_codes::FORMULA_FAILED,
                format!("the formula for the reference failed: {failed}"),
            ),
        }
    }
}

fn of_text(text: &str) -> Result<String, OddReference> {
    if is_scientific(text) {
        return Err(OddReference::Figure(text.to_owned()));
    }
    match figures_of_day(text) {
        Some(of) => Err(OddReference::Date {
            shown: text.to_owned(),
            of: Some(of),
            year: full_year(text).and_then(short_year),
        }),
        None => Ok(text.to_owned()),
    }
}

fn of_figure(figure: f64, format: Shown, dates: DateSystem) -> Result<String, OddReference> {
    let seen = || shown(figure, format, dates);
    match format {
        Shown::Date | Shown::Month | Shown::Year => Err(match day_of_serial(figure, dates) {
            Some(day) => OddReference::Date {
                shown: text::day(day),
                of: match format {
                    // A spreadsheet turns `3-25` into a month.
                    Shown::Month => Some((day.month().to_string(), day.format("%y").to_string())),
                    Shown::Year => None,
                    _ => Some((day.day().to_string(), day.month().to_string())),
                },
                year: match format {
                    Shown::Date => short_year(day.year()),
                    _ => None,
                },
            },
            // A plain number in a cell with a date format.
            None => OddReference::Figure(plain(figure)),
        }),
        Shown::Time => Err(OddReference::Time(seen())),
        Shown::Percent | Shown::Scientific => Err(OddReference::Figure(seen())),
        Shown::Plain | Shown::Places(_) if !(0.0..UNSEEN).contains(&figure) => {
            Err(OddReference::Figure(plain(figure)))
        }
        Shown::Plain => Ok(plain(figure)),
        Shown::Places(_) => {
            let (seen, plain) = (seen(), plain(figure));
            let hides_digits = seen.parse() != plain.parse::<f64>();
            Ok(if hides_digits { plain } else { seen })
        }
    }
}

/// Lists what may have been typed to produce a date.
fn perhaps(of: Option<&(String, String)>, year: Option<&str>) -> String {
    of.map_or_else(String::new, |(first, second)| {
        let or = match year {
            Some(year) => format!(", {first}-{second} or {first}.{second}.{year}"),
            None => format!(" or {first}-{second}"),
        };
        format!(": {first}.{second}, {first}/{second}{or} may have been typed")
    })
}

/// Returns the year as the third part of a reference, if it is one a spreadsheet completes so.
fn short_year(year: i32) -> Option<String> {
    (2000..=2031).contains(&year).then(|| (year - 2000).to_string())
}

/// Returns the four-digit year in the text of a date.
fn full_year(text: &str) -> Option<i32> {
    let mut figures = text.split(|letter: char| !letter.is_ascii_digit());
    figures.find(|figure| figure.len() == 4)?.parse().ok()
}

/// Returns the two numbers a spreadsheet made a date from, if the text is a date as spreadsheets write
/// it: `01-Feb`, `Feb-26`, `01-Feb-26`, `01/02/2026`, `2026-02-01`.
fn figures_of_day(text: &str) -> Option<(String, String)> {
    let text = text.split_once([' ', 'T']).map_or(text, |(day, hour)| {
        if hour.bytes().all(|byte| matches!(byte, b'0' | b':')) { day } else { text }
    });
    let separator = text.chars().find(|letter| matches!(letter, '-' | '/' | ' '))?;
    let mut parts = text.split(separator);
    let (first, second) = (parts.next()?, parts.next()?);
    let (third, more) = (parts.next(), parts.next());
    if more.is_some() {
        return None;
    }
    let (day, month) = match third {
        None => match (month_named(second), month_named(first)) {
            (Some(month), _) => (figure(first, 1..=2, 31)?, month),
            // Spreadsheets write `Feb-26`; only a person writes `FEB 26`.
            (_, Some(month)) if separator == '-' && is_year(second) && is_title(first) => {
                return Some((month.to_string(), second.to_owned()));
            }
            _ => return None,
        },
        Some(year) if is_year(year) && month_named(second).is_some() => {
            (figure(first, 1..=2, 31)?, month_named(second)?)
        }
        Some(year) if year.len() == 4 && is_year(year) => {
            (figure(first, 1..=2, 31)?, figure(second, 1..=2, 12)?)
        }
        Some(day) if first.len() == 4 && is_year(first) => {
            (figure(day, 1..=2, 31)?, figure(second, 1..=2, 12)?)
        }
        Some(_) => return None,
    };
    // Uses a leap year, so that 29 February is valid.
    NaiveDate::from_ymd_opt(2024, month, day)?;
    Some((day.to_string(), month.to_string()))
}

fn figure(text: &str, lengths: std::ops::RangeInclusive<usize>, most: u32) -> Option<u32> {
    let is_figure = lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let figure = is_figure.then(|| text.parse().ok()).flatten()?;
    (1..=most).contains(&figure).then_some(figure)
}

/// Returns whether a text is two digits, or a four-digit year of this or the last century.
fn is_year(text: &str) -> bool {
    let is_figures = text.bytes().all(|byte| byte.is_ascii_digit());
    is_figures && (text.len() == 2 || text.len() == 4 && text.starts_with(['1', '2']))
}

fn is_title(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

/// Returns whether a text is an exponent as a spreadsheet writes it, with a sign: `1.2E+05`. `3E2` may
/// be a reference.
fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let exponent = exponent.strip_prefix(['+', '-']);
    exponent.is_some_and(is_digits) && is_digits(&digits.replacen('.', "", 1))
}

#[cfg(test)]
mod tests {
    use super::reference;
    use crate::cells::{Cell, Content, DateSystem, Shown};

    fn read(content: Content, shown: Shown) -> Result<Option<String>, String> {
        let cell = Cell { shown, ..Cell::new(0, content) };
        reference(&cell, DateSystem::From1900).map_err(|odd| odd.note().message)
    }

    #[test]
    fn what_may_be_a_reference_is_one() {
        for (figure, shown, reference) in [
            (1.0, Shown::Plain, "1"),
            (1.1, Shown::Plain, "1.1"),
            (2.300_000_000_000_000_3, Shown::Plain, "2.3"),
            (1.1, Shown::Places(2), "1.10"),
            (1.4, Shown::Places(0), "1.4"),
            (113.0, Shown::Places(0), "113"),
        ] {
            assert_eq!(read(Content::Number(figure), shown), Ok(Some(reference.to_owned())));
        }
        for text in [
            "R1",
            "2.5.1",
            "17. (57, 138)",
            "3E2",
            "1E5",
            "1/2",
            "1-2",
            "MAR-1",
            "Feb",
            "May be",
            "32-Jan",
            "30-Feb",
            "1/2/3",
            "ofsted-2026",
            "CYP200a i",
            "2017/18",
            "2026",
            "E+1",
        ] {
            let padded = Content::Text(format!(" {text}\n").into());
            assert_eq!(read(padded, Shown::Plain), Ok(Some(text.to_owned())));
        }
        assert_eq!(read(Content::Blank, Shown::Plain), Ok(None));
        assert_eq!(read(Content::Text(" ".into()), Shown::Plain), Ok(None));
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_reference_is_never_guessed_back() {
        let of_1_2 = ": 1.2, 1/2 or 1-2 may have been typed";
        let in_2026 = ": 1.2, 1/2, 1-2 or 1.2.26 may have been typed";
        for (shown, says) in [
            ("01-Feb", of_1_2),
            ("1-Feb", of_1_2),
            ("1 Feb", of_1_2),
            ("01-FEB-26", of_1_2),
            ("01/02/2026", in_2026),
            ("01/02/2026 00:00:00", in_2026),
            ("2026-02-01", in_2026),
            ("02/04/2007", ": 2.4, 2/4, 2-4 or 2.4.7 may have been typed"),
            ("02/04/2035", ": 2.4, 2/4 or 2-4 may have been typed"),
            ("29-Feb", ": 29.2, 29/2 or 29-2 may have been typed"),
            ("Feb-01", ": 2.01, 2/01 or 2-01 may have been typed"),
        ] {
            let message = format!("the date {shown} is not a reference{says}");
            assert_eq!(read(Content::Text(shown.into()), Shown::Plain), Err(message));
        }
        for (content, shown, message) in [
            (
                Content::Number(46_054.0),
                Shown::Date,
                "the date 1 February 2026 is not a reference: 1.2, 1/2, 1-2 or 1.2.26 \
                 may have been typed",
            ),
            (Content::Number(-4.0), Shown::Date, "the number -4 is not a reference"),
            (Content::Number(0.05), Shown::Time, "the time 01:12 is not a reference"),
            (
                Content::Number(120_000.0),
                Shown::Scientific,
                "the number 1.2E+05 is not a reference",
            ),
            (
                Content::Text("1.2E+05".into()),
                Shown::Plain,
                "the number 1.2E+05 is not a reference",
            ),
            (Content::Number(1e11), Shown::Plain, "the number 100000000000 is not a reference"),
            (Content::Number(-2.0), Shown::Plain, "the number -2 is not a reference"),
            (Content::Number(0.5), Shown::Percent, "the number 50% is not a reference"),
            (Content::Truth(true), Shown::Plain, "TRUE is not a reference"),
            (
                Content::Failed("#N/A".into()),
                Shown::Plain,
                "the formula for the reference failed: #N/A",
            ),
        ] {
            assert_eq!(read(content, shown), Err(message.to_owned()));
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn a_reference_is_trimmed_and_not_empty((cell, dates) in crate::import::values::tests::cell_and_dates()) {
            if let Ok(Some(reference)) = reference(&cell, dates) {
                proptest::prop_assert_eq!(reference.trim(), reference.as_str());
                proptest::prop_assert!(!reference.is_empty());
            }
        }
    }
}
