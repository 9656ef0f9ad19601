//! What kind of row a row is, before anything is made of it.

use crate::cells::{Content, Row};
use crate::diagnostic::import_codes::TABLE_ENDS;
use crate::import::headings::normalise;
use crate::import::reader::Reader;
use crate::import::values::text_of;
use crate::import::view::{Found, View};
use crate::plan::quoted;
use crate::text::counted;

/// What a row is that is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing stands in it.
    Empty,
    /// The headings again, as on a new page.
    Headings,
    /// A total.
    Total,
    /// A note: it says so.
    Note,
    /// Something to read.
    Rows,
}

/// What a row is.
pub(super) fn shape_of(view: &View<'_>, row_at: usize) -> Shape {
    let filled: Vec<Found<'_>> = view.filled(row_at).collect();
    let Some(first) = filled.first() else {
        return Shape::Empty;
    };
    if filled.len() >= 2
        && (filled.iter().all(|found| is_own_heading(view, found))
            || is_hint(view, row_at, &filled))
    {
        return Shape::Headings;
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
    let is_figure = |found: &&Found<'_>| matches!(found.cell.content, Content::Number(_));
    if begins(&["total", "grand total", "sub total", "subtotal", "overall total"])
        && filled.iter().skip(1).all(|found| is_figure(&found) || short(view, found))
    {
        return Shape::Total;
    }
    let says_note = text.trim_start().starts_with('*')
        || (begins(&["note", "nb", "key", "legend", "source"]) && text.contains([':', '–', '-']));
    if filled.len() == 1 && says_note {
        return Shape::Note;
    }
    Shape::Rows
}

/// Words that stand alone above what is no part of the plan: what its letters mean, who changed it.
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

/// Whether a row ends the table: a blank row and then a lone word such as "Key" or "Version history".
pub(super) fn is_end(view: &View<'_>, row_at: usize) -> bool {
    let mut filled = view.filled(row_at);
    let (Some(found), None) = (filled.next(), filled.next()) else { return false };
    let Content::Text(text) = &found.cell.content else { return false };
    text.len() <= 40
        && ENDS.contains(&&*normalise(text.trim().trim_end_matches(':')))
        && follows_a_gap(view, row_at)
}

/// Leaves what stands in and below a row that ends the table, up to headings that stand again, and
/// says so; gives the first row that is read again.
pub(super) fn leave_end(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize) -> usize {
    let body = view.layout.body.clone();
    let is_again = |at: &usize| shape_of(view, *at) == Shape::Headings;
    let end = (row_at..body.end).find(is_again).unwrap_or(body.end);
    let mut rows = 0_usize;
    for at in row_at..end {
        rows += usize::from(at > row_at && view.filled(at).next().is_some());
        for found in view.filled(at) {
            reader.ledger.leave(found.at, "a note under the table");
        }
    }
    if rows > 0 {
        let row = view.sheet.rows.get(row_at).map_or(1, |row| row.number);
        let message = format!(
            "{} ends the table: {} below it {} taken for notes",
            quoted(&words_of(view, row_at)),
            counted(rows, "row"),
            if rows == 1 { "was" } else { "were" }
        );
        reader.report_of_row(view, row, &TABLE_ENDS, "the table", message);
    }
    end
}

/// Whether a row right under the headings only explains them: every cell is in brackets.
fn is_hint(view: &View<'_>, row_at: usize, filled: &[Found<'_>]) -> bool {
    row_at == view.layout.body.start
        && filled.iter().all(|found| match &found.cell.content {
            Content::Text(text) => {
                let text = text.trim();
                (text.starts_with('(') && text.ends_with(')'))
                    || (text.starts_with('[') && text.ends_with(']'))
            }
            _ => false,
        })
}

/// What a row of headings is taken for: the headings again, else words that explain them.
pub(super) fn taken_for(view: &View<'_>, row_at: usize) -> &'static str {
    let filled: Vec<Found<'_>> = view.filled(row_at).collect();
    if is_hint(view, row_at, &filled) {
        "words that explain the headings"
    } else {
        "the headings again"
    }
}

/// How a text begins, as headings are compared; empty where it can begin with no word of a total or note.
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

/// The words of a row, as they are listed for a person to check.
pub(super) fn words_of(view: &View<'_>, row_at: usize) -> String {
    let texts: Vec<String> = view
        .filled(row_at)
        .filter_map(|found| text_of(found.cell, view.sheet.dates))
        .map(|text| text.trim().to_owned())
        .collect();
    texts.join(" | ")
}

/// Whether blank rows stand between a row and the one above it with anything in it.
pub(super) fn follows_a_gap(view: &View<'_>, row_at: usize) -> bool {
    let rows = &view.sheet.rows;
    let number = |at: usize| rows.get(at).map(|row: &Row| row.number);
    let above = (view.layout.header.start..row_at)
        .rev()
        .take(50)
        .find(|at| view.filled(*at).next().is_some())
        .and_then(number);
    match (above, number(row_at)) {
        (Some(above), Some(own)) => own > above + 1,
        _ => false,
    }
}
