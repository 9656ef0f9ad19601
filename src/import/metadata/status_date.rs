//! Finds the status date.

use super::fact::{Fact, Line, labelled};
use crate::cells::Grid;
use crate::due_date::{DateContext, DateReading, DueDate};

pub(super) fn status_date(grid: &Grid, lines: &[Line]) -> Option<Fact> {
    let labels = [
        "as at",
        "as of",
        "date",
        "status date",
        "position at",
        "last updated",
        "updated",
        "date updated",
        "data as at",
        "position as at",
        "information date",
        "date of last update",
        "update date",
        "date of update",
        "day of fact",
    ];
    let by_label = labelled(lines, &labels, "the day");
    if let Some(fact) = by_label.filter(|fact| is_day(&fact.value)) {
        return Some(fact);
    }
    let in_line = lines.iter().find_map(|line| {
        let (_, value) = marked_date(&line.text)?;
        let why = format!("from the title in {}", line.place);
        Some(Fact { value, why, place: line.place.clone(), at: Some(line.at) })
    });
    in_line.or_else(|| {
        grid.sheets.iter().find_map(|sheet| {
            let (_, value) = marked_date(sheet.name.as_deref()?)?;
            let why = "from the name of a sheet".to_owned();
            Some(Fact { value, why, place: sheet.whole(), at: None })
        })
    })
}

fn is_day(text: &str) -> bool {
    matches!(DueDate::new(text).read(&DateContext::new()), DateReading::Due(_))
}

/// Returns the text before `as at`, and the date after it.
pub(super) fn marked_date(text: &str) -> Option<(&str, String)> {
    let lower = text.to_ascii_lowercase();
    for mark in
        ["as at", "as of", "last updated", "updated on", "updated", "position at", "update:"]
    {
        let Some(at) = lower.find(mark) else { continue };
        let (before, rest) = text.split_at_checked(at)?;
        let rest = rest.get(mark.len()..)?.trim_start_matches([':', ' ', '-']);
        let words: Vec<&str> = rest.split_whitespace().take(5).collect();
        for count in (1..=words.len()).rev() {
            let some = words.get(..count)?.join(" ");
            let some = some.trim_matches([')', ']', '.', ',', ';', '(', '[']).trim();
            if is_day(some) {
                let before = before.trim_end_matches(|letter: char| !letter.is_alphanumeric());
                return Some((before, some.to_owned()));
            }
        }
    }
    None
}

/// Returns whether a text gives a date and little else: `Position as at 30 October 2026`.
pub(super) fn is_only_day(text: &str) -> bool {
    marked_date(text).is_some_and(|(before, _)| before.split_whitespace().count() < 2)
}

#[cfg(test)]
mod tests {
    use super::marked_date;

    #[test]
    fn a_day_is_found_after_its_mark() {
        for (text, found) in [
            ("Plan as at 30 October 2026", Some("30 October 2026")),
            ("Last updated: 30/10/2026 (draft)", Some("30/10/2026")),
            ("Updated", None),
            ("as at the meeting", None),
        ] {
            assert_eq!(marked_date(text).map(|(_, day)| day).as_deref(), found, "{text}");
        }
    }
}
