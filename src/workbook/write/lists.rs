//! Writes the sheet of lists.

use rust_xlsxwriter::{Color, Worksheet};

use super::formats::{self, Formats};
use super::sheet_writer::refused;
use crate::cells::xlsx::WorkbookError;
use crate::workbook::schema::{HINT, LISTS, Lists, MARK};

/// Writes the words of every drop-down.
pub(super) fn write(lists: &Lists, formats: &Formats) -> Result<Worksheet, WorkbookError> {
    let mut sheet = Worksheet::new();
    let mut fill = || {
        sheet.set_name(LISTS)?.set_tab_color(Color::RGB(formats::GREY));
        sheet.set_column_width(0, 40)?;
        sheet.write_string_with_format(0, 0, MARK, &formats.hint)?;
        sheet.write_string_with_format(1, 0, HINT, &formats.hint)?;
        for (column, (name, words)) in (1..).zip(&lists.columns) {
            sheet.set_column_width(column, 22)?;
            sheet.write_string_with_format(0, column, *name, &formats.heading)?;
            for (row, word) in (1..).zip(words) {
                sheet.write_string_with_format(row, column, word, &formats.words)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        formats::print(&mut sheet, 200)?;
        Ok(())
    };
    fill().map_err(refused)?;
    Ok(sheet)
}
