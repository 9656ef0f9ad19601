//! Recognises other kinds of file that are sent as CSV.

use super::CsvError;
use crate::cells::file_kind::FileKind;

const COPY: &str = "open it, copy its table into a spreadsheet and save that as CSV UTF-8";
const UNPACK: &str = "unpack it and send the table inside";

/// Refuses a file that is clearly of another kind.
pub(super) fn refuse_others(bytes: &[u8]) -> Result<(), CsvError> {
    let (what, help) = match FileKind::of(bytes) {
        FileKind::Empty => return Err(CsvError::Empty),
        FileKind::Zip => zipped(bytes),
        FileKind::Ole => (
            "an old Office file or a file with a password",
            "open it and save it as .xlsx without a password, or as CSV UTF-8",
        ),
        FileKind::Pdf => ("a PDF", COPY),
        FileKind::Html => ("a web page", COPY),
        FileKind::Rtf => ("a text document (RTF)", COPY),
        FileKind::Xml => ("an XML file", "open it in a spreadsheet and save it as CSV UTF-8"),
        FileKind::Image => ("a picture", "send the table that it shows as a spreadsheet or as CSV"),
        FileKind::Compressed => ("a packed file", UNPACK),
        FileKind::Other if is_markup(bytes) => ("a web page", COPY),
        FileKind::Other if is_json(bytes) => {
            ("a JSON file", "if it is a plan, give it a name that ends in .json")
        }
        FileKind::Other => return Ok(()),
    };
    Err(CsvError::OtherFile { what, help })
}

/// Returns what a zip file is, from the names of its parts.
fn zipped(bytes: &[u8]) -> (&'static str, &'static str) {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    if holds(b"xl/workbook") {
        ("an Excel workbook", "give it a name that ends in .xlsx, or save it as CSV UTF-8")
    } else if holds(b"word/document") {
        ("a Word document", COPY)
    } else if holds(b"opendocument.spreadsheet") {
        ("an OpenDocument spreadsheet (.ods)", "open it and save it as .xlsx or as CSV UTF-8")
    } else {
        ("a zip file", UNPACK)
    }
}

/// Returns whether a text begins like a fragment of HTML, such as a table saved as one.
fn is_markup(bytes: &[u8]) -> bool {
    let text = start(bytes).strip_prefix(b"<").unwrap_or_default();
    let tags: [&[u8]; 6] = [b"table", b"meta", b"head", b"body", b"!--", b"style"];
    tags.iter().any(|tag| text.get(..tag.len()).is_some_and(|text| text.eq_ignore_ascii_case(tag)))
}

/// Returns whether a text begins like a JSON document, as no table would.
fn is_json(bytes: &[u8]) -> bool {
    match start(bytes).split_first() {
        Some((b'{', rest)) => matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]),
        Some((b'[', rest)) => rest.trim_ascii_start().starts_with(b"{"),
        _ => false,
    }
}

/// Returns the text without a byte-order mark and leading blanks.
fn start(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start()
}
