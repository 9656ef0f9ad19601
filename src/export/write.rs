//! Writes CSV as RFC 4180 requires, with text escaped that a spreadsheet might run as a formula.

use std::fmt::Display;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use crate::cells::csv::guarded;
use crate::text::is_blank;

/// A cell ready to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell(String);

impl Cell {
    /// Returns a cell with free text, escaped if a spreadsheet might run it, and empty if it is blank.
    pub(super) fn text(text: &str) -> Self {
        Self(if is_blank(text) { String::new() } else { guarded(text).into_owned() })
    }

    /// Returns a cell with optional free text.
    pub(super) fn optional(text: Option<impl AsRef<str>>) -> Self {
        text.map_or_else(Self::default, |text| Self::text(text.as_ref()))
    }

    /// Returns a cell with several texts.
    pub(super) fn list(texts: impl Iterator<Item = impl AsRef<str>>, between: &str) -> Self {
        let texts: Vec<_> = texts.collect();
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        Self::text(&texts.join(between))
    }

    /// Returns a cell with an id, a date, a number or a word of a closed vocabulary. These cannot run as
    /// formulas and are not escaped, so a negative number stays a number.
    pub(super) fn plain(value: impl Display) -> Self {
        Self(value.to_string())
    }

    /// Returns a cell like [`plain`](Self::plain), empty if there is no value.
    pub(super) fn maybe(value: Option<impl Display>) -> Self {
        value.map_or_else(Self::default, Self::plain)
    }

    fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Writes a table of headings and rows.
pub(super) fn write_table(
    writer: impl Write,
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(writer);
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row.iter().map(Cell::as_bytes))?;
    }
    writer.flush()
}

#[cfg(test)]
#[cfg(feature = "proptest")]
mod tests {
    use super::{Cell, write_table};
    use crate::cells::{Content, SheetLimits, csv};

    proptest::proptest! {
        #[test]
        fn what_was_written_is_read_again(
            texts in proptest::collection::vec(
                proptest::array::uniform10("[ab é,;'\"\r\n\t=+@＝-]{0,6}"),
                0..6,
            )
        ) {
            let mut bytes = Vec::new();
            let rows = texts.iter().map(|row| row.iter().map(|text| Cell::text(text)).collect());
            let headings = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
            write_table(&mut bytes, &headings, rows).unwrap();
            let grid = csv::read(bytes.as_slice(), &SheetLimits::default()).unwrap();
            let mut read = grid.sheets[0].rows.iter().skip(1);
            for (position, row) in texts.iter().enumerate() {
                let expected: Vec<_> = row
                    .iter()
                    .enumerate()
                    .filter(|(_, text)| !text.trim().is_empty())
                    .map(|(column, text)| {
                        (u16::try_from(column).unwrap(), Content::Text(text.as_str().into()))
                    })
                    .collect();
                if !expected.is_empty() {
                    let row = read.next().unwrap();
                    let cells = row.cells.iter().map(|cell| (cell.column, cell.content.clone()));
                    proptest::prop_assert_eq!(cells.collect::<Vec<_>>(), expected);
                    proptest::prop_assert_eq!(row.number as usize, position + 2);
                }
            }
            proptest::prop_assert!(read.next().is_none());
        }
    }
}
