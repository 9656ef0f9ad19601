//! Which rows of a table may be records: it sorts out blank rows, headings that stand again, totals,
//! notes, and what stands below the table. It knows nothing of records.

use super::row_kind::{Shape, follows_a_gap, is_end, leave_end, shape_of, taken_for, words_of};
use crate::import::interpretation::RowInterpretation;
use crate::import::table_reader::TableReader;
use crate::import::view::{TableRow, View};

/// The rows of a table while they are walked over.
pub(super) struct Body {
    /// The last row that plainly belongs to the table.
    last: Option<usize>,
    in_notes: bool,
    /// The first row that was not left together with one above it.
    next: usize,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sorted {
    /// It may be a record.
    Row,
    /// The headings again; they were noted.
    Headings,
    /// The end of the table; it was left with what stands below it.
    End,
    /// Blank, or left with the reason.
    Left,
}

impl Body {
    /// The rows of a table, of which one with so many filled cells plainly belongs to it.
    pub(super) fn new(view: &View<'_>, filled: usize) -> Self {
        let is_full = |row: &TableRow<'_>| {
            filled.checked_sub(1).is_some_and(|other| row.filled().nth(other).is_some())
        };
        let last = view.rows().rev().find(is_full).map(|row| row.at);
        Self { last, in_notes: false, next: 0 }
    }

    /// Whether a row that plainly belongs to the table comes after this one.
    pub(super) fn goes_on_below(&self, row: TableRow<'_>) -> bool {
        self.last.is_some_and(|last| row.at < last)
    }

    /// Says what a row is, and deals with whatever is no record.
    pub(super) fn sort(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
        rows: &mut Vec<RowInterpretation>,
    ) -> Sorted {
        if row.at < self.next {
            return Sorted::Left;
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

/// The headings again, as on a new page.
fn again(table: &mut TableReader<'_, '_>, row: TableRow<'_>, rows: &mut Vec<RowInterpretation>) {
    for found in row.filled() {
        table.reader.ledger.mark(found.at);
    }
    let taken_for = taken_for(row).to_owned();
    rows.push(RowInterpretation { row: row.number, text: words_of(row), taken_for });
}
