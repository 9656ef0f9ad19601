//! Checks the options for tables against the file: reports sheets, rows and headings that do not exist,
//! with the nearest that do.

use crate::cells::{Grid, Sheet};
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{
    MAPPING_DRIFTED, OPTIONS_UNKNOWN_COLUMN, OPTIONS_UNKNOWN_ROW, OPTIONS_UNKNOWN_SHEET,
};
use crate::diagnostic::{Location, column_letters};
use crate::import::headings::normalise;
use crate::import::{OtherColumns, ReadOptions, TableOptions};
use crate::plan::quoted;
use crate::text::{nearest, same};

use super::header::{Header, Names};
use super::table_layout::Column;

/// Returns the options for a sheet: those that name it, else those that name no sheet.
pub(super) fn of_sheet<'o>(options: &'o ReadOptions, sheet: &Sheet) -> Option<&'o TableOptions> {
    let is_named = |table: &&TableOptions| match (&table.sheet, &sheet.name) {
        (Some(wanted), Some(name)) => same(wanted, name),
        _ => false,
    };
    let named = options.tables.iter().find(is_named);
    named.or_else(|| options.tables.iter().find(|table| table.sheet.is_none()))
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

/// Returns the time that the options say a column is of.
pub(super) fn time_of(table: &TableOptions, column: &Column) -> Option<String> {
    let compared = normalise(&column.heading);
    let letter = column_letters(column.column);
    let is_one = |name: &str| normalise(name) == compared || name.trim() == letter;
    table.times.iter().find(|(name, _)| is_one(name)).map(|(_, time)| time.clone())
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
pub(super) fn report_no_row(sheet: &Sheet, row: u32, problems: &mut Problems) {
    let message = format!("the options give row {row} for the headings, but that row is empty");
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

/// Reports columns named in the options that are not in a table.
pub(super) fn check_columns(
    sheet: &Sheet,
    table: &TableOptions,
    header: &Header,
    problems: &mut Problems,
) {
    for name in table.columns.keys() {
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
        let message = format!("the options name a column {}, {is_gone}: {near}", quoted(name));
        problems.report(code, sheet.whole(), "the options", message);
    }
}
