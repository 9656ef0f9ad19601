//! Lays reports out as Markdown, with headings that a screen reader can jump between, tables, and
//! every special character escaped.

use super::document::{Block, Document, Level, Table};
use super::line::without_marks;

/// Returns a document as Markdown.
pub(super) fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let mut before = None;
    for block in document.blocks().iter().map(Block::without_picture) {
        let is_list = |block: &Block| {
            matches!(
                block,
                Block::Item(..)
                    | Block::Pointer(..)
                    | Block::Records(_)
                    | Block::Matrix(_)
                    | Block::Labelled(..)
                    | Block::Problem(..)
            )
        };
        if before.is_some_and(|before| !(is_list(before) && is_list(block))) {
            out.push('\n');
        }
        before = Some(block);
        match block {
            Block::Heading(level, text, _) => {
                let hashes = match level {
                    Level::Title => "#",
                    Level::Section => "##",
                    Level::Part => "###",
                    Level::Entry => "####",
                };
                line(&mut out, &[hashes, " ", &escaped(text)]);
            }
            Block::Paragraph(text) => line(&mut out, &[&escaped(text)]),
            Block::Labelled(label, text) => {
                line(&mut out, &["- **", label, ":** ", &escaped(text)]);
            }
            Block::Fold(text, _) => {
                line(&mut out, &[&escaped(text), "\n"]);
                block.each_entry(|text, details| entry(&mut out, text, details));
            }
            Block::Item(..) | Block::Pointer(..) | Block::Records(_) | Block::Matrix(_) => {
                block.each_entry(|text, details| entry(&mut out, text, details));
            }
            Block::List(text, entries) => {
                line(&mut out, &[&escaped(text), "\n"]);
                for entry in entries {
                    line(&mut out, &["- ", &escaped(entry)]);
                }
            }
            Block::Problem(text, lines) => {
                line(&mut out, &["- ", &escaped(text)]);
                for (label, text) in lines {
                    line(&mut out, &["    - **", label, ":** ", &escaped(text)]);
                }
            }
            Block::Table(shown) => table(&mut out, shown),
            // Its table is shown instead.
            Block::Figure(_) => {}
        }
    }
    out
}

fn line(out: &mut String, pieces: &[&str]) {
    out.extend(pieces.iter().copied());
    out.push('\n');
}

fn entry(out: &mut String, text: &str, details: &[String]) {
    line(out, &["- ", &escaped(text)]);
    for detail in details {
        line(out, &["    - ", &escaped(detail)]);
    }
}

/// Adds a table with the first column aligned left and the others, which hold numbers, aligned
/// right.
fn table(out: &mut String, Table { header, rows, .. }: &Table) {
    let cells = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    line(out, &[&cells(header.iter().map(|cell| escaped(cell)).collect())]);
    let rule = |column| String::from(if column == 0 { "---" } else { "---:" });
    line(out, &[&cells((0..header.len()).map(rule).collect())]);
    for row in rows {
        line(out, &[&cells(row.iter().map(|cell| escaped(cell)).collect())]);
    }
}

/// Returns Markdown that shows the text unchanged, even at the beginning of a line.
fn escaped(text: &str) -> String {
    let text = without_marks(text);
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (position, character) in text.chars().enumerate() {
        let entity = match character {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            _ => None,
        };
        if let Some(entity) = entity {
            out.push_str(entity);
            continue;
        }
        let is_special = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => true,
            '-' | '+' | '=' => position == 0,
            // At the beginning of a line, `12.` and `12)` begin a numbered list.
            '.' | ')' => position == digits && digits > 0,
            _ => false,
        };
        if is_special {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn special_characters_are_escaped() {
        for (text, markdown) in [
            ("a | b *c* <d>", r"a \| b \*c\* &lt;d&gt;"),
            ("# not a heading", r"\# not a heading"),
            ("- not a list, well-known", r"\- not a list, well-known"),
            ("+ nor this", r"\+ nor this"),
            ("12. nor this 3.", r"12\. nor this 3."),
            ("7) nor this", r"7\) nor this"),
            ("=== ", r"\=== "),
            ("2.4.8: Launch", r"2\.4.8: Launch"),
            ("[link](https://example.org) &amp;", r"\[link\](https://example.org) &amp;amp;"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }
}
