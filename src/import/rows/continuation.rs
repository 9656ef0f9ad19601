//! Handles rows without an action of their own, which continue the action above.

use super::action_columns::{ADDED, AddedCells, additions, leads, note_place};
use super::status::{colour, colour_of_row, leave_too_much, take_status, update};
use super::tally::{Cause, Tally};
use crate::cells::Content;
use crate::diagnostic::column_letters;
use crate::diagnostic::import_codes::{CELL_NOT_KEPT, ROW_CONTINUES, ROW_WITHOUT_ACTION};
use crate::due_date::DueDate;
use crate::import::ColumnMeaning as M;
use crate::import::reader::MOST_PIECES;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{StatusMeaning, lines};
use crate::import::view::{Found, TableRow};
use crate::model::{DeliveryStatus, Milestone};

/// Adds a row without an action of its own to the action above it, and reports what was added.
pub(super) fn continued(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    tally: &mut Tally,
) {
    add(table, row, at, tally);
    let columns: Vec<String> = row
        .filled()
        .filter(|found| table.reader.ledger.is_used(found.at))
        .map(|found| column_letters(found.cell.column))
        .collect();
    if !columns.is_empty() {
        let subject = table.reader.called(at);
        let (what, was) = if columns.len() == 1 { ("column", "was") } else { ("columns", "were") };
        let message = format!(
            "the row has no action of its own: {what} {} {was} added to {subject}",
            columns.join(", ")
        );
        table.report_of_row(row.number, &ROW_CONTINUES, &subject, message);
    }
    leave_the_rest(table, row, at);
}

/// Adds a row to the action that is merged down to it.
pub(super) fn merged(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    tally: &mut Tally,
) {
    add(table, row, at, tally);
    leave_the_rest(table, row, at);
}

/// Adds a row to an action. A milestone on the row takes the row's own date, status and owner.
fn add(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize, tally: &mut Tally) {
    if row.each(M::Milestones).any(|(_, found)| !found.is_shared) {
        step(table, row, at);
        return;
    }
    if let Some(found) = row.first_own(M::Owners) {
        let more = leads(table, &found);
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            for owner in more {
                if one.owners.len() > MOST_PIECES || !one.owners.contains(&owner) {
                    one.owners.push(owner);
                }
            }
        }
    }
    additions(table, row, at, AddedCells::OwnOnly);
    once(table, row, at, tally);
}

/// Reports the cells of a row that the action above it already has.
fn leave_the_rest(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize) {
    for found in row.filled() {
        let is_read = table.view.meaning(found.cell.column).is_some_and(|means| means != M::Ignore);
        if is_read
            && !table.reader.ledger.is_used(found.at)
            && table.reader.ledger.why(found.at).is_none()
        {
            let subject = table.reader.called(at);
            let message =
                format!("the row has no action of its own, and {subject} already says this");
            table.report(&found, &CELL_NOT_KEPT, &subject, message);
            table.reader.ledger.leave(found.at, "it continues an action that already says this");
        }
    }
}

/// Returns whether an action goes over several rows that each have a milestone with its own day.
pub(super) fn is_spread(row: TableRow<'_>) -> bool {
    let view = row.view;
    let own = |row: TableRow<'_>| {
        row.first_own(M::Milestones).is_some()
            && row.first_own(M::Due).is_some_and(|found| {
                let block = view.merges.block(found.row, found.cell.column);
                block.is_none_or(|(first, last)| first == last)
            })
    };
    let Some(action) = row.own_action().filter(|_| own(row)) else { return false };
    let Some((_, last)) = view.merges.block(action.row, action.cell.column) else { return false };
    (row.at + 1..view.layout.body.end)
        .map_while(|at| view.row(at).filter(|row| row.number <= last))
        .any(own)
}

/// Reads a row of an action whose rows each have a milestone with its own day and colour.
pub(super) fn spread_step(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    (colours, tally): (&[u16], &mut Tally),
) {
    step(table, row, at);
    due_on_last(table, row, at, tally);
    colour_of_step(table, row, at, (colours, tally));
    let is_first = row.own_action().is_some();
    let cells = if is_first { AddedCells::AllBesides } else { AddedCells::Besides };
    additions(table, row, at, cells);
    leave_the_rest(table, row, at);
}

/// Reads a row that the options give as a milestone of the action above: its text stands in the column of
/// milestones, else in that of actions. The action keeps a day of its own.
pub(super) fn milestone(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    (colours, tally): (&[u16], &mut Tally),
) {
    if row.each(M::Milestones).any(|(_, found)| !found.is_shared) {
        step(table, row, at);
    } else {
        let found = row.own_action().or_else(|| row.first_own(M::Recommendation));
        let Some(text) = found.and_then(|found| table.text(&found)) else {
            without_action(table, row);
            return;
        };
        if !table.reader.room.may_add(1, weight::MILESTONE) {
            return found.iter().for_each(|found| leave_too_much(table, found));
        }
        note_place(table, at, "milestones", row.number);
        let reference = row
            .first_own(M::ActionReference)
            .and_then(|found| table.reference(&found, "the table").ok().flatten());
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            let mut milestone = Milestone::new(&*text);
            milestone.reference = reference;
            one.milestones.push(milestone);
        }
        details(table, row, at);
    }
    colour_of_step(table, row, at, (colours, tally));
    additions(table, row, at, AddedCells::Besides);
    leave_the_rest(table, row, at);
}

/// Lets an action be due on the last day of its milestones.
fn due_on_last(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize, tally: &mut Tally) {
    let last = table.reader.doc.actions.get(at).and_then(|one| one.milestones.last());
    let due = last.and_then(|one| one.due.clone());
    if let (Some(due), Some(found)) = (due, row.first_own(M::Due)) {
        tally.count(Cause::MilestoneDated, found.cell.column, row.number);
        let context = table.reader.dates;
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            let day = |due: &DueDate| due.read(&context).due_day();
            if one.due.as_ref().and_then(day) <= day(&due) {
                one.due = Some(due);
            }
        }
    }
}

/// Keeps the colour of a milestone's row as an update of the action that names the milestone. What is merged
/// over all rows of the action is the action's.
fn colour_of_step(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    (colours, tally): (&[u16], &mut Tally),
) {
    take_whole_status(table, row, at, tally);
    let last = table.reader.doc.actions.get(at).and_then(|one| one.milestones.last());
    let Some(title) = last.map(|one| one.title.clone()) else { return };
    let is_whole = take_whole_colour(table, row, at, (colours, tally));
    let own = colour_of_row(table, row, colours, None)
        .filter(|(.., own)| *own == row.number && !is_whole);
    let mut colour = own.map(|(colour, column, _)| (colour.as_str().to_owned(), column));
    if let Some(found) = row.first_own(M::Rag).filter(|_| !is_whole)
        && let Some(text) = table.text(&found)
    {
        colour = Some((text.into_owned(), found.cell.column));
    }
    if let Some((colour, column)) = colour {
        tally.count(Cause::MilestoneColour, column, row.number);
        note_place(table, at, "updates", row.number);
        if let Some(column) = table.view.columns(M::Rag).next() {
            update(table.reader, column, at, &format!("{title}: {colour}"));
        }
    }
}

/// Reads a colour that is merged over all the rows of an action, which is the action's own. Returns whether
/// there is one.
fn take_whole_colour(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    (colours, tally): (&[u16], &mut Tally),
) -> bool {
    let view = table.view;
    let merges = &view.merges;
    let of_action = row.own_action().and_then(|found| merges.block(found.row, found.cell.column));
    let Some((_, last)) = of_action else { return false };
    let is_over_all = |column: u16| {
        merges
            .block(row.number, column)
            .is_some_and(|(first, end)| first == row.number && end >= last)
    };
    let Some(column) = view.columns(M::Rag).next().filter(|one| is_over_all(one.column)) else {
        return false;
    };
    if let Some(found) = row.found(column.column) {
        take_status(table, column, &found, at, tally);
    }
    colour(table, row, at, colours, tally);
    true
}

/// Returns whether a cell of the first row of an action is merged over all rows of the action.
fn is_of_all(row: TableRow<'_>, column: u16) -> bool {
    let merges = &row.view.merges;
    let block = |column: u16| merges.block(row.number, column);
    let action = row.view.columns(M::Action).next().and_then(|action| block(action.column));
    action.is_some_and(|action| action.0 == row.number && block(column) == Some(action))
}

/// Reads a status that is merged over all rows of an action: it is the action's, and not its first
/// milestone's.
fn take_whole_status(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    tally: &mut Tally,
) {
    for column in table.view.columns(M::Status) {
        let found = row.found(column.column).filter(|found| !found.is_shared);
        if let Some(found) = found.filter(|_| is_of_all(row, column.column)) {
            take_status(table, column, &found, at, tally);
        }
    }
}

/// Adds a milestone to the action above, with the row's details.
fn step(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize) {
    let mut made = 0;
    for (_, found) in row.each(M::Milestones) {
        if found.is_shared {
            continue;
        }
        let Some(text) = table.text(&found) else {
            continue;
        };
        let titles = lines(&text);
        let titles = if titles.len() > MOST_PIECES { vec![&*text] } else { titles };
        if !table.reader.room.may_add(titles.len(), weight::MILESTONE) {
            leave_too_much(table, &found);
            continue;
        }
        for title in titles {
            note_place(table, at, "milestones", row.number);
            if let Some(one) = table.reader.doc.actions.get_mut(at) {
                one.milestones.push(Milestone::new(title));
                made += 1;
            }
        }
    }
    if made == 1 {
        details(table, row, at);
    }
}

/// Gives the last milestone of an action the day, owner and status of its row.
fn details(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize) {
    let of_all = |found: &Found<'_>| is_of_all(row, found.cell.column);
    let own = |means: M| row.first_own(means).filter(|found| !of_all(found));
    let due = own(M::Due).and_then(|found| table.date_of_action(&found, at));
    let completed = own(M::Completed).and_then(|found| table.date_of_action(&found, at));
    let mut owners = Vec::new();
    if let Some(found) = own(M::Owners) {
        owners = leads(table, &found);
    }
    let mut status = DeliveryStatus::NotStated;
    if let Some(found) = own(M::Status)
        && let Content::Text(text) = &found.cell.content
        && let StatusMeaning::Status(known) = table.reader.words.meaning(text)
    {
        status = known;
        table.reader.ledger.mark(found.at);
    }
    let last = table.reader.doc.actions.get_mut(at).and_then(|one| one.milestones.last_mut());
    if let Some(milestone) = last {
        milestone.due = due;
        milestone.completed = completed;
        milestone.owners = owners;
        milestone.status = status;
    }
}

/// Fills values that an action has once, if the action's own row left them blank.
fn once(table: &mut TableReader<'_, '_>, row: TableRow<'_>, at: usize, tally: &mut Tally) {
    for means in [M::Start, M::Due, M::Completed] {
        let Some(found) = row.first_own(means) else {
            continue;
        };
        let is_blank = table.reader.doc.actions.get(at).is_some_and(|one| match means {
            M::Start => one.start.is_none(),
            M::Due => one.due.is_none(),
            _ => one.completed.is_none(),
        });
        if !is_blank {
            continue;
        }
        let day = table.date_of_action(&found, at);
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            match means {
                M::Start => one.start = day,
                M::Due => one.due = day,
                _ => one.completed = day,
            }
        }
    }
    for means in [M::Status, M::Rag] {
        for column in table.view.columns(means) {
            if let Some(found) = row.found(column.column).filter(|found| !found.is_shared) {
                take_status(table, column, &found, at, tally);
            }
        }
    }
}

/// Reports a row that describes an action but has none.
pub(super) fn without_action(table: &mut TableReader<'_, '_>, row: TableRow<'_>) {
    let left: Vec<Found<'_>> = row
        .filled()
        .filter(|found| {
            !table.reader.ledger.is_used(found.at) && table.reader.ledger.why(found.at).is_none()
        })
        .collect();
    let mut columns = Vec::new();
    for found in &left {
        if table.view.meaning(found.cell.column).is_some_and(|means| means != M::Ignore) {
            columns.push(column_letters(found.cell.column));
            table.reader.ledger.leave(found.at, "there is no action in its row");
        }
    }
    if columns.is_empty() {
        return;
    }
    let what = if columns.len() == 1 { "column" } else { "columns" };
    let message = format!("this row has no action for the text in {what} {}", columns.join(", "));
    table.report_of_row(row.number, &ROW_WITHOUT_ACTION, "the table", message);
}

/// Returns whether every cell of a row can be added to the action above it.
pub(super) fn can_continue(row: TableRow<'_>) -> bool {
    let more = [
        M::Due,
        M::Start,
        M::Completed,
        M::Status,
        M::Rag,
        M::Paragraphs,
        M::Priority,
        M::RevisedDue,
    ];
    row.filled().any(|found| {
        row.view
            .meaning(found.cell.column)
            .is_some_and(|means| ADDED.contains(&means) || more.contains(&means))
    })
}
