//! Reads the XML of one part, event by event, and refuses what no spreadsheet writes.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::WorkbookError;
use super::part::{Part, declares};

/// How deep elements may be nested: spreadsheets need about twelve levels.
const DEPTH: u32 = 100;

/// The XML of one part.
pub(super) struct Xml<'p> {
    reader: Reader<&'p [u8]>,
    called: &'p str,
    depth: u32,
}

impl<'p> Xml<'p> {
    pub(super) fn new(part: &'p Part) -> Self {
        let mut reader = Reader::from_str(&part.text);
        let config = reader.config_mut();
        // Reads `<a/>` as `<a></a>`, so that it needs no case of its own.
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader, called: &part.called, depth: 0 }
    }

    /// Returns the name of the part in messages.
    pub(super) fn called(&self) -> &'p str {
        self.called
    }

    /// Returns the next event.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Event<'p>, WorkbookError> {
        let event = self.reader.read_event().map_err(|_| self.broken())?;
        match &event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(self.too_deep());
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => return Err(declares(self.called)),
            Event::Eof if self.depth > 0 => return Err(self.broken()),
            _ => {}
        }
        Ok(event)
    }

    /// Skips the rest of an element whose start was just read.
    pub(super) fn skip(&mut self) -> Result<(), WorkbookError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Event::Eof) {
                break;
            }
        }
        Ok(())
    }

    /// Appends the text of an element whose start was just read. Stops appending after more than `most`
    /// bytes; the caller sees that there is too much.
    pub(super) fn text(&mut self, into: &mut String, most: usize) -> Result<(), WorkbookError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Event::Text(text) => add(into, &text.xml10_content(), most),
                Event::CData(text) => add(into, &text.xml10_content(), most),
                Event::GeneralRef(entity) => {
                    let letter = letter(&entity).ok_or_else(|| self.broken())?;
                    add(into, letter.encode_utf8(&mut [0; 4]), most);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// Builds the error of a part that is not sound XML, or whose elements are misplaced.
    #[cold]
    pub(super) fn broken(&self) -> WorkbookError {
        let (called, at) = (self.called, self.reader.buffer_position());
        WorkbookError::damaged(format!("{called} is broken near byte {at} of its XML"))
    }

    #[cold]
    fn too_deep(&self) -> WorkbookError {
        let called = self.called;
        WorkbookError::harmful(format!("{called} has elements nested more than {DEPTH} deep"))
    }
}

/// Appends text, unless there is already too much of it.
fn add(into: &mut String, text: &str, most: usize) {
    if text.len() <= most {
        into.push_str(if into.len() <= most { text } else { "" });
    } else {
        // Slightly more than may be kept is enough to show that there is too much.
        into.extend(text.chars().take(most.saturating_add(1)));
    }
}

/// Returns the character that `&amp;` or `&#163;` stands for.
fn letter(entity: &BytesRef<'_>) -> Option<char> {
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => Some(letter),
        Ok(None) => resolve_predefined_entity(entity)?.chars().next(),
        Err(_) => None,
    }
}

/// Returns the readable attributes of an element.
pub(super) fn attributes<'e>(
    element: &'e BytesStart<'_>,
) -> impl Iterator<Item = Attribute<'e>> + use<'e> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.filter_map(Result::ok)
}

/// Returns the value of an attribute by its name without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    attributes(element).find(|attribute| attribute.key.local_name().as_ref() == name).map(
        |attribute| match attribute.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value,
            // What cannot be resolved is kept as written.
            Err(_) => attribute.value,
        },
    )
}

/// Returns whether an attribute of that name is true.
pub(super) fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true" | "on"))
}
