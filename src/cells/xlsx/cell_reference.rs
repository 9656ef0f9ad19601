//! Parses cell references: `B7`, `A1:D3`.

use crate::cells::limits::{SHEET_COLUMNS, SHEET_ROWS};

/// A cell position; rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) column: u32,
}

/// Parses a cell reference, or returns `None` if no spreadsheet has such a cell.
pub(super) fn cell(reference: &str) -> Option<At> {
    let mut row: u32 = 0;
    let mut column: u32 = 0;
    for sign in reference.bytes().filter(|sign| *sign != b'$') {
        match sign {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column * 26 + u32::from(sign.to_ascii_uppercase() - b'A') + 1;
            }
            b'0'..=b'9' if column > 0 && (row > 0 || sign != b'0') => {
                row = row * 10 + u32::from(sign - b'0');
            }
            _ => return None,
        }
        if row as usize > SHEET_ROWS || column as usize > SHEET_COLUMNS {
            return None;
        }
    }
    (row > 0).then(|| At { row, column: column - 1 })
}

/// Parses the first and last cell of a block; a single cell is a block too.
pub(super) fn block(reference: &str) -> Option<(At, At)> {
    let (first, last) = match reference.split_once(':') {
        Some((first, last)) => (cell(first)?, cell(last)?),
        None => (cell(reference)?, cell(reference)?),
    };
    (first.row <= last.row && first.column <= last.column).then_some((first, last))
}

/// Parses a row number.
pub(super) fn row(number: &str) -> Option<u32> {
    number.parse().ok().filter(|number| (1..=SHEET_ROWS).contains(&(*number as usize)))
}

#[cfg(test)]
mod tests {
    use super::{At, block, cell, row};

    #[test]
    fn a_reference_is_a_cell_that_a_spreadsheet_has() {
        let at = |row, column| Some(At { row, column });
        assert_eq!(cell("A1"), at(1, 0));
        assert_eq!(cell("$F$12"), at(12, 5));
        assert_eq!(cell("aa10"), at(10, 26));
        assert_eq!(cell("XFD1048576"), at(1_048_576, 16_383));
        for none in [
            "",
            "A",
            "1",
            "A0",
            "A01",
            "1A",
            "A1B",
            "XFE1",
            "A1048577",
            "A99999999999",
            "ZZZZZZZ1",
            "Á1",
            "A-1",
            "A1:B2",
        ] {
            assert_eq!(cell(none), None, "{none}");
        }
    }

    #[test]
    fn a_block_goes_from_its_first_cell_to_its_last() {
        let at = |row, column| At { row, column };
        assert_eq!(block("A1:B3"), Some((at(1, 0), at(3, 1))));
        assert_eq!(block("C4"), Some((at(4, 2), at(4, 2))));
        assert_eq!(block("B3:A1"), None);
        assert_eq!(block("A1:ZZZZZZZ1"), None);
        assert_eq!(row("12"), Some(12));
        assert_eq!(row("0"), None);
        assert_eq!(row("4294967296"), None);
    }
}
