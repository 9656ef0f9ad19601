//! Lays reports out as plain text of 80 columns, with numbered sections, without drawings or
//! colours.

use super::document::{Block, Document, Level, Table};
use super::line::without_marks;
use super::wrap::{width, wrap_into};

/// Returns a document as plain text.
pub(super) fn plain_text(document: &Document) -> String {
    let mut out = String::new();
    let mut sections = 0;
    let mut before = None;
    for block in document.blocks().iter().map(Block::without_picture) {
        if before.is_some_and(|before| is_separated(before, block)) {
            out.push('\n');
        }
        before = Some(block);
        match block {
            Block::Heading(Level::Section, text, _) => {
                sections += 1;
                wrap_into(&mut out, text, &format!("{sections}. "), "   ");
            }
            Block::Heading(_, text, _) | Block::Paragraph(text) => {
                wrap_into(&mut out, text, "", "");
            }
            Block::Labelled(label, text) => wrap_into(&mut out, text, &format!("{label}: "), "  "),
            Block::Fold(text, _) => {
                wrap_into(&mut out, text, "", "");
                block.each_entry(|text, details| entry(&mut out, text, details));
            }
            Block::Item(..) | Block::Pointer(..) | Block::Records(_) | Block::Matrix(_) => {
                block.each_entry(|text, details| entry(&mut out, text, details));
            }
            Block::List(text, entries) => {
                wrap_into(&mut out, text, "", "");
                for entry in entries {
                    wrap_into(&mut out, entry, "- ", "  ");
                }
            }
            Block::Problem(text, lines) => {
                wrap_into(&mut out, text, "", "  ");
                for (label, line) in lines {
                    wrap_into(&mut out, line, &format!("  {label}: "), "    ");
                }
            }
            Block::Table(shown) => table(&mut out, shown),
            // Its table is shown instead.
            Block::Figure(_) => {}
        }
    }
    out
}

/// Returns whether there is an empty line between two blocks.
fn is_separated(before: &Block, block: &Block) -> bool {
    match (before, block) {
        (Block::Heading(Level::Part | Level::Entry, ..), _)
        | (Block::Item(..), Block::Item(..))
        | (Block::Pointer(..), Block::Pointer(..))
        | (Block::Labelled(..), Block::Labelled(..)) => false,
        (Block::Paragraph(text), Block::Item(..) | Block::Records(_) | Block::Table(_)) => {
            !text.ends_with(':')
        }
        _ => true,
    }
}

fn entry(out: &mut String, text: &str, details: &[String]) {
    wrap_into(out, text, "- ", "  ");
    for detail in details {
        wrap_into(out, detail, "  ", "  ");
    }
}

/// Adds a table with the first column aligned left and the others, which hold numbers, aligned
/// right.
fn table(out: &mut String, Table { header, rows, .. }: &Table) {
    let rows: Vec<Vec<_>> =
        rows.iter().map(|row| row.iter().map(|cell| without_marks(cell)).collect()).collect();
    let mut widths: Vec<usize> = header.iter().map(|cell| width(cell)).collect();
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = width(cell).max(*widest);
        }
    }
    let mut line = |cells: Vec<&str>| {
        let mut written = String::from(" ");
        for (column, (cell, widest)) in cells.into_iter().zip(&widths).enumerate() {
            let padding = " ".repeat(widest.saturating_sub(width(cell)));
            let (left, right) =
                if column == 0 { ("", padding) } else { (padding.as_str(), String::new()) };
            written.push(' ');
            written.push_str(left);
            written.push_str(cell);
            written.push_str(&right);
            written.push(' ');
        }
        out.push_str(written.trim_end());
        out.push('\n');
    };
    line(header.clone());
    for row in &rows {
        line(row.iter().map(AsRef::as_ref).collect());
    }
}
