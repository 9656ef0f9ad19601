//! The merged blocks of one sheet, cut to the extent of its cells.

use super::WorkbookError;
use super::cell_reference::At;
use crate::cells::{Merge, Row, SheetLimits};
use crate::text::thousands;

/// The merged blocks of a sheet.
#[derive(Debug, Default)]
pub(super) struct Merges(Vec<(At, At)>);

impl Merges {
    pub(super) fn add(
        &mut self,
        block: Option<(At, At)>,
        sheet: &str,
        limits: &SheetLimits,
    ) -> Result<(), WorkbookError> {
        self.0.extend(block);
        if self.0.len() > usize::try_from(limits.rows).unwrap_or(usize::MAX) {
            let most = thousands(limits.rows);
            return Err(too_many(&format!(
                "the sheet “{sheet}” has more than {most} merged blocks"
            )));
        }
        Ok(())
    }

    /// Returns the blocks, each cut at the last cell with content; together they cover no more cells
    /// than a workbook may have.
    pub(super) fn within(
        self,
        rows: &[Row],
        sheet: &str,
        limits: &SheetLimits,
    ) -> Result<Vec<Merge>, WorkbookError> {
        let last_row = rows.last().map_or(0, |row| row.number);
        let columns = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column);
        let last_column = columns.max().unwrap_or(0);
        let mut covered: usize = 0;
        let mut merges = Vec::new();
        for (first, last) in self.0 {
            let column = |at: At| u16::try_from(at.column).unwrap_or(u16::MAX);
            if first.row > last_row || column(first) > last_column {
                continue;
            }
            let merge = Merge {
                rows: (first.row, last.row.min(last_row)),
                columns: (column(first), column(last).min(last_column)),
            };
            let height = usize::try_from(merge.rows.1 - merge.rows.0).unwrap_or(usize::MAX);
            let width = usize::from(merge.columns.1 - merge.columns.0) + 1;
            covered = covered.saturating_add(height.saturating_add(1).saturating_mul(width));
            merges.push(merge);
        }
        if covered > limits.cells {
            let most = thousands(limits.cells);
            return Err(too_many(&format!(
                "the merged blocks of the sheet “{sheet}” cover more than {most} cells"
            )));
        }
        Ok(merges)
    }
}

fn too_many(problem: &str) -> WorkbookError {
    WorkbookError::too_large(
        format!("{problem}, the most that are read"),
        "select the whole sheet, split the merged cells, and save it again",
    )
}

#[cfg(test)]
mod tests {
    use super::Merges;
    use crate::cells::xlsx::cell_reference::block;
    use crate::cells::{Cell, Content, Row, SheetLimits};

    #[test]
    fn merged_blocks_reach_no_further_than_the_cells() {
        let row = |number, column| Row {
            number,
            is_hidden: false,
            cells: vec![Cell::new(column, Content::Number(1.0))],
        };
        let limits = SheetLimits::default();
        let mut merges = Merges::default();
        for reference in ["A1:XFD1", "A2:A1048576", "E9:F9"] {
            merges.add(block(reference), "Plan", &limits).unwrap();
        }
        let merges = merges.within(&[row(1, 0), row(3, 2)], "Plan", &limits).unwrap();
        let blocks: Vec<_> = merges.iter().map(|merge| (merge.rows, merge.columns)).collect();
        assert_eq!(blocks, [((1, 1), (0, 2)), ((2, 3), (0, 0))]);
    }
}
