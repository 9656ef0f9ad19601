//! How a report words days, counts, numbers and names.

use chrono::{Datelike, NaiveDate};

use crate::due_date::{DateContext, DateSpan, DueDate};
use crate::model::Number;
use crate::plan::{ActionRef, Item, Plan, RecommendationRef};

pub(super) use crate::text::{day, days};

/// A date of the document: the day where it is one, else its own words.
pub(super) fn written_day(plan: &Plan, date: &DueDate) -> String {
    let reading = plan.read(date);
    match (reading.earliest(), reading.latest()) {
        (Some(first), Some(last)) if first == last => day(first),
        _ => date.as_str().trim().to_owned(),
    }
}

/// `31 July 2018 (written “June/July 2018”)`, or the day alone where the words are simply that day.
pub(super) fn day_and_words(due: NaiveDate, words: Option<&str>) -> String {
    match written_otherwise(words, due) {
        Some(words) => format!("{} (written \u{201c}{words}\u{201d})", day(due)),
        None => day(due),
    }
}

/// The words of a date, where they are not simply the day that was read from them.
pub(super) fn written_otherwise(words: Option<&str>, due: NaiveDate) -> Option<&str> {
    let words = words.map(str::trim).filter(|words| !words.is_empty())?;
    // Read on its own: words that borrow their year from the plan's period do not say the day.
    let is_that_day =
        DueDate::new(words).read(&DateContext::new()).span() == Some(DateSpan::day(due));
    let mut numbers = words.split(|letter: char| !letter.is_ascii_digit());
    let says_its_number = numbers.any(|number| number.parse() == Ok(due.day()));
    (!is_that_day || !says_its_number).then_some(words)
}

/// `1 action`, `7 actions`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `7 actions`, `1 milestone`, `7 actions and 1 milestone`.
pub(super) fn items(actions: usize, milestones: usize) -> String {
    let actions_said = count(actions, "action", "actions");
    let milestones_said = count(milestones, "milestone", "milestones");
    match (actions, milestones) {
        (_, 0) => actions_said,
        (0, _) => milestones_said,
        _ => format!("{actions_said} and {milestones_said}"),
    }
}

/// The text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A figure: `21.5%`, `31`. A unit in words stands apart, beside the name of the measure, so that it
/// is never wrong for the number.
pub(super) fn figure(number: Number, unit: Option<&str>) -> String {
    match unit.map(str::trim) {
        Some("%") => format!("{number}%"),
        _ => number.to_string(),
    }
}

/// The difference between two figures, without its sign and with no more decimals than they have.
pub(super) fn difference(left: Number, right: Number) -> String {
    let decimals = |number: Number| {
        let written = number.to_string();
        written.split_once('.').map_or(0, |(_, decimals)| decimals.len())
    };
    let decimals = decimals(left).max(decimals(right));
    format!("{:.decimals$}", (left.as_f64() - right.as_f64()).abs())
}

/// `2.4.8: Launch a council`.
pub(super) fn action_name(action: ActionRef<'_>) -> String {
    match action.reference().as_str() {
        Some(reference) => format!("{reference}: {}", action.title()),
        None => format!("{} (no reference)", action.title()),
    }
}

/// `2.4.8: Launch a council`, `3.1.a, a milestone of 3.1: Advert live`.
pub(super) fn item_name(item: Item<'_>) -> String {
    let Item::Milestone(milestone) = item else { return action_name(item.action()) };
    let action = milestone.action();
    let whole = action
        .reference()
        .as_str()
        .map_or_else(|| crate::plan::quoted(action.title()), str::to_owned);
    match milestone.reference().as_str() {
        Some(reference) => format!("{reference}, a milestone of {whole}: {}", milestone.title()),
        None => format!("A milestone of {whole}: {}", milestone.title()),
    }
}

/// `13: Reduce caseloads.`, `Unnumbered: Reduce caseloads.`
pub(super) fn recommendation_name(recommendation: RecommendationRef<'_>) -> String {
    let reference = recommendation.reference().as_str().unwrap_or("Unnumbered");
    format!("{reference}: {}", recommendation.text())
}

/// `Part 2a`, `An unnumbered part`.
pub(super) fn part_name(part: RecommendationRef<'_>) -> String {
    match part.reference().as_str() {
        Some(reference) => format!("Part {reference}"),
        None => "An unnumbered part".to_owned(),
    }
}

/// The text with a full stop at its end, unless it ends a sentence already.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::{capital, count, day_and_words, difference, items, sentence};
    use crate::model::Number;

    #[test]
    fn counts_are_worded() {
        assert_eq!(count(1, "action", "actions"), "1 action");
        assert_eq!(items(0, 0), "0 actions");
        assert_eq!(items(0, 2), "2 milestones");
        assert_eq!(items(7, 1), "7 actions and 1 milestone");
        assert_eq!(capital("éa"), "Éa");
        assert_eq!(sentence("TBC"), "TBC.");
        assert_eq!(sentence("Why?"), "Why?");
    }

    #[test]
    fn words_that_are_not_simply_the_day_are_shown() {
        let day = chrono::NaiveDate::from_ymd_opt(2018, 7, 31).unwrap();
        for words in ["2018-07-31", "31/07/2018", "31st July 2018", " "] {
            assert_eq!(day_and_words(day, Some(words)), "31 July 2018", "{words}");
        }
        for words in ["June/July 2018", "July 2018", "end of July 2018", "31 July", "TBC"] {
            let said = format!("31 July 2018 (written \u{201c}{words}\u{201d})");
            assert_eq!(day_and_words(day, Some(words)), said);
        }
    }

    #[test]
    fn a_difference_has_no_more_decimals_than_its_figures() {
        let decimal = |value| Number::decimal(value).unwrap();
        assert_eq!(difference(decimal(21.5), decimal(21.2)), "0.3");
        assert_eq!(difference(Number::from(17), Number::from(19)), "2");
        assert_eq!(difference(Number::from(17), decimal(19.25)), "2.25");
    }
}
