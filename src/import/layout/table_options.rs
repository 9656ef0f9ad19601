//! Checks the options for tables against the file: reports sheets, rows and headings that do not exist,
//! with the nearest that do.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::cells::{Grid, Sheet};
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{
    MAPPING_DRIFTED, OPTIONS_UNKNOWN_COLUMN, OPTIONS_UNKNOWN_ROW, OPTIONS_UNKNOWN_SHEET,
};
use crate::diagnostic::{Location, column_letters};
use crate::import::headings::normalise;
use crate::import::view::is_filled;
use crate::import::{OtherColumns, ReadOptions, RowKind, RowRule, TableOptions};
use crate::plan::quoted;
use crate::text::{nearest, same};

use super::header::{Header, Names};
use super::table_layout::Column;

/// Returns the options for a sheet: those that name it, else those that name no sheet.
pub(super) fn of_sheet<'o>(options: &'o ReadOptions, sheet: &Sheet) -> Option<&'o TableOptions> {
    options.tables.get(options.table_of(sheet.name.as_deref())?)
}

/// Returns the names of columns in the options for a table.
pub(super) fn names(table: Option<&TableOptions>) -> Names {
    let mut names = Names::default();
    for (name, means) in table.iter().flat_map(|table| &table.columns) {
        names.by_heading.insert(normalise(name), *means);
        if is_letters(name) {
            names.by_letter.insert(name.trim().to_owned(), *means);
        }
    }
    names
}

/// Returns the path of the options for a table.
pub(super) fn path(table: usize) -> String {
    format!("tables[{table}]")
}

/// Returns whether a name in the options is that of a column: its heading or its letter.
fn is_name_of(name: &str, column: &Column) -> bool {
    normalise(name) == normalise(&column.heading) || name.trim() == column_letters(column.column)
}

/// Returns the column that a name in the options stands for.
pub(super) fn named_column<'c>(name: &str, columns: &'c [Column]) -> Option<&'c Column> {
    columns.iter().find(|column| is_name_of(name, column))
}

/// Returns the time that the options say a column is of.
pub(super) fn time_of(table: &TableOptions, column: &Column) -> Option<String> {
    table.times.iter().find(|(name, _)| is_name_of(name, column)).map(|(_, time)| time.clone())
}

/// Returns what the options say that rows of a table are, by number. Of several entries for a row the first
/// counts.
pub(super) fn kinds(
    (sheet, body): (&Sheet, &Range<usize>),
    table: &TableOptions,
    columns: &[Column],
) -> BTreeMap<u32, RowKind> {
    let rules: Vec<RowRule<'_>> = table
        .rows
        .iter()
        .map(|one| {
            let column = one.column.as_deref().and_then(|name| named_column(name, columns));
            RowRule::of_column(one, column.map(|column| column.column))
        })
        .collect();
    let rows = sheet.rows.get(body.clone()).filter(|_| !rules.is_empty()).unwrap_or_default();
    rows.iter()
        .filter(|row| row.cells.iter().any(is_filled))
        .filter_map(|row| {
            let rule = rules.iter().find(|rule| rule.fits(row, sheet.dates))?;
            Some((row.number, rule.are))
        })
        .collect()
}

/// Returns whether a name may be a column letter.
fn is_letters(name: &str) -> bool {
    let name = name.trim();
    (1..=3).contains(&name.len()) && name.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Reports sheets named in the options that are not in the file.
pub(crate) fn check(grid: &Grid, options: &ReadOptions, problems: &mut Problems) {
    let names: Vec<&str> = grid.sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    for table in &options.tables {
        let Some(wanted) = &table.sheet else { continue };
        if names.iter().any(|name| same(name, wanted)) {
            continue;
        }
        let message = if names.is_empty() {
            format!(
                "the options name a sheet {}, but this is a text file, which has no sheets",
                quoted(wanted)
            )
        } else {
            let folded: Vec<String> = names.iter().map(|name| normalise(name)).collect();
            let pairs = folded.iter().map(String::as_str).zip(names.iter().copied());
            let near = nearest(&normalise(wanted), pairs).map_or_else(
                || {
                    let all: Vec<String> = names.iter().take(8).map(|name| quoted(name)).collect();
                    format!("the file has {}", all.join(", "))
                },
                |near| format!("did you mean {}?", quoted(near)),
            );
            format!("the options name a sheet {}, but there is none: {near}", quoted(wanted))
        };
        problems.report(&OPTIONS_UNKNOWN_SHEET, Location::default(), "the options", message);
    }
}

/// Reports that the row given for the headings is empty.
pub(super) fn report_no_row(sheet: &Sheet, (row, path): (u32, &str), problems: &mut Problems) {
    let message = format!(
        "the options give row {row} for the headings ({path}.header_row), but that row is empty"
    );
    problems.report(&OPTIONS_UNKNOWN_ROW, sheet.whole(), "the options", message);
}

/// The most new columns that are reported one by one.
const MOST_NEW: usize = 20;

/// Reports columns of a table that are not in options that listed every column.
pub(super) fn report_new(
    sheet: &Sheet,
    row: u32,
    table: &TableOptions,
    (header, columns): (&Header, &[Column]),
    problems: &mut Problems,
) {
    if table.other_columns != OtherColumns::Report {
        return;
    }
    let new = header.heads.iter().filter(|head| head.named.is_none());
    for head in new.take(MOST_NEW) {
        let means = columns.iter().find(|one| one.column == head.column).and_then(|one| one.means);
        let fate = match means {
            Some(means) => format!("it was read as {means}"),
            None => "it was not used".to_owned(),
        };
        let message = format!(
            "{} (column {}) is not in the options, which list every column there was: {fate}",
            quoted(&head.heading),
            column_letters(head.column)
        );
        problems.report(&MAPPING_DRIFTED, sheet.place(row, head.column), "the options", message);
    }
}

/// Returns every column that the options for a table name, with its key, each name once.
fn named(table: &TableOptions) -> Vec<(String, &str)> {
    let mut named: Vec<(String, &str)> = Vec::new();
    let rows = table.rows.iter().enumerate();
    let of_rows =
        rows.filter_map(|(at, one)| Some((format!("rows[{at}]"), one.column.as_deref()?)));
    let all = table
        .columns
        .keys()
        .map(|name| ("columns".to_owned(), name.as_str()))
        .chain(table.split.keys().map(|name| ("split".to_owned(), name.as_str())))
        .chain(table.times.keys().map(|name| ("times".to_owned(), name.as_str())))
        .chain(table.blanks.keys().map(|name| ("blanks".to_owned(), name.as_str())))
        .chain(of_rows);
    for (key, name) in all {
        if !named.iter().any(|(_, other)| *other == name) {
            named.push((key, name));
        }
    }
    named
}

/// Reports columns named in the options that are not in a table.
pub(super) fn check_columns(
    sheet: &Sheet,
    (table, path): (&TableOptions, &str),
    header: &Header,
    problems: &mut Problems,
) {
    for (key, name) in named(table) {
        let wanted = normalise(name);
        let is_heading = header.heads.iter().any(|head| normalise(&head.heading) == wanted);
        let is_column = is_letters(name)
            && header.heads.iter().any(|head| column_letters(head.column) == name.trim());
        if is_heading || is_column {
            continue;
        }
        let headings: Vec<(String, &str)> = header
            .heads
            .iter()
            .map(|head| (normalise(&head.heading), head.heading.as_str()))
            .collect();
        let pairs = headings.iter().map(|(folded, written)| (folded.as_str(), *written));
        let near = nearest(&wanted, pairs).map_or_else(
            || {
                let all: Vec<String> =
                    headings.iter().take(12).map(|(_, written)| quoted(written)).collect();
                format!("the headings are {}", all.join(", "))
            },
            |near| format!("did you mean {}?", quoted(near)),
        );
        let (code, is_gone) = match table.other_columns {
            OtherColumns::WorkOut => (&OPTIONS_UNKNOWN_COLUMN, "but there is none"),
            OtherColumns::Report => (&MAPPING_DRIFTED, "which the table no longer has"),
        };
        let message =
            format!("the options name a column {} ({path}.{key}), {is_gone}: {near}", quoted(name));
        problems.report(code, sheet.whole(), "the options", message);
    }
}
