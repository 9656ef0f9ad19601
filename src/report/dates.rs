//! Words the dates of a plan: the date, and the plan's own wording if that says more or less.

use chrono::{Datelike, NaiveDate};

use super::grammar::day;
use super::line::isolated;
use crate::analysis::Slippage;
use crate::due_date::{DateContext, DateSpan, DueDate};
use crate::plan::{Item, Plan};

/// Returns a date of the document: the day if it gives a single day, otherwise its own wording.
pub(super) fn written_day(plan: &Plan, date: &DueDate) -> String {
    let reading = plan.read(date);
    match (reading.earliest(), reading.latest()) {
        (Some(first), Some(last)) if first == last => day(first),
        _ => isolated(words_of(date)),
    }
}

/// The due date of an item: the day, if it is known, and the plan's wording.
pub(super) struct Due<'p> {
    pub(super) day: Option<NaiveDate>,
    pub(super) words: Option<&'p str>,
}

impl<'p> Due<'p> {
    /// Returns the due date of an item as of a date.
    pub(super) fn current(item: Item<'p>, as_of: NaiveDate) -> Self {
        Self { day: item.current_due(as_of).due_day(), words: due_words(item, as_of) }
    }

    /// Returns the original due date of an item.
    pub(super) fn original(item: Item<'p>, slippage: &Slippage) -> Self {
        Self { day: slippage.baseline().due_day(), words: original_words(item) }
    }

    /// Returns the day and the wording, or the wording alone in quotation marks, or a placeholder
    /// if there is neither.
    pub(super) fn or(&self, placeholder: &str) -> String {
        match (self.day, self.words) {
            (Some(due), words) => day_and_words(due, words),
            (None, Some(words)) => format!("\u{201c}{}\u{201d}", isolated(words)),
            (None, None) => placeholder.to_owned(),
        }
    }
}

/// Returns `31 July 2018 (written “June/July 2018”)`, or the day alone if the wording is just that
/// day.
pub(super) fn day_and_words(due: NaiveDate, words: Option<&str>) -> String {
    match written_otherwise(words, due) {
        Some(words) => {
            format!("{} (written \u{201c}{}\u{201d})", day(due), isolated(words))
        }
        None => day(due),
    }
}

/// Returns the wording of a date, unless it is just the day that was read from it.
pub(super) fn written_otherwise(words: Option<&str>, due: NaiveDate) -> Option<&str> {
    let words = words.map(str::trim).filter(|words| !words.is_empty())?;
    // Read without the plan's period: wording that takes its year from there does not give the full
    // date.
    let is_that_day =
        DueDate::new(words).read(&DateContext::new()).span() == Some(DateSpan::day(due));
    let mut numbers = words.split(|character: char| !character.is_ascii_digit());
    let says_its_number = numbers.any(|number| number.parse() == Ok(due.day()));
    (!is_that_day || !says_its_number).then_some(words)
}

fn original_words(item: Item<'_>) -> Option<&str> {
    item.baseline_words().map(words_of).filter(|words| !words.is_empty())
}

fn due_words(item: Item<'_>, as_of: NaiveDate) -> Option<&str> {
    item.current_due_words(as_of).map(words_of).filter(|words| !words.is_empty())
}

fn words_of(date: &DueDate) -> &str {
    date.as_str().trim()
}

#[cfg(test)]
mod tests {
    use super::day_and_words;

    #[test]
    fn words_that_are_not_simply_the_day_are_shown() {
        let day = chrono::NaiveDate::from_ymd_opt(2018, 7, 31).unwrap();
        for words in ["2018-07-31", "31/07/2018", "31st July 2018", " "] {
            assert_eq!(day_and_words(day, Some(words)), "31 July 2018", "{words}");
        }
        for words in ["June/July 2018", "July 2018", "end of July 2018", "31 July", "TBC"] {
            let expected = format!("31 July 2018 (written \u{201c}{words}\u{201d})");
            let found = day_and_words(day, Some(words));
            assert_eq!(super::super::line::without_marks(&found), expected);
        }
    }
}
