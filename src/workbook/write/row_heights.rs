//! Makes row heights automatic in the finished file, so that a row grows when an officer writes more
//! into it.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The path of the parts that are sheets, up to their number.
const SHEETS: &str = "xl/worksheets/sheet";

/// The attribute that fixes a height. It cannot occur otherwise: a sheet part contains no cell text, and
/// quotation marks inside attributes are escaped.
const FIXED: &str = " customHeight=\"1\"";

/// Returns the same file with automatic row heights. Every other part is copied unchanged.
pub(super) fn with_growing_rows(bytes: Vec<u8>) -> Result<Vec<u8>, ZipError> {
    let mut from = ZipArchive::new(Cursor::new(bytes))?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at)?;
        let name = part.name()?.into_owned();
        if name.starts_with(SHEETS) {
            let mut text = String::new();
            part.read_to_string(&mut text)?;
            to.start_file(name, SimpleFileOptions::default())?;
            to.write_all(text.replace(FIXED, "").as_bytes())?;
        } else {
            to.raw_copy_file(part)?;
        }
    }
    Ok(to.finish()?.into_inner())
}
