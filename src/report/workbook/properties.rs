//! Adds properties to a workbook that the library writing it does not support: its language, so
//! that screen readers use the right voice, and the program that made it. A spreadsheet program
//! that takes the file to be from Excel trusts the heights of its rows, and then hides wrapped
//! lines.

use std::io::{self, Cursor, Write};

use quick_xml::events::{BytesText, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The part of a workbook with the properties of the document.
const DOCUMENT: &str = "docProps/core.xml";

/// The part of a workbook that names the program.
const PROGRAM: &str = "docProps/app.xml";

/// Returns the workbook with its language, British English, and the program that made it. Every
/// other part is unchanged.
pub(super) fn completed(workbook: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(workbook))?;
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let part = parts.by_index(at)?;
        let name = part.name()?.into_owned();
        let change = match name.as_str() {
            DOCUMENT => with_language,
            PROGRAM => with_program,
            _ => {
                written.raw_copy_file(part)?;
                continue;
            }
        };
        let properties = io::read_to_string(part)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        written.start_file(name, options)?;
        written.write_all(&change(&properties).map_err(io::Error::other)?)?;
    }
    Ok(written.finish()?.into_inner())
}

fn with_language(properties: &str) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_str(properties);
    let mut writer = Writer::new(Vec::new());
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(writer.into_inner()),
            Event::End(end) if end.name().as_ref() == "cp:coreProperties" => {
                let language = writer.create_element("dc:language");
                language.write_text_content(BytesText::new("en-GB"))?;
                writer.write_event(Event::End(end))?;
            }
            other => writer.write_event(other)?,
        }
    }
}

fn with_program(properties: &str) -> Result<Vec<u8>, quick_xml::Error> {
    let mut reader = Reader::from_str(properties);
    let mut writer = Writer::new(Vec::new());
    let mut is_program = false;
    loop {
        let event = reader.read_event()?;
        match &event {
            Event::Eof => return Ok(writer.into_inner()),
            Event::Start(start) => is_program = start.name().as_ref() == "Application",
            Event::Text(_) if is_program => {
                writer.write_event(Event::Text(BytesText::new(env!("CARGO_PKG_NAME"))))?;
                is_program = false;
                continue;
            }
            _ => {}
        }
        writer.write_event(event)?;
    }
}
