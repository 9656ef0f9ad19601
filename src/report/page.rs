//! What a sheet says, before it is written: a title, a few lines and one table. It knows nothing of
//! plans or of spreadsheets.

use super::document::clean;
use super::grammar::counted;

// Placeholders stand where a cell would be empty. The notes explain them.

/// There is nothing: no reference, no action, no source.
pub(super) const NONE: &str = "[none]";

/// The plan does not say.
pub(super) const NOT_STATED: &str = "[not stated]";

/// The plan says a word that is no colour, and that its legend does not explain.
pub(super) const ANOTHER_WORD: &str = "[another word]";

/// An action belongs to no other.
pub(super) const NOT_APPLICABLE: &str = "[not applicable]";

/// The actions stand with the parts of the recommendation.
pub(super) const THROUGH_PARTS: &str = "[through its parts]";

/// The actions stand with the recommendation that it is a part of.
pub(super) const THROUGH_WHOLE: &str = "[through its whole]";

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
        counted(self.rows.len(), "row")
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

    /// Words, or a placeholder where there are none.
    pub(super) fn text_or(words: Option<&str>, placeholder: &str) -> Self {
        Self::text(words.unwrap_or(placeholder))
    }

    pub(super) fn number(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
