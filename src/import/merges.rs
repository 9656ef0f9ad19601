//! The merged blocks of a sheet: which cell supplies the content of a cell inside a block.

use std::collections::HashMap;

use crate::cells::{Merge, Sheet};

/// The merged blocks of a sheet, by their first column.
#[derive(Debug, Default)]
pub(crate) struct Merges {
    /// For each column, the first and last rows of the blocks that begin in it.
    by_column: HashMap<u16, Vec<(u32, u32)>>,
    /// The last column of the block that begins at a row and a column.
    widths: HashMap<(u32, u16), u16>,
}

impl Merges {
    pub(crate) fn new(sheet: &Sheet) -> Self {
        let mut merges = Self::default();
        for Merge { rows, columns } in &sheet.merges {
            merges.by_column.entry(columns.0).or_default().push(*rows);
            merges.widths.insert((rows.0, columns.0), columns.1);
        }
        for blocks in merges.by_column.values_mut() {
            blocks.sort_unstable();
        }
        merges
    }

    /// Adds blocks of one column, from the top.
    pub(crate) fn extend(&mut self, column: u16, blocks: &[(u32, u32)]) {
        self.by_column.insert(column, blocks.to_vec());
    }

    /// Returns the row that supplies a cell's content: the first row of its block, if the cell is in the
    /// block's first column. `None` if the cell is its own source.
    pub(crate) fn speaker(&self, row: u32, column: u16) -> Option<u32> {
        let blocks = self.by_column.get(&column)?;
        let before = blocks.partition_point(|(first, _)| *first < row);
        let (first, last) = *blocks.get(before.checked_sub(1)?)?;
        (row <= last).then_some(first)
    }

    /// Returns the first and last rows of the block that has the cell in its first column.
    pub(crate) fn block(&self, row: u32, column: u16) -> Option<(u32, u32)> {
        let blocks = self.by_column.get(&column)?;
        let before = blocks.partition_point(|(first, _)| *first <= row);
        let (first, last) = *blocks.get(before.checked_sub(1)?)?;
        (row <= last).then_some((first, last))
    }

    /// Returns the width in columns of the block that begins at a cell, or 1 if there is none.
    pub(crate) fn width(&self, row: u32, column: u16) -> u16 {
        self.widths.get(&(row, column)).map_or(1, |last| last.saturating_sub(column) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Merges;
    use crate::cells::{Merge, Sheet};

    #[test]
    fn the_first_cell_speaks_for_its_block() {
        let merge = |rows, columns| Merge { rows, columns };
        let merges = vec![merge((7, 9), (0, 0)), merge((2, 4), (0, 3)), merge((5, 5), (1, 2))];
        let merges = Merges::new(&Sheet { merges, ..Sheet::default() });
        let column =
            |rows: &[u32]| rows.iter().map(|row| merges.speaker(*row, 0)).collect::<Vec<_>>();
        assert_eq!(column(&[1, 2, 3, 4, 5]), [None, None, Some(2), Some(2), None]);
        assert_eq!(column(&[6, 7, 8, 9, 10]), [None, None, Some(7), Some(7), None]);
        assert_eq!(merges.speaker(3, 1), None);
        assert_eq!(merges.block(2, 0), Some((2, 4)));
        assert_eq!(merges.block(5, 0), None);
        assert_eq!(
            [merges.width(2, 0), merges.width(5, 1), merges.width(7, 0), merges.width(1, 1)],
            [4, 2, 1, 1]
        );
    }
}
