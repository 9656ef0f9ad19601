//! Reads status and RAG columns: a delivery status, a colour, or free text.

use std::collections::BTreeMap;

use crate::cells::{Cell, Content};
use crate::diagnostic::import_codes::STATUS_CONTRADICTS;
use crate::import::ColumnMeaning as M;
use crate::import::layout::Column;
use crate::import::reader::Reader;
use crate::import::room::weight;
use crate::import::table_reader::TableReader;
use crate::import::values::{FillMeans, StatusMeaning, fill, is_nothing};
use crate::import::view::{Found, TableRow};
use crate::model::{DeliveryStatus, LegendMeaning, RagStatus, Update};
use crate::plan::quoted;

/// A text in a colour column longer than this is not a legend word.
const LONGEST_WORD: usize = 24;

/// More unknown words than this are not a scale.
const MOST_WORDS: usize = 50;

/// Counts of cells with a colour fill and no text, and of unknown status words.
#[derive(Debug, Clone, Default)]
pub(super) struct Fills {
    /// For each colour that was read: the column, the first row and the count.
    pub(super) read: Vec<(u16, u32, usize)>,
    /// The same for fills without a settled meaning.
    pub(super) unknown: Vec<(u16, u32, usize)>,
    /// Short texts in a status column that are not a known status: the first row and the count.
    pub(super) words: BTreeMap<(u16, String), (u32, usize)>,
}

impl Fills {
    fn count(list: &mut Vec<(u16, u32, usize)>, column: u16, row: u32) {
        match list.iter_mut().find(|(other, ..)| *other == column) {
            Some((.., count)) => *count += 1,
            None => list.push((column, row, 1)),
        }
    }
}

/// Counts a short text in a status column that is not a known status.
pub(super) fn note_unknown(
    reader: &Reader<'_>,
    column: &Column,
    found: &Found<'_>,
    fills: &mut Fills,
) {
    let Content::Text(text) = &found.cell.content else { return };
    let is_short = || text.chars().count() <= LONGEST_WORD && text.split_whitespace().count() <= 3;
    if found.is_shared
        || column.means != Some(M::Status)
        || !is_short()
        || is_nothing(text)
        || !matches!(meaning(reader, text), StatusMeaning::Unknown)
        || !column.heading.to_lowercase().contains("status")
        || fills.words.len() > MOST_WORDS
    {
        return;
    }
    let word = text.trim().to_owned();
    fills.words.entry((column.column, word)).or_insert((found.row, 0)).1 += 1;
}

/// Returns what a text means; a question means nothing.
fn meaning<'t>(reader: &'t Reader<'_>, text: &'t str) -> StatusMeaning<'t> {
    if text.trim_end().ends_with('?') { StatusMeaning::Unknown } else { reader.words.meaning(text) }
}

/// Reads the text of a status or colour column.
pub(super) fn take_status(
    table: &mut TableReader<'_, '_>,
    column: &Column,
    found: &Found<'_>,
    action: usize,
) {
    let Some(text) = table.text(found) else {
        return;
    };
    let is_colour_column = column.means == Some(M::Rag);
    let has_status_column = table.view.has(M::Status);
    let (mut status, mut rag) = (None, None);
    match meaning(table.reader, &text) {
        StatusMeaning::Status(word) => status = Some(word),
        StatusMeaning::Colour(colour) => rag = Some(colour.as_str().to_owned()),
        StatusMeaning::Legend { word, means } => {
            let is_colour = matches!(means, LegendMeaning::Colour(_));
            if is_colour || is_colour_column {
                rag = Some(word.to_owned());
            }
            if let (LegendMeaning::Status(word), true) =
                (means, !is_colour_column || !has_status_column)
            {
                status = Some(word);
            }
        }
        StatusMeaning::Unknown if is_colour_column && text.chars().count() <= LONGEST_WORD => {
            rag = Some(text.clone().into_owned());
        }
        StatusMeaning::Unknown => {}
    }
    let is_words = status.is_none() && rag.is_none();
    let contradicts = table.reader.doc.actions.get_mut(action).is_some_and(|one| {
        let mut contradicts = false;
        if let Some(status) = status {
            if one.status == DeliveryStatus::NotStated {
                one.status = status;
            } else if one.status != status {
                contradicts = true;
            }
        }
        if let Some(rag) = rag {
            match &one.rag {
                None => one.rag = Some(rag),
                Some(own) if crate::text::same(own, &rag) => {}
                Some(_) => contradicts = true,
            }
        }
        contradicts
    });
    if contradicts {
        let own = table.reader.doc.actions.get(action);
        let own = own.map_or("", |one| match (&one.rag, status) {
            (Some(rag), None) => rag.as_str(),
            _ => one.status.label(),
        });
        let message =
            format!("this cell says {}, but another cell says {}", quoted(&text), quoted(own));
        let subject = table.reader.called(action);
        table.report(found, &STATUS_CONTRADICTS, &subject, message);
    }
    if (is_words || contradicts) && !update(table.reader, column, action, &text) {
        leave_too_much(table, found);
    }
}

/// Keeps a text as an update of an action. Returns `false` if the file's limit was passed.
pub(super) fn update(reader: &mut Reader<'_>, column: &Column, action: usize, text: &str) -> bool {
    let text =
        if column.keeps_heading { format!("{}: {text}", column.heading) } else { text.to_owned() };
    if !reader.room.may_add(1, weight::UPDATE) {
        return false;
    }
    let mut update = Update::new(column.update_kind.clone(), text);
    update.date = column.time.as_deref().map(Into::into);
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

/// Reads the fill of a status or colour cell as a colour, if no colour is written.
pub(super) fn colour(
    table: &mut TableReader<'_, '_>,
    row: TableRow<'_>,
    action: usize,
    fills: &mut Fills,
) {
    let needs_one = table.reader.doc.actions.get(action).is_some_and(|one| one.rag.is_none());
    if !needs_one {
        return;
    }
    for means in [M::Rag, M::Status] {
        for column in table.view.columns(means) {
            let Some((cell, row)) = filled_cell(row, column.column) else {
                continue;
            };
            // Text on progress is the statement; its fill is decoration.
            if crate::import::view::is_filled(cell) && means == M::Status {
                continue;
            }
            let Some(rgb) = cell.fill else { continue };
            match fill(rgb) {
                FillMeans::Colour(colour) => {
                    set(table.reader, action, colour);
                    Fills::count(&mut fills.read, column.column, row);
                    return;
                }
                FillMeans::Unknown => Fills::count(&mut fills.unknown, column.column, row),
                FillMeans::Plain => {}
            }
        }
    }
}

fn set(reader: &mut Reader<'_>, action: usize, colour: RagStatus) {
    if let Some(one) = reader.doc.actions.get_mut(action) {
        one.rag = Some(colour.as_str().to_owned());
    }
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
