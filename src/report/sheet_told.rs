//! What was understood of one sheet, in a few lines.

use std::collections::HashMap;

use super::import_report::{item, say};
use super::rows::{listed, rows_words};
use super::words::{count, sentence};
use crate::plan::quoted;
use crate::table::{ColumnMeaning, ColumnUnderstood, SheetKind, SheetUnderstood};

pub(super) fn sheet_into(out: &mut String, sheet: &SheetUnderstood) {
    let name = sheet.sheet.as_deref().map_or_else(
        || "The table".to_owned(),
        |name| {
            let sheet = if sheet.is_hidden { "Hidden sheet" } else { "Sheet" };
            format!("{sheet} {}", quoted(name))
        },
    );
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
    let is_read = |one: &ColumnUnderstood| one.is_read;
    for (reason, columns) in by_reason(&sheet.columns, is_read) {
        item(out, &format!("Columns read ({reason}): {}", listed(&columns)));
    }
    for (reason, columns) in by_reason(&sheet.columns, |one| !is_read(one)) {
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
    out.push('\n');
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
    columns: &[ColumnUnderstood],
    wanted: impl Fn(&ColumnUnderstood) -> bool,
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
