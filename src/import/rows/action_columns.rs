//! Reads the columns of one action row.

use super::days::{complete, days, set};
use super::response::is_decision;
use super::status::{colour, leave_too_much, status_of_update, take_status, update};
use super::tally::Tally;
use crate::diagnostic::import_codes::{REVISED_AS_AGREED, REVISED_NOT_AGREED, TOO_MUCH_IN_A_CELL};
use crate::import::headings::{HeadingMeaning, recognise};
use crate::import::layout::Column;
use crate::import::reader::MOST_PIECES;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{lines, numbered, owners, references, resource};
use crate::import::view::{Found, TableRow};
use crate::import::{ColumnMeaning as M, RevisedDates};
use crate::model::{Action, Evidence, Milestone, Owner, OwnerRole};

/// The columns that may add to an action on more than one row.
pub(super) const ADDED: [M; 10] = [
    M::Owners,
    M::OtherOwners,
    M::Success,
    M::Update,
    M::Note,
    M::Response,
    M::Evidence,
    M::Resources,
    M::DependsOn,
    M::Milestones,
];

/// Creates the action of a row, without its links and owners.
pub(super) fn new(table: &mut TableReader<'_, '_>, row: TableRow<'_>, title: &str) -> usize {
    let at = table.reader.doc.actions.len();
    let number = row.first(M::ActionReference);
    let mut reference = None;
    if let Some(found) = number
        && let Ok(Some(text)) = table.reference(&found, "the table")
    {
        reference = Some(text);
    }
    let mut title = title;
    if number.is_none()
        && !table.view.makes_actions()
        && !table.view.has(M::ActionReference)
        && !title.contains('\n')
        && let (Some(own), rest) = numbered(title)
        && !rest.trim().is_empty()
    {
        reference = Some(own.to_owned());
        title = rest.trim();
    }
    let mut action = Action::new(title);
    action.reference = reference;
    table.reader.doc.actions.push(action);
    table.note_row("actions", at, row.number);
    at
}

/// Reads the columns that an action has once. `due` is the action's own part of the due cell.
pub(super) fn facts(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    due: Option<&str>,
    (colours, tally): (&[u16], &mut Tally),
) {
    let mut days = days(table, row, at, due, tally);
    let (words, outcome) = (days.words.take(), days.outcome.take());
    set(table, row, at, days);
    if let (Some(words), Some(column)) = (words, table.view.columns(M::Due).next()) {
        update(table.reader, &column.with_heading(), at, &words);
    }
    if let (Some(words), Some(column)) = (outcome, table.view.columns(M::Completed).next()) {
        update(table.reader, &column.with_heading(), at, &words);
    }
    for means in [M::Status, M::Rag] {
        for column in table.view.columns(means) {
            if let Some(found) = row.found(column.column) {
                take_status(table, column, &found, at, tally);
            }
        }
    }
    if !table.view.has(M::Status) {
        for (column, found) in row.each(M::Update).filter(|(column, _)| is_on_progress(column)) {
            status_of_update(table, column, &found, at, tally);
        }
    }
    complete(table, row, at, tally);
    colour(table, row, at, colours, tally);
    if let Some(found) = row.first(M::Priority)
        && let Some(text) = table.text(&found)
    {
        let heading =
            table.view.columns(M::Priority).next().map_or("Priority", |one| one.heading.trim());
        let tag = format!("{heading}: {text}");
        if let Some(one) = table.reader.doc.actions.get_mut(at)
            && !one.tags.contains(&tag)
        {
            one.tags.push(tag);
        }
    }
}

/// Returns whether a column of updates says how far the work is.
fn is_on_progress(column: &Column) -> bool {
    recognise(&column.heading).is_some_and(|one| one.meaning == HeadingMeaning::Progress)
}

/// The cells of a row that add to an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AddedCells {
    /// Every cell of the action's own row.
    All,
    /// The cells of a row below it, without those merged down, which were added already.
    OwnOnly,
    /// Those, without the milestones, which were read with the rest of their row.
    Besides,
    /// Every cell of the action's own row without the milestones.
    AllBesides,
}

impl AddedCells {
    fn are_of_first_row(self) -> bool {
        matches!(self, Self::All | Self::AllBesides)
    }

    fn have_milestones(self) -> bool {
        matches!(self, Self::All | Self::OwnOnly)
    }
}

/// Reads the columns that an action may have several values of.
pub(super) fn additions(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    at: usize,
    cells: AddedCells,
) {
    for means in ADDED {
        let is_read = matches!(means, M::Owners)
            || (matches!(means, M::Milestones) && !cells.have_milestones());
        if is_read {
            continue;
        }
        for (column, found) in row.each(means) {
            if !cells.are_of_first_row() && found.is_shared {
                continue;
            }
            match means {
                M::OtherOwners => others(table, &found, at),
                M::Response if is_decision(&found) => {}
                M::Update | M::Note | M::Response => {
                    if let Some(text) = table.text(&found) {
                        note_place(table, at, "updates", found.row);
                        if !update(table.reader, column, at, &text) {
                            leave_too_much(table, &found);
                        }
                    }
                }
                M::Success => success(table, column, &found, at),
                M::Evidence => evidence(table, &found, at),
                M::Resources => resources(table, &found, at),
                M::DependsOn => depends(table, &found, at),
                M::Milestones => milestones(table, column, &found, at),
                _ => {}
            }
        }
    }
}

/// Returns the owners in the lead column.
pub(super) fn leads(table: &mut TableReader<'_, '_>, found: &Found<'_>) -> Vec<Owner> {
    let Some(text) = table.text(found) else {
        return Vec::new();
    };
    if is_too_much(table, found, &text) {
        return vec![Owner::Text(text.into_owned())];
    }
    let owners = owners(&text);
    if !table.reader.room.may_add(owners.len(), weight::LINK) {
        leave_too_much(table, found);
        return Vec::new();
    }
    owners
}

fn others(table: &mut TableReader<'_, '_>, found: &Found<'_>, at: usize) {
    let others = leads(table, found);
    let Some(one) = table.reader.doc.actions.get_mut(at) else {
        return;
    };
    for owner in others {
        let owner = owner.with_role(OwnerRole::Support);
        if one.owners.len() > MOST_PIECES || !one.owners.contains(&owner) {
            one.owners.push(owner);
        }
    }
}

/// Returns whether a cell holds more pieces than a person would write, and reports it if so.
pub(super) fn is_too_much(table: &mut TableReader<'_, '_>, found: &Found<'_>, text: &str) -> bool {
    let pieces = text
        .bytes()
        .filter(|byte| matches!(byte, b'\n' | b'\r' | b';' | b',' | b'/' | b'&'))
        .count();
    if pieces <= MOST_PIECES {
        return false;
    }
    if !found.is_shared {
        let message = format!("{pieces} lines or names are in one cell");
        table.report(found, &TOO_MUCH_IN_A_CELL, "the table", message);
    }
    true
}

fn success(table: &mut TableReader<'_, '_>, column: &Column, found: &Found<'_>, at: usize) {
    let Some(mut text) = table.text(found) else {
        return;
    };
    // `Impact` over `3 months`, `6 months`: by when success looks like this.
    if let Some(time) = &column.time {
        text = format!("{time}: {text}").into();
    }
    if let Some(one) = table.reader.doc.actions.get_mut(at) {
        match &mut one.success {
            Some(own) => {
                own.push('\n');
                own.push_str(&text);
            }
            None => one.success = Some(text.into_owned()),
        }
    }
}

fn evidence(table: &mut TableReader<'_, '_>, found: &Found<'_>, at: usize) {
    let Some(text) = table.text(found) else {
        return;
    };
    let is_one = is_too_much(table, found, &text);
    let titles = if is_one { vec![&*text] } else { lines(&text) };
    if !table.reader.room.may_add(titles.len(), weight::EVIDENCE) {
        leave_too_much(table, found);
        return;
    }
    for title in titles {
        note_place(table, at, "evidence", found.row);
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            one.evidence.push(Evidence { title: title.to_owned(), ..Evidence::default() });
        }
    }
}

fn resources(table: &mut TableReader<'_, '_>, found: &Found<'_>, at: usize) {
    if table.text(found).is_none() {
        return;
    }
    if let (Some(resource), Some(one)) =
        (resource(found.cell, table.view.sheet.dates), table.reader.doc.actions.get_mut(at))
    {
        one.resources.push(resource);
    }
}

fn depends(table: &mut TableReader<'_, '_>, found: &Found<'_>, at: usize) {
    let subject = table.reader.called(at);
    let Ok(Some(text)) = table.reference(found, &subject) else {
        return;
    };
    if crate::text::is_nobody(&text) {
        return;
    }
    let is_one = is_too_much(table, found, &text);
    let separators = table.reader.options.separators.as_deref();
    let links = if is_one { vec![text] } else { references(&text, separators, &|_| false) };
    // Which of them exist is known only after all rows are read.
    if !table.reader.room.may_add(links.len(), weight::UNKNOWN_LINK) {
        leave_too_much(table, found);
        return;
    }
    if let Some(one) = table.reader.doc.actions.get_mut(at) {
        one.depends_on.extend(links);
    }
}

fn milestones(table: &mut TableReader<'_, '_>, column: &Column, found: &Found<'_>, at: usize) {
    let Some(mut text) = table.text(found) else {
        return;
    };
    if let Some(time) = &column.time {
        text = format!("{time}: {text}").into();
    }
    let is_one = is_too_much(table, found, &text);
    let titles = if is_one { vec![&*text] } else { lines(&text) };
    if !table.reader.room.may_add(titles.len(), weight::MILESTONE) {
        leave_too_much(table, found);
        return;
    }
    for title in titles {
        note_place(table, at, "milestones", found.row);
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            one.milestones.push(Milestone::new(title));
        }
    }
}

/// Records the row of the next record of a list inside an action.
pub(super) fn note_place(table: &mut TableReader<'_, '_>, at: usize, list: &'static str, row: u32) {
    let Some(one) = table.reader.doc.actions.get(at) else {
        return;
    };
    let next = match list {
        "updates" => one.updates.len(),
        "evidence" => one.evidence.len(),
        _ => one.milestones.len(),
    };
    table.reader.source_map.inner(("actions", at), (list, next), table.view.place, row);
}

/// Reports once that the revised dates of a table are requests.
pub(super) fn report_revised(table: &mut TableReader<'_, '_>, actions: std::ops::Range<usize>) {
    let Some(column) = table.view.columns(M::RevisedDue).next() else {
        return;
    };
    let revised = table.reader.doc.actions.get(actions.clone()).unwrap_or_default();
    let count: usize = revised.iter().map(|one| one.revisions.len()).sum();
    if count == 0 {
        return;
    }
    let agreed = table.reader.doc.status_date.clone();
    let place = table.view.sheet.place(table.view.header_row(), column.column);
    if table.view.layout.rules.revised_dates == RevisedDates::Agreed
        && let Some(agreed) = agreed
    {
        let message = format!(
            "{} taken as agreed on the status date, {}, as the options say",
            crate::text::counted(count, "revised date"),
            agreed.as_str()
        );
        for one in table.reader.doc.actions.get_mut(actions).into_iter().flatten() {
            for revision in one.revisions.iter_mut().filter(|one| one.agreed.is_none()) {
                revision.agreed = Some(agreed.clone());
            }
        }
        table.reader.problems.report(&REVISED_AS_AGREED, place, "the table", message);
        return;
    }
    let message =
        format!("{} without the date it was agreed", crate::text::counted(count, "revised date"));
    table.reader.problems.report(&REVISED_NOT_AGREED, place, "the table", message);
}
