//! Recognises files that are not workbooks, with what to do instead.

use super::WorkbookError;
use crate::cells::file_kind::FileKind;

const COPY: &str =
    "open it, copy its table into a spreadsheet, save that as an .xlsx workbook and give that";
const SAVE_AS: &str = "open it in a spreadsheet, save it as an .xlsx workbook and give that";

/// Refuses every file that does not begin like a zip file, naming its kind.
pub(super) fn must_be_zip(bytes: &[u8]) -> Result<(), WorkbookError> {
    let (what, help) = match FileKind::of(bytes) {
        FileKind::Zip => return Ok(()),
        FileKind::Empty => ("an empty file", "check that it was copied or sent whole"),
        FileKind::Ole => return Err(old_office_file(bytes)),
        FileKind::Pdf => ("a PDF", COPY),
        FileKind::Html => ("a web page, whatever its name says", SAVE_AS),
        FileKind::Rtf => ("a rich text document", COPY),
        FileKind::Xml => ("an XML file, perhaps a spreadsheet of 2003", SAVE_AS),
        FileKind::Image => ("a picture", "type its table into a spreadsheet and give that"),
        FileKind::Compressed => {
            ("a compressed file", "unpack it and give the workbook that is in it")
        }
        FileKind::Other if is_text(bytes) => {
            ("a text file, perhaps a CSV", "give it a name that ends in .csv, or save it as .xlsx")
        }
        FileKind::Other => {
            ("not a workbook, nor any other known kind of file", "check that it is the right file")
        }
    };
    Err(other(what, help))
}

/// Refuses a zip file that holds something else, from the names of its parts.
pub(super) fn must_be_workbook(
    names: &[String],
    mimetype: Option<&str>,
) -> Result<(), WorkbookError> {
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let begins = |wanted: &str| names.iter().any(|name| name.starts_with(wanted));
    let inside = |ending: &str| names.iter().find(|name| name.to_lowercase().ends_with(ending));
    let open_document = |word: &str| mimetype.is_some_and(|mimetype| mimetype.contains(word));
    if open_document("spreadsheet") {
        return Err(other("an OpenDocument spreadsheet (.ods)", SAVE_AS));
    } else if open_document("opendocument") {
        return Err(other("an OpenDocument file, but not a spreadsheet", COPY));
    } else if has("xl/workbook.bin") {
        return Err(other("a binary workbook (.xlsb)", SAVE_AS));
    } else if has("_rels/.rels") {
        if begins("word/") {
            return Err(other("a Word document", COPY));
        } else if begins("ppt/") {
            return Err(other("a PowerPoint presentation", COPY));
        }
        return Ok(());
    } else if begins("Index/") {
        return Err(other("an Apple Numbers or Pages file", "export it as an .xlsx workbook"));
    } else if let Some(inner) = inside(".xlsx") {
        let what = format!("a zip file with the workbook “{inner}” in it");
        return Err(other(what, "unpack it and give the workbook itself"));
    } else if has("xl/workbook.xml") || has("[Content_Types].xml") {
        return Err(WorkbookError::damaged("the part _rels/.rels of the workbook is missing"));
    }
    Err(other(
        "a zip file without a workbook in it",
        "unpack it and give the workbook that is in it",
    ))
}

/// Returns what an old Office file is, from its stream names, which are in UTF-16.
fn old_office_file(bytes: &[u8]) -> WorkbookError {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        WorkbookError::Locked
    } else if holds("Workbook") || holds("Book") {
        other("an old Excel workbook (.xls)", "open it in Excel, save it as .xlsx and give that")
    } else if holds("WordDocument") {
        other("an old Word document (.doc)", COPY)
    } else if holds("PowerPoint Document") {
        other("an old PowerPoint presentation (.ppt)", COPY)
    } else {
        other("an old Office file", SAVE_AS)
    }
}

/// Returns whether the first bytes are text, in an encoding that spreadsheets save.
fn is_text(bytes: &[u8]) -> bool {
    let start = bytes.get(..4_096).unwrap_or(bytes);
    let is_utf_16 = start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF");
    is_utf_16 || !start.iter().any(|byte| *byte < 0x20 && !b"\t\r\n\x0C".contains(byte))
}

fn other(what: impl Into<String>, help: &'static str) -> WorkbookError {
    WorkbookError::OtherFile { what: what.into(), help }
}
