//! What kind of row a row is, before anything is made of it.

use crate::table::headings::normal;
use crate::table::values::text_of;
use crate::table::view::{Found, View};
use crate::table::{Content, Row};

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
    if filled.len() >= 2 && filled.iter().all(|found| is_own_heading(view, found)) {
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

/// How a text begins, as headings are compared; empty where it can begin with no word of a total or note.
fn start_of(text: &str) -> String {
    let first = text.chars().find(|letter| letter.is_alphanumeric());
    let may_be = first.is_some_and(|first| "tgsonklp".contains(first.to_ascii_lowercase()));
    if may_be { normal(&text.trim().chars().take(24).collect::<String>()) } else { String::new() }
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
