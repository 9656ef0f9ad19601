//! Tells which rows are of a kind that the options give.

use super::split_columns::find;
use super::values::text_of;
use super::{RowKind, RowOptions};
use crate::cells::{DateSystem, Row, Sheet};
use crate::text::same;

/// Which rows of a sheet are of one kind.
pub(crate) struct RowRule<'o> {
    pub(crate) are: RowKind,
    numbers: &'o [u32],
    column: Option<u16>,
    says: Option<&'o str>,
    /// The first row below the heading of its column, by number.
    pub(super) below: Option<u32>,
}

impl<'o> RowRule<'o> {
    pub(super) fn new(options: &'o RowOptions, sheet: &Sheet) -> Self {
        let found = options.column.as_deref().and_then(|name| find(sheet, name));
        let number = |(at, _): (usize, u16)| sheet.rows.get(at).map(|row| row.number + 1);
        let below = found.and_then(number);
        Self { below, ..Self::of_column(options, found.map(|(_, column)| column)) }
    }

    /// Creates the rule of some options, whose column is this.
    pub(crate) fn of_column(options: &'o RowOptions, column: Option<u16>) -> Self {
        Self {
            are: options.are,
            numbers: &options.numbers,
            column,
            says: options.says.as_deref(),
            below: None,
        }
    }

    /// Returns whether a row with content is one of these.
    pub(crate) fn fits(&self, row: &Row, dates: DateSystem) -> bool {
        if self.numbers.contains(&row.number) {
            return true;
        }
        let Some(column) = self.column else { return false };
        let text = row.cell(column).and_then(|cell| text_of(cell, dates));
        match (self.says.map(str::trim), text) {
            (None, text) => text.is_some(),
            (Some(""), text) => text.is_none(),
            (Some(says), text) => text.is_some_and(|text| same(says, text.trim())),
        }
    }
}
