//! What was understood of one sheet, in a few lines.

use std::collections::HashMap;

use super::import_report::{item, say};
use super::rows::{listed, rows_words};
use super::words::{count, sentence};
use crate::import::{ColumnInterpretation, ColumnMeaning, SheetInterpretation, SheetKind};
use crate::plan::quoted;

/// The sheets of a working workbook: a line each, and what was not read of it. Its headings are known, so
/// what was read as what need not be told.
pub(super) fn working_sheets_into(out: &mut String, sheets: &[SheetInterpretation]) {
    say(out, "Read from its sheets:");
    let has_rows = |sheet: &SheetInterpretation| sheet.header_row.is_some();
    for sheet in sheets.iter().filter(|sheet| !has_rows(sheet) || sheet.records > 0) {
        let name = named(sheet);
        if has_rows(sheet) {
            item(out, &format!("{name}: {}", count(sheet.records, "row", "rows")));
        } else {
            item(out, &format!("{name}: {}", sheet.why));
        }
    }
    let empty = sheets.iter().filter(|sheet| has_rows(sheet) && sheet.records == 0);
    let empty: Vec<_> = empty.filter_map(|one| Some(quoted(one.sheet.as_deref()?))).collect();
    if !empty.is_empty() {
        item(out, &format!("No rows on: {}", listed(&empty)));
    }
    out.push('\n');
    for sheet in sheets {
        let is_told = sheet.columns.iter().any(|column| !column.is_read)
            || !sheet.rows.is_empty()
            || !sheet.hidden_rows.is_empty();
        if is_told {
            say(out, &format!("{}:", named(sheet)));
            exceptions_into(out, sheet);
            out.push('\n');
        }
    }
}

pub(super) fn sheet_into(out: &mut String, sheet: &SheetInterpretation) {
    let name = named(sheet);
    let why = if sheet.why.is_empty() { String::new() } else { format!(" ({})", sheet.why) };
    let heading = match (sheet.holds, sheet.header_row) {
        (None, Some(row)) => {
            let records = count(sheet.records, "row", "rows");
            format!("{name}: {records}, headings in row {row}{why}")
        }
        (None | Some(SheetKind::Ignore), _) => format!("{name}: not read as a table{why}"),
        (Some(kind), None) => format!("{name}: {}{why}", holds(kind, sheet.records)),
        (Some(kind), Some(row)) => {
            format!("{name}: {}, headings in row {row}{why}", holds(kind, sheet.records))
        }
    };
    say(out, &sentence(&heading));
    let is_read = |one: &ColumnInterpretation| one.is_read;
    for (reason, columns) in by_reason(&sheet.columns, is_read) {
        item(out, &format!("Columns read ({reason}): {}", listed(&columns)));
    }
    exceptions_into(out, sheet);
    out.push('\n');
}

/// `Hidden sheet “Old”`.
fn named(sheet: &SheetInterpretation) -> String {
    sheet.sheet.as_deref().map_or_else(
        || "The table".to_owned(),
        |name| {
            let sheet = if sheet.is_hidden { "Hidden sheet" } else { "Sheet" };
            format!("{sheet} {}", quoted(name))
        },
    )
}

/// The columns that were not used, and the rows that are no record or that are hidden.
fn exceptions_into(out: &mut String, sheet: &SheetInterpretation) {
    for (reason, columns) in by_reason(&sheet.columns, |one| !one.is_read) {
        item(out, &format!("Columns not used ({reason}): {}", listed(&columns)));
    }
    let mut taken = Groups::default();
    for row in &sheet.rows {
        taken.put(&row.taken_for, format!("row {} {}", row.row, quoted(&row.text)));
    }
    for (reason, rows) in taken.all {
        item(out, &format!("Taken for {reason}: {}", listed(&rows)));
    }
    if !sheet.hidden_rows.is_empty() {
        let hidden = rows_words(&sheet.hidden_rows);
        item(out, &format!("Hidden in the spreadsheet and read all the same: {hidden}"));
    }
}

/// `37 actions`.
fn holds(kind: SheetKind, records: usize) -> String {
    match kind {
        SheetKind::Actions => count(records, "action", "actions"),
        SheetKind::Recommendations => count(records, "recommendation", "recommendations"),
        SheetKind::Measures => count(records, "measure", "measures"),
        SheetKind::Ignore => count(records, "record", "records"),
    }
}

/// The columns that are `wanted`, each told in a few words, by why it was taken so.
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
        reasons.put(&column.why, format!("{} {heading}{means}", column.column));
    }
    reasons.all
}

/// What was said, by reason, in the order in which the reasons were met.
#[derive(Default)]
struct Groups<'a> {
    all: Vec<(&'a str, Vec<String>)>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Groups<'a> {
    fn put(&mut self, reason: &'a str, said: String) {
        let new = self.all.len();
        let at = *self.places.entry(reason).or_insert(new);
        match self.all.get_mut(at) {
            Some((_, group)) => group.push(said),
            None => self.all.push((reason, vec![said])),
        }
    }
}
