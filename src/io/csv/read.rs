//! From the bytes of a CSV file to a grid of cells.

use std::io::{self, Read};

use csv::{ReaderBuilder, StringRecord};

use super::CsvError;
use super::decode::{Decoded, Encoding, Reason, Undecodable, decode};
use super::guard::unguarded;
use super::other::refuse_others;
use super::rows::{Rows, place, place_after};
use super::separator::{Separated, name, separated};
use crate::diagnostic::Location;
use crate::table::codes::{QUOTE_ASTRAY, SEPARATOR_FOUND, TEXT_DECODED};
use crate::table::{
    Cell, Content, Grid, Import, Problems, ReadOptions, Row, Sheet, SheetLimits, read as read_grid,
};

/// More cells in a row than any spreadsheet has columns.
const WIDEST: usize = 16_384;

const SPLIT: &str = "leave out what is no part of the plan, or raise the limit";

/// Reads a plan from a CSV file: UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or upright
/// strokes between its cells.
///
/// Rows are numbered as a spreadsheet shows them: blank lines count, a line break inside quotation
/// marks does not, and a first line `sep=;` is no row.
///
/// # Errors
///
/// [`CsvError`] where it is not a sound table of sensible size. What is wrong with the plan in a sound
/// table is said in the [`Import`].
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, CsvError> {
    let grid = grid(bytes(reader, &options.limits)?, &options.limits)?;
    Ok(read_grid(grid, options))
}

/// All bytes of the file, where they are not too many.
fn bytes(reader: impl Read, limits: &SheetLimits) -> Result<Vec<u8>, CsvError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(too_large("file has more bytes", limits.file_bytes));
    }
    Ok(bytes)
}

/// The cells of a file.
fn grid(bytes: Vec<u8>, limits: &SheetLimits) -> Result<Grid, CsvError> {
    refuse_others(&bytes)?;
    let Decoded { text, encoding } = decode(bytes).map_err(undecodable)?;
    let Separated { separator, is_declared, text } = separated(&text);
    refuse_signs(text, separator)?;
    let mut problems = Problems::default();
    let whole = Location::in_table(None, None);
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => {
            problems.say(&TEXT_DECODED, whole.clone(), "", "the file is in UTF-16 and was decoded");
        }
        Encoding::Windows1252 => {
            let message = decoded_letters(text, separator);
            problems.say(&TEXT_DECODED, whole.clone(), "", message);
        }
    }
    if separator != b',' {
        let how = if is_declared { ", as its first line says" } else { "" };
        let message = format!("the cells are separated by {}{how}", name(separator));
        problems.say(&SEPARATOR_FOUND, whole, "", message);
    }
    let rows = rows(text, separator, limits, &mut problems)?;
    let sheet = Sheet { rows, ..Sheet::default() };
    Ok(Grid { sheets: vec![sheet], notes: problems.into_vec() })
}

/// The rows in which something stands.
fn rows(
    text: &str,
    separator: u8,
    limits: &SheetLimits,
    problems: &mut Problems,
) -> Result<Vec<Row>, CsvError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    let mut sizes = Sizes::default();
    for line in Rows::new(text, separator).filter(|line| line.cells > 0) {
        if let Some(column) = line.unclosed {
            let place = place(line.number, u16::try_from(column).ok());
            return Err(CsvError::UnclosedQuote { place });
        }
        if line.cells > WIDEST {
            let what = format!("row {} has more cells", line.number);
            return Err(too_large(&what, WIDEST as u64));
        }
        if !reader.read_record(&mut record).map_err(io::Error::from)? {
            break;
        }
        let mut cells = Vec::new();
        for (column, text) in record.iter().enumerate() {
            let text = unguarded(text);
            if text.trim().is_empty() {
                continue;
            }
            let column = sizes.take(line.number, column, text, limits)?;
            cells.push(Cell::new(column, Content::Text(text.into())));
        }
        if let Some(stray) = line.stray {
            let column = u16::try_from(stray).ok();
            let message = format!(
                "words follow a closing quotation mark, and the cell was read as {:?}",
                record.get(stray).unwrap_or_default()
            );
            problems.say(&QUOTE_ASTRAY, place(line.number, column), "", message);
        }
        if !cells.is_empty() {
            rows.push(Row { number: line.number, is_hidden: false, cells });
        }
    }
    if rows.is_empty() { Err(CsvError::Blank) } else { Ok(rows) }
}

/// What has been read so far, against the limits.
#[derive(Default)]
struct Sizes {
    cells: usize,
    bytes: usize,
}

impl Sizes {
    /// Counts a cell that holds something, and gives its column.
    fn take(
        &mut self,
        row: u32,
        column: usize,
        text: &str,
        limits: &SheetLimits,
    ) -> Result<u16, CsvError> {
        if row > limits.rows {
            return Err(too_large("table has more rows", limits.rows.into()));
        }
        let narrow = u16::try_from(column).ok().filter(|column| *column < limits.columns);
        let Some(narrow) = narrow else {
            let what = format!("table has in row {row} more columns");
            return Err(too_large(&what, limits.columns.into()));
        };
        self.cells += 1;
        self.bytes = self.bytes.saturating_add(text.len());
        if self.cells > limits.cells {
            return Err(too_large("table has more cells that hold something", limits.cells as u64));
        }
        if self.bytes > limits.text_bytes {
            let what = "table has more bytes of text";
            return Err(too_large(what, limits.text_bytes as u64));
        }
        // A letter of several bytes has fewer units than bytes.
        if text.len() > limits.cell_units && text.encode_utf16().count() > limits.cell_units {
            let what = format!("cell at {} has more letters", place(row, Some(narrow)));
            return Err(too_large(&what, limits.cell_units as u64));
        }
        Ok(narrow)
    }
}

fn too_large(what: &str, limit: u64) -> CsvError {
    CsvError::TooLarge { what: what.to_owned(), limit, help: SPLIT }
}

/// Refuses a sign that no table holds: text from a spreadsheet has tabs and line breaks, and no other
/// control characters.
fn refuse_signs(text: &str, separator: u8) -> Result<(), CsvError> {
    let is_sign = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\r' | '\n');
    let Some(at) = text.find(is_sign) else { return Ok(()) };
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let code = after.chars().next().map_or(0, u32::from);
    let what = match code {
        0 => "a zero byte stands here, so this may be no text at all".to_owned(),
        0x1B => "an escape sign stands here (code 1B)".to_owned(),
        code => format!("a control character stands here (code {code:02X})"),
    };
    let help = "take it out, or save the table again as CSV UTF-8";
    Err(CsvError::NoLetter { place: place_after(before, separator), what, help })
}

fn undecodable(Undecodable { before, reason }: Undecodable) -> CsvError {
    let again = "open the file in a spreadsheet, put this cell right and save it as CSV UTF-8";
    let (what, help) = match reason {
        Reason::Utf32 => ("the file is in UTF-32".to_owned(), "save it as CSV UTF-8"),
        Reason::CutShort => (
            "the file ends in the middle of a letter, so the end of it may be missing".to_owned(),
            "save or send it again",
        ),
        Reason::HalfPair => {
            ("half of a letter of UTF-16 stands here without the other half".to_owned(), again)
        }
        Reason::NotUtf8(byte) => {
            (format!("the file is in UTF-8, but the byte {byte:02X} here is not"), again)
        }
        Reason::NotWindows1252(byte) => (
            format!(
                "the file is not in UTF-8, and the byte {byte:02X} is no letter of Windows-1252"
            ),
            again,
        ),
    };
    let Separated { separator, text, .. } = separated(&before);
    CsvError::NoLetter { place: place_after(text, separator), what, help }
}

/// Says which letters had to be decoded, so that they can be looked at.
fn decoded_letters(text: &str, separator: u8) -> String {
    let is_decoded = |letter: char| !letter.is_ascii();
    let count = text.chars().filter(|letter| is_decoded(*letter)).count();
    let first = text.find(is_decoded).and_then(|at| text.split_at_checked(at));
    let (before, after) = first.unwrap_or((text, ""));
    let letter = after.chars().next().unwrap_or_default();
    let place = place_after(before, separator);
    let s = if count == 1 { "" } else { "s" };
    format!(
        "the file is in Windows-1252 and {count} letter{s} had to be decoded; the first is {letter} \
         in {place}"
    )
}
