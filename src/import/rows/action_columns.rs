//! One action from one row: what each of its cells says.

use super::answers::MOST_PIECES;
use super::status::{Fills, colour, leave_too_much, note_unknown, take_status, update};
use crate::diagnostic::import_codes::{REVISED_NOT_AGREED, TOO_MUCH_IN_A_CELL};
use crate::import::ColumnMeaning as M;
use crate::import::reader::{Reader, weight};
use crate::import::values::{lines, numbered, owners, references, resource};
use crate::import::view::{Found, View};
use crate::model::{Action, Evidence, Milestone, Owner, OwnerRole, Revision};

/// The columns that a row may fill once or again: what they say is added to the action.
pub(super) const ADDED: [M; 8] = [
    M::Owners,
    M::OtherOwners,
    M::Success,
    M::Update,
    M::Evidence,
    M::Resources,
    M::DependsOn,
    M::Milestones,
];

/// Makes the action of a row, without what it answers and without its owners.
pub(super) fn new(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    row: u32,
    title: &str,
) -> usize {
    let at = reader.doc.actions.len();
    let number = view.first(row_at, M::ActionReference);
    let mut reference = None;
    if let Some(found) = number
        && let Ok(Some(text)) = reader.reference(view, &found, "the table")
    {
        reference = Some(text);
    }
    let mut title = title;
    if number.is_none()
        && !view.has(M::ActionReference)
        && !title.contains('\n')
        && let (Some(own), rest) = numbered(title)
        && !rest.trim().is_empty()
    {
        reference = Some(own.to_owned());
        title = rest.trim();
    }
    let mut action = Action::new(title);
    action.reference = reference;
    reader.doc.actions.push(action);
    reader.places.record("actions", at, view.place, row);
    at
}

/// Takes what the columns say that an action has once.
pub(super) fn facts(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    at: usize,
    fills: &mut Fills,
) {
    let subject = reader.called(at);
    let day = |reader: &mut Reader<'_>, means: M| {
        let found = view.first(row_at, means)?;
        reader.date(view, &found, &subject)
    };
    let (start, due) = (day(reader, M::Start), day(reader, M::Due));
    let completed = day(reader, M::Completed);
    let mut revised = Vec::new();
    for (_, found) in view.each(row_at, M::RevisedDue) {
        revised.extend(reader.date(view, &found, &subject).map(Revision::new));
    }
    let row = view.sheet.rows.get(row_at).map_or(0, |row| row.number);
    if let Some(one) = reader.doc.actions.get_mut(at) {
        one.start = start;
        one.due = due;
        one.completed = completed;
        for revision in revised {
            let place = ("revisions", one.revisions.len());
            reader.places.inner(("actions", at), place, view.place, row);
            one.revisions.push(revision);
        }
    }
    for means in [M::Status, M::Rag] {
        for column in view.columns(means) {
            if let Some(found) = view.found(row_at, column.column) {
                note_unknown(reader, column, &found, fills);
                take_status(reader, view, column, &found, at);
            }
        }
    }
    colour(reader, view, row_at, at, fills);
    if let Some(found) = view.first(row_at, M::Priority)
        && let Some(text) = reader.text(view, &found)
    {
        let heading = view.columns(M::Priority).next().map_or("Priority", |one| one.heading.trim());
        let tag = format!("{heading}: {text}");
        if let Some(one) = reader.doc.actions.get_mut(at)
            && !one.tags.contains(&tag)
        {
            one.tags.push(tag);
        }
    }
}

/// Adds what the columns say that an action may have several of. What is merged down from the row of
/// the action itself is not added again.
pub(super) fn additions(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    at: usize,
    is_continued: bool,
) {
    for means in ADDED {
        if matches!(means, M::Owners) {
            continue;
        }
        for (column, found) in view.each(row_at, means) {
            if is_continued && found.is_shared {
                continue;
            }
            match means {
                M::OtherOwners => others(reader, view, &found, at),
                M::Update => {
                    if let Some(text) = reader.text(view, &found) {
                        note_place(reader, view, at, "updates", found.row);
                        if !update(reader, column, at, &text) {
                            leave_too_much(reader, view, &found);
                        }
                    }
                }
                M::Success => success(reader, view, &found, at),
                M::Evidence => evidence(reader, view, &found, at),
                M::Resources => resources(reader, view, &found, at),
                M::DependsOn => depends(reader, view, &found, at),
                M::Milestones => milestones(reader, view, &found, at),
                _ => {}
            }
        }
    }
}

/// The owners in the column of those who lead.
pub(super) fn leads(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>) -> Vec<Owner> {
    let Some(text) = reader.text(view, found) else {
        return Vec::new();
    };
    if is_too_much(reader, view, found, &text) {
        return vec![Owner::Text(text.into_owned())];
    }
    let owners = owners(&text);
    if !reader.may_add(owners.len(), weight::LINK) {
        leave_too_much(reader, view, found);
        return Vec::new();
    }
    owners
}

fn others(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    let others = leads(reader, view, found);
    let Some(one) = reader.doc.actions.get_mut(at) else {
        return;
    };
    for owner in others {
        let owner = owner.with_role(OwnerRole::Support);
        if one.owners.len() > MOST_PIECES || !one.owners.contains(&owner) {
            one.owners.push(owner);
        }
    }
}

/// Whether a cell holds more pieces than a person would write, which is then said.
pub(super) fn is_too_much(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    found: &Found<'_>,
    text: &str,
) -> bool {
    let pieces = text
        .bytes()
        .filter(|byte| matches!(byte, b'\n' | b'\r' | b';' | b',' | b'/' | b'&'))
        .count();
    if pieces <= MOST_PIECES {
        return false;
    }
    if !found.is_shared {
        let message = format!("{pieces} lines or names stand in one cell");
        reader.report(view, found, &TOO_MUCH_IN_A_CELL, "the table", message);
    }
    true
}

fn success(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    let Some(text) = reader.text(view, found) else {
        return;
    };
    if let Some(one) = reader.doc.actions.get_mut(at) {
        match &mut one.success {
            Some(own) => {
                own.push('\n');
                own.push_str(&text);
            }
            None => one.success = Some(text.into_owned()),
        }
    }
}

fn evidence(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    let Some(text) = reader.text(view, found) else {
        return;
    };
    let is_one = is_too_much(reader, view, found, &text);
    let titles = if is_one { vec![&*text] } else { lines(&text) };
    if !reader.may_add(titles.len(), weight::EVIDENCE) {
        leave_too_much(reader, view, found);
        return;
    }
    for title in titles {
        note_place(reader, view, at, "evidence", found.row);
        if let Some(one) = reader.doc.actions.get_mut(at) {
            one.evidence.push(Evidence { title: title.to_owned(), ..Evidence::default() });
        }
    }
}

fn resources(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    if reader.text(view, found).is_none() {
        return;
    }
    if let (Some(resource), Some(one)) =
        (resource(found.cell, view.sheet.dates), reader.doc.actions.get_mut(at))
    {
        one.resources.push(resource);
    }
}

fn depends(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    let subject = reader.called(at);
    let Ok(Some(text)) = reader.reference(view, found, &subject) else {
        return;
    };
    if crate::text::names_nobody(&text) {
        return;
    }
    let is_one = is_too_much(reader, view, found, &text);
    let separators = reader.options.separators.as_deref();
    let links = if is_one { vec![text] } else { references(&text, separators, &|_| false) };
    // Which of them are there is known only when all rows are read.
    if !reader.may_add(links.len(), weight::UNKNOWN_LINK) {
        leave_too_much(reader, view, found);
        return;
    }
    if let Some(one) = reader.doc.actions.get_mut(at) {
        one.depends_on.extend(links);
    }
}

fn milestones(reader: &mut Reader<'_>, view: &View<'_>, found: &Found<'_>, at: usize) {
    let Some(text) = reader.text(view, found) else {
        return;
    };
    let is_one = is_too_much(reader, view, found, &text);
    let titles = if is_one { vec![&*text] } else { lines(&text) };
    if !reader.may_add(titles.len(), weight::MILESTONE) {
        leave_too_much(reader, view, found);
        return;
    }
    for title in titles {
        note_place(reader, view, at, "milestones", found.row);
        if let Some(one) = reader.doc.actions.get_mut(at) {
            one.milestones.push(Milestone::new(title));
        }
    }
}

/// Writes down on which row the next record of a list inside an action stands.
pub(super) fn note_place(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    at: usize,
    list: &'static str,
    row: u32,
) {
    let Some(one) = reader.doc.actions.get(at) else {
        return;
    };
    let next = match list {
        "updates" => one.updates.len(),
        "evidence" => one.evidence.len(),
        _ => one.milestones.len(),
    };
    reader.places.inner(("actions", at), (list, next), view.place, row);
}

/// Says once that the revised dates of a table are requests.
pub(super) fn report_revised(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    actions: std::ops::Range<usize>,
) {
    let Some(column) = view.columns(M::RevisedDue).next() else {
        return;
    };
    let revised = reader.doc.actions.get(actions).unwrap_or_default();
    let count: usize = revised.iter().map(|one| one.revisions.len()).sum();
    if count == 0 {
        return;
    }
    let row = view.sheet.rows.get(view.layout.header.start).map_or(1, |row| row.number);
    let message =
        format!("{} without the day it was agreed", crate::text::counted(count, "revised date"));
    reader.problems.report(
        &REVISED_NOT_AGREED,
        view.sheet.place(row, column.column),
        "the table",
        message,
    );
}
