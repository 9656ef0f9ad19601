//! Reads the comments on the cells of a sheet: notes, and threads of comments with their days.

use std::collections::HashSet;

use quick_xml::events::Event;

use super::WorkbookError;
use super::cell_reference;
use super::package::Package;
use super::relationships::Relationships;
use super::shared_strings::{most_bytes, rich_text};
use super::xml::{Xml, attribute};
use crate::cells::{Comment, Excess, SheetLimits, Totals};
use crate::diagnostic::Location;
use crate::text::is_blank;

/// What stands for a thread where programs that know only notes look.
const STANDS_FOR_THREAD: &str = "[Threaded comment]";

/// Reads the comments of a sheet, in the order of its cells. A thread stands once, although the file repeats
/// it as a note.
pub(super) fn comments(
    package: &mut Package,
    (sheet, part): (&str, &str),
    limits: &SheetLimits,
    totals: &mut Totals,
) -> Result<Vec<Comment>, WorkbookError> {
    let parts = Relationships::of(package, part)?;
    let mut found: Vec<Comment> = Vec::new();
    for (kind, element) in [("threadedComment", "threadedComment"), ("comments", "comment")] {
        let Some(name) = parts.part_of_kind(kind).map(str::to_owned) else { continue };
        let Some(part) = package.part(&name, &format!("the part {name}"))? else { continue };
        let notes = list(Xml::new(&part), element, limits)?;
        let threads: HashSet<(u32, u16)> = found.iter().map(Comment::cell).collect();
        for note in notes {
            let place = Location::on_sheet(sheet.into(), Some(note.row), Some(note.column));
            let added = limits
                .check_length(&note.text)
                .and_then(|()| totals.add_text(&note.text, limits))
                .and_then(|()| totals.add_cell(limits));
            added.map_err(|excess| WorkbookError::excess(excess, limits, &place))?;
            if !(note.text.starts_with(STANDS_FOR_THREAD) && threads.contains(&note.cell())) {
                found.push(note);
            }
        }
    }
    found.sort_by_key(Comment::cell);
    Ok(found)
}

/// Reads the comments of one part. One that is blank or names no cell says nothing.
fn list(
    mut xml: Xml<'_>,
    called: &str,
    limits: &SheetLimits,
) -> Result<Vec<Comment>, WorkbookError> {
    let most = most_bytes(limits);
    let mut found: Vec<Comment> = Vec::new();
    let mut last: Option<Comment> = None;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                name if name.eq_ignore_ascii_case(called) => {
                    found.extend(last.take());
                    if found.len() >= limits.cells {
                        let place = Location::default();
                        return Err(WorkbookError::excess(Excess::Cells, limits, &place));
                    }
                    let at =
                        attribute(&element, "ref").and_then(|says| cell_reference::cell(&says));
                    let day = attribute(&element, "dT");
                    let day = day.and_then(|day| day.get(..10).map(str::to_owned));
                    last = at.and_then(|at| {
                        let column = u16::try_from(at.column).ok()?;
                        Some(Comment { row: at.row, column, day, text: String::new() })
                    });
                }
                "text" => match &mut last {
                    Some(comment) if called == "comment" => {
                        rich_text(&mut xml, &mut comment.text, most)?;
                    }
                    Some(comment) => xml.text(&mut comment.text, most)?,
                    None => xml.skip()?,
                },
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    found.extend(last);
    found.retain(|one| !is_blank(&one.text));
    Ok(found)
}
