//! Where the rows of a text begin and end, how many cells each has, and whether its quotation marks
//! pair up: what the reader of cells does not tell. It takes no cell out of the text.

use crate::diagnostic::{Location, column_letters};

/// One row of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowText {
    /// Its number as a spreadsheet shows it: from 1, blank lines counted, a line break inside
    /// quotation marks not.
    pub(super) number: u32,
    /// How many cells it has, empty ones counted; none where the line is blank.
    pub(super) cells: usize,
    /// The cell whose quotation mark is never closed, from 0.
    pub(super) unclosed: Option<usize>,
    /// The first cell whose quotation marks do not do what whoever wrote them meant, from 0.
    pub(super) stray: Option<(usize, Stray)>,
}

/// A quotation mark in the wrong place. The text is still read as spreadsheets read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stray {
    /// Words follow the one that closes the cell.
    WordsAfter,
    /// A blank stands before the first, which therefore holds nothing together.
    BlankBefore,
}

/// The rows of a text, from the top.
pub(super) struct Rows<'t> {
    rest: &'t [u8],
    separator: u8,
    number: u32,
}

/// Where inside a cell the walk is.
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
    /// The rows that stand in the first so many bytes; the last of them may be cut short.
    pub(super) fn within(text: &'t str, bytes: usize, separator: u8) -> Self {
        let rest = text.as_bytes();
        Self { rest: rest.get(..bytes).unwrap_or(rest), separator, number: 0 }
    }

    pub(super) fn new(text: &'t str, separator: u8) -> Self {
        Self { rest: text.as_bytes(), separator, number: 0 }
    }
}

impl Iterator for Rows<'_> {
    type Item = RowText;

    fn next(&mut self) -> Option<RowText> {
        self.rest.first()?;
        self.number = self.number.saturating_add(1);
        let mut row = RowText { number: self.number, cells: 0, unclosed: None, stray: None };
        let mut at = At::Start;
        let mut separators = 0;
        let mut length = 0;
        for (position, &byte) in self.rest.iter().enumerate() {
            length = position + 1;
            let is_open = at == At::Quoted;
            at = match byte {
                b'\r' | b'\n' if !is_open => break,
                _ if byte == self.separator && !is_open => {
                    separators += 1;
                    At::Start
                }
                b'"' if at == At::Start || at == At::Closed => At::Quoted,
                b'"' if is_open => At::Closed,
                b' ' if at == At::Start || at == At::Blank => At::Blank,
                b'"' if at == At::Blank => {
                    row.stray = row.stray.or(Some((separators, Stray::BlankBefore)));
                    At::Plain
                }
                _ if at == At::Closed => {
                    row.stray = row.stray.or(Some((separators, Stray::WordsAfter)));
                    At::Plain
                }
                _ if is_open => At::Quoted,
                _ => At::Plain,
            };
        }
        let (line, after) = self.rest.split_at_checked(length).unwrap_or((self.rest, &[]));
        let is_broken = at != At::Quoted && matches!(line, [.., b'\r' | b'\n']);
        if length > usize::from(is_broken) {
            row.cells = separators + 1;
        }
        if at == At::Quoted {
            row.unclosed = Some(separators);
        }
        self.rest = match after {
            [b'\n', after @ ..] if is_broken && line.ends_with(b"\r") => after,
            _ => after,
        };
        Some(row)
    }
}

/// The place right after a piece of text that begins the file.
pub(super) fn place_after(text: &str, separator: u8) -> Location {
    // One more letter stands where the place is, so that the last row holds it.
    let text = format!("{text}x");
    let last = Rows::new(&text, separator).last();
    let column = last.and_then(|row| u16::try_from(row.cells.saturating_sub(1)).ok());
    place(last.map_or(1, |row| row.number), column)
}

/// The place of a cell, before it is known what its column is called.
pub(super) fn place(row: u32, column: Option<u16>) -> Location {
    Location::in_table(Some(row), column.map(|column| column_letters(column).into()))
}

#[cfg(test)]
mod tests {
    use super::{Rows, Stray, place_after};

    fn rows(text: &str) -> Vec<(u32, usize)> {
        Rows::new(text, b',').map(|row| (row.number, row.cells)).collect()
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

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn the_reader_of_cells_sees_the_same_rows(text in "[a,;\"\r\n =']{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let read: Vec<usize> = reader.records().map(|row| row.unwrap().len()).collect();
            let walked = Rows::new(&text, b',').map(|row| row.cells).filter(|cells| *cells > 0);
            proptest::prop_assert_eq!(walked.collect::<Vec<_>>(), read);
        }
    }
}
