//! Finds the title of the plan and makes a reference from it.

use super::authority::is_only_authority;
use super::fact::{Fact, Line, key_place, labelled, stem};
use super::status_date::{is_only_day, marked_date};
use crate::cells::Grid;
use crate::due_date::month_named;
use crate::import::ReadOptions;
use crate::import::headings::normalise;
use crate::import::layout::Layout;

pub(super) fn title(
    grid: &Grid,
    layouts: &[Layout],
    options: &ReadOptions,
    lines: &[Line],
) -> Option<Fact> {
    let by_label = labelled(
        lines,
        &["title", "plan title", "plan name", "name of plan", "document title"],
        "the title",
    );
    if by_label.is_some() {
        return by_label;
    }
    let is_title = |line: &&Line| {
        line.is_first
            && line.text.split_whitespace().count() >= 2
            && line.text.chars().any(char::is_alphabetic)
            && !is_only_day(&line.text)
            && !is_theme(layouts, line)
    };
    let is_named = |line: &&Line| is_title(line) && !is_only_authority(&line.text);
    let from = |line: &Line| Fact {
        value: line.text.clone(),
        why: format!("from the title in {}", line.place),
        place: line.place.clone(),
        at: Some(line.at),
    };
    let above = lines.iter().find(|line| is_named(line) && line.is_above_table);
    if let Some(line) = above.or_else(|| lines.iter().find(is_named)) {
        return Some(from(line));
    }
    let name = from_sheet(grid, layouts).or_else(|| from_file(options));
    // The name of the authority is a title only if nothing else is.
    name.or_else(|| lines.iter().find(is_title).map(from))
}

fn from_sheet(grid: &Grid, layouts: &[Layout]) -> Option<Fact> {
    let table = layouts.iter().find(|layout| !layout.header.is_empty() && layout.kind.is_some())?;
    let sheet = grid.sheets.get(table.sheet)?;
    let name = sheet.name.as_deref()?;
    let is_title = layouts.iter().all(|layout| layout.theme.is_none())
        && name.split_whitespace().count() >= 2
        && !normalise(name).starts_with("sheet");
    is_title.then(|| Fact {
        value: name.trim().to_owned(),
        why: "from the name of the sheet".to_owned(),
        place: sheet.whole(),
        at: None,
    })
}

fn from_file(options: &ReadOptions) -> Option<Fact> {
    let stem = stem(options.file_name.as_deref()?);
    (!stem.is_empty()).then(|| Fact {
        value: stem,
        why: "from the name of the file".to_owned(),
        place: key_place("title"),
        at: None,
    })
}

/// Returns whether a line is about one of several sheets, and so not about the plan.
fn is_theme(layouts: &[Layout], line: &Line) -> bool {
    layouts.iter().any(|layout| {
        layout.sheet == line.at.sheet
            && layout.theme.as_ref().is_some_and(|theme| theme.row == Some(line.at.row))
    })
}

/// Makes a plan reference from a title: the words before any date, without a month or version at the
/// end, which changes every month.
pub(super) fn slug(title: &str) -> String {
    let before = marked_date(title).map_or(title, |(before, _)| before);
    let between =
        |letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '\u{2019}';
    let plain = |word: &str| -> String {
        word.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let mut words: Vec<String> =
        before.split(between).map(plain).filter(|word| !word.is_empty()).collect();
    while let Some(kept) = kept_before_a_date(&words).filter(|kept| *kept > 0) {
        words.truncate(kept);
    }
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > 60 {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    if slug.is_empty() { "plan".to_owned() } else { slug }
}

/// Returns how many words remain before a month, quarter, date or version at the end, or `None` if there
/// is none. `2026 27` is the plan's own year and stays.
fn kept_before_a_date(words: &[String]) -> Option<usize> {
    let figure = |word: &str| word.parse::<u16>().ok().filter(|_| word.len() <= 4);
    let is_month = |word: &str| month_named(word).is_some();
    let is_quarter = |word: &str| matches!(word, "q1" | "q2" | "q3" | "q4");
    let is_version = |word: &str| {
        let number = word.strip_prefix('v').unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(word, "draft" | "final" | "copy" | "version" | "updated")
    };
    let count = words.len();
    let texts: Vec<&str> = words.iter().map(String::as_str).collect();
    match *texts.as_slice() {
        [.., day, month, year]
            if figure(day).is_some() && figure(month).is_some() && figure(year).is_some() =>
        {
            Some(count - 3)
        }
        [.., year, month] if is_year_and_month(figure(year), figure(month)) => Some(count - 2),
        [.., month, year] if (is_month(month) || is_quarter(month)) && figure(year).is_some() => {
            Some(count - 2)
        }
        [.., last] if is_month(last) || is_quarter(last) || is_version(last) => Some(count - 1),
        _ => None,
    }
}

/// Returns whether two numbers are a year and a month: `2026 11`. `2026 27` is the year from 2026 to
/// 2027.
fn is_year_and_month(year: Option<u16>, month: Option<u16>) -> bool {
    let (Some(year @ 1900..), Some(month @ 1..=12)) = (year, month) else { return false };
    month != (year + 1) % 100
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_reference_is_made_of_a_title_without_its_date() {
        assert_eq!(
            slug("Children's Improvement Plan – as at 30 October 2026"),
            "childrens-improvement-plan"
        );
        for month in
            ["November 2026", "2026-11", "Nov 26", "v12", "Q3", "30.11.26", "Oct", "final v2"]
        {
            assert_eq!(slug(&format!("Improvement Plan - {month}")), "improvement-plan", "{month}");
        }
        assert_eq!(slug("Improvement Plan 2026-27"), "improvement-plan-2026-27");
        assert_eq!(slug("Plan 2"), "plan-2");
        assert_eq!(slug("March"), "march");
        assert_eq!(slug("???"), "plan");
    }
}
