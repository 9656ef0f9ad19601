//! From the bytes of a CSV file to a grid of cells.

use std::io::{self, Read};

use csv::{ReaderBuilder, StringRecord};

use super::CsvError;
use super::decode::{Decoded, Encoding, decode};
use super::guard::unguarded;
use super::letters::{decoded_letters, refuse_signs, undecodable};
use super::other::refuse_others;
use super::rows::{Rows, Stray, place};
use super::separator::{Separated, name, separated};
use super::sizes::{Sizes, too_large};
use crate::cells::{Cell, Content, Grid, Row, Sheet, SheetLimits};
use crate::diagnostic::Location;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{QUOTE_ASTRAY, SEPARATOR_FOUND, TEXT_DECODED};

/// More cells in a row than any spreadsheet has columns.
const WIDEST: usize = 16_384;

/// How many letters of a cell are shown where something is said of it.
const SHOWN: usize = 60;

/// The cells of a CSV file.
pub(crate) fn read(reader: impl Read, limits: &SheetLimits) -> Result<Grid, CsvError> {
    grid(bytes(reader, limits)?, limits)
}

/// All bytes of the file, where they are not too many.
fn bytes(reader: impl Read, limits: &SheetLimits) -> Result<Vec<u8>, CsvError> {
    let mut bytes = Vec::new();
    reader.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(too_large("the file has more bytes", limits.file_bytes));
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
            let what = format!("row {}: there are more cells in this row", line.number);
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
        if let Some((column, stray)) = line.stray {
            let text = excerpt(record.get(column).unwrap_or_default());
            let what = match stray {
                Stray::WordsAfter => "words follow the quotation mark that closes this cell",
                Stray::BlankBefore => {
                    "a space before the quotation mark keeps it from opening this cell"
                }
            };
            let message = format!("{what}, which was read as: {text}");
            let place = place(line.number, u16::try_from(column).ok());
            problems.report(&QUOTE_ASTRAY, place, "the table", message);
        }
        if !cells.is_empty() {
            rows.push(Row { number: line.number, is_hidden: false, cells });
        }
    }
    if rows.is_empty() { Err(CsvError::Blank) } else { Ok(rows) }
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::grid;
    use crate::cells::{Content, SheetLimits};

    /// The cells as they were read, a row a line: `2: A=1 C=End of May`.
    fn cells(bytes: &[u8]) -> String {
        let grid = match grid(bytes.to_vec(), &SheetLimits::default()) {
            Ok(grid) => grid,
            Err(error) => return error.to_string(),
        };
        let rows = grid.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| {
            let cells = row.cells.iter().map(|cell| {
                let Content::Text(text) = &cell.content else { return "no text".to_owned() };
                let letter = crate::diagnostic::column_letters(cell.column);
                let text = text.replace('\r', "<CR>").replace('\n', "<LF>").replace('\t', "<TAB>");
                format!(" {letter}={text}")
            });
            format!("{}:{}", row.number, cells.collect::<String>())
        });
        rows.collect::<Vec<_>>().join(" | ")
    }

    /// A file, and the cells that are read from it.
    const FILES: &[(&str, &str)] = &[
        // Line ends, and rows as a spreadsheet numbers them.
        ("a,b\nc,d\n", "1: A=a B=b | 2: A=c B=d"),
        ("a,b\r\nc,d", "1: A=a B=b | 2: A=c B=d"),
        ("a,b\rc,d\r", "1: A=a B=b | 2: A=c B=d"),
        ("a\r\nb\nc\rd", "1: A=a | 2: A=b | 3: A=c | 4: A=d"),
        ("\n\na\n\n\nb", "3: A=a | 6: A=b"),
        ("\r\n\r\na\r\n\r\nb\r\n", "3: A=a | 5: A=b"),
        ("\r\ra\r\rb", "3: A=a | 5: A=b"),
        ("\"a\nb\",c\nd", "1: A=a<LF>b B=c | 2: A=d"),
        ("\"a\r\n\r\nb\",c\r\nd", "1: A=a<CR><LF><CR><LF>b B=c | 2: A=d"),
        ("\"a\rb\"\rc", "1: A=a<CR>b | 2: A=c"),
        (",,\na,,\n , \u{A0},\n,,b", "2: A=a | 4: C=b"),
        // Quotation marks.
        ("\"He said \"\"no\"\"\",12\" pipe", "1: A=He said \"no\" B=12\" pipe"),
        ("\"a,b\",\"\",\"\"\"\"", "1: A=a,b C=\""),
        ("\"a\"b,c", "1: A=ab B=c"),
        ("a, \"b\",  c ", "1: A=a B= \"b\" C=  c "),
        (
            "a,b\n\"c",
            "row 2, column \"A\": a quotation mark opens this cell and none closes it, so \
          everything after it would be one cell; close it, or write a quotation mark that is part of \
          the words twice",
        ),
        // Separators.
        ("a;b;c\n1;2,5;3\n", "1: A=a B=b C=c | 2: A=1 B=2,5 C=3"),
        ("a\tb\n1\t2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
        ("a|b\n1|2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
        ("sep=;\r\na,b;c\r\nd", "1: A=a,b B=c | 2: A=d"),
        (
            "Plan; as agreed\n\nRef,Action,Lead\n1,\"Audit; act\",Head; Chair\n",
            "1: A=Plan; as agreed \
          | 3: A=Ref B=Action C=Lead | 4: A=1 B=Audit; act C=Head; Chair",
        ),
        // Rows of different widths.
        ("a,b,c\nd\ne,f,g,h", "1: A=a B=b C=c | 2: A=d | 3: A=e B=f C=g D=h"),
        // Encodings.
        ("\u{FEFF}é,b", "1: A=é B=b"),
        ("\u{FEFF}\u{FEFF}\"é,b\"", "1: A=é,b"),
        // The mark against formulas comes off, and nothing else does.
        ("'=1+1,'-5,'+44,'@a", "1: A==1+1 B=-5 C=+44 D=@a"),
        ("'  =1,\"'\ta\",\"'\nb\",\"'\r\nc\"", "1: A=  =1 B=<TAB>a C=<LF>b D=<CR><LF>c"),
        ("'＝a,'＋b,'－c,'＠d", "1: A=＝a B=＋b C=－c D=＠d"),
        ("''=1,'tis,'90s,',=1,-3", "1: A='=1 B='tis C='90s D=' E==1 F=-3"),
    ];

    #[test]
    fn every_cell_is_read_where_a_spreadsheet_shows_it() {
        for (file, expected) in FILES {
            assert_eq!(cells(file.as_bytes()), *expected, "{file:?}");
        }
    }

    #[test]
    fn cells_in_other_encodings_are_decoded() {
        assert_eq!(cells(b"Caf\xE9,\xA3\x80\n\x93a\x94"), "1: A=Café B=£€ | 2: A=“a”");
        let utf16: Vec<u8> =
            "\u{FEFF}é\tb\r\nc\td".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&utf16), "1: A=é B=b | 2: A=c B=d");
    }
}
