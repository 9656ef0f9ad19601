//! What a sheet says, before it is written: a title, a few lines and one table. It knows nothing of
//! plans or of spreadsheets.

use super::signs::NONE;
use crate::report::document::clean;
use crate::report::words::count;

/// One sheet with one table.
pub(super) struct Page {
    /// The name on its tab.
    pub(super) name: &'static str,
    /// What it is, in the first cell and in the contents.
    pub(super) title: String,
    /// Sentences under the title, one a row.
    pub(super) lines: Vec<String>,
    /// The name of its table, as formulas and screen readers use it.
    pub(super) table: &'static str,
    pub(super) columns: &'static [Column],
    pub(super) rows: Vec<Vec<Cell>>,
    /// What is said instead of a table without rows.
    pub(super) none: String,
}

/// A heading, and how wide its column is, in characters.
pub(super) struct Column(pub(super) &'static str, pub(super) u16);

/// What stands in a cell: never nothing.
pub(super) enum Cell {
    Text(String),
    Number(u32),
}

impl Page {
    /// `26 rows`.
    pub(super) fn size(&self) -> String {
        count(self.rows.len(), "row", "rows")
    }

    /// What stands above the table, from the first cell down.
    pub(super) fn above(&self) -> Vec<String> {
        let table = if self.rows.is_empty() {
            format!("This sheet has no table. {}", self.none)
        } else {
            format!("This sheet has one table of {}, with its headings in one row.", self.size())
        };
        let lines = self.lines.iter().cloned();
        std::iter::once(self.title.clone()).chain(lines).chain([table]).collect()
    }
}

impl Cell {
    /// Words on one line, cleaned as in every layout.
    pub(super) fn text(words: impl AsRef<str>) -> Self {
        let words = clean(words.as_ref());
        Self::Text(if words.is_empty() { NONE.to_owned() } else { words })
    }

    /// Words, or a sign that there are none.
    pub(super) fn text_or(words: Option<&str>, sign: &str) -> Self {
        Self::text(words.unwrap_or(sign))
    }

    pub(super) fn number(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
