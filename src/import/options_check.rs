//! Checks what the options say by themselves, whatever the file: everything that cannot be, each with the
//! path of its key.

use super::values::{is_colour_name, is_hexadecimal};
use super::{ReadOptions, TableOptions};
use crate::due_date::{DateContext, DateReading};
use crate::plan::quoted;
use crate::text::same;

/// Returns what is wrong with options, in their order.
pub(super) fn check(options: &ReadOptions) -> Vec<String> {
    let mut wrong = Vec::new();
    for (at, table) in options.tables.iter().enumerate() {
        let earlier = options.tables.iter().take(at);
        let is_same = |other: &TableOptions| match (&other.sheet, &table.sheet) {
            (Some(one), Some(other)) => same(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        if let Some(first) = earlier.into_iter().position(is_same) {
            let what = match &table.sheet {
                Some(sheet) => format!("the sheet {}", quoted(sheet)),
                None => "every sheet that no entry names".to_owned(),
            };
            wrong.push(format!(
                "tables[{at}] is about {what}, as tables[{first}] is: it was not used"
            ));
        }
        of_table(&format!("tables[{at}]"), table, &mut wrong);
    }
    for (at, entry) in options.legend.iter().enumerate() {
        if entry.word.trim().is_empty() {
            wrong.push(format!("legend[{at}].word is blank"));
        }
    }
    for colour in options.fills.keys() {
        if !is_colour_name(colour) && !is_hexadecimal(colour) {
            wrong.push(format!(
                "fills: {} is not a colour: write red, orange, yellow, green, blue, purple, pink, brown or \
                 grey, or six hexadecimal digits such as 0070C0",
                quoted(colour)
            ));
        }
    }
    let context = DateContext::default();
    for (words, day) in &options.days {
        if !matches!(day.read(&context), DateReading::Due(_)) {
            wrong.push(format!(
                "days.{words}: {} gives no day: write one such as 31/03/2027",
                quoted(day.as_str())
            ));
        }
    }
    for (at, separator) in options.separators.iter().flatten().enumerate() {
        if separator.is_empty() {
            wrong.push(format!("separators[{at}] is empty"));
        }
    }
    wrong
}

fn of_table(path: &str, table: &TableOptions, wrong: &mut Vec<String>) {
    let mut say = |key: &str, what: String| wrong.push(format!("{path}.{key} {what}"));
    let headings = table.heading_rows.unwrap_or(1).max(1);
    let last_heading = table.header_row.map(|row| row.saturating_add(headings - 1));
    if table.heading_rows.is_some() && table.header_row.is_none() {
        say("heading_rows", "needs header_row, the first row of the headings".to_owned());
    }
    if let (Some(first), Some(heading)) = (table.first_row, last_heading)
        && first <= heading
    {
        say("first_row", format!("is {first}, but the headings are down to row {heading}"));
    }
    let first = table.first_row.or(last_heading).unwrap_or(1);
    if let Some(last) = table.last_row.filter(|last| *last < first) {
        say("last_row", format!("is {last}, which is above row {first}, the first"));
    }
    if let Some(kind) = table.holds {
        for (name, means) in &table.columns {
            if !means.is_allowed_on(kind) {
                say(
                    &format!("columns.{name}"),
                    format!("is {means}, which a table of {kind} does not have"),
                );
            }
        }
    }
    for (name, split) in &table.split {
        if split.at.is_empty() {
            say(
                &format!("split.{name}.at"),
                "is empty: write the text between the two parts".to_owned(),
            );
        }
        if table.columns.get(name).is_some_and(|means| *means != split.first) {
            say(
                &format!("split.{name}"),
                format!(
                    "says that the first part is {}, and columns that it is something else",
                    split.first
                ),
            );
        }
    }
    for (at, rows) in table.rows.iter().enumerate() {
        let key = format!("rows[{at}]");
        match (&rows.column, rows.numbers.is_empty()) {
            (None, true) => {
                say(&key, "says which rows neither by numbers nor by column".to_owned());
            }
            (Some(_), false) => {
                say(
                    &key,
                    "says which rows both by numbers and by column: write two entries".to_owned(),
                );
            }
            _ => {}
        }
        if rows.says.is_some() && rows.column.is_none() {
            say(&format!("{key}.says"), "needs column, the column that says it".to_owned());
        }
        for number in &rows.numbers {
            if let Some(heading) = last_heading.filter(|heading| number <= heading) {
                say(
                    &format!("{key}.numbers"),
                    format!("has row {number}, but the headings are down to row {heading}"),
                );
            }
        }
    }
}
