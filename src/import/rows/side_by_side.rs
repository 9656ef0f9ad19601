//! Lists in two cells of one row: steps beside their days, and lettered actions beside theirs.

use super::tally::{Cause, Tally};
use crate::cells::Content;
use crate::due_date::{DateContext, DateReading, DueDate};
use crate::import::ColumnMeaning as M;
use crate::import::reader::MOST_PIECES;
use crate::import::table_reader::TableReader;
use crate::import::values::{lines, numbered};
use crate::import::view::TableRow;

/// One of several actions in a cell, with its own day and owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) reference: Option<String>,
    pub(super) title: String,
    pub(super) due: String,
    pub(super) owner: Option<String>,
}

/// Returns the lines of a row's own cell.
fn lines_of(row: TableRow<'_>, means: M) -> Vec<&str> {
    match row.first_own(means).map(|found| &found.cell.content) {
        Some(Content::Text(text)) if text.contains(['\n', '\r']) || may_be_lettered(text) => {
            parts(text)
        }
        _ => Vec::new(),
    }
}

fn may_be_lettered(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("a)") || text.starts_with("(a)")
}

/// Returns the parts of a list: after `a)`, `b)` and so on, else its lines.
fn parts(text: &str) -> Vec<&str> {
    let lettered = letters(text);
    if lettered.len() >= 2 {
        return lettered;
    }
    text.split(['\n', '\r', '\u{b}']).map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Returns the texts after `a)`, `b)`, `c)` in that order, with their letters.
fn letters(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut from = 0;
    for letter in 'a'..='z' {
        let rest = text.get(from..).unwrap_or_default();
        let mark = format!("{letter})");
        let found = rest.match_indices(&mark).map(|(at, _)| at).find(|at| {
            let before = rest.get(..*at).unwrap_or_default();
            let before = before.strip_suffix('(').unwrap_or(before);
            before.is_empty() || before.ends_with(char::is_whitespace)
        });
        let Some(at) = found else { break };
        let is_open = rest.get(..at).is_some_and(|before| before.ends_with('('));
        starts.push(from + at - usize::from(is_open));
        from += at + mark.len();
    }
    if starts.first() != Some(&(text.len() - text.trim_start().len())) {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| text.get(*start..end))
        .map(str::trim)
        .collect()
}

/// Returns the day of a line: what the options say that it stands for, else its words.
fn day_of(table: &TableReader<'_, '_>, words: &str) -> DueDate {
    table.given_day(words).unwrap_or_else(|| DueDate::new(words))
}

fn is_day(day: &DueDate, context: &DateContext) -> bool {
    !matches!(day.read(context), DateReading::Unreadable(_) | DateReading::Missing)
}

/// Returns the actions of a cell that lists them with a letter or a number each, beside as many days.
pub(super) fn pieces(
    table: &TableReader<'_, '_>,
    row: TableRow<'_>,
    tally: &mut Tally,
) -> Option<Vec<Piece>> {
    let (titles, days) = (lines_of(row, M::Action), lines_of(row, M::Due));
    let is_marked = |line: &&str| numbered(line).0.is_some() || lines(line).first() != Some(line);
    if titles.len() < 2
        || days.len() < 2
        || titles.len() > MOST_PIECES
        || row.first_own(M::Milestones).is_some()
        || !titles.iter().all(is_marked)
    {
        return None;
    }
    let days: Vec<&str> =
        days.iter().map(|day| lines(day).first().copied().unwrap_or(day)).collect();
    let found = row.first_own(M::Due)?;
    if titles.len() != days.len() {
        let words = format!("{} actions and {} days", titles.len(), days.len());
        tally.count_words(Cause::ListsUnequal, found.cell.column, found.row, &words);
        return None;
    }
    let days: Vec<DueDate> = days.into_iter().map(|day| day_of(table, day)).collect();
    if !days.iter().all(|day| is_day(day, &table.reader.dates)) {
        return None;
    }
    let owners = lines_of(row, M::Owners);
    let owners = if owners.len() == titles.len() { owners } else { Vec::new() };
    tally.count(Cause::CellSplit, row.first_own(M::Action)?.cell.column, row.number);
    Some(
        titles
            .iter()
            .zip(days)
            .enumerate()
            .map(|(at, (title, due))| {
                let (reference, rest) = numbered(title);
                let title = if reference.is_some() {
                    rest
                } else {
                    lines(title).first().copied().unwrap_or(title)
                };
                Piece {
                    reference: reference.map(str::to_owned),
                    title: title.trim().to_owned(),
                    due: due.as_str().to_owned(),
                    owner: owners.get(at).map(|owner| (*owner).to_owned()),
                }
            })
            .collect(),
    )
}

/// Returns the days of a row's steps, if its two lists have the same length, and the last of them, on which
/// the action is due.
pub(super) fn days_of_steps(
    table: &TableReader<'_, '_>,
    row: TableRow<'_>,
    tally: &mut Tally,
) -> Option<(Vec<DueDate>, String)> {
    let days = lines_of(row, M::Due);
    let found = row.first_own(M::Due).filter(|_| days.len() >= 2)?;
    let Content::Text(steps) = &row.first_own(M::Milestones)?.cell.content else { return None };
    let steps = lines(steps);
    let days: Vec<&str> =
        days.iter().map(|day| lines(day).first().copied().unwrap_or(day)).collect();
    if steps.len() != days.len() {
        let words = format!("{} steps and {} days", steps.len(), days.len());
        tally.count_words(Cause::ListsUnequal, found.cell.column, found.row, &words);
        return None;
    }
    let days: Vec<DueDate> = days.into_iter().map(|day| day_of(table, day)).collect();
    if days.len() > MOST_PIECES || !days.iter().all(|day| is_day(day, &table.reader.dates)) {
        return None;
    }
    let last = days.iter().max_by_key(|day| day.read(&table.reader.dates).due_day())?;
    let last = last.as_str().to_owned();
    tally.count(Cause::ListsPaired, found.cell.column, found.row);
    Some((days, last))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_list_is_cut_at_its_letters_or_its_lines() {
        assert_eq!(parts("a) Policy b) Training"), ["a) Policy", "b) Training"]);
        assert_eq!(
            parts("(a) Policy\n(b) Training\nfor all"),
            ["(a) Policy", "(b) Training\nfor all"]
        );
        assert_eq!(parts("Policy\n\nTraining"), ["Policy", "Training"]);
        assert_eq!(parts("Policy (see a) and b)"), ["Policy (see a) and b)"]);
    }
}
