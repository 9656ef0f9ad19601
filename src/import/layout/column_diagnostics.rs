//! Words what is reported of the columns of a table: doubts, columns that are alike, and earlier states.

use super::column_meanings::{Alike, Doubt, Why};
use super::header::Head;
use super::table_layout::Column;
use crate::diagnostic::import_codes::{COLUMN_UNCERTAIN, CONTENT_CONTRADICTS_HEADING};
use crate::diagnostic::{CodeEntry, column_letters};
use crate::import::ColumnMeaning;
use crate::import::headings::normalise;
use crate::plan::quoted;
use crate::text::and_list;

/// Returns what to say of a column that a person should look at.
pub(super) fn of_doubt(doubt: &Doubt, columns: &[Column]) -> (&'static CodeEntry, String) {
    let heading = |at: u16| {
        let found =
            columns.iter().find(|one| one.column == at).filter(|one| !one.heading.is_empty());
        found.map_or_else(|| "the column without a heading".to_owned(), |one| quoted(&one.heading))
    };
    let name = heading(doubt.column);
    let letter = column_letters(doubt.column);
    let settle = |means: ColumnMeaning| format!("\"columns\": {{ \"{letter}\": \"{means}\" }}");
    match &doubt.why {
        Why::Guessed { means, why, instead } => {
            let other = match instead {
                Some(instead) => format!("{instead}: {}", settle(*instead)),
                None => format!("something else, or nothing: {}", settle(ColumnMeaning::Ignore)),
            };
            let message = format!(
                "{name} (column {letter}) was read as {means}, because {why}; the options confirm that with {}, or make it {other}",
                settle(*means)
            );
            (&COLUMN_UNCERTAIN, message)
        }
        Why::Unknown { holds, taken, by } => {
            let message = format!(
                "{name} (column {letter}) holds {}, but its heading is not known, and {} (column {}) was read as {taken}: column {letter} was not used; the options say what it is, as in {}",
                holds.words(),
                heading(*by),
                column_letters(*by),
                settle(ColumnMeaning::Note)
            );
            (&COLUMN_UNCERTAIN, message)
        }
        Why::Contradicted { means, holds } => {
            let message = format!(
                "{name} (column {letter}) is a heading of {means}, but its cells hold {}: the column was not used",
                holds.words()
            );
            (&CONTENT_CONTRADICTS_HEADING, message)
        }
    }
}

/// Returns what to say of two columns that may mean the same.
pub(super) fn of_alike(pair: &Alike, heads: &[Head]) -> String {
    let heading = |column: u16| {
        let found = heads.iter().find(|one| one.column == column);
        found.map_or_else(String::new, |one| quoted(&one.heading))
    };
    let (used, other) = (heading(pair.used), heading(pair.other));
    let (used_letter, letter) = (column_letters(pair.used), column_letters(pair.other));
    let fate = if pair.is_kept { "kept as updates" } else { "listed as not used" };
    if normalise(&used) == normalise(&other) {
        format!(
            "{other} is the heading of columns {used_letter} and {letter}: {used_letter} was used, and column {letter} is {fate}"
        )
    } else if pair.is_same {
        format!(
            "{other} (column {letter}) says the same as {used} (column {used_letter}), which was used: column {letter} is {fate}"
        )
    } else {
        format!(
            "{other} (column {letter}) may mean what {used} (column {used_letter}) means, and holds something else: {used_letter} was used, and column {letter} is {fate}"
        )
    }
}

/// Returns what to say of columns that say how far the work was at an earlier time, if there are any.
pub(super) fn of_earlier(earlier: &[u16], columns: &[Column]) -> Option<String> {
    let name = |column: &u16| {
        let own = columns.iter().find(|one| one.column == *column)?;
        Some(format!("{} (column {})", quoted(&own.heading), column_letters(*column)))
    };
    let names: Vec<String> = earlier.iter().filter_map(name).collect();
    let latest = columns.iter().find(|one| {
        let is_state = matches!(one.means, Some(ColumnMeaning::Rag | ColumnMeaning::Status));
        is_state && one.time.is_some()
    })?;
    (!names.is_empty()).then(|| {
        format!(
            "{} says how far the work is: it is the last such column that is filled, and {} kept as updates",
            name(&latest.column).unwrap_or_default(),
            match names.as_slice() {
                [one] => format!("{one} is"),
                more => format!("{} are", and_list(more)),
            }
        )
    })
}
