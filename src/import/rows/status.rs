//! Reads status and RAG columns: a delivery status, a colour, or free text.

use super::tally::{Cause, Tally};
use crate::cells::{Cell, Content, Shown};
use crate::diagnostic::import_codes::STATUS_CONTRADICTS;
use crate::due_date::{DateReading, DueDate};
use crate::import::ColumnMeaning as M;
use crate::import::headings::normalise;
use crate::import::layout::Column;
use crate::import::reader::Reader;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{
    FillMeans, Statement, StatusMeaning, begins_under_way, colour_name, digits, is_nothing,
    of_percent, of_yes_or_no, percent, says_only_late, says_under_way, yes_or_no_at_head,
};
use crate::import::view::{Found, TableRow};
use crate::model::{DeliveryStatus, LegendMeaning, Update};
use crate::plan::quoted;

/// A text in a colour column longer than this, or of more words, is not a legend word.
const LONGEST_WORD: usize = 24;
const MOST_WORDS: usize = 2;

/// The most words of a status that is asked about.
const MOST_OF_STATUS: usize = 3;

/// What a cell says of the state of an action.
#[derive(Debug, Clone, Default)]
struct State {
    status: Option<DeliveryStatus>,
    rag: Option<String>,
    /// The day it was completed, as written.
    completed: Option<DueDate>,
    /// Whether the text is kept as an update.
    is_kept: bool,
    /// What is said of the cell, once for its column.
    cause: Option<Cause>,
}

/// Reads the text of a status or colour column.
pub(super) fn take_status(
    table: &mut TableReader<'_, '_>,
    column: &Column,
    found: &Found<'_>,
    action: usize,
    tally: &mut Tally,
) {
    let Some(text) = table.text(found) else {
        return;
    };
    let state = state(table, column, found, &text);
    if let Some(cause) = state.cause.filter(|_| !found.is_shared) {
        tally.count_words(cause, column.column, found.row, text.trim());
    }
    let contradicts = set(table, action, &state);
    if contradicts {
        let own = table.reader.doc.actions.get(action);
        let own = own.map_or("", |one| match (&one.rag, state.status) {
            (Some(rag), None) => rag.as_str(),
            _ => one.status.label(),
        });
        let message =
            format!("this cell says {}, but another cell says {}", quoted(&text), quoted(own));
        let subject = table.reader.called(action);
        table.report(found, &STATUS_CONTRADICTS, &subject, message);
    }
    let has_percent =
        state.cause == Some(Cause::StatusFromPercent) && !text.contains(char::is_alphabetic);
    if (state.is_kept || contradicts) && !keep(table.reader, column, action, &text, has_percent) {
        leave_too_much(table, found);
    }
}

/// Sets what a cell says of an action. Returns whether that contradicts another cell.
fn set(table: &mut TableReader<'_, '_>, action: usize, state: &State) -> bool {
    let Some(one) = table.reader.doc.actions.get_mut(action) else { return false };
    let mut contradicts = false;
    if let Some(status) = state.status {
        if one.status == DeliveryStatus::NotStated {
            one.status = status;
        } else if one.status != status {
            contradicts = true;
        }
    }
    if let Some(rag) = &state.rag {
        match &one.rag {
            None => one.rag = Some(rag.clone()),
            Some(own) if crate::text::same(own, rag) => {}
            Some(_) => contradicts = true,
        }
    }
    if let (Some(day), None) = (&state.completed, &one.completed) {
        one.completed = Some(day.clone());
    }
    contradicts
}

/// Returns what the text of a status or colour column says.
fn state(table: &TableReader<'_, '_>, column: &Column, found: &Found<'_>, text: &str) -> State {
    let is_colour_column = column.means == Some(M::Rag);
    let of_status = |status, cause| State { status: Some(status), cause, ..State::default() };
    if let Some(status) = answer(column, text) {
        return of_status(status, None);
    }
    if let Some(share) = share(column, found, text) {
        let status = of_percent(share);
        let is_kept = status == DeliveryStatus::InProgress;
        return State { is_kept, ..of_status(status, Some(Cause::StatusFromPercent)) };
    }
    match meaning(table.reader, text) {
        StatusMeaning::Status(status) => {
            State { is_kept: says_more_than(status, text), ..of_status(status, None) }
        }
        StatusMeaning::Colour(colour) => {
            let status =
                (!is_colour_column && says_under_way(text)).then_some(DeliveryStatus::InProgress);
            State { status, rag: Some(colour.as_str().to_owned()), ..State::default() }
        }
        StatusMeaning::Legend { word, means } => {
            let is_colour = matches!(means, LegendMeaning::Colour(_));
            let rag = (is_colour || is_colour_column).then(|| word.to_owned());
            let status = match means {
                LegendMeaning::Status(status)
                    if !is_colour_column || !table.view.has(M::Status) =>
                {
                    Some(status)
                }
                _ => None,
            };
            let is_kept = status.is_none() && rag.is_none();
            State { status, rag, is_kept, ..State::default() }
        }
        StatusMeaning::Unknown => among_words(table, column, found, text),
    }
}

/// Returns whether a usual spelling says more than the status that it stands for: `Not yet due`, `Not on
/// track`.
fn says_more_than(status: DeliveryStatus, text: &str) -> bool {
    let lower = text.to_lowercase();
    match status {
        DeliveryStatus::NotStated => {
            !lower.trim().eq_ignore_ascii_case("open") && !lower.contains("stated")
        }
        DeliveryStatus::InProgress => lower.contains("track"),
        _ => false,
    }
}

/// Returns what a text that is neither a status nor a colour by itself says.
fn among_words(
    table: &TableReader<'_, '_>,
    column: &Column,
    found: &Found<'_>,
    text: &str,
) -> State {
    let kept = State { is_kept: true, ..State::default() };
    let is_colour_column = column.means == Some(M::Rag);
    let answer = if asks_yes_or_no(column) { yes_or_no_at_head(text) } else { Statement::Nothing };
    let statement = match answer {
        Statement::Nothing => table.reader.words.statement(text),
        answer => answer,
    };
    match statement {
        Statement::Status { status, day, says_more } => State {
            status: Some(status),
            completed: day.map(DueDate::new),
            is_kept: says_more,
            cause: says_more.then_some(Cause::StatusAmongWords),
            ..State::default()
        },
        Statement::Colour(_) if !is_colour_column && begins_under_way(text) => State {
            status: Some(DeliveryStatus::InProgress),
            cause: Some(Cause::StatusAmongWords),
            ..kept
        },
        Statement::Colour(colour) => State { rag: Some(colour.as_str().to_owned()), ..kept },
        Statement::Doubtful => State { cause: Some(Cause::StatusDoubted), ..kept },
        Statement::Nothing if is_colour_column && is_legend_word(table, found.cell, text) => {
            State {
                rag: Some(text.to_owned()),
                cause: (!is_nothing(text)).then_some(Cause::ColourWord),
                ..State::default()
            }
        }
        Statement::Nothing => {
            let is_asked = is_status_word(column, text);
            State { cause: is_asked.then_some(Cause::StatusWord), ..kept }
        }
    }
}

/// Reads the status among the words of a text on progress, which is kept as an update in any case.
pub(super) fn status_of_update(
    table: &mut TableReader<'_, '_>,
    column: &Column,
    found: &Found<'_>,
    action: usize,
    tally: &mut Tally,
) {
    let Content::Text(text) = &found.cell.content else { return };
    let text = text.trim();
    let (status, day) = match (meaning(table.reader, text), table.reader.words.statement(text)) {
        (StatusMeaning::Status(status), _) => (status, None),
        (_, Statement::Status { status, day, .. }) => (status, day),
        (_, Statement::Doubtful) => {
            tally.count_words(Cause::StatusDoubted, column.column, found.row, text);
            return;
        }
        _ if begins_under_way(text) => (DeliveryStatus::InProgress, None),
        _ => return,
    };
    let Some(one) = table.reader.doc.actions.get_mut(action) else { return };
    if one.status != DeliveryStatus::NotStated || status == DeliveryStatus::NotStated {
        return;
    }
    one.status = status;
    if let (Some(day), None) = (day, &one.completed) {
        one.completed = Some(DueDate::new(day));
    }
    tally.count_words(Cause::StatusAmongWords, column.column, found.row, text);
}

/// Returns what a text means; a question means nothing.
fn meaning<'t>(reader: &'t Reader<'_>, text: &'t str) -> StatusMeaning<'t> {
    if text.trim_end().ends_with('?') { StatusMeaning::Unknown } else { reader.words.meaning(text) }
}

/// The first words of headings that ask for yes or no.
const YES_OR_NO: [&str; 9] = [
    "achieved",
    "complete",
    "completed",
    "met",
    "implemented",
    "done",
    "closed",
    "delivered",
    "actioned",
];

/// Returns the status of a yes or no, where the heading asks for one.
fn answer(column: &Column, text: &str) -> Option<DeliveryStatus> {
    of_yes_or_no(text).filter(|_| asks_yes_or_no(column))
}

/// Words before the first word of such a heading.
const BEFORE_YES_OR_NO: [&str; 12] = [
    "action",
    "recommendation",
    "has",
    "have",
    "it",
    "is",
    "been",
    "objective",
    "target",
    "task",
    "due",
    "fully",
];

/// Returns whether the heading of a column asks for yes or no.
fn asks_yes_or_no(column: &Column) -> bool {
    let heading = normalise(&column.heading);
    let first = heading.split(' ').find(|word| !BEFORE_YES_OR_NO.contains(word));
    first.is_some_and(|first| YES_OR_NO.contains(&first))
}

/// Returns the share of the work that is done, in percent: with its sign, or under a heading that has one.
fn share(column: &Column, found: &Found<'_>, text: &str) -> Option<f64> {
    if let Some(share) = percent(text) {
        return Some(share);
    }
    let heading = column.heading.to_lowercase();
    if !heading.contains('%') && !heading.contains("percent") {
        return None;
    }
    let figure: f64 = text.trim().parse().ok()?;
    let is_fraction = matches!(found.cell.content, Content::Number(_))
        && matches!(found.cell.shown, Shown::Places(places) if places > 0)
        && figure <= 1.0;
    let share = if is_fraction { figure * 100.0 } else { figure };
    (0.0..=100.0).contains(&share).then_some(share)
}

/// Returns whether a text of a colour column may be a word of the council's own scale: short, and without a
/// fill that is a colour.
fn is_legend_word(table: &TableReader<'_, '_>, cell: &Cell, text: &str) -> bool {
    let begins_with_figure = text.starts_with(|first: char| first.is_ascii_digit());
    let means = cell.fill.map(|rgb| table.reader.words.fill(rgb));
    let has_colour = matches!(means, Some(FillMeans::Colour(_)));
    text.chars().count() <= LONGEST_WORD
        && !has_colour
        && (begins_with_figure || text.split_whitespace().count() <= MOST_WORDS)
}

/// Returns whether a text of a status column looks like a status that is not known.
fn is_status_word(column: &Column, text: &str) -> bool {
    let is_short =
        text.chars().count() <= LONGEST_WORD && text.split_whitespace().count() <= MOST_OF_STATUS;
    is_short
        && column.means == Some(M::Status)
        && column.heading.to_lowercase().contains("status")
        && !is_nothing(text)
        && !says_only_late(text)
}

/// Keeps a text as an update of an action. Returns `false` if the file's limit was passed.
pub(super) fn update(reader: &mut Reader<'_>, column: &Column, action: usize, text: &str) -> bool {
    keep(reader, column, action, text, false)
}

fn keep(
    reader: &mut Reader<'_>,
    column: &Column,
    action: usize,
    text: &str,
    needs_heading: bool,
) -> bool {
    // The time of a heading that is no day stays in the heading: `Autumn`.
    let day: Option<DueDate> = column.time.as_deref().map(Into::into);
    let is_day = |day: &DueDate| !matches!(day.read(&reader.dates), DateReading::Unreadable(_));
    let has_other_time =
        day.as_ref().is_some_and(|day| !is_day(day) && column.heading.contains(day.as_str()));
    let text = if column.keeps_heading || needs_heading || has_other_time {
        format!("{}: {text}", column.heading)
    } else {
        text.to_owned()
    };
    if !reader.room.may_add(1, weight::UPDATE) {
        return false;
    }
    let mut update = Update::new(column.update_kind.clone(), text);
    update.date = day.filter(|_| !has_other_time);
    if let Some(one) = reader.doc.actions.get_mut(action) {
        one.updates.push(update);
    }
    true
}

/// Leaves a cell unused because the file's limit was passed, and reports it.
pub(super) fn leave_too_much(table: &mut TableReader<'_, '_>, found: &Found<'_>) {
    let message = "the file holds more owners, links, steps, evidence and updates than any plan";
    table.report_too_much(found, message);
    table.reader.ledger.release(found.at, "the file holds more than any plan");
}

/// Reads the fill of a cell as the colour of an action that has none in words: of its colour or status
/// cell, else of the columns whose fills are colours.
pub(super) fn colour(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    action: usize,
    others: &[u16],
    tally: &mut Tally,
) {
    let Some(one) = table.reader.doc.actions.get(action) else { return };
    if one.rag.is_some() && one.status != DeliveryStatus::NotStated {
        return;
    }
    let is_bare = one.rag.is_none();
    let found = colour_of_row(table, row, others, is_bare.then_some(&mut *tally));
    let Some(one) = table.reader.doc.actions.get_mut(action) else { return };
    match found {
        Some((LegendMeaning::Colour(colour), column, row)) if one.rag.is_none() => {
            one.rag = Some(colour.as_str().to_owned());
            tally.count(Cause::FillRead, column, row);
        }
        Some((LegendMeaning::Status(status), ..)) if one.status == DeliveryStatus::NotStated => {
            one.status = status;
        }
        _ => {}
    }
}

/// Returns the colour of a row's fills, with its column and row.
pub(super) fn colour_of_row(
    table: &TableReader<'_, '_>,
    row: TableRow<'_>,
    others: &[u16],
    mut tally: Option<&mut Tally>,
) -> Option<(LegendMeaning, u16, u32)> {
    let of = |means| table.view.columns(means).map(|column| column.column);
    let columns = of(M::Rag).chain(of(M::Status)).chain(others.iter().copied());
    for column in columns {
        let Some((cell, row)) = filled_cell(row, column) else {
            continue;
        };
        // Beside words, which are asked about themselves, a fill that is no colour is decoration.
        let is_decoration = crate::import::view::is_filled(cell);
        match cell.fill.map(|rgb| table.reader.words.fill(rgb)) {
            Some(FillMeans::Colour(colour)) => {
                return Some((LegendMeaning::Colour(colour), column, row));
            }
            Some(FillMeans::Status(status)) => {
                return Some((LegendMeaning::Status(status), column, row));
            }
            Some(FillMeans::Unknown) if !is_decoration => {
                if let Some(tally) = tally.as_deref_mut() {
                    let rgb = cell.fill.unwrap_or_default();
                    let colour = format!("{} ({})", colour_name(rgb), digits(rgb));
                    tally.count_words(Cause::FillUnknown, column, row, &colour);
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the cell of a column of a row, even if it has only a fill.
fn filled_cell(row: TableRow<'_>, column: u16) -> Option<(&Cell, u32)> {
    let TableRow { view, at, number } = row;
    let own = view.sheet.rows.get(at).and_then(|row| row.cell(column));
    if let Some(cell) = own.filter(|cell| cell.fill.is_some()) {
        return Some((cell, number));
    }
    let speaker = view.merges.speaker(number, column)?;
    let above = view.sheet.rows.binary_search_by_key(&speaker, |row| row.number).ok()?;
    Some((view.sheet.rows.get(above)?.cell(column)?, speaker))
}
