//! The texts of cells: shared texts, rich text, and Excel's escapes.

use std::sync::Arc;

use quick_xml::events::Event;

use super::WorkbookError;
use super::error::size;
use super::xml::{Xml, attribute};
use crate::cells::SheetLimits;
use crate::text::thousands;

/// The shared texts by index. The cells with a text share it.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    texts: Vec<Arc<str>>,
    /// The length of all texts.
    bytes: usize,
}

impl SharedStrings {
    pub(super) fn read(mut xml: Xml<'_>, limits: &SheetLimits) -> Result<Self, WorkbookError> {
        let mut strings = Self::default();
        let mut one = String::new();
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "sst" => {
                        for name in ["count", "uniqueCount"] {
                            let says = attribute(&element, name);
                            must_be_possible(says.as_deref(), name == "count", limits)?;
                        }
                    }
                    "si" => {
                        one.clear();
                        rich_text(&mut xml, &mut one, most_bytes(limits))?;
                        strings.texts.push(Arc::from(one.as_str()));
                        strings.bytes = strings.bytes.saturating_add(one.len());
                        strings.must_be_few(limits)?;
                    }
                    _ => {}
                },
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    /// Returns the text with an index, from 0.
    pub(super) fn get(&self, number: usize) -> Option<&Arc<str>> {
        self.texts.get(number)
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    fn must_be_few(&self, limits: &SheetLimits) -> Result<(), WorkbookError> {
        if self.texts.len() > limits.cells {
            let most = thousands(limits.cells);
            return Err(WorkbookError::too_large(
                format!(
                    "the workbook keeps more than {most} texts, more than the cells that are read"
                ),
                REMEDY,
            ));
        }
        if self.bytes > limits.text_bytes {
            let most = size(u64::try_from(limits.text_bytes).unwrap_or(u64::MAX));
            return Err(WorkbookError::too_large(
                format!("the texts of the workbook take more than {most}, the most that is read"),
                REMEDY,
            ));
        }
        Ok(())
    }
}

const REMEDY: &str = "keep only the sheets of the plan, and save it again";

/// Refuses a list that states a count beyond any that would be read.
fn must_be_possible(
    says: Option<&str>,
    counts_uses: bool,
    limits: &SheetLimits,
) -> Result<(), WorkbookError> {
    let Some(says) = says else { return Ok(()) };
    match says.parse::<u64>() {
        Ok(number) if number <= u64::try_from(limits.cells).unwrap_or(u64::MAX) => Ok(()),
        Ok(number) => {
            let (number, most) = (thousands(number), thousands(limits.cells));
            let what = if counts_uses { "cells with text" } else { "different texts" };
            Err(WorkbookError::too_large(
                format!("the workbook says it has {number} {what}, at most {most} cells are read"),
                REMEDY,
            ))
        }
        Err(_) => Err(WorkbookError::damaged(format!(
            "the list of texts says that it holds “{}”",
            says.chars().take(30).collect::<String>()
        ))),
    }
}

/// The most bytes of XML text that can be a cell within the limits: `_x000D_` is one unit.
pub(super) fn most_bytes(limits: &SheetLimits) -> usize {
    limits.cell_units.saturating_mul(7)
}

/// Returns the text of an element whose start was just read: its runs in order, without the phonetic
/// readings that Japanese text may have.
pub(super) fn rich_text(
    xml: &mut Xml<'_>,
    into: &mut String,
    most: usize,
) -> Result<(), WorkbookError> {
    let mut depth = 1;
    let mut run = String::new();
    while depth > 0 {
        enum Is {
            Text { keeps_space: bool },
            Reading,
            Other,
        }
        let is = match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => {
                    let keeps_space = attribute(&element, "space").as_deref() == Some("preserve");
                    Is::Text { keeps_space }
                }
                "rPh" => Is::Reading,
                _ => {
                    depth += 1;
                    Is::Other
                }
            },
            Event::End(_) => {
                depth -= 1;
                Is::Other
            }
            Event::Eof => return Err(xml.broken()),
            _ => Is::Other,
        };
        match is {
            Is::Text { keeps_space } => {
                run.clear();
                xml.text(&mut run, most)?;
                let text = if keeps_space { run.as_str() } else { run.trim_matches(BLANKS) };
                if into.len() <= most {
                    unescape(text, into);
                }
            }
            Is::Reading => xml.skip()?,
            Is::Other => {}
        }
    }
    Ok(())
}

/// White space trimmed from a text that does not preserve it.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Appends a text with Excel's escapes resolved: `_x000D_` is a carriage return, and `_x005F_` the
/// underscore that keeps the rest from being an escape.
pub(super) fn unescape(text: &str, into: &mut String) {
    let mut rest = text;
    // The first half of a surrogate pair, which is written as two escapes.
    let mut half: Option<u16> = None;
    while let Some(at) = rest.find('_') {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let Some((unit, after)) = escape(from) else {
            let (kept, after) = rest.split_at_checked(at + 1).unwrap_or((rest, ""));
            end_half(&mut half, into);
            into.push_str(kept);
            rest = after;
            continue;
        };
        if !before.is_empty() {
            end_half(&mut half, into);
        }
        into.push_str(before);
        rest = after;
        match (half.take(), unit) {
            (Some(first), 0xDC00..=0xDFFF) => {
                into.extend(
                    char::decode_utf16([first, unit])
                        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
            }
            (first, 0xD800..=0xDBFF) => {
                if first.is_some() {
                    into.push(char::REPLACEMENT_CHARACTER);
                }
                half = Some(unit);
            }
            (first, unit) => {
                if first.is_some() {
                    into.push(char::REPLACEMENT_CHARACTER);
                }
                into.push(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
    }
    end_half(&mut half, into);
    into.push_str(rest);
}

fn end_half(half: &mut Option<u16>, into: &mut String) {
    if half.take().is_some() {
        into.push(char::REPLACEMENT_CHARACTER);
    }
}

/// Returns the unit of an escape at the start of a text, and the text after it.
fn escape(text: &str) -> Option<(u16, &str)> {
    let digits = text.get(2..6).filter(|_| text.starts_with("_x"))?;
    let after = text.get(6..)?.strip_prefix('_')?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    Some((u16::from_str_radix(digits, 16).ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn an_escape_is_what_excel_means_by_it() {
        let plain = |text| {
            let mut plain = String::new();
            unescape(text, &mut plain);
            plain
        };
        assert_eq!(plain("a_x000D_b"), "a\rb");
        assert_eq!(plain("_x005F_x000D_"), "_x000D_");
        assert_eq!(plain("_xD83D__xDE00_!"), "\u{1F600}!");
        assert_eq!(plain("_xD83D_ and"), "\u{FFFD} and");
        assert_eq!(plain("_xDE00_"), "\u{FFFD}");
        for same in ["", "_x", "_x00", "_x000G_", "max_x_2", "_x000D", "é_x£££££_"] {
            assert_eq!(plain(same), same);
        }
    }
}
