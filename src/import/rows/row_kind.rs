//! Classifies rows before records are made from them.

use crate::cells::Content;
use crate::diagnostic::import_codes::TABLE_ENDS;
use crate::import::headings::normalise;
use crate::import::table_reader::TableReader;
use crate::import::values::text_of;
use crate::import::view::{Found, TableRow, View};
use crate::plan::quoted;
use crate::text::counted;

/// The kind of a row, as far as its form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// An empty row.
    Empty,
    /// Repeated headings, as on a new page.
    Headings,
    /// A total.
    Total,
    /// A note that says it is one.
    Note,
    /// A row under the headings that asks what to write.
    Guidance,
    /// A row to read.
    Rows,
}

/// Returns the kind of a row.
pub(super) fn shape_of(row: TableRow<'_>) -> Shape {
    let mut filled = row.filled();
    let Some(first) = filled.next() else {
        return Shape::Empty;
    };
    let is_alone = filled.next().is_none();
    let again = || row.filled().all(|found| is_own_heading(row.view, &found));
    if !is_alone && (again() || is_hint(row) || is_line_of_headings(row)) {
        return Shape::Headings;
    }
    if !is_alone && is_guidance(row) {
        return Shape::Guidance;
    }
    let Content::Text(text) = &first.cell.content else {
        return Shape::Rows;
    };
    let start = start_of(text);
    let begins = |words: &[&str]| {
        words.iter().any(|word| {
            start == *word || start.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let is_figure = |found: &Found<'_>| matches!(found.cell.content, Content::Number(_));
    if begins(&["total", "grand total", "sub total", "subtotal", "overall total"])
        && row.filled().skip(1).all(|found| is_figure(&found) || short(row.view, &found))
    {
        return Shape::Total;
    }
    let says_note = text.trim_start().starts_with('*')
        || (begins(&["note", "nb", "key", "legend", "source"]) && text.contains([':', '–', '-']));
    if is_alone && says_note {
        return Shape::Note;
    }
    Shape::Rows
}

/// Text alone on a row above something that is not part of the plan, such as a key or a change log.
const ENDS: [&str; 22] = [
    "abbreviations",
    "amendments",
    "brag key",
    "change history",
    "change log",
    "document control",
    "document history",
    "footnotes",
    "glossary",
    "key",
    "legend",
    "note",
    "notes",
    "rag key",
    "rag legend",
    "rag rating key",
    "revision history",
    "status key",
    "version",
    "version control",
    "version history",
    "version log",
];

/// Returns whether a row ends the table: a blank row followed by a single text such as "Key" or "Version
/// history".
pub(super) fn is_end(row: TableRow<'_>) -> bool {
    let mut filled = row.filled();
    let (Some(found), None) = (filled.next(), filled.next()) else { return false };
    let Content::Text(text) = &found.cell.content else { return false };
    text.len() <= 40
        && ENDS.contains(&&*normalise(text.trim().trim_end_matches(':')))
        && follows_a_gap(row)
}

/// Leaves a row that ends the table, and the rows below it, unused up to any repeated headings, and
/// reports it. Returns the first row to read again.
pub(super) fn leave_end(table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> usize {
    let body = table.view.layout.body.clone();
    let mut end = body.end;
    let mut rows = 0_usize;
    for below in (row.at..body.end).filter_map(|at| row.view.row(at)) {
        if shape_of(below) == Shape::Headings {
            end = below.at;
            break;
        }
        rows += usize::from(below.at > row.at && !below.is_blank());
        table.leave(below, "a note under the table");
    }
    if rows > 0 {
        let message = format!(
            "{} ends the table: {} below it {} read as notes",
            quoted(&words_of(row)),
            counted(rows, "row"),
            if rows == 1 { "was" } else { "were" }
        );
        table.report_of_row(row.number, &TABLE_ENDS, "the table", message);
    }
    end
}

/// Returns whether a row right under the headings only explains them: every cell is in brackets.
fn is_hint(row: TableRow<'_>) -> bool {
    row.at == row.view.layout.body.start
        && row.filled().all(|found| match &found.cell.content {
            Content::Text(text) => {
                let text = text.trim();
                (text.starts_with('(') && text.ends_with(')'))
                    || (text.starts_with('[') && text.ends_with(']'))
            }
            _ => false,
        })
}

/// The first words of a text that says what to write.
const ASKS: [&str; 8] =
    ["please ", "enter ", "insert ", "describe ", "e.g.", "eg ", "for example", "dd/mm"];

/// Returns whether a row right under the headings only asks what to write: questions, and words of the
/// headings themselves.
fn is_guidance(row: TableRow<'_>) -> bool {
    let start = row.view.layout.body.start;
    if row.at > start + 1 || (row.at == start + 1 && !row.view.row(start).is_some_and(is_guidance))
    {
        return false;
    }
    let mut asks = 0_usize;
    let all = row.filled().all(|found| {
        let Content::Text(text) = &found.cell.content else { return false };
        let text = text.trim();
        let lower = text.to_lowercase();
        let is_asked = text.ends_with('?') || ASKS.iter().any(|word| lower.starts_with(word));
        asks += usize::from(is_asked);
        is_asked || repeats_heading(row.view, &found, text)
    });
    all && asks > 0
}

/// Returns whether a short text holds only words of its own heading: `Date` under `Target date`.
fn repeats_heading(view: &View<'_>, found: &Found<'_>, text: &str) -> bool {
    let heading = view.layout.columns.iter().find(|one| one.column == found.cell.column);
    let heading = heading.map_or_else(String::new, |one| normalise(&one.heading));
    let words = normalise(text);
    text.len() <= 40
        && !words.is_empty()
        && words.split(' ').all(|word| heading.split(' ').any(|own| own == word))
}

/// Returns what a heading row is taken for: repeated headings, or text that explains them.
pub(super) fn taken_for(row: TableRow<'_>) -> &'static str {
    if is_hint(row) { "text that explains the headings" } else { "the headings again" }
}

/// Returns the normalised start of a text, or an empty string if no total or note can start so.
fn start_of(text: &str) -> String {
    let first = text.chars().find(|letter| letter.is_alphanumeric());
    let may_be = first.is_some_and(|first| "tgsonklp".contains(first.to_ascii_lowercase()));
    if may_be {
        normalise(&text.trim().chars().take(24).collect::<String>())
    } else {
        String::new()
    }
}

fn short(view: &View<'_>, found: &Found<'_>) -> bool {
    text_of(found.cell, view.sheet.dates).is_none_or(|text| text.len() <= 12)
}

fn is_own_heading(view: &View<'_>, found: &Found<'_>) -> bool {
    match &found.cell.content {
        Content::Text(text) => view.is_heading(found.cell.column, text),
        _ => false,
    }
}

/// Returns whether a row is one of the lines of headings that take several rows, repeated: each of its texts
/// begins or ends the heading of its column.
fn is_line_of_headings(row: TableRow<'_>) -> bool {
    let view = row.view;
    view.layout.header.len() > 1
        && row.filled().all(|found| {
            let Content::Text(text) = &found.cell.content else { return false };
            let text = text.trim();
            let own = view.layout.columns.iter().find(|one| one.column == found.cell.column);
            own.is_some_and(|one| {
                let heading = one.heading.trim();
                heading.starts_with(text) || heading.ends_with(text)
            })
        })
}

/// Returns the text of a row as listed for a person to check.
pub(super) fn words_of(row: TableRow<'_>) -> String {
    let texts: Vec<String> = row
        .filled()
        .filter_map(|found| text_of(found.cell, row.view.sheet.dates))
        .map(|text| text.trim().to_owned())
        .collect();
    texts.join(" | ")
}

/// Returns whether a row follows a gap of blank rows.
pub(super) fn follows_a_gap(row: TableRow<'_>) -> bool {
    let above = (row.view.layout.header.start..row.at).rev().take(50);
    let mut above = above.filter_map(|at| row.view.row(at));
    above.find(|above| !above.is_blank()).is_some_and(|above| row.number > above.number + 1)
}
