//! The CSV parser: rows as a spreadsheet counts them, their cells, and unmatched quotation marks. It
//! reads text as spreadsheets do and refuses nothing.
//!
//! No crate gives what the messages need. `csv` and `csv-core` skip blank rows without counting them,
//! misnumber lines that end in CR LF or CR, give no location for a cell, and silently read past an
//! unclosed or misplaced quotation mark; a second pass would have to run in step with them. Tests
//! compare the cells with those that `csv` reads.

use std::borrow::Cow;

use crate::cells::limits::SHEET_COLUMNS;
use crate::diagnostic::{Location, column_letters};

/// One row of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowText<'t> {
    /// Its number as a spreadsheet shows it: from 1, counting blank lines but not line breaks inside
    /// quotation marks.
    pub(super) number: u32,
    /// The number of cells, including empty ones; zero if the line is blank.
    pub(super) width: usize,
    /// The cell whose quotation mark is never closed, from 0.
    pub(super) unclosed: Option<usize>,
    /// The first cell with a misplaced quotation mark, from 0.
    pub(super) stray: Option<(usize, Stray)>,
    /// Its cells as written. Those beyond the columns of a sheet are counted but not kept.
    raw: Vec<&'t str>,
}

/// A misplaced quotation mark. The text is still read as spreadsheets read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stray {
    /// Text follows the closing quotation mark.
    WordsAfter,
    /// A blank precedes the opening quotation mark, which therefore has no effect.
    BlankBefore,
}

impl<'t> RowText<'t> {
    /// Returns the text of a cell, or an empty text if there is no such cell.
    pub(super) fn cell(&self, column: usize) -> Cow<'t, str> {
        unquoted(self.raw.get(column).copied().unwrap_or_default())
    }

    /// Returns the text of each cell, from the left.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cow<'t, str>> {
        self.raw.iter().map(|cell| unquoted(cell))
    }

    fn push(&mut self, cell: Option<&'t str>) {
        self.width += 1;
        if self.raw.len() < SHEET_COLUMNS {
            self.raw.extend(cell);
        }
    }
}

/// Removes the quotation marks around a cell and halves doubled ones inside. Marks anywhere else are
/// text.
fn unquoted(cell: &str) -> Cow<'_, str> {
    let Some(mut rest) = cell.strip_prefix('"') else { return Cow::Borrowed(cell) };
    if let Some(plain) = rest.strip_suffix('"').filter(|inside| !inside.contains('"')) {
        return Cow::Borrowed(plain);
    }
    let mut words = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('"') {
        words.push_str(before);
        let Some(next) = after.strip_prefix('"') else {
            rest = after;
            break;
        };
        words.push('"');
        rest = next;
    }
    words.push_str(rest);
    Cow::Owned(words)
}

/// Iterates over the rows of a text, from the top.
pub(super) struct Rows<'t> {
    rest: &'t str,
    separator: u8,
    number: u32,
}

/// The position of the parser inside a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    /// After nothing but blanks.
    Blank,
    Plain,
    Quoted,
    /// After a quotation mark inside quotation marks: the end of the cell, or the first of two.
    Closed,
}

impl<'t> Rows<'t> {
    /// Iterates over the rows in the first `bytes` bytes; the last row may be cut short.
    pub(super) fn within(text: &'t str, bytes: usize, separator: u8) -> Self {
        let end = (bytes..text.len()).find(|end| text.is_char_boundary(*end));
        Self::new(end.and_then(|end| text.get(..end)).unwrap_or(text), separator)
    }

    pub(super) fn new(text: &'t str, separator: u8) -> Self {
        Self { rest: text, separator, number: 0 }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = RowText<'t>;

    fn next(&mut self) -> Option<RowText<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        self.number = self.number.saturating_add(1);
        let number = self.number;
        let mut row = RowText { number, width: 0, unclosed: None, stray: None, raw: Vec::new() };
        let mut at = At::Start;
        let mut start = 0;
        let mut end = self.rest.len();
        for (position, byte) in self.rest.bytes().enumerate() {
            let is_open = at == At::Quoted;
            at = match byte {
                b'\r' | b'\n' if !is_open => {
                    end = position;
                    break;
                }
                _ if byte == self.separator && !is_open => {
                    row.push(self.rest.get(start..position));
                    start = position + 1;
                    At::Start
                }
                b'"' if at == At::Start || at == At::Closed => At::Quoted,
                b'"' if is_open => At::Closed,
                b' ' if at == At::Start || at == At::Blank => At::Blank,
                b'"' if at == At::Blank => {
                    row.stray = row.stray.or(Some((row.width, Stray::BlankBefore)));
                    At::Plain
                }
                _ if at == At::Closed => {
                    row.stray = row.stray.or(Some((row.width, Stray::WordsAfter)));
                    At::Plain
                }
                _ if is_open => At::Quoted,
                _ => At::Plain,
            };
        }
        if at == At::Quoted {
            row.unclosed = Some(row.width);
        }
        if end > 0 {
            row.push(self.rest.get(start..end));
        }
        let after = self.rest.get(end..).unwrap_or_default();
        let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n']));
        self.rest = next.unwrap_or_default();
        Some(row)
    }
}

/// Returns the location right after a text that begins the file.
pub(super) fn place_after(text: &str, separator: u8) -> Location {
    // One more character marks the place, so that the last row contains it.
    let text = format!("{text}x");
    let last = Rows::new(&text, separator).last();
    let (row, cells) = last.map_or((1, 1), |row| (row.number, row.width));
    place(row, u16::try_from(cells.saturating_sub(1)).ok())
}

/// Returns the location of a cell before its column's heading is known.
pub(super) fn place(row: u32, column: Option<u16>) -> Location {
    Location::in_table(Some(row), column.map(|column| column_letters(column).into()))
}

#[cfg(test)]
mod tests {
    use super::{Rows, Stray, place_after};

    fn rows(text: &str) -> Vec<(u32, usize)> {
        Rows::new(text, b',').map(|row| (row.number, row.width)).collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"c", "d\",e,", "", "f"].join(end);
            let expected = [(1, 2), (2, 0), (3, 3), (4, 0), (5, 1)];
            assert_eq!(rows(&text), expected, "{end:?}");
            assert_eq!(rows(&(text + end)), expected, "{end:?} at the end");
        }
        assert_eq!(rows("a\n\r\nb\r\r\nc"), [(1, 1), (2, 0), (3, 1), (4, 0), (5, 1)]);
        assert_eq!(rows(""), []);
        assert_eq!(rows("\n"), [(1, 0)]);
    }

    #[test]
    fn quotation_marks_that_do_not_pair_up_are_found() {
        let first = |text| Rows::new(text, b',').next().map(|row| (row.unclosed, row.stray));
        assert_eq!(first("a,\"b,c\nd"), Some((Some(1), None)));
        assert_eq!(first("a,\"b\"c,d"), Some((None, Some((1, Stray::WordsAfter)))));
        assert_eq!(first("a,  \"b\",c"), Some((None, Some((1, Stray::BlankBefore)))));
        assert_eq!(first("a,\"b\"\"c\",12\" pipe"), Some((None, None)));
        assert_eq!(first("a,\"b\""), Some((None, None)));
        assert_eq!(first("\"\r\n"), Some((Some(0), None)));
    }

    #[test]
    fn a_place_is_that_of_the_next_letter() {
        let after = |text| place_after(text, b',').to_string();
        assert_eq!(after(""), "row 1, column \"A\"");
        assert_eq!(after("a,b\r\nc,"), "row 2, column \"B\"");
        assert_eq!(after("a\r"), "row 2, column \"A\"");
        assert_eq!(after("a,\"b\n"), "row 1, column \"B\"");
    }

    /// A text, and its cells, a row a line: `2: 1/End of May`.
    const TEXTS: &[(&str, &str)] = &[
        // Line ends, and rows as a spreadsheet numbers them.
        ("a,b\nc,d\n", "1: a/b | 2: c/d"),
        ("a,b\r\nc,d", "1: a/b | 2: c/d"),
        ("a,b\rc,d\r", "1: a/b | 2: c/d"),
        ("a\r\nb\nc\rd", "1: a | 2: b | 3: c | 4: d"),
        ("\n\na\n\n\nb", "3: a | 6: b"),
        ("\r\n\r\na\r\n\r\nb\r\n", "3: a | 5: b"),
        ("\r\ra\r\rb", "3: a | 5: b"),
        ("\"a\nb\",c\nd", "1: a<LF>b/c | 2: d"),
        ("\"a\r\n\r\nb\",c\r\nd", "1: a<CR><LF><CR><LF>b/c | 2: d"),
        ("\"a\rb\"\rc", "1: a<CR>b | 2: c"),
        // Quotation marks.
        ("\"He said \"\"no\"\"\",12\" pipe", "1: He said \"no\"/12\" pipe"),
        ("\"a,b\",\"\",\"\"\"\"", "1: a,b//\""),
        ("\"a\"b,c", "1: ab/c"),
        ("\"a\"b\"c\"\"d", "1: ab\"c\"\"d"),
        ("a, \"b\",  c ", "1: a/ \"b\"/  c "),
        // Rows of different widths.
        ("a,b,c\nd\ne,f,g,h", "1: a/b/c | 2: d | 3: e/f/g/h"),
        (",,\n,b", "1: // | 2: /b"),
    ];

    #[test]
    fn every_cell_is_read_as_a_spreadsheet_reads_it() {
        for (text, expected) in TEXTS {
            let rows = Rows::new(text, b',').filter(|row| row.width > 0).map(|row| {
                let cells = row.cells().collect::<Vec<_>>().join("/");
                format!("{}: {}", row.number, cells.replace('\r', "<CR>").replace('\n', "<LF>"))
            });
            assert_eq!(rows.collect::<Vec<_>>().join(" | "), *expected, "{text:?}");
        }
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn the_crate_csv_reads_the_same_cells(text in "[a,;\"\r\n =']{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            let walked = Rows::new(&text, b',').filter(|row| row.width > 0).map(|row| {
                assert_eq!(row.cells().count(), row.width);
                row.cells().map(std::borrow::Cow::into_owned).collect::<Vec<_>>()
            });
            proptest::prop_assert_eq!(walked.collect::<Vec<_>>(), read);
        }
    }
}
