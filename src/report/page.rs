//! The content of a sheet before it is written: a title, a few lines and one table. It does not
//! depend on plans or spreadsheets.

use super::grammar::counted;
use super::line::{clean, without_marks};

// Placeholders for cells that would be empty. The notes explain them.

/// There is none: no reference, no action, no source.
pub(super) const NONE: &str = "[none]";

/// The plan does not state it.
pub(super) const NOT_STATED: &str = "[not stated]";

/// The plan gives a word that is not a colour and that its legend does not explain.
pub(super) const ANOTHER_WORD: &str = "[another word]";

/// The question does not apply, for instance which action an action belongs to.
pub(super) const NOT_APPLICABLE: &str = "[not applicable]";

/// The actions are linked to the parts of the recommendation.
pub(super) const THROUGH_PARTS: &str = "[through its parts]";

/// The actions are linked to the recommendation that this one is a part of.
pub(super) const THROUGH_WHOLE: &str = "[through its whole]";

/// A sheet with one table.
pub(super) struct Page {
    /// The name on its tab.
    pub(super) name: &'static str,
    /// The title, for the first cell and the contents.
    pub(super) title: String,
    /// Sentences under the title, one a row.
    pub(super) lines: Vec<String>,
    /// The name of the table, as used by formulas and screen readers.
    pub(super) table: &'static str,
    pub(super) columns: &'static [Column],
    pub(super) rows: Vec<Vec<Cell>>,
    /// The sentence shown instead of a table without rows.
    pub(super) none: String,
    /// The rows that are also drawn.
    pub(super) bars: Vec<Bars>,
}

/// Numbers of one row as bars, under the table.
pub(super) struct Bars {
    pub(super) row: usize,
    /// The first and the last column of the numbers. Their headings name the bars.
    pub(super) columns: (u16, u16),
    /// The number that a bar of full length stands for.
    pub(super) most: usize,
    pub(super) title: String,
    /// What they show, in a sentence.
    pub(super) finding: String,
}

/// A heading and the width of its column, in characters.
pub(super) struct Column(pub(super) &'static str, pub(super) u16);

/// The content of a cell; never empty.
pub(super) enum Cell {
    Text(String),
    Number(u32),
}

impl Page {
    /// Returns the size of the table: `26 rows`.
    pub(super) fn size(&self) -> String {
        counted(self.rows.len(), "row")
    }

    /// Returns the lines above the table, from the first cell down.
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
    /// Creates a cell with text on one line, cleaned as in every layout, or [`NONE`] for empty
    /// text.
    pub(super) fn text(words: impl AsRef<str>) -> Self {
        let words = clean(words.as_ref());
        let words = without_marks(&words);
        Self::Text(if words.is_empty() { NONE.to_owned() } else { words.into_owned() })
    }

    /// Creates a cell with text, or with a placeholder if there is none.
    pub(super) fn text_or(words: Option<&str>, placeholder: &str) -> Self {
        Self::text(words.unwrap_or(placeholder))
    }

    pub(super) fn number(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}
