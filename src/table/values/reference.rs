//! A cell as a reference, or why it cannot be one.

use chrono::{Datelike, NaiveDate};

use super::Note;
use super::shown::{plain, shown};
use crate::table::codes;
use crate::table::{Cell, Content, DateSystem, Shown, day_of_serial};
use crate::text::{self, is_blank};

/// From here on a spreadsheet shows a figure with an exponent, so that nobody can have seen the digits.
const UNSEEN: f64 = 1e11;

/// Why a cell cannot be a reference. Nothing is guessed: what was typed is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OddReference {
    /// A day: what the cell shows, and the day where its year is known.
    Date { shown: String, day: Option<NaiveDate> },
    /// An hour, of which `1:2` may have been typed.
    Time(String),
    /// A figure no reference can be: with an exponent, a percent sign, below nothing, far too large.
    Figure(String),
    /// Yes or no.
    Truth(bool),
    /// A formula that failed.
    Failed(String),
}

/// What stands in a cell as a reference, trimmed; none where nothing stands in it. A figure is what a
/// person sees, unless that hides digits: two rows numbered 1.4 and 1.1 are not both `1`.
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
    /// What is to be said of it.
    pub(crate) fn note(&self) -> Note {
        match self {
            Self::Date { shown, day } => Note::new(
                &codes::REFERENCE_IS_DATE,
                format!("the day {shown} stands where a reference should{}", perhaps(*day)),
            ),
            Self::Time(shown) => Note::new(
                &codes::REFERENCE_IS_DATE,
                format!("the hour {shown} stands where a reference should"),
            ),
            Self::Figure(shown) => Note::new(
                &codes::REFERENCE_IS_FIGURE,
                format!("the figure {shown} stands where a reference should"),
            ),
            Self::Truth(truth) => Note::new(
                &codes::REFERENCE_IS_FIGURE,
                format!(
                    "{} stands where a reference should",
                    if *truth { "TRUE" } else { "FALSE" }
                ),
            ),
            Self::Failed(failed) => Note::new(
                &codes::FORMULA_FAILED,
                format!("the formula for the reference failed: {failed}"),
            ),
        }
    }
}

fn of_text(text: &str) -> Result<String, OddReference> {
    if is_scientific(text) {
        return Err(OddReference::Figure(text.to_owned()));
    }
    Ok(text.to_owned())
}

fn of_figure(figure: f64, format: Shown, dates: DateSystem) -> Result<String, OddReference> {
    let seen = || shown(figure, format, dates);
    match format {
        Shown::Date => {
            let day = day_of_serial(figure, dates);
            Err(OddReference::Date { shown: day.map_or_else(seen, text::day), day })
        }
        Shown::Time => Err(OddReference::Time(seen())),
        Shown::Percent | Shown::Scientific => Err(OddReference::Figure(seen())),
        Shown::Plain | Shown::Places(_) if figure < 0.0 || figure >= UNSEEN => {
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

/// What may have been typed for a day to come of it.
fn perhaps(day: Option<NaiveDate>) -> String {
    let Some(day) = day else { return String::new() };
    let (number, month) = (day.day(), day.month());
    format!(": {number}.{month}, {number}/{month} or {number}-{month} may have been typed")
}

/// `1.2E+05`: as a spreadsheet writes it, with a sign. `3E2` may be a reference.
fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let exponent = exponent.strip_prefix(['+', '-']);
    exponent.is_some_and(is_digits) && is_digits(&digits.replacen('.', "", 1))
}
