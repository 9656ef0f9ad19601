//! Reads one cell of the working workbook, and reports what cannot be read.

use super::located_cell::LocatedCell;
use super::reader::Reader;
use crate::cells::Content;
use crate::diagnostic::import_codes::{
    DATE_FROM_SERIAL, FORMULA_FAILED, NUMBER_NOT_READ, PERCENT_READ, WORD_NOT_LISTED,
    WORDS_BECAME_DATE,
};
use crate::plan::quoted;
use crate::text::{fold, nearest};
use crate::workbook::schema::{Blank, Column, Entry, PRESENT, Remark, Unread, Vocabulary};

impl Reader<'_> {
    /// Reads a cell into the key of its column, and returns whether that succeeded.
    pub(super) fn cell<T: Blank>(
        &mut self,
        cell: LocatedCell<'_>,
        column: &Column<T>,
        record: &mut T,
    ) -> bool {
        self.used(cell);
        let Some(entry) = self.entry(cell) else { return false };
        if let Entry::Text(PRESENT) = entry {
            // A group that is present but empty; for a single key, only that the record is present.
            if !column.inner_key.is_empty() {
                (column.set)(record);
            }
            return true;
        }
        // Read into an empty record first, so that a failure leaves the record unchanged.
        match (column.set)(&mut T::blank()).read(entry) {
            Ok(remark) => {
                let read = (column.set)(record).read(entry);
                debug_assert!(read.is_ok(), "the same cell was read a moment ago");
                self.remark(cell, remark);
                true
            }
            Err(unread) => {
                self.unread(cell, column.heading, unread);
                false
            }
        }
    }

    /// Returns the content of a cell, and reports a formula that failed.
    pub(super) fn entry<'c>(&mut self, located: LocatedCell<'c>) -> Option<Entry<'c>> {
        let LocatedCell { sheet, cell, .. } = located;
        match &cell.content {
            Content::Blank => None,
            Content::Text(text) => {
                Some(text.trim()).filter(|text| !text.is_empty()).map(Entry::Text)
            }
            Content::Number(number) => Some(Entry::Number(*number, cell.shown, sheet.dates)),
            Content::Truth(truth) => Some(Entry::Truth(*truth)),
            Content::Failed(failed) => {
                let message = format!("the formula in it failed: {failed}");
                self.problems.report(&FORMULA_FAILED, located.place(), "the workbook", message);
                self.unused(located, "its formula failed");
                None
            }
        }
    }

    pub(super) fn remark(&mut self, cell: LocatedCell<'_>, remark: Option<Remark>) {
        let Some(remark) = remark else { return };
        let (code, message) = match remark {
            Remark::WordsBecameDate => (
                &WORDS_BECAME_DATE,
                "it holds a date where text is expected; it was read as the date displayed",
            ),
            Remark::FigureIsDay => {
                (&DATE_FROM_SERIAL, "it holds a plain number, which was read as a date")
            }
            Remark::Percent => {
                (&PERCENT_READ, "it shows a percentage; the number before the % sign was read")
            }
        };
        self.problems.report(code, cell.place(), "the workbook", message);
    }

    fn unread(&mut self, cell: LocatedCell<'_>, heading: &str, unread: Unread) {
        let words = cell.text().unwrap_or_default();
        let (code, message, why) = match unread {
            Unread::Word(vocabulary) => {
                (&WORD_NOT_LISTED, unknown(&words, heading, vocabulary), "its word is not known")
            }
            Unread::Number => (
                &NUMBER_NOT_READ,
                format!("{} is not a number", quoted(&words)),
                "it is not a number",
            ),
            Unread::Flag => (
                &WORD_NOT_LISTED,
                format!("{} is neither yes nor no", quoted(&words)),
                "its word is not known",
            ),
        };
        self.problems.report(code, cell.place(), "the workbook", message);
        self.unused(cell, why);
    }
}

/// `“Slipped” is not a word of the column “Status”: it knows Not started, In progress …`
fn unknown(words: &str, heading: &str, vocabulary: &Vocabulary) -> String {
    let labels = vocabulary.labels();
    let folded: Vec<_> = labels.iter().map(|label| fold(label)).collect();
    let near = nearest(&fold(words), folded.iter().map(AsRef::as_ref).zip(&labels));
    let near = near.map(|near| format!(". Did you mean {}?", quoted(near)));
    format!(
        "{} is not a word of the column {}, which knows {}{}",
        quoted(words),
        quoted(heading),
        labels.join(", "),
        near.unwrap_or_default()
    )
}
