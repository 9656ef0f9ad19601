//! Finds the rows of a table that may be records, setting aside blank rows, repeated headings, totals,
//! notes, and anything below the table.

use super::row_kind::{Shape, follows_a_gap, is_end, leave_end, shape_of, taken_for, words_of};
use crate::diagnostic::import_codes::GUIDANCE_ROW;
use crate::import::RowKind;
use crate::import::interpretation::RowInterpretation;
use crate::import::table_reader::TableReader;
use crate::import::view::{TableRow, View};

/// The state of walking through the rows of a table.
pub(super) struct Body {
    /// The last row that clearly belongs to the table.
    last: Option<usize>,
    in_notes: bool,
    /// The first row not left unused together with one above it.
    next: usize,
}

/// The kind of a row after sorting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sorted {
    /// It may be a record.
    Row,
    /// Repeated headings, already recorded.
    Headings,
    /// The end of the table, left unused with everything below it.
    End,
    /// Blank, or left unused with a reason.
    Left,
}

impl Body {
    /// Creates the state for a table; a row with `filled` cells or more clearly belongs to it.
    pub(super) fn new(view: &View<'_>, filled: usize) -> Self {
        let is_full = |row: &TableRow<'_>| {
            filled.checked_sub(1).is_some_and(|other| row.filled().nth(other).is_some())
        };
        let last = view.rows().rev().find(is_full).map(|row| row.at);
        Self { last, in_notes: false, next: 0 }
    }

    /// Returns whether a row that clearly belongs to the table follows this one.
    pub(super) fn goes_on_below(&self, row: TableRow<'_>) -> bool {
        self.last.is_some_and(|last| row.at < last)
    }

    /// Returns the kind of a row, and deals with rows that are not records.
    pub(super) fn sort(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
        rows: &mut Vec<RowInterpretation>,
    ) -> Sorted {
        if row.at < self.next {
            return Sorted::Left;
        }
        match row.given() {
            Some(RowKind::Guidance) => {
                table.leave(row, "the options say that it is no record");
                return Sorted::Left;
            }
            Some(_) => return Sorted::Row,
            None => {}
        }
        if is_end(row) {
            self.next = leave_end(table, row);
            return Sorted::End;
        }
        let is_past_last = self.last.is_some_and(|last| row.at > last);
        let why = match shape_of(row) {
            Shape::Empty => return Sorted::Left,
            Shape::Headings => {
                again(table, row, rows);
                return Sorted::Headings;
            }
            Shape::Guidance => {
                let message = "the row only asks what to write under the headings, so no record was made of it";
                table.report_of_row(row.number, &GUIDANCE_ROW, "the table", message);
                "it only asks what to write under the headings"
            }
            Shape::Total => "a row of totals",
            Shape::Note if !is_past_last => "a note",
            Shape::Rows if !(is_past_last && (self.in_notes || follows_a_gap(row))) => {
                return Sorted::Row;
            }
            Shape::Note | Shape::Rows => {
                self.in_notes = true;
                "a note under the table"
            }
        };
        table.leave(row, why);
        Sorted::Left
    }
}

/// Handles repeated headings, as on a new page.
fn again(table: &mut TableReader<'_, '_>, row: TableRow<'_>, rows: &mut Vec<RowInterpretation>) {
    for found in row.filled() {
        table.reader.ledger.mark(found.at);
    }
    let taken_for = taken_for(row).to_owned();
    rows.push(RowInterpretation { row: row.number, text: words_of(row), taken_for });
}
