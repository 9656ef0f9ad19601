//! How each kind of value of a record is written to a cell and read from it.

use chrono::NaiveDate;

use super::escape::{exact_words, plainly};
use super::numbers;
use super::word_list::{Vocabulary, Word, read_word, written_word};
use crate::cells::{DateSystem, Shown, day_of_serial, words_of_day};
use crate::due_date::DueDate;
use crate::import::values::is_nothing;
use crate::model::Number;

/// The content to write to a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::workbook) enum Written {
    /// The key is absent.
    Blank,
    Text(String),
    Number(f64),
    /// A date cell.
    Day(NaiveDate),
}

impl Written {
    /// Returns its text, which is empty for a number.
    pub(in crate::workbook) fn words(&self) -> &str {
        match self {
            Self::Text(words) => words,
            Self::Blank | Self::Number(_) | Self::Day(_) => "",
        }
    }
}

/// The content read from a cell.
#[derive(Debug, Clone, Copy)]
pub(in crate::workbook) enum Entry<'c> {
    /// Trimmed, and not empty.
    Text(&'c str),
    Number(f64, Shown, DateSystem),
    Truth(bool),
}

/// What kind of value a column holds, for its drop-down and its format.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::workbook) enum Kind {
    Words,
    /// Several values in one cell.
    List,
    Date,
    Number,
    Flag,
    /// A word of a vocabulary.
    Word(&'static Vocabulary),
    /// Several words of a vocabulary.
    WordList(&'static Vocabulary),
}

/// A warning about a cell that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::workbook) enum Remark {
    /// Text that the spreadsheet turned into a date.
    WordsBecameDate,
    /// A plain number that was read as a date.
    FigureIsDay,
    /// A percentage that was read as the number displayed.
    Percent,
}

/// Why a cell could not be read as its column requires.
#[derive(Debug, Clone, Copy)]
pub(in crate::workbook) enum Unread {
    /// Its word is not in this vocabulary.
    Word(&'static Vocabulary),
    Number,
    /// Neither yes nor no.
    Flag,
}

/// A value that a cell holds.
pub(in crate::workbook) trait Value {
    fn kind(&self) -> Kind;
    fn written(&self) -> Written;
    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread>;
}

/// Returns the text of a cell for a key that holds text, with a remark if the cell is a date.
pub(in crate::workbook) fn words_of(entry: Entry<'_>) -> (String, Option<Remark>) {
    match entry {
        Entry::Text(text) => (exact_words(text).unwrap_or_else(|| text.to_owned()), None),
        Entry::Truth(truth) => (if truth { "TRUE" } else { "FALSE" }.to_owned(), None),
        Entry::Number(number, shown, dates) if shown.is_day() => {
            let Some(day) = day_of_serial(number, dates) else {
                return (numbers::shown(number, Shown::Plain), None);
            };
            let words = words_of_day(day, shown);
            let is_whole = words == day.to_string();
            let words = if is_whole { day.format("%d/%m/%Y").to_string() } else { words };
            (words, Some(Remark::WordsBecameDate))
        }
        Entry::Number(number, shown, _) => (numbers::shown(number, shown), None),
    }
}

/// Returns the text of a cell before it is split into a list, with its brackets.
pub(in crate::workbook) fn unsplit(entry: Entry<'_>) -> (String, Option<Remark>) {
    match entry {
        Entry::Text(text) => (text.to_owned(), None),
        other => words_of(other),
    }
}

fn text(words: &str) -> Written {
    Written::Text(plainly(words).into_owned())
}

impl Value for String {
    fn kind(&self) -> Kind {
        Kind::Words
    }

    /// Text that every record has: a blank cell is empty text.
    fn written(&self) -> Written {
        if self.is_empty() { Written::Blank } else { text(self) }
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = words_of(entry);
        *self = words;
        Ok(remark)
    }
}

impl Value for Option<String> {
    fn kind(&self) -> Kind {
        Kind::Words
    }

    fn written(&self) -> Written {
        self.as_ref().map_or(Written::Blank, |words| text(words))
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = words_of(entry);
        *self = Some(words);
        Ok(remark)
    }
}

/// The first date that is written as a date cell. The serial number of an earlier date could also be a
/// year typed into a date cell.
const FIRST_REAL_DATE: NaiveDate = match NaiveDate::from_ymd_opt(1910, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl Value for Option<DueDate> {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn written(&self) -> Written {
        let Some(date) = self else { return Written::Blank };
        let words = date.as_str();
        let day = words.parse().ok().filter(|day: &NaiveDate| day.to_string() == words);
        match day.filter(|day| *day >= FIRST_REAL_DATE && words.len() == 10) {
            Some(day) => Written::Day(day),
            None => text(words),
        }
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = match entry {
            // A year typed into a date cell.
            Entry::Number(number, shown, _)
                if (shown == Shown::Plain || shown.is_day())
                    && number.fract() == 0.0
                    && (1900.0..2200.0).contains(&number) =>
            {
                (numbers::shown(number, Shown::Plain), None)
            }
            Entry::Number(number, shown, dates) if shown == Shown::Plain || shown.is_day() => {
                match day_of_serial(number, dates) {
                    Some(day) => {
                        let is_plain = shown == Shown::Plain;
                        (words_of_day(day, shown), is_plain.then_some(Remark::FigureIsDay))
                    }
                    None => (numbers::shown(number, Shown::Plain), None),
                }
            }
            other => words_of(other),
        };
        *self = Some(DueDate::new(words));
        Ok(remark)
    }
}

impl Value for Option<Number> {
    fn kind(&self) -> Kind {
        Kind::Number
    }

    fn written(&self) -> Written {
        let Some(number) = self else { return Written::Blank };
        let value = number.as_f64();
        if numbers::number(value) == Some(*number) {
            Written::Number(value)
        } else {
            Written::Text(number.to_string())
        }
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (number, remark) = match entry {
            // `N/A` and the like mean that there is no number.
            Entry::Text(text) if is_nothing(text) => {
                *self = None;
                return Ok(None);
            }
            Entry::Text(text) => (numbers::typed(text), None),
            Entry::Number(_, Shown::Time, _) | Entry::Truth(_) => (None, None),
            Entry::Number(_, shown, _) if shown.is_day() => (None, None),
            Entry::Number(value, Shown::Percent, _) => {
                (numbers::hundredfold(value), Some(Remark::Percent))
            }
            Entry::Number(value, _, _) => (numbers::number(value), None),
        };
        *self = Some(number.ok_or(Unread::Number)?);
        Ok(remark)
    }
}

/// A count, or a number of days.
impl Value for u32 {
    fn kind(&self) -> Kind {
        Kind::Number
    }

    fn written(&self) -> Written {
        Written::Number(f64::from(*self))
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let mut number = None::<Number>;
        number.read(entry)?;
        let words = number.map(|number| number.to_string()).unwrap_or_default();
        *self = words.parse().map_err(|_| Unread::Number)?;
        Ok(None)
    }
}

impl Value for bool {
    fn kind(&self) -> Kind {
        Kind::Flag
    }

    fn written(&self) -> Written {
        if *self { Written::Text("yes".to_owned()) } else { Written::Blank }
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        *self = flag(entry)?;
        Ok(None)
    }
}

impl Value for Option<bool> {
    fn kind(&self) -> Kind {
        Kind::Flag
    }

    fn written(&self) -> Written {
        self.map_or(Written::Blank, |flag| {
            Written::Text(if flag { "yes" } else { "no" }.to_owned())
        })
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        *self = Some(flag(entry)?);
        Ok(None)
    }
}

fn flag(entry: Entry<'_>) -> Result<bool, Unread> {
    let (words, _) = words_of(entry);
    match words.to_lowercase().as_str() {
        "yes" | "y" | "x" | "true" | "1" | "\u{2713}" | "\u{2714}" => Ok(true),
        "no" | "n" | "false" | "0" => Ok(false),
        _ => Err(Unread::Flag),
    }
}

impl<W: Word> Value for Option<W> {
    fn kind(&self) -> Kind {
        Kind::Word(W::VOCABULARY)
    }

    fn written(&self) -> Written {
        self.as_ref().map_or(Written::Blank, |word| Written::Text(written_word(word)))
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = unsplit(entry);
        *self = Some(read_word(&words).ok_or(Unread::Word(W::VOCABULARY))?);
        Ok(remark)
    }
}

/// A word that every record has: a blank cell is the default.
impl Value for crate::model::DeliveryStatus {
    fn kind(&self) -> Kind {
        Kind::Word(Self::VOCABULARY)
    }

    fn written(&self) -> Written {
        if *self == Self::default() { Written::Blank } else { Written::Text(written_word(self)) }
    }

    fn read(&mut self, entry: Entry<'_>) -> Result<Option<Remark>, Unread> {
        let (words, remark) = unsplit(entry);
        *self = read_word(&words).ok_or(Unread::Word(Self::VOCABULARY))?;
        Ok(remark)
    }
}
