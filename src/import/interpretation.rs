//! How a file was understood, for a person to check.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::headings::normalise;
use super::{ColumnMeaning, OtherColumns, ReadOptions, SheetKind, TableOptions};
use crate::diagnostic::Location;

/// How a file was understood: which sheets and rows were read, what each column was taken to mean and
/// why, and which cells were not used. Together with the document and the diagnostics, it accounts for
/// every cell with content.
#[derive(Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Interpretation {
    pub(crate) is_template: bool,
    pub(crate) facts: Vec<MetadataInterpretation>,
    pub(crate) sheets: Vec<SheetInterpretation>,
    pub(crate) unused: Vec<UnusedCell>,
    /// The options that were given, without records.
    #[serde(skip)]
    pub(crate) given: ReadOptions,
}

/// Shows counts, and no text of the table.
impl std::fmt::Debug for Interpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Interpretation")
            .field("sheets", &self.sheets.len())
            .field("facts", &self.facts.len())
            .field("unused", &self.unused.len())
            .finish_non_exhaustive()
    }
}

impl Interpretation {
    /// Returns whether the file is a workbook made from this crate's template, which is read by its own
    /// headings.
    #[must_use]
    pub fn is_template(&self) -> bool {
        self.is_template
    }

    /// Returns the facts about the plan as a whole, with their sources.
    #[must_use]
    pub fn facts(&self) -> &[MetadataInterpretation] {
        &self.facts
    }

    /// Returns the sheets in file order; a CSV file has one.
    #[must_use]
    pub fn sheets(&self) -> &[SheetInterpretation] {
        &self.sheets
    }

    /// Returns options that read this file as it was read, for a person to check, edit and keep: next
    /// month's file is then read in the same way, and a column that is new, missing or renamed by then is
    /// reported (`mapping-drifted`).
    ///
    /// They hold the options that were given, the title, reference and authority that were found, and for
    /// each table what every column means (`ignore` for those that were not read), with what is doubtful
    /// about it. The status date is left out, because it changes with every file. A sheet with several
    /// tables gets one entry for all of them. A workbook made from the template needs no options.
    ///
    /// ```
    /// # #[cfg(feature = "csv")] {
    /// use improvement_plan::csv;
    /// use improvement_plan::import::{ColumnMeaning, ReadOptions};
    ///
    /// let table = "Recommendation,Action,Lead,By when\nReduce caseloads,Recruit,Head of HR,May 2026\n";
    /// let import = csv::read(table.as_bytes(), &ReadOptions::new().with_authority("Anyshire"))?;
    /// let options = import.interpretation().to_options();
    /// assert_eq!(options.tables[0].columns["By when"], ColumnMeaning::Due);
    /// assert_eq!(options.authority.as_deref(), Some("Anyshire"));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_options(&self) -> ReadOptions {
        let mut options = self.given.clone();
        for fact in &self.facts {
            let place = match fact.key {
                "title" => &mut options.title,
                "reference" => &mut options.reference,
                "authority.name" => &mut options.authority,
                _ => continue,
            };
            place.get_or_insert_with(|| fact.value.clone());
        }
        let given = std::mem::take(&mut options.tables);
        if self.is_template {
            return options;
        }
        for sheet in self.sheets.iter().filter(|sheet| !sheet.columns.is_empty()) {
            if let Some(table) = options.tables.iter_mut().find(|one| one.sheet == sheet.sheet) {
                sheet.add_to(table);
                continue;
            }
            let own = given.iter().find(|one| one.sheet == sheet.sheet);
            let own = own.or_else(|| given.iter().find(|one| one.sheet.is_none()));
            let mut table = own.cloned().unwrap_or_default();
            table.sheet.clone_from(&sheet.sheet);
            table.holds = sheet.holds;
            table.other_columns = OtherColumns::Report;
            table.columns.clear();
            table.doubts.clear();
            sheet.add_to(&mut table);
            options.tables.push(table);
        }
        let is_ignored = |table: &TableOptions| table.holds == Some(SheetKind::Ignore);
        options.tables.extend(given.into_iter().filter(is_ignored));
        options
    }

    /// Returns every cell with content that was neither used nor kept.
    #[must_use]
    pub fn unused(&self) -> &[UnusedCell] {
        &self.unused
    }
}

/// A fact about the plan as a whole.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MetadataInterpretation {
    pub(crate) key: &'static str,
    pub(crate) value: String,
    pub(crate) why: String,
}

/// Shows no text of the table.
impl std::fmt::Debug for MetadataInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MetadataInterpretation").finish_non_exhaustive()
    }
}

impl MetadataInterpretation {
    /// Returns the document key: `title`, `authority.name`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Returns the value that was taken.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Returns the reason: `given in the options`, `from the title row Plan!A1`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

/// How one sheet was understood.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SheetInterpretation {
    pub(crate) sheet: Option<String>,
    pub(crate) is_hidden: bool,
    pub(crate) holds: Option<SheetKind>,
    pub(crate) header_row: Option<u32>,
    pub(crate) why: String,
    pub(crate) columns: Vec<ColumnInterpretation>,
    pub(crate) rows: Vec<RowInterpretation>,
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) records: usize,
}

/// Shows no text of the table.
impl std::fmt::Debug for SheetInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SheetInterpretation").finish_non_exhaustive()
    }
}

impl SheetInterpretation {
    /// Adds what the columns mean to the options of a table.
    fn add_to(&self, table: &mut TableOptions) {
        if table.holds != self.holds {
            table.holds = None;
        }
        let compared: Vec<String> =
            self.columns.iter().map(|one| normalise(&one.heading)).collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for heading in &compared {
            *times.entry(heading).or_default() += 1;
        }
        for (column, own) in self.columns.iter().zip(&compared) {
            let is_one = !own.is_empty() && times.get(own.as_str()) == Some(&1);
            let name = if is_one { &column.heading } else { &column.column };
            table.columns.insert(name.clone(), column.means.unwrap_or(ColumnMeaning::Ignore));
            if let Some(doubt) = &column.doubt {
                table.doubts.insert(name.clone(), doubt.clone());
            }
        }
    }

    /// Returns the name of the sheet, or `None` for a CSV file.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Returns whether the sheet is hidden in the spreadsheet.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.is_hidden
    }

    /// Returns what the sheet was taken to hold, or `None` if no table was found on it.
    #[must_use]
    pub fn holds(&self) -> Option<SheetKind> {
        self.holds
    }

    /// Returns the row of the headings, as a spreadsheet numbers it.
    #[must_use]
    pub fn header_row(&self) -> Option<u32> {
        self.header_row
    }

    /// Returns the reason for the choice of headings.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Returns the columns, from the left.
    #[must_use]
    pub fn columns(&self) -> &[ColumnInterpretation] {
        &self.columns
    }

    /// Returns the rows that are not records, such as section headings and notes.
    #[must_use]
    pub fn rows(&self) -> &[RowInterpretation] {
        &self.rows
    }

    /// Returns the hidden rows that were read.
    #[must_use]
    pub fn hidden_rows(&self) -> &[u32] {
        &self.hidden_rows
    }

    /// Returns the number of records read from the sheet.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records
    }
}

/// How one column was understood.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ColumnInterpretation {
    pub(crate) column: String,
    pub(crate) heading: String,
    pub(crate) means: Option<ColumnMeaning>,
    pub(crate) is_read: bool,
    pub(crate) why: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) doubt: Option<String>,
}

/// Shows no text of the table.
impl std::fmt::Debug for ColumnInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ColumnInterpretation").finish_non_exhaustive()
    }
}

impl ColumnInterpretation {
    /// Returns the letter of the column.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// Returns the heading of the column.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// Returns the meaning of the column, or `None` if it was not used or is a template column that
    /// other tables do not have.
    #[must_use]
    pub fn means(&self) -> Option<ColumnMeaning> {
        self.means
    }

    /// Returns whether the cells of the column were read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.is_read
    }

    /// Returns the reason: `its heading`, `named in the options`, `it holds dates`.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }

    /// Returns what is doubtful about the reading, with what else the column may mean, or `None` if nothing
    /// is. The same is reported as `column-uncertain` or `content-contradicts-heading`.
    #[must_use]
    pub fn doubt(&self) -> Option<&str> {
        self.doubt.as_deref()
    }
}

/// A row that is not a record.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowInterpretation {
    pub(crate) row: u32,
    pub(crate) text: String,
    pub(crate) taken_for: String,
}

/// Shows no text of the table.
impl std::fmt::Debug for RowInterpretation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RowInterpretation").finish_non_exhaustive()
    }
}

/// What the name of a section is taken for.
pub(crate) const SECTION: &str = "the workstream of the rows below it";

impl RowInterpretation {
    /// Returns the number of the row.
    #[must_use]
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Returns the text of the row.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what the row was taken for: `the workstream of the rows below it`.
    #[must_use]
    pub fn taken_for(&self) -> &str {
        &self.taken_for
    }
}

/// A cell with content that was not used.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UnusedCell {
    pub(crate) place: Location,
    pub(crate) text: String,
    pub(crate) why: Cow<'static, str>,
}

/// Shows no text of the table.
impl std::fmt::Debug for UnusedCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnusedCell").finish_non_exhaustive()
    }
}

impl UnusedCell {
    /// Returns the location of the cell.
    #[must_use]
    pub fn place(&self) -> &Location {
        &self.place
    }

    /// Returns the text of the cell.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the reason the cell was not used.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}
