//! Describes how a sheet was interpreted, in a few lines.

use std::collections::HashMap;

use super::document::Document;
use super::grammar::{counted, sentence};
use super::row_runs::rows_words;
use crate::import::{ColumnInterpretation, ColumnMeaning, SheetInterpretation, SheetKind};
use crate::plan::quoted;
use crate::text::and_list;

/// Adds the sheets of a working workbook: a line for each, and what was not read from it. Its
/// headings are known, so how each column was read is omitted.
pub(super) fn add_working_sheets(document: &mut Document, sheets: &[SheetInterpretation]) {
    let has_rows = |sheet: &SheetInterpretation| sheet.header_row.is_some();
    let filled = sheets.iter().filter(|sheet| !has_rows(sheet) || sheet.records > 0);
    let mut lines: Vec<_> = filled
        .map(|sheet| {
            let name = sheet_name(sheet);
            if has_rows(sheet) {
                format!("{name}: {}", counted(sheet.records, "row"))
            } else {
                format!("{name}: {}", sheet.why)
            }
        })
        .collect();
    let empty = sheets.iter().filter(|sheet| has_rows(sheet) && sheet.records == 0);
    let empty: Vec<_> = empty.filter_map(|one| Some(quoted(one.sheet.as_deref()?))).collect();
    if !empty.is_empty() {
        lines.push(format!("No rows on: {}", and_list(&empty)));
    }
    document.list("Read from its sheets:", lines);
    for sheet in sheets {
        let exceptions = exceptions(sheet);
        if !exceptions.is_empty() {
            document.list(&format!("{}:", sheet_name(sheet)), exceptions);
        }
    }
}

pub(super) fn add_sheet(document: &mut Document, sheet: &SheetInterpretation) {
    let name = sheet_name(sheet);
    let why = if sheet.why.is_empty() { String::new() } else { format!(" ({})", sheet.why) };
    let records = |kind: SheetKind| counted(sheet.records, kind.as_str().trim_end_matches('s'));
    let heading = match (sheet.holds, sheet.header_row) {
        (None, Some(row)) => {
            let records = counted(sheet.records, "row");
            format!("{name}: {records}, headings in row {row}{why}")
        }
        (None | Some(SheetKind::Ignore), _) => format!("{name}: not read as a table{why}"),
        (Some(kind), None) => format!("{name}: {}{why}", records(kind)),
        (Some(kind), Some(row)) => {
            format!("{name}: {}, headings in row {row}{why}", records(kind))
        }
    };
    let read = by_reason(&sheet.columns, |one| one.is_read);
    let read = read
        .into_iter()
        .map(|(reason, columns)| format!("Columns read ({reason}): {}", and_list(&columns)));
    document.list(&sentence(&heading), read.chain(exceptions(sheet)));
}

/// Returns the name of a sheet: `Hidden sheet “Old”`.
fn sheet_name(sheet: &SheetInterpretation) -> String {
    sheet.sheet.as_deref().map_or_else(
        || "The table".to_owned(),
        |name| {
            let sheet = if sheet.is_hidden { "Hidden sheet" } else { "Sheet" };
            format!("{sheet} {}", quoted(name))
        },
    )
}

/// Returns the columns that were not used, the rows that are not records, and the hidden rows.
fn exceptions(sheet: &SheetInterpretation) -> Vec<String> {
    let unread = by_reason(&sheet.columns, |one| !one.is_read);
    let unread = unread
        .into_iter()
        .map(|(reason, columns)| format!("Columns not used ({reason}): {}", and_list(&columns)));
    let mut taken = Groups::default();
    for row in &sheet.rows {
        taken.add(&row.taken_for, format!("row {} {}", row.row, quoted(&row.text)));
    }
    let taken = taken.all.into_iter();
    let taken = taken.map(|(reason, rows)| format!("Read as {reason}: {}", and_list(&rows)));
    let hidden = (!sheet.hidden_rows.is_empty()).then(|| {
        let hidden = rows_words(&sheet.hidden_rows);
        format!("Hidden in the spreadsheet but read: {hidden}")
    });
    unread.chain(taken).chain(hidden).collect()
}

/// Returns the `wanted` columns, grouped by the reason for their interpretation.
fn by_reason(
    columns: &[ColumnInterpretation],
    wanted: impl Fn(&ColumnInterpretation) -> bool,
) -> Vec<(&str, Vec<String>)> {
    let mut reasons = Groups::default();
    for column in columns.iter().filter(|column| wanted(column)) {
        let heading = if column.heading.trim().is_empty() {
            "(no heading)".to_owned()
        } else {
            quoted(&column.heading)
        };
        let means = match column.means {
            None | Some(ColumnMeaning::Ignore) => String::new(),
            Some(means) => format!(" as {}", means.as_str().replace('-', " ")),
        };
        reasons.add(&column.why, format!("{} {heading}{means}", column.column));
    }
    reasons.all
}

/// Lines grouped by reason, in the order in which the reasons first occur.
#[derive(Default)]
struct Groups<'a> {
    all: Vec<(&'a str, Vec<String>)>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Groups<'a> {
    fn add(&mut self, reason: &'a str, line: String) {
        let new = self.all.len();
        let at = *self.places.entry(reason).or_insert(new);
        match self.all.get_mut(at) {
            Some((_, group)) => group.push(line),
            None => self.all.push((reason, vec![line])),
        }
    }
}
