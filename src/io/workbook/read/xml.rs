//! Walks through the XML of one part, event by event. It refuses what no spreadsheet writes and knows
//! nothing of what the elements mean.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::WorkbookError;
use super::part::{Part, declares};

/// How deep elements may stand inside one another: spreadsheets need some twelve.
const DEPTH: u32 = 100;

/// The XML of one part.
pub(super) struct Xml<'p> {
    reader: Reader<Part<'p>>,
    buffer: Vec<u8>,
    depth: u32,
}

impl<'p> Xml<'p> {
    pub(super) fn new(part: Part<'p>) -> Self {
        let mut reader = Reader::from_reader(part);
        let config = reader.config_mut();
        // `<a/>` is then the same as `<a></a>`, so that it need not be thought of twice.
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader, buffer: Vec::with_capacity(1_024), depth: 0 }
    }

    /// What messages call the part.
    pub(super) fn called(&self) -> &str {
        self.reader.get_ref().called()
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Result<Event<'_>, WorkbookError> {
        let Self { reader, buffer, depth } = self;
        buffer.clear();
        match reader.read_event_into(buffer) {
            Ok(event) => {
                match &event {
                    Event::Start(_) => *depth += 1,
                    Event::End(_) => *depth = depth.saturating_sub(1),
                    Event::DocType(_) => return Err(declares(reader.get_ref().called())),
                    Event::Eof if *depth > 0 => return Err(broken(reader)),
                    _ => {}
                }
                if *depth > DEPTH {
                    let called = reader.get_ref().called();
                    return Err(WorkbookError::harmful(format!(
                        "{called} has elements more than {DEPTH} deep inside one another"
                    )));
                }
                Ok(event)
            }
            Err(_) => Err(broken(reader)),
        }
    }

    /// Passes over what is left of an element whose start was just given.
    pub(super) fn skip(&mut self) -> Result<(), WorkbookError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Event::Eof) {
                break;
            }
        }
        Ok(())
    }

    /// Adds the text of an element whose start was just given, up to its end. More than `most` bytes
    /// are counted and not kept: whoever asked sees that there is too much.
    pub(super) fn text(&mut self, into: &mut String, most: usize) -> Result<(), WorkbookError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            let is_broken = match self.next()? {
                Event::Text(text) => {
                    add(into, &text.xml10_content(), most);
                    false
                }
                Event::CData(text) => {
                    add(into, &text.xml10_content(), most);
                    false
                }
                Event::GeneralRef(entity) => match letter(&entity) {
                    Some(letter) => {
                        add(into, letter.encode_utf8(&mut [0; 4]), most);
                        false
                    }
                    None => true,
                },
                Event::Eof => break,
                _ => false,
            };
            if is_broken {
                return Err(self.broken());
            }
        }
        Ok(())
    }

    /// The error of a part that is no sound XML, or whose elements do not stand where they should.
    pub(super) fn broken(&self) -> WorkbookError {
        broken(&self.reader)
    }
}

fn broken(reader: &Reader<Part<'_>>) -> WorkbookError {
    let part = reader.get_ref();
    part.trouble().unwrap_or_else(|| {
        let (called, at) = (part.called(), reader.buffer_position());
        WorkbookError::damaged(format!("{called} is broken near byte {at} of its XML"))
    })
}

/// Adds text, up to one letter more than may be kept.
fn add(into: &mut String, text: &str, most: usize) {
    if into.len() <= most {
        into.push_str(text);
    }
}

/// The letter that `&amp;` or `&#163;` stands for.
fn letter(entity: &BytesRef<'_>) -> Option<char> {
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => Some(letter),
        Ok(None) => resolve_predefined_entity(entity)?.chars().next(),
        Err(_) => None,
    }
}

/// The attributes of an element that can be read.
pub(super) fn attributes<'e>(
    element: &'e BytesStart<'_>,
) -> impl Iterator<Item = Attribute<'e>> + use<'e> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.filter_map(Result::ok)
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    attributes(element)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| value(&attribute))
}

/// What an attribute says, its references resolved.
pub(super) fn value(attribute: &Attribute<'_>) -> String {
    attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
