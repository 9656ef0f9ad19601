//! Reads the date columns of an action: days, and what stands in their place.

use super::tally::{Cause, Tally};
use crate::cells::Content;
use crate::due_date::{DateReading, DueDate, Unreadable};
use crate::import::ColumnMeaning as M;
use crate::import::headings::{HeadingMeaning, recognise};
use crate::import::table_reader::TableReader;
use crate::import::values::{
    Statement, StatusMeaning, is_nothing, of_yes_or_no, yes_or_no_at_head,
};
use crate::import::view::{Found, TableRow};
use crate::model::{DeliveryStatus, Revision};

/// The days of an action, as written, and a status found in their place.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub(super) start: Option<DueDate>,
    pub(super) due: Option<DueDate>,
    pub(super) completed: Option<DueDate>,
    pub(super) revisions: Vec<Revision>,
    status: Option<DeliveryStatus>,
    /// The text of a date cell that says more than its day.
    pub(super) words: Option<String>,
    /// The text of a completion cell that says more than its day and status.
    pub(super) outcome: Option<String>,
}

/// Reads the date columns of a row.
pub(super) fn days(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    due: Option<&str>,
    tally: &mut Tally,
) -> Days {
    let mut days = Days::default();
    if let Some(found) = row.first(M::Start) {
        days.start = day(table, &found, at, tally);
    }
    if let Some(found) = row.first(M::Due) {
        match due {
            Some(words) => {
                table.reader.ledger.mark(found.at);
                days.due = Some(DueDate::new(words));
            }
            None => due_day(table, &found, at, &mut days, tally),
        }
    }
    if let Some(found) = row.first(M::Completed) {
        completion(table, &found, at, &mut days, tally);
    }
    for (_, found) in row.each(M::RevisedDue) {
        days.revisions.extend(day(table, &found, at, tally).map(Revision::new));
    }
    days
}

/// Sets the days of an action.
pub(super) fn set(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize, days: Days) {
    let Some(one) = table.reader.doc.actions.get_mut(at) else { return };
    one.start = days.start;
    one.due = days.due;
    one.completed = days.completed;
    if let (Some(status), DeliveryStatus::NotStated) = (days.status, one.status) {
        one.status = status;
    }
    for revision in days.revisions {
        let place = ("revisions", one.revisions.len());
        table.reader.source_map.inner(("actions", at), place, table.view.place, row.number);
        one.revisions.push(revision);
    }
}

/// Takes an action with a completion day as completed, where the table has no column of statuses.
pub(super) fn complete(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    tally: &mut Tally,
) {
    let Some(found) = row.first(M::Completed) else { return };
    let has_statuses = table.view.columns(M::Status).any(|column| {
        recognise(&column.heading).is_none_or(|one| one.meaning != HeadingMeaning::Progress)
    });
    let context = table.reader.dates;
    let Some(one) = table.reader.doc.actions.get_mut(at) else { return };
    let is_day = |day: &DueDate| {
        matches!(day.read(&context), DateReading::Due(_) | DateReading::YearUnstated)
    };
    if has_statuses
        || one.status != DeliveryStatus::NotStated
        || !one.completed.as_ref().is_some_and(is_day)
    {
        return;
    }
    one.status = DeliveryStatus::Completed;
    tally.count(Cause::StatusFromCompletion, found.cell.column, found.row);
}

/// Returns the words of a date cell, and counts it.
pub(super) fn day(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    at: usize,
    tally: &mut Tally,
) -> Option<DueDate> {
    let day = table.date_of_action(found, at)?;
    note(table, found, &day, tally);
    Some(day)
}

/// Counts a date cell, and says whether its words give a day.
fn note(table: &TableReader<'_, '_>, found: &Found<'_>, day: &DueDate, tally: &mut Tally) {
    let Content::Text(text) = &found.cell.content else {
        return tally.count_date(found.cell.column, false);
    };
    if found.is_shared || is_nothing(text) {
        return;
    }
    let column = found.cell.column;
    tally.count_date(
        column,
        figures(text).is_some_and(|(first, second)| first > 12 && second <= 12),
    );
    match day.read(&table.reader.dates) {
        DateReading::Unreadable(Unreadable::NotADay)
            if figures(text).is_some_and(|(first, second)| first <= 12 && second > 12) =>
        {
            tally.count_words(Cause::MonthFirst, column, found.row, text.trim());
        }
        DateReading::Unreadable(_) | DateReading::YearUnstated | DateReading::OutOfRange => {
            tally.count_words(Cause::DateNotRead, column, found.row, text.trim());
        }
        _ => {}
    }
}

/// Returns the first two numbers of a date in figures with a year.
fn figures(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none() && matches!(year.len(), 2 | 4);
    let first: u32 = first.parse().ok().filter(|_| is_date)?;
    Some((first, second.parse().ok().filter(|second| *second <= 31)?))
}

/// Reads the cell of the due day, which may hold a status, a day in brackets or a revision instead.
fn due_day(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    at: usize,
    days: &mut Days,
    tally: &mut Tally,
) {
    let Some(words) = table.date_of_action(found, at) else { return };
    let text = words.as_str();
    let reading = words.read(&table.reader.dates);
    if !matches!(reading, DateReading::Unreadable(_)) {
        note(table, found, &words, tally);
        // A start is no day by which something is due.
        if matches!(reading, DateReading::WeekCommencing(_) | DateReading::From(_))
            && !found.is_shared
        {
            tally.count_words(Cause::DateNotRead, found.cell.column, found.row, text.trim());
        }
        days.due = Some(words);
        return;
    }
    if let Some((status, day)) = status_alone(table, text) {
        days.status = Some(status);
        days.completed = day;
        tally.count_words(Cause::StatusInDateColumn, found.cell.column, found.row, text.trim());
        return;
    }
    if let Some((before, inside)) = in_brackets(text) {
        let is_day = |words: &str| {
            matches!(DueDate::new(words).read(&table.reader.dates), DateReading::Due(_))
        };
        let revised = ["revised to", "revised", "extended to", "moved to", "now", "new date"]
            .iter()
            .find_map(|word| {
                Some(inside.get(..word.len())?).filter(|start| start.eq_ignore_ascii_case(word))
            })
            .and_then(|word| inside.get(word.len()..))
            .map(|rest| rest.trim_start_matches([':', ' ', '-']));
        if let Some(revised) = revised.filter(|revised| is_day(revised) && is_day(before)) {
            days.due = Some(DueDate::new(before));
            days.revisions.push(Revision::new(revised));
            return;
        }
        let original = ["was", "originally", "previously"]
            .iter()
            .find_map(|word| {
                Some(inside.get(..word.len())?).filter(|start| start.eq_ignore_ascii_case(word))
            })
            .and_then(|word| inside.get(word.len()..))
            .map(|rest| rest.trim_start_matches([':', ' ', '-']));
        if let Some(original) = original.filter(|original| is_day(original) && is_day(before)) {
            days.due = Some(DueDate::new(original));
            days.revisions.push(Revision::new(before));
            return;
        }
        if is_day(inside) && !is_day(before) {
            days.due = Some(DueDate::new(inside));
            days.words = Some(text.trim().to_owned());
            return;
        }
    }
    note(table, found, &words, tally);
    days.due = Some(words);
}

/// Splits `30/11/17 (revised 31/1/18)` into the text before the brackets and that inside them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
    (!inside.contains(['(', ')'])).then_some((before.trim(), inside.trim()))
}

/// Returns the status that is all a date cell says, with the day beside it.
fn status_alone(
    table: &TableReader<'_, '_>,
    text: &str,
) -> Option<(DeliveryStatus, Option<DueDate>)> {
    if let StatusMeaning::Status(status) = table.reader.words.meaning(text) {
        return Some((status, None));
    }
    match table.reader.words.statement(text) {
        Statement::Status { status, day, says_more: false } => {
            Some((status, day.map(DueDate::new)))
        }
        _ => None,
    }
}

/// Returns the status at the head of the words of a completion cell, with the day beside it: `Completed 30
/// June 2026. 212 families seen.`
fn status_among_words(
    table: &TableReader<'_, '_>,
    text: &str,
) -> Option<(DeliveryStatus, Option<DueDate>)> {
    let statement = match yes_or_no_at_head(text) {
        Statement::Nothing => table.reader.words.statement(text),
        answer => answer,
    };
    match statement {
        Statement::Status { status, day, .. } => Some((status, day.map(DueDate::new))),
        _ => None,
    }
}

/// Reads the cell of the completion day, which may hold a status or a yes instead.
fn completion(
    table: &mut TableReader<'_, '_>,
    found: &Found<'_>,
    at: usize,
    days: &mut Days,
    tally: &mut Tally,
) {
    let Some(words) = table.date_of_action(found, at) else { return };
    let text = words.as_str();
    let is_unread = !matches!(
        words.read(&table.reader.dates),
        DateReading::Due(_) | DateReading::YearUnstated | DateReading::OutOfRange
    );
    if !is_unread {
        note(table, found, &words, tally);
        days.completed = Some(words);
        return;
    }
    let answer = of_yes_or_no(text).map(|status| (status, None));
    let mut status = answer.or_else(|| status_alone(table, text));
    if status.is_none()
        && let Some((known, day)) = status_among_words(table, text)
    {
        tally.count_words(Cause::StatusAmongWords, found.cell.column, found.row, text.trim());
        days.outcome = Some(text.trim().to_owned());
        status = Some((known, day));
    }
    match status {
        Some((status, day)) => {
            days.status = Some(status).filter(|status| !status.is_not_stated());
            days.completed = day;
        }
        None if is_nothing(text) => {}
        None => {
            note(table, found, &words, tally);
            days.completed = Some(words);
        }
    }
}
