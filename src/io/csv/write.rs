//! From cells to the bytes of a CSV file: commas, quotation marks, line ends as RFC 4180 has them, and
//! the mark against formulas on every text.

use std::fmt::Display;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::guard::guarded;
use crate::text::is_blank;

/// One cell, ready to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell(String);

impl Cell {
    /// Somebody's words: marked where a spreadsheet might run them, and nothing where they are blank.
    pub(super) fn text(text: &str) -> Self {
        Self(if is_blank(text) { String::new() } else { guarded(text).into_owned() })
    }

    /// Somebody's words, where there are any.
    pub(super) fn optional(text: Option<impl AsRef<str>>) -> Self {
        text.map_or_else(Self::default, |text| Self::text(text.as_ref()))
    }

    /// An id, a day, a figure, a word of a closed vocabulary: what cannot run, and so has no mark. A
    /// figure below zero stays a figure.
    pub(super) fn plain(value: impl Display) -> Self {
        Self(value.to_string())
    }

    /// The same, where there is one.
    pub(super) fn maybe(value: Option<impl Display>) -> Self {
        value.map_or_else(Self::default, Self::plain)
    }

    fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Writes a table.
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
