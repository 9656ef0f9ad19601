//! Splits the columns that hold two things, as the options or the cells say, before anything is read.

use super::column_meaning::{Holds, Strength};
use super::headings::{HeadingMeaning, normalise, recognise};
use super::layout::Layout;
use super::{ReadOptions, SheetKind};
use crate::cells::{Cell, Content, Grid, Row, Sheet};
use crate::diagnostic::column_letters;
use crate::due_date::{DateContext, DateReading, DueDate, Unreadable};
use crate::plan::quoted;
use crate::text::names_nobody;

/// The most rows that are searched for the heading of a column.
const LOOKED_AT: usize = 60;

/// Splits columns of a file. Returns the options that say what the parts mean, or `None` if there is
/// nothing to split.
///
/// The first part stays where it is, and the second becomes a column right of the table.
pub(super) fn split_columns(grid: &mut Grid, options: &ReadOptions) -> Option<ReadOptions> {
    if options.tables.iter().all(|table| table.split.is_empty()) {
        return None;
    }
    let mut options = options.clone();
    for sheet in &mut grid.sheets {
        let at = options.table_of(sheet.name.as_deref());
        let Some(table) = at.and_then(|at| options.tables.get_mut(at)) else { continue };
        for (name, how) in table.split.clone() {
            let Some((row, column)) = find(sheet, &name) else { continue };
            let Some(new) = next_column(sheet) else { continue };
            split(sheet, (row, column), new, &how.at);
            table.columns.insert(name, how.first);
            table.columns.insert(column_letters(new), how.second);
        }
    }
    Some(options)
}

/// Returns the row and the column of a heading, given by its text or by the letter of its column.
pub(super) fn find(sheet: &Sheet, name: &str) -> Option<(usize, u16)> {
    let wanted = normalise(name);
    let is_text =
        |cell: &Cell| matches!(&cell.content, Content::Text(text) if normalise(text) == wanted);
    let is_letter = |cell: &Cell| column_letters(cell.column) == name.trim();
    let rows = || sheet.rows.iter().enumerate().take(LOOKED_AT);
    let of = |is_one: &dyn Fn(&Cell) -> bool| {
        rows().find_map(|(at, row)| {
            let cell = row.cells.iter().find(|cell| is_one(cell))?;
            Some((at, cell.column))
        })
    };
    of(&is_text).or_else(|| of(&is_letter))
}

/// Returns the column right of every other.
fn next_column(sheet: &Sheet) -> Option<u16> {
    let last =
        sheet.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max()?;
    last.checked_add(1)
}

fn split(sheet: &mut Sheet, (heading, column): (usize, u16), new: u16, at: &str) {
    for (row_at, row) in sheet.rows.iter_mut().enumerate().skip(heading) {
        let Some(Content::Text(text)) = text_of(row, column) else { continue };
        let (first, second) = if row_at == heading {
            (text.to_string(), format!("{text} (second part)"))
        } else {
            match text.trim().split_once(at) {
                Some((first, second)) => (first.trim().to_owned(), second.trim().to_owned()),
                None => continue,
            }
        };
        if let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) {
            cell.content =
                if first.is_empty() { Content::Blank } else { Content::Text(first.into()) };
        }
        if !second.is_empty() {
            row.cells.push(Cell::new(new, Content::Text(second.into())));
        }
    }
}

/// A column that was split because each of its cells divides in the same way.
pub(super) struct SplitByContent {
    pub(super) sheet: usize,
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) message: String,
}

/// What cells are divided at, the likeliest first; and what only names and days are, since it also stands
/// within sentences.
const MARKS: [&str; 4] = ["\n", " / ", " \u{2013} ", " - "];
const MARKS_OF_NAMES: [&str; 4] = [";", "/", " (", ","];

/// Splits the columns whose headings name two things (`Lead/Timescale`) and whose cells all divide in the
/// same way into what the heading names. Each part gets its part of the heading. Columns that the options
/// name are left as they are.
pub(super) fn split_by_content(
    grid: &mut Grid,
    layouts: &[Layout],
    options: &ReadOptions,
) -> Vec<SplitByContent> {
    let mut all = Vec::new();
    for layout in layouts.iter().filter(|layout| layout.kind == Some(SheetKind::Actions)) {
        for column in &layout.columns {
            let Some(two) = two_things(&column.heading) else { continue };
            let letter = column_letters(column.column);
            let compared = normalise(&column.heading);
            let is_named = options.tables.iter().any(|table| {
                let mut names = table.columns.keys().chain(table.split.keys());
                names.any(|name| *name == letter || normalise(name) == compared)
            });
            let Some(sheet) = grid.sheets.get_mut(layout.sheet).filter(|_| !is_named) else {
                continue;
            };
            let has_text = [two.first.1, two.second.1].contains(&Holds::Text);
            let others = MARKS_OF_NAMES.iter().filter(|_| !has_text);
            let mut marks = MARKS.iter().chain(others);
            let Some(mark) = marks.find(|mark| divides(sheet, layout, column.column, (&two, mark)))
            else {
                continue;
            };
            let Some(new) = next_column(sheet) else { continue };
            let heading = layout.header.clone();
            let row = sheet.rows.get(heading.start).map_or(1, |row| row.number);
            for at in heading.clone().chain(layout.body.clone()) {
                let Some(row) = sheet.rows.get_mut(at) else { continue };
                let is_heading = heading.contains(&at);
                divide(row, (column.column, new), is_heading, (&two, mark));
            }
            let message = format!(
                "{} (column {letter}) holds two things in each of its cells, {} and {}: it was read as {} and, as column {}, {}",
                quoted(&column.heading),
                words_of(two.first.1),
                words_of(two.second.1),
                quoted(two.first.0),
                column_letters(new),
                quoted(two.second.0)
            );
            all.push(SplitByContent { sheet: layout.sheet, row, column: column.column, message });
        }
    }
    all
}

/// Returns whether every cell of a column divides at a mark into what its heading names, and one does.
fn divides(
    sheet: &Sheet,
    layout: &Layout,
    column: u16,
    (two, mark): (&TwoThings<'_>, &str),
) -> bool {
    let rows = sheet.rows.get(layout.body.clone()).unwrap_or_default();
    let mut any = false;
    rows.iter().filter_map(|row| row.cell(column)).all(|cell| match &cell.content {
        Content::Blank => true,
        Content::Text(text) if text.trim().is_empty() => true,
        Content::Text(text) => {
            any = true;
            let parts = parts(text, two, mark);
            parts.is_some_and(|(first, second)| {
                is_one(first, two.first.1) && is_one(second, two.second.1)
            })
        }
        _ => false,
    }) && any
}

/// Divides a text at the mark beside what is short: a day or a name.
fn parts<'t>(text: &'t str, two: &TwoThings<'_>, mark: &str) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    let is_short = two.second.1 != Holds::Text;
    let (first, second) = if is_short { text.rsplit_once(mark)? } else { text.split_once(mark)? };
    let second = if mark == " (" { second.strip_suffix(')')? } else { second };
    let (first, second) = (first.trim(), second.trim());
    (!first.is_empty() && !second.is_empty()).then_some((first, second))
}

/// Returns whether a text is of a kind that a heading names.
fn is_one(text: &str, kind: Holds) -> bool {
    let is_day = || {
        // A term or a season is a time too, which will be asked about in its column.
        match DueDate::new(text).read(&DateContext::new()) {
            DateReading::Missing => false,
            DateReading::Unreadable(why) => {
                !matches!(why, Unreadable::Words | Unreadable::SeveralDates)
            }
            _ => true,
        }
    };
    match kind {
        Holds::Days => is_day(),
        Holds::People => {
            let words = text.split_whitespace().count();
            words <= MOST_OF_NAME && !text.ends_with('.') && (names_nobody(text) || !is_day())
        }
        _ => true,
    }
}

/// Returns the words for a part of cells in messages.
fn words_of(kind: Holds) -> &'static str {
    match kind {
        Holds::People => "persons",
        Holds::Text => "text",
        other => other.words(),
    }
}

fn divide(
    row: &mut Row,
    (column, new): (u16, u16),
    is_heading: bool,
    (two, mark): (&TwoThings<'_>, &str),
) {
    let Some(Content::Text(text)) = text_of(row, column) else { return };
    let divided = if is_heading {
        (two.is_heading(&text)).then(|| (two.first.0.to_owned(), two.second.0.to_owned()))
    } else {
        parts(&text, two, mark).map(|(first, second)| (first.to_owned(), second.to_owned()))
    };
    let Some((first, second)) = divided else { return };
    if let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) {
        cell.content = Content::Text(first.into());
    }
    row.cells.push(Cell::new(new, Content::Text(second.into())));
}

/// The most words of a person, post or body.
const MOST_OF_NAME: usize = 12;

/// A heading that names two things: each with its words, and what its cells hold.
struct TwoThings<'h> {
    heading: &'h str,
    first: (&'h str, Holds),
    second: (&'h str, Holds),
}

impl TwoThings<'_> {
    fn is_heading(&self, text: &str) -> bool {
        text.trim() == self.heading.trim()
    }
}

/// Returns the two things that a heading names, if one of them is a day or a person, which cells show.
fn two_things(heading: &str) -> Option<TwoThings<'_>> {
    let is_known = recognise(heading).is_some_and(|found| found.strength > Strength::Loose);
    if is_known {
        return None;
    }
    let kind = |part: &str| {
        let found = recognise(part).filter(|found| found.strength >= Strength::Weak)?;
        Some(match found.meaning {
            HeadingMeaning::Always(means) => means
                .holds()
                .filter(|holds| matches!(holds, Holds::Days | Holds::People | Holds::Text))?,
            HeadingMeaning::CompletionDate | HeadingMeaning::Day => Holds::Days,
            HeadingMeaning::Response | HeadingMeaning::Progress => Holds::Text,
            _ => return None,
        })
    };
    ["/", "&", "\n", " and ", "+"].iter().find_map(|mark| {
        let (first, second) = heading.split_once(mark)?;
        let (first, second) = (first.trim(), second.trim());
        let two =
            TwoThings { heading, first: (first, kind(first)?), second: (second, kind(second)?) };
        (two.first.1 != two.second.1).then_some(two)
    })
}

fn text_of(row: &Row, column: u16) -> Option<Content> {
    row.cell(column).map(|cell| cell.content.clone())
}
