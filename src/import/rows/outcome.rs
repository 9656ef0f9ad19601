//! The result of reading one table.

use std::collections::BTreeMap;

use crate::import::ColumnMeaning;
use crate::import::interpretation::RowInterpretation;
use crate::import::view::TableRow;

/// The result of reading one table.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) rows: Vec<RowInterpretation>,
    pub(crate) records: usize,
    /// How many blank cells of a column were read as the cell above them.
    pub(crate) carried: BTreeMap<u16, usize>,
}

impl Outcome {
    /// Counts the blank cells that were read as the cell above them.
    pub(super) fn count_carried(&mut self, row: TableRow<'_>, meanings: &[ColumnMeaning]) {
        for column in meanings.iter().flat_map(|means| row.view.columns(*means)) {
            if row.found(column.column).is_none() {
                *self.carried.entry(column.column).or_default() += 1;
            }
        }
    }
}
