//! Reads the bytes of a CSV file into a grid of cells.

use std::io::Read;

use super::CsvError;
use super::decode::{
    Decoded, Encoding, decode, decoded_letters, refuse_control_characters, undecodable,
};
use super::formula_guard::unguarded;
use super::other_file::refuse_others;
use super::rows::{RowText, Rows, Stray, place};
use super::separator::{Separated, name, separated};
use crate::cells::limits::SHEET_COLUMNS;
use crate::cells::{Cell, Content, Excess, Grid, Row, Sheet, SheetLimits, Totals};
use crate::diagnostic::Location;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{QUOTE_ASTRAY, SEPARATOR_FOUND, TEXT_DECODED};

/// How many characters of a cell a message shows.
const SHOWN: usize = 60;

/// Reads the cells of a CSV file.
pub(crate) fn read(reader: impl Read, limits: &SheetLimits) -> Result<Grid, CsvError> {
    grid(bytes(reader, limits)?, limits)
}

/// Reads all bytes of the file, up to the limit.
fn bytes(reader: impl Read, limits: &SheetLimits) -> Result<Vec<u8>, CsvError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(CsvError::too_large("the file has more bytes", limits.file_bytes));
    }
    Ok(bytes)
}

/// Reads the cells of a file.
fn grid(bytes: Vec<u8>, limits: &SheetLimits) -> Result<Grid, CsvError> {
    refuse_others(&bytes)?;
    let Decoded { text, encoding } = decode(bytes).map_err(undecodable)?;
    let Separated { separator, is_declared, text } = separated(&text);
    refuse_control_characters(text, separator)?;
    let mut problems = Problems::default();
    let whole = Location::in_table(None, None);
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 => {
            problems.report(
                &TEXT_DECODED,
                whole.clone(),
                "the table",
                "the file is in UTF-16 and was decoded",
            );
        }
        Encoding::Windows1252 => {
            let message = decoded_letters(text, separator);
            problems.report(&TEXT_DECODED, whole.clone(), "the table", message);
        }
    }
    if separator != b',' {
        let how = if is_declared { ", as its first line says" } else { "" };
        let message = format!("the cells are separated by {}{how}", name(separator));
        problems.report(&SEPARATOR_FOUND, whole, "the table", message);
    }
    // A byte-order mark may also come after a line `sep=;`.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let reader = RowReader { limits, problems: &mut problems, totals: Totals::default() };
    let rows = reader.read(text, separator)?;
    let sheet = Sheet { rows, ..Sheet::default() };
    Ok(Grid { sheets: vec![sheet], notes: problems.into_vec() })
}

/// The state of reading the rows of a table, with the limits.
struct RowReader<'a> {
    limits: &'a SheetLimits,
    problems: &'a mut Problems,
    totals: Totals,
}

impl RowReader<'_> {
    /// Returns the rows with content.
    fn read(mut self, text: &str, separator: u8) -> Result<Vec<Row>, CsvError> {
        let mut rows = Vec::new();
        for row in Rows::new(text, separator).filter(|row| row.width > 0) {
            let cells = self.cells(&row)?;
            if !cells.is_empty() {
                rows.push(Row { number: row.number, is_hidden: false, cells });
            }
        }
        if rows.is_empty() { Err(CsvError::Blank) } else { Ok(rows) }
    }

    /// Returns the cells of a row that have content.
    fn cells(&mut self, row: &RowText<'_>) -> Result<Vec<Cell>, CsvError> {
        if let Some(column) = row.unclosed {
            let place = place(row.number, u16::try_from(column).ok());
            return Err(CsvError::UnclosedQuote { place });
        }
        if row.width > SHEET_COLUMNS {
            let what = format!("row {}: there are more cells in this row", row.number);
            return Err(CsvError::too_large(what, SHEET_COLUMNS as u64));
        }
        let mut cells = Vec::new();
        for (column, text) in row.cells().enumerate() {
            let text = unguarded(&text);
            if text.trim().is_empty() {
                continue;
            }
            let column = self.count(row.number, column, text)?;
            cells.push(Cell::new(column, Content::Text(text.into())));
        }
        if let Some((column, stray)) = row.stray {
            let text = excerpt(&row.cell(column));
            let what = match stray {
                Stray::WordsAfter => "there is text after the quotation mark that closes this cell",
                Stray::BlankBefore => {
                    "a space before the quotation mark keeps it from opening this cell"
                }
            };
            let message = format!("{what}, which was read as: {text}");
            let place = place(row.number, u16::try_from(column).ok());
            self.problems.report(&QUOTE_ASTRAY, place, "the table", message);
        }
        Ok(cells)
    }

    /// Counts a cell with content against the limits, and returns its column.
    fn count(&mut self, row: u32, column: usize, text: &str) -> Result<u16, CsvError> {
        let limits = self.limits;
        let of_row = |what: &str, limit| {
            Err(CsvError::too_large(format!("row {row}: the table has more {what}"), limit))
        };
        if row > limits.rows {
            return of_row("rows", limits.rows.into());
        }
        let narrow = u16::try_from(column).ok().filter(|column| *column < limits.columns);
        let Some(narrow) = narrow else { return of_row("columns", limits.columns.into()) };
        let added = self.totals.add_cell(limits);
        let added = added.and_then(|()| self.totals.add_text(text, limits));
        match added.and_then(|()| limits.check_length(text)) {
            Ok(()) => Ok(narrow),
            Err(Excess::Cells) => of_row("cells that hold something", limits.cells as u64),
            Err(Excess::TextBytes) => of_row("text, in bytes,", limits.text_bytes as u64),
            Err(Excess::CellUnits) => {
                let what = format!("{}: this cell has more characters", place(row, Some(narrow)));
                Err(CsvError::too_large(what, limits.cell_units as u64))
            }
        }
    }
}

/// Returns the beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
