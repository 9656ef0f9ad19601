//! Locations in a document, a workbook or a CSV file.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// The longest key that a path shows as it is, in characters.
const LONGEST_KEY: usize = 60;

/// The most steps that a path shows: more than any record of the format has.
const MOST_STEPS: usize = 12;

/// One step of a path into a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The value of a key of the format.
    Key(&'static str),
    /// The element at a position, counted from 0.
    Index(usize),
    /// The value of a key that the format does not have, as the text writes it.
    UnknownKey(Arc<str>),
}

/// A location in the input.
///
/// - In a document, it is a path of keys and positions, displayed as `actions[3].due`. Positions
///   count from 0, as in JSON tools. An empty path is the document itself.
/// - In a workbook, it is a cell, row, column or sheet, displayed as `Plan!F12` as in a
///   spreadsheet.
/// - In a CSV file, it is a row and a column, displayed as `row 7, column "By when"`. Rows count
///   from 1, which is the header if that is the first line.
///
/// A problem of a plan that was read from a table has both: it is displayed with its cell, and
/// [`steps`](Self::steps) and [`pointer`](Self::pointer) lead to the same place in the document.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Location {
    path: Vec<Step>,
    place: Place,
}

/// A place in a file that is not a document.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
enum Place {
    #[default]
    Document,
    #[cfg_attr(
        not(any(feature = "csv", feature = "workbook")),
        allow(dead_code, reason = "only what is read from a table has one")
    )]
    /// In a workbook: a cell, a row, a column or a whole sheet.
    Sheet { sheet: Arc<str>, row: Option<u32>, column: Option<u16> },
    #[cfg_attr(
        not(any(feature = "csv", feature = "workbook")),
        allow(dead_code, reason = "only what is read from a table has one")
    )]
    /// In a CSV file. A column is named by its header or, without one, by its letter.
    Table { row: Option<u32>, column: Option<Arc<str>> },
}

impl Location {
    /// Returns the steps of the path in the document, outermost first. Empty for the document
    /// itself, and for what is only in a workbook or CSV file.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.path
    }

    /// Returns the path in the document as a JSON Pointer
    /// ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)), such as `/actions/3/due`. Empty for the
    /// document itself, and for what is only in a workbook or CSV file.
    ///
    /// ```
    /// use improvement_plan::{Action, Plan, PlanDoc};
    ///
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_actions([Action::new("Recruit").with_answers(["22"])]);
    /// let rejected = Plan::build(doc).unwrap_err();
    /// for diagnostic in rejected.diagnostics() {
    ///     assert_eq!(diagnostic.location().pointer(), "/actions/0/answers/0");
    /// }
    /// ```
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Key(key) => pointer.push_str(key),
                Step::Index(index) => pointer.push_str(&index.to_string()),
                Step::UnknownKey(key) => {
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
            }
        }
        pointer
    }

    /// Returns the name of the sheet in a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.place {
            Place::Sheet { sheet, .. } => Some(sheet),
            Place::Document | Place::Table { .. } => None,
        }
    }

    /// Returns the row in a workbook or CSV file, counted from 1.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        match &self.place {
            Place::Sheet { row, .. } | Place::Table { row, .. } => *row,
            Place::Document => None,
        }
    }

    /// Returns the column: its letters in a workbook, its header in a CSV file.
    #[must_use]
    pub fn column(&self) -> Option<String> {
        match &self.place {
            Place::Sheet { column, .. } => column.map(column_letters),
            Place::Table { column, .. } => column.as_deref().map(str::to_owned),
            Place::Document => None,
        }
    }

    pub(crate) fn new(steps: impl Into<Vec<Step>>) -> Self {
        Self { path: steps.into(), place: Place::Document }
    }

    /// Creates the location of an element of a list in the document.
    pub(crate) fn element(list: &'static str, position: usize) -> Self {
        // Room for what most rules add: a key, or a list, a position and a key.
        let mut steps = Vec::with_capacity(5);
        steps.extend([Step::Key(list), Step::Index(position)]);
        Self::new(steps)
    }

    /// Creates a location on a sheet. Rows count from 1, columns from 0.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn on_sheet(sheet: Arc<str>, row: Option<u32>, column: Option<u16>) -> Self {
        Self { path: Vec::new(), place: Place::Sheet { sheet, row, column } }
    }

    /// Creates a location in a CSV file. Rows count from 1.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn in_table(row: Option<u32>, column: Option<Arc<str>>) -> Self {
        Self { path: Vec::new(), place: Place::Table { row, column } }
    }

    /// Adds the cell that a part of the document was read from.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn in_cell(self, cell: Self) -> Self {
        Self { path: self.path, place: cell.place }
    }

    pub(crate) fn key(self, key: &'static str) -> Self {
        self.then(Step::Key(key))
    }

    pub(crate) fn index(self, position: usize) -> Self {
        self.then(Step::Index(position))
    }

    fn then(mut self, step: Step) -> Self {
        self.path.push(step);
        self
    }
}

/// Returns the letters of a column counted from 0: `A`, `Z`, `AA`.
pub(crate) fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Shows the place without a key that the format does not have, which may be any text.
impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_known = |step: &&Step| !matches!(step, Step::UnknownKey(_));
        let path = self.path.iter().take_while(is_known).cloned().collect::<Vec<_>>();
        let is_cut = path.len() < self.path.len();
        write!(f, "{}{}", Self { path, place: self.place.clone() }, if is_cut { "[…]" } else { "" })
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Document if self.path.is_empty() => f.write_str("the document"),
            Place::Document => f.write_str(&path(&self.path)),
            Place::Sheet { sheet, row, column } => {
                sheet_name(f, sheet)?;
                match (row, column) {
                    (Some(row), Some(column)) => write!(f, "!{}{row}", column_letters(*column)),
                    (Some(row), None) => write!(f, ", row {row}"),
                    (None, Some(column)) => write!(f, ", column {}", column_letters(*column)),
                    (None, None) => Ok(()),
                }
            }
            Place::Table { row, column } => match (row, column) {
                (Some(row), Some(column)) => write!(f, "row {row}, column \"{column}\""),
                (Some(row), None) => write!(f, "row {row}"),
                (None, Some(column)) => write!(f, "column \"{column}\""),
                (None, None) => f.write_str("the table"),
            },
        }
    }
}

/// Returns a path as people write it: `actions[1].due`. Empty for no steps.
pub(super) fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for (depth, step) in steps.iter().enumerate() {
        match step {
            _ if depth == MOST_STEPS => {
                path.push('…');
                break;
            }
            Step::Index(index) => path.extend(["[", &index.to_string(), "]"]),
            Step::Key(key) => add_key(&mut path, key),
            Step::UnknownKey(key) if is_plain(key) => add_key(&mut path, key),
            Step::UnknownKey(key) => path.extend(["[", &quoted_key(key), "]"]),
        }
    }
    path
}

fn add_key(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

fn is_plain(key: &str) -> bool {
    let is_word =
        |character: char| character.is_alphanumeric() || character == '_' || character == '-';
    !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(is_word)
}

/// Returns a key or another short text of a document in quotation marks, shortened, with control
/// characters escaped.
pub(crate) fn quoted_key(text: &str) -> String {
    let mut quoted = String::from('\u{201c}');
    for (position, character) in text.chars().enumerate() {
        if position == LONGEST_KEY {
            quoted.push('…');
            break;
        }
        if character.is_control() {
            quoted.extend(character.escape_default());
        } else {
            quoted.push(character);
        }
    }
    quoted.push('\u{201d}');
    quoted
}

/// Writes the name of a sheet as in a spreadsheet formula: in quotes unless it is a plain word.
fn sheet_name(f: &mut fmt::Formatter<'_>, sheet: &str) -> fmt::Result {
    let is_plain = |character: char| character.is_alphanumeric() || character == '_';
    if sheet.chars().all(is_plain) && !sheet.starts_with(|first: char| first.is_ascii_digit()) {
        f.write_str(sheet)
    } else {
        write!(f, "'{}'", sheet.replace('\'', "''"))
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(all(test, feature = "workbook"))]
mod tests {
    use super::{Location, column_letters};

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters = [0, 25, 26, 51, 701, 702, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn locations_are_displayed_as_in_a_spreadsheet() {
        let sheet =
            |name: &str, row, column| Location::on_sheet(name.into(), row, column).to_string();
        assert_eq!(sheet("Plan", Some(12), Some(5)), "Plan!F12");
        assert_eq!(sheet("Action plan", Some(12), Some(5)), "'Action plan'!F12");
        assert_eq!(sheet("Chair's", Some(3), None), "'Chair''s', row 3");
        assert_eq!(sheet("2026", None, Some(0)), "'2026', column A");
        let table =
            |row, column: Option<&str>| Location::in_table(row, column.map(Into::into)).to_string();
        assert_eq!(table(Some(7), Some("By when")), "row 7, column \"By when\"");
        assert_eq!(table(Some(7), None), "row 7");
    }
}
