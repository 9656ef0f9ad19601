//! Which rows of a table may be records: it sorts out blank rows, headings that stand again, totals,
//! notes, and what stands below the table. It knows nothing of records.

use super::row_kind::{Shape, follows_a_gap, is_end, leave_end, shape_of, taken_for, words_of};
use crate::import::interpretation::RowInterpretation;
use crate::import::reader::Reader;
use crate::import::view::View;

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
        let is_full = |row_at: &usize| {
            filled.checked_sub(1).is_some_and(|other| view.filled(*row_at).nth(other).is_some())
        };
        let last = view.layout.body.clone().rev().find(is_full);
        Self { last, in_notes: false, next: 0 }
    }

    /// Whether a row that plainly belongs to the table comes after this one.
    pub(super) fn goes_on_below(&self, row_at: usize) -> bool {
        self.last.is_some_and(|last| row_at < last)
    }

    /// Says what a row is, and deals with whatever is no record.
    pub(super) fn sort(
        &mut self,
        reader: &mut Reader<'_>,
        view: &View<'_>,
        row_at: usize,
        rows: &mut Vec<RowInterpretation>,
    ) -> Sorted {
        if row_at < self.next {
            return Sorted::Left;
        }
        if is_end(view, row_at) {
            self.next = leave_end(reader, view, row_at);
            return Sorted::End;
        }
        let is_past_last = self.last.is_some_and(|last| row_at > last);
        let why = match shape_of(view, row_at) {
            Shape::Empty => return Sorted::Left,
            Shape::Headings => {
                again(reader, view, row_at, rows);
                return Sorted::Headings;
            }
            Shape::Total => "a row of totals",
            Shape::Note if !is_past_last => "a note",
            Shape::Rows if !(is_past_last && (self.in_notes || follows_a_gap(view, row_at))) => {
                return Sorted::Row;
            }
            Shape::Note | Shape::Rows => {
                self.in_notes = true;
                "a note under the table"
            }
        };
        leave(reader, view, row_at, why);
        Sorted::Left
    }
}

/// The headings again, as on a new page.
fn again(
    reader: &mut Reader<'_>,
    view: &View<'_>,
    row_at: usize,
    rows: &mut Vec<RowInterpretation>,
) {
    for found in view.filled(row_at) {
        reader.ledger.mark(found.at);
    }
    let row = view.sheet.rows.get(row_at).map_or(1, |row| row.number);
    let (text, taken_for) = (words_of(view, row_at), taken_for(view, row_at).to_owned());
    rows.push(RowInterpretation { row, text, taken_for });
}

/// Leaves what stands in a row, with the reason.
pub(super) fn leave(reader: &mut Reader<'_>, view: &View<'_>, row_at: usize, why: &'static str) {
    for found in view.filled(row_at) {
        reader.ledger.leave(found.at, why);
    }
}
