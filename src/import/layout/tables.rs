//! Finds every table of a file: its headings, what it holds, and what its columns mean.

use std::ops::Range;
use std::sync::Arc;

use super::column_diagnostics::{of_alike, of_doubt, of_earlier};
use super::column_meanings::{Assigned, assign};
use super::contents::Contents;
use super::header::{Head, Header, Names, given, guess, of_row, of_rows, search, search_nearly};
use super::labels::only_labels;
use super::merged_headings::spread;
use super::profile::Profile;
use super::sheet_kind::{is_planned, kind_of};
use super::table_layout::{Column, Layout, RowRules};
use super::table_options::{
    check_columns, kinds, named_column, names, of_sheet, path, report_new, report_no_row, time_of,
};
use crate::cells::{Cell, Content, Grid, Row, Sheet};
use crate::diagnostic::import_codes::{COLUMNS_ALIKE, EARLIER_STATES, NO_ACTION_COLUMN};
use crate::diagnostic::{Problems, column_letters};
use crate::import::column_meaning::{Holds, Shows, Strength};
use crate::import::headings::{HeadingMeaning, Recognised, normalise, recognise};
use crate::import::values::StatusWords;
use crate::import::{BlankCells, ColumnMeaning, ReadOptions, SheetKind, TableOptions};
use crate::plan::quoted;

/// The most tables on one sheet; anything below the last is read as part of it.
const MOST_TABLES: usize = 20;

/// What is made of a table of recommendations that says who does something and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Planned {
    /// Recommendations alone: the actions are in another table.
    Recommendations,
    /// An action of each recommendation.
    Actions,
}

/// Returns every table of a file, in file order. A sheet without a table has an entry that says why.
pub(crate) fn find(
    grid: &Grid,
    options: &ReadOptions,
    words: &StatusWords,
    problems: &mut Problems,
) -> Vec<Layout> {
    let read = |planned: Planned| {
        let (mut layouts, mut said) = (Vec::new(), Problems::default());
        for (at, sheet) in grid.sheets.iter().enumerate() {
            on_sheet(at, sheet, (options, words, planned), &mut said, &mut layouts);
        }
        (layouts, said)
    };
    let (mut layouts, mut said) = read(Planned::Actions);
    // An action in a table of its own is not made a second time of the recommendation it answers.
    let is_made = |one: &Layout| {
        let has_action = |column: &Column| column.means == Some(ColumnMeaning::Action);
        one.kind == Some(SheetKind::Actions) && !one.columns.iter().any(has_action)
    };
    let is_own = |one: &Layout| one.kind == Some(SheetKind::Actions) && !is_made(one);
    if layouts.iter().any(is_made) && layouts.iter().any(is_own) {
        (layouts, said) = read(Planned::Recommendations);
    }
    problems.add(said.into_vec());
    layouts
}

fn on_sheet(
    at: usize,
    sheet: &Sheet,
    (options, words, planned): (&ReadOptions, &StatusWords, Planned),
    problems: &mut Problems,
    layouts: &mut Vec<Layout>,
) {
    let table = of_sheet(options, sheet);
    let path = options.table_of(sheet.name.as_deref()).map_or_else(String::new, path);
    let names = names(table);
    let end = sheet.rows.len();
    if table.is_some_and(|table| table.holds == Some(SheetKind::Ignore)) {
        let why = "the options say that it is not to be read";
        layouts.push(nothing(at, end, Some(SheetKind::Ignore), why));
        return;
    }
    if end == 0 {
        layouts.push(nothing(at, end, None, "the sheet is empty"));
        return;
    }
    let (mut header, mut why) = if let Some(row) = table.and_then(|table| table.header_row) {
        let place = sheet.rows.binary_search_by_key(&row, |one| one.number).ok();
        let count = table.and_then(|table| table.heading_rows).unwrap_or(0);
        let header = place.and_then(|place| match count {
            0 => given(sheet, place, &names),
            count => of_rows(sheet, place, count, &names),
        });
        if header.is_none() {
            report_no_row(sheet, (row, &path), problems);
        }
        (header, "the row of its headings is given in the options".to_owned())
    } else {
        let found = search(sheet, 0..end, &names);
        (found.or_else(|| search_nearly(sheet, 0..end, &names)), String::new())
    };
    if header.is_none() {
        layouts.push(nothing(at, end, None, "no row of it holds headings of a plan"));
        return;
    }
    let mut above = 0;
    let mut left = MOST_TABLES;
    while let Some(found) = header {
        left -= 1;
        let next = if left == 0 { None } else { next_table(sheet, &found, &names) };
        let body_end = next.as_ref().map_or(end, |next| next.rows.start);
        let mut found = found;
        found.add_named(sheet, &names);
        if let Some(table) = table {
            check_columns(sheet, (table, &path), &found, problems);
        }
        if why.is_empty() {
            why = reason(&found, sheet);
        }
        let rows = (above, body_end);
        layouts.push(layout((at, sheet), (table, words, planned), &found, rows, why, problems));
        (above, header, why) = (body_end, next, "its headings are below another table".to_owned());
    }
}

fn nothing(sheet: usize, end: usize, kind: Option<SheetKind>, why: &str) -> Layout {
    Layout {
        sheet,
        kind,
        above: 0..0,
        header: 0..0,
        body: 0..end,
        columns: Vec::new(),
        why: why.to_owned(),
        rules: RowRules::default(),
        theme: None,
    }
}

fn reason(header: &Header, sheet: &Sheet) -> String {
    let known: Vec<String> = header
        .heads
        .iter()
        .filter(|head| head.found.is_some() || head.named.is_some())
        .take(3)
        .map(|head| quoted(&head.heading))
        .collect();
    let row = sheet.rows.get(header.rows.start).map_or(1, |row| row.number);
    format!("row {row} holds the most known headings, such as {}", known.join(", "))
}

/// The most columns of one table of which something is said.
const MOST_DOUBTS: usize = 20;

/// Returns what a table holds: by its headings, else as a plan whose actions stand under a heading that
/// is not known.
fn kind_by_cells(header: &Header, profiles: &[Profile]) -> Option<SheetKind> {
    let meanings = header.meanings();
    let kind = kind_of(&meanings);
    let unknown = || {
        let is_unknown = |head: &Head| {
            head.named.is_none()
                && head.found.as_ref().is_none_or(|found| {
                    found.strength == Strength::Within || found.meaning == HeadingMeaning::Response
                })
        };
        let columns = header.heads.iter().zip(profiles).filter(move |(head, _)| is_unknown(head));
        columns.map(|(_, profile)| profile.kind())
    };
    let says_who_or_when =
        || unknown().any(|kind| matches!(kind, Some(Holds::Days | Holds::People | Holds::States)));
    let is_plan = match kind {
        Some(SheetKind::Recommendations) => is_planned(&meanings) || says_who_or_when(),
        None => is_planned(&meanings),
        Some(_) => false,
    };
    if is_plan && unknown().any(|kind| kind == Some(Holds::Text)) {
        return Some(SheetKind::Actions);
    }
    kind
}

/// Returns the rows of records, within those that the options give.
fn body(sheet: &Sheet, table: Option<&TableOptions>, rows: Range<usize>) -> Range<usize> {
    let number = |at: usize| sheet.rows.get(at).map_or(0, |row| row.number);
    let first = table.and_then(|table| table.first_row).unwrap_or(0);
    let last = table.and_then(|table| table.last_row).unwrap_or(u32::MAX);
    let start = rows.clone().find(|at| number(*at) >= first).unwrap_or(rows.end);
    let end = rows.clone().rev().find(|at| number(*at) <= last).map_or(start, |at| at + 1);
    start..end.max(start)
}

fn rules(
    (sheet, body): (&Sheet, &Range<usize>),
    table: &TableOptions,
    columns: &[Column],
) -> RowRules {
    let blanks = |wanted: BlankCells| {
        let named = table.blanks.iter().filter(move |(_, means)| **means == wanted);
        named.filter_map(|(name, _)| named_column(name, columns))
    };
    let never = blanks(BlankCells::NotKnown).chain(blanks(BlankCells::No));
    RowRules {
        kinds: kinds((sheet, body), table, columns),
        as_above: blanks(BlankCells::SameAsAbove).map(|column| column.column).collect(),
        not_carried: never.filter_map(|column| column.means).collect(),
        says_no: blanks(BlankCells::No).map(|column| column.column).collect(),
        carry_down: table.carry_down,
        revised_dates: table.revised_dates,
        dates: table.dates,
    }
}

fn layout(
    (at, sheet): (usize, &Sheet),
    (table, words, planned): (Option<&TableOptions>, &StatusWords, Planned),
    header: &Header,
    (above, end): (usize, usize),
    mut why: String,
    problems: &mut Problems,
) -> Layout {
    let body = body(sheet, table, header.rows.end..end);
    let given = table.and_then(|table| table.holds);
    let contents = Contents { sheet, body: body.clone() };
    let mut header = header.clone();
    guess(&mut header.heads);
    spread(sheet, &contents, words, &mut header);
    let header = &header;
    let profiles: Vec<Profile> =
        header.heads.iter().map(|head| Profile::of_head(&contents, head, words)).collect();
    let kind = given.or_else(|| kind_by_cells(header, &profiles));
    let of_actions = of_actions(kind, header);
    let is_made = planned == Planned::Actions && given.is_none() && !of_actions.is_empty();
    let kind = if is_made { Some(SheetKind::Actions) } else { kind };
    let assigned = kind.map(|kind| assign(kind, &header.heads, &contents, &profiles, words));
    let mut assigned = assigned.unwrap_or_default();
    let is_of_actions = kind == Some(SheetKind::Actions) && given.is_none();
    let labels = only_labels(&assigned.columns, &contents, &header.heads);
    let kind = if let Some(column) = labels.filter(|_| is_of_actions) {
        why.push_str("; ");
        why.push_str(&quoted(&column.heading));
        why.push_str(" holds only labels or figures, and no actions");
        assigned = Assigned::default();
        None
    } else {
        if kind.is_none() {
            why.push_str("; they name no action, recommendation or measure");
        }
        kind
    };
    let Assigned { columns, alike, doubts, earlier } = assigned;
    let row = sheet.rows.get(header.rows.start).map_or(1, |row| row.number);
    let named =
        Sheet { name: sheet.name.clone(), headings: headings(&columns), ..Sheet::default() };
    for pair in alike {
        let message = of_alike(&pair, &header.heads);
        problems.report(&COLUMNS_ALIKE, named.place(row, pair.other), "the table", message);
    }
    let mut columns = columns;
    for column in &mut columns {
        if let Some(time) = table.and_then(|table| time_of(table, column)) {
            column.time = Some(time);
        }
    }
    for doubt in doubts.iter().take(MOST_DOUBTS) {
        let (code, message) = of_doubt(doubt, &columns);
        if let Some(column) = columns.iter_mut().find(|one| one.column == doubt.column) {
            column.doubt = Some(message.clone());
        }
        problems.report(code, named.place(row, doubt.column), "the table", message);
    }
    if let Some(table) = table {
        report_new(&named, row, table, (header, &columns), problems);
    }
    if let Some(message) = of_earlier(&earlier, &columns) {
        let place = earlier.first().map_or(0, |column| *column);
        problems.report(&EARLIER_STATES, named.place(row, place), "the table", message);
    }
    let has_action = columns.iter().any(|one| one.means == Some(ColumnMeaning::Action));
    if let ([first, ..], false) = (of_actions.as_slice(), has_action) {
        let more = match of_actions.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let made = if is_made { ", so an action was made of each recommendation" } else { "" };
        let message = format!(
            "the table has recommendations and {first}{more}, but no column of actions{made}"
        );
        problems.report(&NO_ACTION_COLUMN, sheet.row_place(row), "the table", message);
    }
    let rules = table.map(|table| rules((sheet, &body), table, &columns)).unwrap_or_default();
    Layout {
        sheet: at,
        kind,
        above: above..header.rows.start,
        header: header.rows.clone(),
        body,
        columns,
        why,
        rules,
        theme: None,
    }
}

/// Returns the headings of a table of recommendations that only actions have.
fn of_actions(kind: Option<SheetKind>, header: &Header) -> Vec<String> {
    let heads = header.heads.iter().filter(|_| kind == Some(SheetKind::Recommendations));
    heads
        .filter(|head| head.named.is_none() && head.found.as_ref().is_some_and(is_of_actions))
        .map(|head| quoted(&head.heading))
        .collect()
}

/// Finds the headings of another table further down a sheet: a clear heading row that differs from the
/// one above.
fn next_table(sheet: &Sheet, header: &Header, names: &Names) -> Option<Header> {
    let known: Vec<String> = header.heads.iter().map(|head| normalise(&head.heading)).collect();
    for at in header.rows.end..sheet.rows.len() {
        let row = sheet.rows.get(at)?;
        // Most rows are ruled out quickly: headings are text, and short.
        if row.cells.len() < 3 || !row.cells.iter().all(may_be_heading) {
            continue;
        }
        if !may_be_plain(row, names) {
            continue;
        }
        let Some(found) = of_row(sheet, at, names).filter(Header::is_plain) else {
            continue;
        };
        let new =
            found.heads.iter().filter(|head| !known.contains(&normalise(&head.heading))).count();
        if new * 2 > found.heads.len() {
            return given(sheet, at, names);
        }
    }
    None
}

/// Returns whether a row has enough possible headings to be a clear heading row; the first cells decide
/// for most rows.
fn may_be_plain(row: &Row, names: &Names) -> bool {
    let mut unknown = 0;
    row.cells.iter().all(|cell| {
        if let Content::Text(text) = &cell.content {
            unknown += usize::from(!names.may_hold(text) && recognise(text.trim()).is_none());
        }
        unknown * 3 <= row.cells.len()
    })
}

/// Returns whether a heading is one that only actions have.
fn is_of_actions(found: &Recognised) -> bool {
    match found.meaning {
        HeadingMeaning::Always(means) => {
            means.shows(Shows::Plan) || means == ColumnMeaning::Milestones
        }
        other => other == HeadingMeaning::Progress,
    }
}

fn may_be_heading(cell: &Cell) -> bool {
    matches!(&cell.content, Content::Text(text) if text.len() <= 60)
        || cell.content == Content::Blank
}

/// Returns the names of columns in the locations of a text file: with the letter if two columns share a
/// heading.
pub(crate) fn headings(columns: &[Column]) -> Vec<Option<Arc<str>>> {
    let mut called: Vec<Option<Arc<str>>> = Vec::new();
    for column in columns.iter().filter(|column| !column.heading.is_empty()) {
        let at = usize::from(column.column);
        if called.len() <= at {
            called.resize(at + 1, None);
        }
        let is_twice = columns.iter().filter(|other| other.heading == column.heading).count() > 1;
        let name = if is_twice {
            format!("{} ({})", column.heading, column_letters(column.column))
        } else {
            column.heading.clone()
        };
        if let Some(place) = called.get_mut(at) {
            *place = Some(name.into());
        }
    }
    called
}
