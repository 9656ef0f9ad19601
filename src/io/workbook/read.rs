//! From the bytes of a workbook to the grid of its cells.

use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::{WorkbookError, template};
use crate::table::{Cell, Content, DateSystem, Grid, Import, Merge, ReadOptions, Row, Sheet};
use crate::table::{Shown, read as read_grid};

/// Reads a plan from a workbook.
///
/// # Errors
///
/// [`WorkbookError`] where it is not a sound workbook of sensible size.
pub fn read(reader: impl Read, options: &ReadOptions) -> Result<Import, WorkbookError> {
    let mut bytes = Vec::new();
    reader.take(options.limits.file_bytes).read_to_end(&mut bytes)?;
    let grid = grid(bytes)?;
    if template::is_working(&grid) {
        return Ok(template::read(&grid, options));
    }
    Ok(read_grid(grid, options))
}

/// The cells of a workbook.
pub(crate) fn grid(bytes: Vec<u8>) -> Result<Grid, WorkbookError> {
    let wrong = |error: calamine::XlsxError| std::io::Error::other(error.to_string());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let dates = if book.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let mut grid = Grid::default();
    for listed in book.sheets_metadata().to_vec() {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let merges = book.merge_cells_by_sheet_name(&listed.name).map_err(wrong)?;
        let mut sheet = Sheet {
            name: Some(Arc::from(listed.name.as_str())),
            is_hidden: listed.visible != SheetVisible::Visible,
            dates,
            merges: merges.iter().map(merge).collect(),
            ..Sheet::default()
        };
        let mut cells = book.worksheet_cells_reader(&listed.name).map_err(wrong)?;
        let styles: Vec<(Shown, Option<[u8; 3]>)> =
            cells.styles().iter().map(|style| (shown(style), fill(style))).collect();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(wrong)? {
            let (row, column) = cell.get_position();
            let (shown, fill) = styles.get(style).copied().unwrap_or_default();
            let content = content(cell.get_value());
            if content == Content::Blank && fill.is_none() {
                continue;
            }
            let cell =
                Cell { column: u16::try_from(column).unwrap_or(u16::MAX), content, shown, fill };
            match sheet.rows.last_mut() {
                Some(last) if last.number == row + 1 => last.cells.push(cell),
                _ => {
                    let row = Row { number: row + 1, cells: vec![cell], ..Row::default() };
                    sheet.rows.push(row);
                }
            }
        }
        grid.sheets.push(sheet);
    }
    Ok(grid)
}

fn content(value: &DataRef<'_>) -> Content {
    match value {
        DataRef::Empty => Content::Blank,
        DataRef::Bool(truth) => Content::Truth(*truth),
        #[expect(clippy::cast_precision_loss, reason = "calamine gives no such value for xlsx")]
        DataRef::Int(number) => Content::Number(*number as f64),
        DataRef::Float(number) => Content::Number(*number),
        DataRef::DateTime(date) => Content::Number(date.as_f64()),
        DataRef::Error(error) => Content::Failed(error.to_string().into()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            words(text)
        }
        DataRef::SharedString(text) => words(text),
    }
}

fn words(text: &str) -> Content {
    if text.is_empty() { Content::Blank } else { Content::Text(text.into()) }
}

fn shown(style: &calamine::Style) -> Shown {
    let code = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
    if code.contains(['d', 'y']) && !code.contains("Red") {
        Shown::Date
    } else if code.contains('%') {
        Shown::Percent
    } else {
        Shown::Plain
    }
}

fn fill(style: &calamine::Style) -> Option<[u8; 3]> {
    let color = style.fill.as_ref()?.get_color()?;
    let rgb = [color.red, color.green, color.blue];
    (rgb != [255, 255, 255]).then_some(rgb)
}

fn merge(block: &calamine::Dimensions) -> Merge {
    let column = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
    Merge {
        rows: (block.start.0 + 1, block.end.0 + 1),
        columns: (column(block.start.1), column(block.end.1)),
    }
}
