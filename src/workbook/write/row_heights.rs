//! The last touch to the file: the heights of rows are only what they need at first, not fixed by
//! hand, so that a row grows when an officer writes more into it.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where the sheets are.
const SHEETS: &str = "xl/worksheets/sheet";

/// What fixes a height. In a part for a sheet no text of a cell stands, and within an attribute the
/// quotation marks would be escaped, so nothing else reads like it.
const FIXED: &str = " customHeight=\"1\"";

/// The same file, with rows that grow. Every other part is taken over as it is.
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
