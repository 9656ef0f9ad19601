//! Rows without an action of their own: more of the action above them.

use super::action_columns::{ADDED, additions, leads, note_place};
use super::answers::MOST_PIECES;
use super::status::leave_too_much;
use crate::cells::Content;
use crate::diagnostic::column_letters;
use crate::diagnostic::import_codes::{CELL_NOT_KEPT, ROW_CONTINUES, ROW_WITHOUT_ACTION};
use crate::import::ColumnMeaning as M;
use crate::import::reader::{Reader, weight};
use crate::import::values::{StatusMeaning, lines};
use crate::import::view::{Found, View};
use crate::model::DeliveryStatus;
use crate::model::Milestone;

/// Adds a row to the action above it. A step on it takes the row's own date, status and owner.
pub(super) fn continued(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    row: u32,
    at: usize,
    is_merged: bool,
) {
    let subject = reader.called(at);
    let own: Vec<Found<'_>> = view.filled(row_at).collect();
    let has_step = view.each(row_at, M::Milestones).any(|(_, found)| !found.is_shared);
    if has_step {
        step(reader, view, row_at, row, at, &subject);
    } else if let Some(found) = view.first(row_at, M::Owners).filter(|found| !found.is_shared) {
        let more = leads(reader, view, &found);
        if let Some(one) = reader.doc.actions.get_mut(at) {
            for owner in more {
                if one.owners.len() > MOST_PIECES || !one.owners.contains(&owner) {
                    one.owners.push(owner);
                }
            }
        }
    }
    if !has_step {
        additions(reader, view, row_at, at, true);
        once(reader, view, row_at, at, &subject);
    }
    let columns: Vec<String> = own
        .iter()
        .filter(|found| reader.ledger.is_used(found.at))
        .map(|found| column_letters(found.cell.column))
        .collect();
    if !is_merged && !columns.is_empty() {
        let what = if columns.len() == 1 { "column" } else { "columns" };
        let message =
            format!("no action of its own: {what} {} was added to {subject}", columns.join(", "));
        let message = message.replacen(
            "was added",
            if columns.len() == 1 { "was added" } else { "were added" },
            1,
        );
        reader.report_of_row(view, row, &ROW_CONTINUES, &subject, message);
    }
    for found in own {
        let is_read = view.meaning(found.cell.column).is_some_and(|means| means != M::Ignore);
        if is_read && !reader.ledger.is_used(found.at) && reader.ledger.why(found.at).is_none() {
            let message =
                format!("the row has no action of its own, and {subject} already says this");
            reader.report(view, &found, &CELL_NOT_KEPT, &subject, message);
            reader.ledger.leave(found.at, "it continues an action that already says this");
        }
    }
}

/// A step of the action above, with what the row says of it.
fn step(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    row: u32,
    at: usize,
    subject: &str,
) {
    let mut made = 0;
    for (_, found) in view.each(row_at, M::Milestones) {
        if found.is_shared {
            continue;
        }
        let Some(text) = reader.text(view, &found) else {
            continue;
        };
        let titles = lines(&text);
        let titles = if titles.len() > MOST_PIECES { vec![&*text] } else { titles };
        if !reader.may_add(titles.len(), weight::MILESTONE) {
            leave_too_much(reader, view, &found);
            continue;
        }
        for title in titles {
            note_place(reader, view, at, "milestones", row);
            if let Some(one) = reader.doc.actions.get_mut(at) {
                one.milestones.push(Milestone::new(title));
                made += 1;
            }
        }
    }
    if made != 1 {
        return;
    }
    let own = |means: M| view.first(row_at, means).filter(|found| !found.is_shared);
    let due = own(M::Due).and_then(|found| reader.date(view, &found, subject));
    let completed = own(M::Completed).and_then(|found| reader.date(view, &found, subject));
    let mut owners = Vec::new();
    if let Some(found) = own(M::Owners) {
        owners = leads(reader, view, &found);
    }
    let mut status = DeliveryStatus::NotStated;
    if let Some(found) = own(M::Status)
        && let Content::Text(text) = &found.cell.content
        && let StatusMeaning::Status(said) = reader.words.meaning(text)
    {
        status = said;
        reader.ledger.mark(found.at);
    }
    let last = reader.doc.actions.get_mut(at).and_then(|one| one.milestones.last_mut());
    if let Some(milestone) = last {
        milestone.due = due;
        milestone.completed = completed;
        milestone.owners = owners;
        milestone.status = status;
    }
}

/// What an action has once, where the row of the action left it blank.
fn once(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize, at: usize, subject: &str) {
    let blank = |reader: &Reader<'_>, means: M| {
        reader.doc.actions.get(at).is_some_and(|one| match means {
            M::Start => one.start.is_none(),
            M::Due => one.due.is_none(),
            _ => one.completed.is_none(),
        })
    };
    for means in [M::Start, M::Due, M::Completed] {
        let Some(found) = view.first(row_at, means).filter(|found| !found.is_shared) else {
            continue;
        };
        if !blank(reader, means) {
            continue;
        }
        let day = reader.date(view, &found, subject);
        if let Some(one) = reader.doc.actions.get_mut(at) {
            match means {
                M::Start => one.start = day,
                M::Due => one.due = day,
                _ => one.completed = day,
            }
        }
    }
    for means in [M::Status, M::Rag] {
        for column in view.columns(means) {
            if let Some(found) = view.found(row_at, column.column).filter(|found| !found.is_shared)
            {
                super::status::take_status(reader, view, column, &found, at);
            }
        }
    }
}

/// Says that a row speaks of an action and holds none.
pub(super) fn without_action(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize, row: u32) {
    let left: Vec<Found<'_>> = view
        .filled(row_at)
        .filter(|found| !reader.ledger.is_used(found.at) && reader.ledger.why(found.at).is_none())
        .collect();
    let mut columns = Vec::new();
    for found in &left {
        if view.meaning(found.cell.column).is_some_and(|means| means != M::Ignore) {
            columns.push(column_letters(found.cell.column));
            reader.ledger.leave(found.at, "there is no action in its row");
        }
    }
    if columns.is_empty() {
        return;
    }
    let what = if columns.len() == 1 { "column" } else { "columns" };
    let message =
        format!("there is no action in this row for what stands in {what} {}", columns.join(", "));
    reader.report_of_row(view, row, &ROW_WITHOUT_ACTION, "the table", message);
}

/// Whether a row holds nothing but what can be added to the action above it.
pub(super) fn can_continue(view: &View<'_>, row_at: usize) -> bool {
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
    view.filled(row_at).any(|found| {
        view.meaning(found.cell.column)
            .is_some_and(|means| ADDED.contains(&means) || more.contains(&means))
    })
}
